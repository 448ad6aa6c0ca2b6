"""What readers may cite, a page or a work, and how it is taken along: as text, as files, as tags that programs read.

``citable`` says what is cited, ``formats`` how it is written and ``files`` where the files are; ``bibtex``, ``ris`` and
``csl`` write them, from the fields of a work and the ``facts`` behind them; ``coins`` marks works for Zotero.
"""
