"""Home, the first run, the search, and what changed since the last look."""
