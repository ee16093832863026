"""The demonstration: fictional material whose truth is known, and detection compared with it."""
