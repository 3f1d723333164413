"""One screen or sheet a module."""
