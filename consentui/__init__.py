"""A consent dashboard in the terminal: switch it off, object, chase the answer, complain."""

__version__ = "0.1.0"
