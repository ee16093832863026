"""Lifecycle: what became of clusters and accounts between two snapshots."""
