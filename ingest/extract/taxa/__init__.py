"""Species, and products of them, by their names."""
