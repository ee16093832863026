"""What people look up in the graph: typed rows of the read queries, one module a subject."""
