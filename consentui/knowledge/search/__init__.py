"""Finding what is known by the words that people have for it.

`words` are what people say (`data/search.toml`), `documents` what can be found, `index` the words in it, `query` what
is asked, `find` what answers it best and why.
"""
