"""Search over all that a workspace holds: what a text may mean, and what fits it."""
