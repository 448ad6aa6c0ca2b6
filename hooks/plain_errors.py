"""An error that nobody foresaw, in a line for people: what the build would otherwise print a traceback for.

Troubles of the disk and of the templates name their file; of all others the kind is told, for whoever mends the code.
"""

from __future__ import annotations

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError

from site_folder import CannotPublish

UNTOUCHED = "the site that was there is untouched"


def in_words(error: Exception) -> str:
    """One sentence for an error; it ends with what became of the site."""
    return f"{_what(error)}; {UNTOUCHED}"


def _what(error: Exception) -> str:
    match error:
        case CannotPublish():
            return str(error)
        case OSError(filename=str() | bytes() as path):
            return f"{path}: {error.strerror or error}"
        case TemplateNotFound():
            return f"the template {error.name} must be in overrides/: there is none"
        case TemplateSyntaxError():
            return f"{error.filename or error.name}:{error.lineno}: {error.message}"
        case RecursionError():
            return "something on that page stands too deep in itself, as lists in lists or quotes in quotes"
        case TemplateError() | OSError():
            return str(error)
    return f"the build met an error that it does not know, {type(error).__name__}: {error}. With --verbose it says where"
