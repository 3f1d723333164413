"""Run the tests on other days, under a shifted clock."""
