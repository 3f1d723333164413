"""When an answer is due and by which rule: months, days, public holidays, and what stops the clock.

Pure functions; the sources of the rules are in `data/law.toml`.
"""
