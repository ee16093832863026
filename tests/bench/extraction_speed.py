"""Placeholder."""


def report(posts: int, seed: int) -> None:
    """Nothing yet."""
