"""The tests on other days than today, under a shifted clock."""
