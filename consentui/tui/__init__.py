"""The interface in the terminal: the app, and a folder for each place a person goes to.

The only room that knows Textual.
"""
