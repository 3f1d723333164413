"""Tests of letters, deadlines and the status of requests."""
