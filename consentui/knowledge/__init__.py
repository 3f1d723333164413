"""What is true of platforms, law and companies: typed records, strict loading, search, lint rules.

Knows nothing of the person. Reads `data/` and the person's own files of the same kind, and keeps what it
parsed in a cache.
"""
