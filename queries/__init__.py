"""Every Cypher statement, one file each, and the catalogue that reads and checks them."""
