"""What platforms' own files, mails and public records say about a person's settings: bytes in, findings out."""
