"""One person's data and what can be done with it: accounts, requests, proofs, identity, preferences, credentials.

The commands and the interface work through this package, which knows neither click nor Textual. It is the only one
that may touch the keyring, and does so in `vault` alone.
"""
