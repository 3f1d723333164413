"""The letters of a request: their kinds, the facts they rest on, their words, what to mind before sending.

Pure functions over `data/letters/`; nothing is sent or kept here.
"""
