"""How long the server takes for a page's script, over a large workspace."""
