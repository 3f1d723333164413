"""Journeys: the whole program in a real terminal, as a person meets it."""
