"""What changed since it was published, in which version of a record, and whether the change matters to who holds a sheet.

``fingerprints`` tells whether something says what it said, ``history`` which version brought what, ``entries`` what
editors say of it. ``feeds`` writes that down for programs that look for news.
"""
