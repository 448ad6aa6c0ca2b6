"""What readers may cite, a page or a work, and how it is taken along: as text, as files, as tags that programs read.

``citable`` says what is cited, ``files`` where the files are; ``bibtex``, ``ris`` and ``csl`` write them; ``coins``
marks the works of a list for Zotero.
"""
