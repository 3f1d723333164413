"""Tests that need the network and several Pythons (`make trials`, also run by `.ci/run`) or a Node (`make atproto`)."""
