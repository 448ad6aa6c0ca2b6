"""Short codes: an address that can be said, typed and scanned, for each record and for each of its claims."""
