"""When an answer is due, by which rule: months, days, public holidays, what stops the clock.

Pure functions; the sources of the rules are in `data/law.toml`.
"""
