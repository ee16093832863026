"""Finding many names in many texts at once."""
