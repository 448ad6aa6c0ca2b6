"""A QR code as a drawing within the page, for paper."""

from __future__ import annotations

from markupsafe import Markup

QUIET = 4  # the empty margin that the standard asks for, in modules


def qr_code(address: str) -> Markup:
    """The SVG of an address: black on white, as large as the stylesheet says, mended if up to 15 % of it is lost."""
    import segno  # with all of the web's protocols behind it, and only a site that knows its address draws any

    drawn = segno.make(address, error="m", boost_error=False, micro=False)
    svg = drawn.svg_inline(border=QUIET, omitsize=True, svgclass="kb-qr", lineclass=None)
    return Markup(svg.replace("<svg ", '<svg role="img" aria-label="QR code of the short address" ', 1))
