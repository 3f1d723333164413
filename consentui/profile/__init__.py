"""One person's data and what can be done with it: accounts, requests, proofs, identity, preferences, credentials.

The commands and the interface go through here. The only room that may touch the keyring, and only in `vault`.
"""
