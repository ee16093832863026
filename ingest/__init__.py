"""From files to records, derived tables and the graph."""
