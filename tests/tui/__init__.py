"""The interface, driven by keys without a terminal: what it shows, says and writes down."""
