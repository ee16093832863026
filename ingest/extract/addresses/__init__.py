"""Web addresses, profiles behind them, and e-mail addresses."""
