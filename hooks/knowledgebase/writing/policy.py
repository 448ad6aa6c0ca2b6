"""What a browser may do on our pages, said once: for the tag in each page, and for the headers that a host can send.

The tag is in every page, so the policy holds on any host and from a folder. Headers say more: that no other site may show our
pages in a frame of its own, and what a page needs of the device, which is nothing. ``_headers`` is the file in which Netlify,
Cloudflare Pages and hosts like them look for headers; hosting/nginx.conf holds the same lines, and a test holds it to them.
"""

from __future__ import annotations

from .exports.export import Export

IN_PAGES = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self';"
    " form-action 'self'; base-uri 'none'"
)
_UNUSED = (
    "accelerometer", "browsing-topics", "camera", "display-capture", "geolocation", "gyroscope", "hid", "magnetometer",
    "microphone", "midi", "payment", "publickey-credentials-get", "screen-wake-lock", "serial", "usb", "xr-spatial-tracking",
)  # fmt: skip
HEADERS = (
    ("Content-Security-Policy", f"{IN_PAGES}; frame-ancestors 'none'"),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("Permissions-Policy", ", ".join(f"{feature}=()" for feature in _UNUSED)),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
)
REVALIDATED = "no-cache"  # kept by a browser, and asked for again by its date: pages and styles never come from two builds
HEADERS_FILE = "_headers"


def headers_file() -> Export:
    """The headers of every file of the site. Hosts join the values of two rules that fit one file, so there is one rule."""
    lines = [f"  {name}: {value}" for name, value in (*HEADERS, ("Cache-Control", REVALIDATED))]
    return Export(HEADERS_FILE, "\n".join(["/*", *lines, ""]))
