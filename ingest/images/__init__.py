"""The pictures that posts name: found beside an export, kept, fingerprinted, compared."""
