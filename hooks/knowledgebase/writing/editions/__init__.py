"""Editions: the whole site as it was on a day, frozen under an address of its own."""
