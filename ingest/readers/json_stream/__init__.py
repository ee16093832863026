"""JSON of any size as a stream of events, mended on the way."""
