"""Opens the pages of a built site in a browser, each as a new reader would, and tells what the page asked for, kept and
weighed, and which barriers axe finds on it. The browser can reach nothing but this machine.
"""

from __future__ import annotations

import functools
import gzip
import http.server
import threading
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update"
    " --disable-sync --disable-dev-shm-usage"
).split()
NOWHERE_ELSE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
WIDTHS = (360, 1280)
SCHEMES = ("light", "dark")
AXE = Axe().axe_script
LOOK = """async () => {
    for (const change of document.getAnimations()) change.finish();  // colours that are on their way are no barrier
    return (await axe.run({resultTypes: ["violations"]})).violations;
}"""
WHAT_IS_KEPT = """async () => [
    localStorage.length, sessionStorage.length, (await indexedDB.databases()).length, (await caches.keys()).length,
    (await navigator.serviceWorker.getRegistrations()).length,
]"""
LEAD_AWAY = ("s/", "editions/2")  # pages behind short codes, and pages of old editions


@dataclass(frozen=True)
class Kept:
    """What a page left behind in the browser, counted."""

    cookies: int
    local_storage: int
    session_storage: int
    databases: int
    caches: int
    service_workers: int


@dataclass(frozen=True)
class Found:
    """A rule of axe that a page breaks, and at how many places."""

    rule: str
    says: str
    places: int


@dataclass(frozen=True)
class Visit:
    """One page, opened with nothing known of it before. ``files`` are paths on the site, ``weight`` their bytes under gzip."""

    page: str
    files: tuple[str, ...]
    other_hosts: tuple[str, ...]
    kept: Kept
    weight: int
    barriers: tuple[Found, ...]


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing of each request."""


@contextmanager
def served(site: Path) -> Iterator[str]:
    """The address at which a folder is served, on this machine only, for as long as the block lasts."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def opened(program: str) -> Iterator[Browser]:
    """A browser, without a window, for as long as the block lasts; ``program`` is the path of a Chromium."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=[*FLAGS, NOWHERE_ELSE])
        yield browser
        browser.close()


def pages_of(site: Path) -> tuple[str, ...]:
    """The address of every page of a built site, in order; not of short codes, which lead on at once, nor of old editions."""
    found = (path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    return tuple(sorted(address for address in found if not address.startswith(LEAD_AWAY)))


def visit(browser: Browser, address: str, site: Path, name: str) -> Visit:
    """Open one page, at every width and in both schemes; ``address`` is where the site is served."""
    context = browser.new_context()
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    page = context.new_page()
    page.goto(f"{address}/{name}")
    barriers = tuple(_barriers(page))
    kept = Kept(len(context.cookies()), *page.evaluate(WHAT_IS_KEPT))
    context.close()
    files, hosts = _sorted_out(asked, address)
    return Visit(name, files, hosts, kept, sum(_weight(site / file) for file in files), barriers)


def _sorted_out(asked: list[str], address: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What was asked for: paths on the site, and other hosts; what stands in a page itself was asked of nobody."""
    parts = [urlsplit(url) for url in asked if not url.startswith(("data:", "blob:"))]
    own = urlsplit(address).netloc
    files = dict.fromkeys(unquote(part.path).lstrip("/") for part in parts if part.netloc == own)
    return tuple(files), tuple(sorted({part.netloc for part in parts} - {own}))


def _weight(file: Path) -> int:
    """The bytes of a file as a server sends it; nothing for one that is not there."""
    return len(gzip.compress(file.read_bytes(), mtime=0)) if file.is_file() else 0


def _barriers(page: Page) -> Iterator[Found]:
    """The rules broken at any width, in any scheme; a place that breaks one in several of them counts once."""
    says: dict[str, str] = {}
    places: dict[str, set[str]] = defaultdict(set)
    page.evaluate(AXE)
    for width in WIDTHS:
        for scheme in SCHEMES:
            page.set_viewport_size({"width": width, "height": 800})
            page.emulate_media(color_scheme=scheme)
            for broken in page.evaluate(LOOK):
                says[broken["id"]] = broken["help"]
                places[broken["id"]] |= {str(node["target"]) for node in broken["nodes"]}
    yield from (Found(rule, says[rule], len(places[rule])) for rule in sorted(places))
