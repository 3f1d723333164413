"""Every file that the program reads, spoilt a hundred thousand times: `make fuzz`."""
