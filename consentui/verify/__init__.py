"""What platforms' downloads, mails and public records say about a person's settings: bytes in, findings out.

Everything here is a pure reader: it reads the given files or bytes, asks no network and writes nothing.
"""
