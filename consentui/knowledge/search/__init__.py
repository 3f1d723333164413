"""Search of the knowledge base by the words that people use, which are seldom those that platforms print.

`words` holds what people say (`data/search.toml`) and `phrases` finds it in a query; `documents` are what can be found
and `index` the words in them; `query` takes a query apart, and `find` ranks the documents and says why each fits.
"""
