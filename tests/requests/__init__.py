"""Tests of letters, deadlines and the standing of requests."""
