"""Reading which accounts a person has from files of other programs: bytes in, addresses and user names out.

Such files may contain passwords, codes and notes. Only the addresses and user names are kept, and errors never quote
a file, except for a word of a list made by hand. The room knows neither platforms nor the names of files.
"""
