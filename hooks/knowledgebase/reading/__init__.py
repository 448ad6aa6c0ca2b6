"""Files into the model: YAML records, the BibTeX bibliography, hand-written pages. Problems are handed back, not raised."""
