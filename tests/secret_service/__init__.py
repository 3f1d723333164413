"""Tests that need a real Secret Service."""
