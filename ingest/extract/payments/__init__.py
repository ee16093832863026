"""Bank accounts, wallets and other ways to be paid."""
