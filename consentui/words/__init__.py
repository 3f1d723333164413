"""Texts about the things of the domain, in the current language; what they say is decided in the rooms below.

Uses the knowledge base, the journal, the checklist, requests, imports and verification; never a profile or a screen.
"""
