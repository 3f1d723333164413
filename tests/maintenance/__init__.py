"""Tests of the tools for maintainers."""
