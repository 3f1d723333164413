"""Requests to controllers: the case that the journal entries make up, its status, its deadlines and its letters.

Pure functions of entries, knowledge and a given day; knows the journal and the knowledge base, but no profile and no
screen.
"""
