"""What stands before the content of every page: help now, and a way off the page. Nothing, until help.yml sets them."""

from __future__ import annotations

from .pages import Writer


def notice(writer: Writer) -> str:
    """The region as HTML that fits every page, because its links lead off the site only."""
    settings = writer.base.help
    if not (settings.services or settings.leave):
        return ""
    return writer.templates.get_template("notice.html").render(help=settings)
