"""Layers of evidence, one module each: what agreement means, what chance makes of it."""
