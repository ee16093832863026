"""Records, keys, the store, and the analysis."""
