"""Tests of the interface, driven by keys without a terminal: what it shows and writes down."""
