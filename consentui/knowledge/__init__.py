"""Facts about platforms, companies and the law: typed records, strict loading, search and lint rules.

It reads `data/` and the person's own files of the same form, caches what it parsed, and knows nothing about the
person's accounts or journal.
"""
