"""The letters of a request: their kinds, the facts they rest on, their wording, and what to know before sending them.

Pure functions over `data/letters/`; nothing is sent or stored here.
"""
