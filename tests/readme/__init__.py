"""Tests that the README is true."""
