"""Reports on telephones that Cellebrite's programs write, as far as they are publicly described."""
