"""Every sentence about a thing of the domain, in the language spoken now.

The rooms below decide; this one says it. Rests on checklist and requests, never on the person's profile or a screen.
"""
