"""Reading which accounts a person has from files that other programs wrote: bytes in, hosts and user names out.

Passwords, codes and notes stand in such files. No more of a file is held than its row, and of a row only where it
leads and the name that is used there; nothing that a file says is repeated in an error.
"""
