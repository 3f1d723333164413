"""The terminal interface: the app, and one package for each place a person goes to.

The only room that may import Textual.
"""
