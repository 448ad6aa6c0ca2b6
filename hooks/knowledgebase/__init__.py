"""Peer-support knowledge base: records and a bibliography in, pages and export files out.

The floors, from the ground up; a module imports only from floors below its own:

    problems            where something is wrong and how that is said
    occasion            the day of a build, and whether it makes an edition
    known               what came of work that was done before
    syntax, sentences   the notations of running text: [@key, p. 3] and [[id]]; a paragraph into sentences
    model               records, works, and the knowledge base they make up
    reading, links      YAML and BibTeX into the model; who refers to whom
    writing             pages, citations as printed, exports
    rules               what must be true of the whole
    load                folder in, knowledge base and its problems out

Nothing in this package imports MkDocs.
"""

import os

os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # we use none, and pydantic would look through all packages
