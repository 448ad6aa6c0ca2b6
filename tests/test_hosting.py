"""What hosts send with the site: one policy, the same in every page, in ``_headers`` and in the example for nginx."""

import http.server
import re
import threading
from functools import partial

import pytest
from conftest import ROOT
from reading_back import tree_of

from knowledgebase.writing.policy import HEADERS, HEADERS_FILE, IN_PAGES, REVALIDATED
from knowledgebase.writing.promises.ledger import addresses_of_site
from knowledgebase.writing.site import Site

NGINX = ROOT / "hosting" / "nginx.conf"
SENT = dict(HEADERS)


def test_every_page_carries_the_policy(real_site):
    for page in real_site.rglob("*.html"):
        found = [node.get("content") for node in tree_of(page.read_text("utf-8")).iter("meta") if node.get("http-equiv") == "Content-Security-Policy"]
        assert found == [IN_PAGES], page


def test_the_policy_stands_before_all_that_it_is_about(real_site):
    """What stands before it in a page is not held to it."""
    for page in real_site.rglob("*.html"):
        before = page.read_text("utf-8").partition("Content-Security-Policy")[0]
        assert not re.search(r"<(script|link|style|img|body)\b", before), page


def test_headers_say_what_pages_say_and_that_no_other_site_may_frame_them():
    assert SENT["Content-Security-Policy"] == f"{IN_PAGES}; frame-ancestors 'none'"


FORBIDDEN = ["'unsafe-inline'", "'unsafe-eval'", "http:", "https:", "*", "blob:", "'unsafe-hashes'"]


@pytest.mark.parametrize("source", FORBIDDEN)
def test_the_policy_lets_nothing_in_but_the_files_of_the_site(source):
    assert source not in SENT["Content-Security-Policy"].replace(";", "").split()


def headers_in(text):
    """The rules of a file ``_headers``: which headers go with which paths."""
    rules, path = {}, ""
    for line in filter(str.strip, text.splitlines()):
        if not line.startswith(" "):
            path = line.strip()
        else:
            name, _, value = line.strip().partition(": ")
            rules.setdefault(path, {})[name] = value
    return rules


def test_the_built_site_holds_the_headers_for_hosts_that_look_for_them(real_site):
    assert headers_in((real_site / HEADERS_FILE).read_text("utf-8")) == {"/*": SENT | {"Cache-Control": REVALIDATED}}


def test_the_file_of_headers_keeps_to_the_bounds_of_hosts(real_site):
    """Cloudflare Pages takes lines of up to 2,000 signs."""
    assert max(map(len, (real_site / HEADERS_FILE).read_text("utf-8").splitlines())) <= 2000


def test_the_headers_are_no_page_that_is_promised_or_kept_in_editions(toy):
    site = Site(toy)
    assert HEADERS_FILE in {export.address for export in site.exports}
    assert HEADERS_FILE not in set(addresses_of_site(site.pages.values(), site.exports, toy))


def test_the_example_for_nginx_sends_the_same_headers():
    sent = dict(re.findall(r'^ *add_header ([\w-]+) "(.*)" always;$', NGINX.read_text("utf-8"), re.MULTILINE))
    assert sent == SENT
    assert "add_header Cache-Control $kb_caching always;" in NGINX.read_text("utf-8")


def test_no_location_for_nginx_adds_a_header_and_so_loses_the_others():
    blocks = re.findall(r"^ *location [^{]*\{([^}]*)\}", NGINX.read_text("utf-8"), re.MULTILINE)
    assert len(blocks) == 2
    assert not any("add_header" in block for block in blocks)


def kept_for_ever():
    """The paths that the example for nginx lets a browser keep without asking again."""
    return re.findall(r'^ *"~(.*)" +"public, max-age=31536000, immutable";', NGINX.read_text("utf-8"), re.MULTILINE)


CACHED = {
    "the theme's style, whose name tells its content": ("/assets/stylesheets/main.57a0d79d.min.css", True),
    "a page of an edition": ("/editions/2026-11-22/index.html", True),
    "the file of an edition": ("/editions/2026-11-22.zip", True),
    "the list of editions": ("/editions/index.html", False),
    "a page": ("/index.html", False),
    "our own style": ("/assets/site.css", False),
    "the index of the search": ("/search/parts.js", False),
}


@pytest.mark.parametrize(("path", "kept"), CACHED.values(), ids=CACHED)
def test_only_what_never_changes_is_kept_without_asking_again(path, kept):
    assert any(re.search(pattern, path) for pattern in kept_for_ever()) is kept


def test_the_theme_still_names_its_style_by_its_content(real_site):
    styles = [f"/{path.relative_to(real_site).as_posix()}" for path in (real_site / "assets/stylesheets").iterdir()]
    assert styles
    assert all(any(re.search(pattern, style) for pattern in kept_for_ever()) for style in styles)


class Host(http.server.SimpleHTTPRequestHandler):
    """A host that sends the headers with every file."""

    def end_headers(self):
        for name, value in HEADERS:
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, *_):
        """Say nothing of each request."""


@pytest.fixture(scope="module")
def hosted(real_site):
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(Host, directory=str(real_site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_the_search_works_under_the_headers(page, hosted):
    """The fixture fails on anything that the browser refuses."""
    page.goto(f"{hosted}/search.html?q=unclear+role")
    page.locator(".kb-result").first.wait_for()
    assert "Unclear role" in page.locator(".kb-result h2").all_inner_texts()


def test_a_page_works_under_the_headers(page, hosted):
    page.goto(f"{hosted}/challenges/unclear-role.html")
    page.locator(".kb-copy").first.wait_for()
    assert page.evaluate("getComputedStyle(document.querySelector('.kb-wide')).maxWidth") != "none"
    assert page.evaluate("document.featurePolicy.allowsFeature('camera')") is False
    assert page.evaluate("document.featurePolicy.allowsFeature('clipboard-write')") is True  # for the buttons that copy a link


def test_no_other_site_can_show_a_page_in_a_frame(browser, hosted):
    context = browser.new_context()
    page = context.new_page()
    with page.expect_console_message(lambda said: "frame-ancestors" in said.text) as refused:
        page.set_content(f'<iframe src="{hosted}/index.html"></iframe>')
    assert refused.value.type == "error"
    context.close()
