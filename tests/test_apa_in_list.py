"""Works in the list: each case is an entry of a bibliography and the line that is printed. Italics are shown as *…*."""

from __future__ import annotations

import pytest
from printing import line

BALL = "author = {Ball, Ann}, year = 2019, title = {On Piers}"

ARTICLES = {
    "an article with volume, issue and pages": (
        "@article{a, author = {Ball, Ann and Cole, Bo}, title = {A Study of Piers}, journal = {Harbour Review},"
        " volume = 12, number = 3, pages = {4--9}, year = 2019, doi = {10.1000/182}}",
        "Ball, A., & Cole, B. (2019). A study of piers. *Harbour Review*, *12*(3), 4–9. https://doi.org/10.1000/182",
    ),
    "no issue": (
        f"@article{{a, {BALL}, journal = {{Harbour Review}}, volume = 12, pages = {{4--9}}}}",
        "Ball, A. (2019). On piers. *Harbour Review*, *12*, 4–9.",
    ),
    "an issue without volume": (
        f"@article{{a, {BALL}, journal = {{Harbour Review}}, number = 3, pages = {{4--9}}}}",
        "Ball, A. (2019). On piers. *Harbour Review*, (3), 4–9.",
    ),
    "two issues in one": (
        f"@article{{a, {BALL}, journal = {{Harbour Review}}, volume = 12, number = {{1--2}}}}",
        "Ball, A. (2019). On piers. *Harbour Review*, *12*(1–2).",
    ),
    "an article number": (
        f"@article{{a, {BALL}, journal = {{Harbour Review}}, volume = 12, number = 3, eid = {{87}}}}",
        "Ball, A. (2019). On piers. *Harbour Review*, *12*(3), Article 87.",
    ),
    "an article number in place of pages": (
        f"@article{{a, {BALL}, journal = {{Harbour Review}}, volume = 12, pages = {{e0209899}}}}",
        "Ball, A. (2019). On piers. *Harbour Review*, *12*, Article e0209899.",
    ),
    "pages of a supplement": (
        f"@article{{a, {BALL}, journal = {{Harbour Review}}, volume = 12, number = {{Suppl. 1}}, pages = {{S4--S9}}}}",
        "Ball, A. (2019). On piers. *Harbour Review*, *12*(Suppl. 1), S4–S9.",
    ),
    "a journal has no month": (
        f"@article{{a, {BALL}, journal = {{Harbour Review}}, volume = 12, month = jul}}",
        "Ball, A. (2019). On piers. *Harbour Review*, *12*.",
    ),
    "a season": (
        "@article{a, author = {Ball, Ann}, date = {2019-21/2019-22}, title = {On Piers}, journaltitle = {Harbour Review},"
        " volume = 12}",
        "Ball, A. (2019, Spring/Summer). On piers. *Harbour Review*, *12*.",
    ),
    "online ahead of print": (
        f"@article{{a, {BALL}, journal = {{Harbour Review}}, pubstate = {{aheadofprint}}, doi = {{10.1000/182}}}}",
        "Ball, A. (2019). On piers. *Harbour Review*. Advance online publication. https://doi.org/10.1000/182",
    ),
    "online ahead of print, said in a note": (
        f"@article{{a, {BALL}, journal = {{Harbour Review}}, note = {{Advance online publication, pp. 1--9}}}}",
        "Ball, A. (2019). On piers. *Harbour Review*. Advance online publication.",
    ),
    "in press": (
        "@article{a, author = {Ball, Ann}, year = {in press}, title = {On Piers}, journal = {Harbour Review}}",
        "Ball, A. (in press). On piers. *Harbour Review*.",
    ),
    "a magazine": (
        "@article{a, entrysubtype = {magazine}, author = {Ball, Ann}, date = {2019-07-14}, title = {On Piers},"
        " journaltitle = {The Sailor}, volume = 12, number = 3, pages = {30}}",
        "Ball, A. (2019, July 14). On piers. *The Sailor*, *12*(3), 30.",
    ),
    "a newspaper": (
        "@article{a, author = {Ball, Ann}, year = 2019, month = {July 14}, title = {On Piers}, journal = {The Sailor},"
        " pages = {C1}, url = {https://sailor.example/piers}}",
        "Ball, A. (2019, July 14). On piers. *The Sailor*, C1. https://sailor.example/piers",
    ),
    "a blog": (
        "@online{a, entrysubtype = {blog}, author = {Ball, Ann}, date = {2019-07-14}, title = {Can We Talk About Piers?},"
        " organization = {The Sailor}, url = {https://sailor.example/piers}}",
        "Ball, A. (2019, July 14). Can we talk about piers? *The Sailor*. https://sailor.example/piers",
    ),
    "a news site": (
        "@online{a, entrysubtype = {news}, author = {Ball, Ann}, date = {2019-07}, title = {On Piers},"
        " howpublished = {Sea Today}, url = {https://sea.example/piers}}",
        "Ball, A. (2019, July). On piers. *Sea Today*. https://sea.example/piers",
    ),
    "a comment": (
        "@article{a, entrysubtype = {newspaper}, author = {{Sea dog}}, date = {2019-01-15}, title = {So that is how it floats},"
        " titleaddon = {Comment on the article “How boats float”}, journaltitle = {The Sailor}}",
        "Sea dog. (2019, January 15). So that is how it floats [Comment on the article “How boats float”]. *The Sailor*.",
    ),
    "an editorial": (
        f"@article{{a, {BALL}, titleaddon = {{Editorial}}, journal = {{Harbour Review}}, volume = 12, pages = {{209}}}}",
        "Ball, A. (2019). On piers [Editorial]. *Harbour Review*, *12*, 209.",
    ),
    "a translated article that came out again": (
        "@article{a, author = {Ball, Ann}, translator = {Cole, Bo and Dunn, Cy}, year = 1972, origdate = {1970},"
        " title = {On Piers}, journal = {Harbour Review}, volume = 12}",
        "Ball, A. (1972). On piers (B. Cole & C. Dunn, Trans.). *Harbour Review*, *12*. (Original work published 1970)",
    ),
    "an article in another language": (
        "@article{a, author = {Ball, Ann}, year = 2019, origtitle = {Sobre los muelles}, title = {On Piers},"
        " journal = {Revista del Puerto}, volume = 12}",
        "Ball, A. (2019). Sobre los muelles [On piers]. *Revista del Puerto*, *12*.",
    ),
    "a special issue": (
        "@periodical{a, editor = {Ball, Ann and Cole, Bo}, year = 2019, title = {The Science of Piers},"
        " issuetitle = {Special issue}, journaltitle = {Harbour Review}, volume = 12, number = 3}",
        "Ball, A., & Cole, B. (Eds.). (2019). The science of piers [Special issue]. *Harbour Review*, *12*(3).",
    ),
    "a review of a book": (
        "@article{a, author = {Ball, Ann}, year = 2019, title = {All at Sea}, journal = {Harbour Review}, volume = 12,"
        " related = {b}, relatedtype = {reviewof}, relatedstring = {Review of the book}}"
        "@book{b, author = {Cole, Bo}, title = {We Are Adrift}, subtitle = {A Memoir}, year = 2018}",
        "Ball, A. (2019). All at sea [Review of the book *We are adrift: A memoir*, by B. Cole]. *Harbour Review*, *12*.",
    ),
    "a reprint of an article": (
        f"@article{{a, {BALL}, journal = {{Harbour Review}}, volume = 12, related = {{b}}, relatedtype = {{reprintfrom}}}}"
        "@article{b, author = {Ball, Ann}, year = 1981, title = {On Piers}, journal = {Sea Review}, volume = 5, number = 3,"
        " pages = {1--2}}",
        "Ball, A. (2019). On piers. *Harbour Review*, *12*. (Reprinted from “On piers,” 1981, *Sea Review*, *5*[3], 1–2)",
    ),
}

BOOKS = {
    "a book": (
        f"@book{{a, {BALL}, publisher = {{Harbour Press}}, address = {{Vancouver}}}}",
        "Ball, A. (2019). *On piers*. Harbour Press.",
    ),
    "edition and volume": (
        f"@book{{a, {BALL}, edition = {{2}}, volume = {{3}}, publisher = {{Harbour Press}}}}",
        "Ball, A. (2019). *On piers* (2nd ed., Vol. 3). Harbour Press.",
    ),
    "an edition in words": (
        f"@book{{a, {BALL}, edition = {{Third}}, publisher = {{Harbour Press}}}}",
        "Ball, A. (2019). *On piers* (3rd ed.). Harbour Press.",
    ),
    "an edition with a name": (
        f"@book{{a, {BALL}, edition = {{Summer 2019 ed.}}, publisher = {{Harbour Press}}}}",
        "Ball, A. (2019). *On piers* (Summer 2019 ed.). Harbour Press.",
    ),
    "a revised edition": (f"@book{{a, {BALL}, edition = {{Revised}}}}", "Ball, A. (2019). *On piers* (Rev. ed.)."),
    "an edited book": (
        "@book{a, editor = {Ball, Ann}, year = 2019, title = {On Piers}, publisher = {Harbour Press}}",
        "Ball, A. (Ed.). (2019). *On piers*. Harbour Press.",
    ),
    "a book with author and editor": (
        f"@book{{a, {BALL}, editor = {{Cole, Bo and Dahl, Jr., Di}}, publisher = {{Harbour Press}}}}",
        "Ball, A. (2019). *On piers* (B. Cole & D. Dahl Jr., Eds.). Harbour Press.",
    ),
    "a translated book that came out again": (
        f"@book{{a, {BALL}, translator = {{Cole, Bo}}, edition = 2, publisher = {{Harbour Press}}, origdate = {{1966}}}}",
        "Ball, A. (2019). *On piers* (B. Cole, Trans.; 2nd ed.). Harbour Press. (Original work published 1966)",
    ),
    "one person edited and translated": (
        f"@book{{a, {BALL}, editor = {{Cole, Bo}}, translator = {{Cole, Bo}}}}",
        "Ball, A. (2019). *On piers* (B. Cole, Ed. & Trans.).",
    ),
    "an ancient book": (
        "@book{a, author = {Plato}, year = 1994, origdate = {-0379~}, title = {Ships}, publisher = {Harbour Press}}",
        "Plato. (1994). *Ships*. Harbour Press. (Original work published ca. 380 B.C.E.)",
    ),
    "a volume with a title of its own": (
        "@collection{a, editor = {Ball, Ann}, year = 2019, maintitle = {Handbook of the Sea}, volume = 1, title = {Tides"
        " and Waves},"
        " publisher = {Harbour Press}}",
        "Ball, A. (Ed.). (2019). *Handbook of the sea: Vol. 1. Tides and waves*. Harbour Press.",
    ),
    "two publishers": (
        f"@book{{a, {BALL}, publisher = {{Harbour Press and Sea House}}}}",
        "Ball, A. (2019). *On piers*. Harbour Press; Sea House.",
    ),
    "a publisher with and in its name": (
        f"@book{{a, {BALL}, publisher = {{{{Ball and Sons}}}}}}",
        "Ball, A. (2019). *On piers*. Ball and Sons.",
    ),
    "the author is the publisher": (
        "@book{a, author = {{Harbour Office}}, year = 2019, title = {On Piers}, publisher = {Harbour Office}}",
        "Harbour Office. (2019). *On piers*.",
    ),
    "an audiobook": (
        f"@book{{a, {BALL}, narrator = {{Cole, Bo}}, entrysubtype = {{Audiobook}}, publisher = {{Harbour Press}}}}",
        "Ball, A. (2019). *On piers* (B. Cole, Narr.) [Audiobook]. Harbour Press.",
    ),
    "a book without author": (
        "@book{a, author = {}, title = {The Book of {Piers}}, edition = 3, year = 2015, publisher = {Harbour Press}}",
        "*The book of Piers* (3rd ed.). (2015). Harbour Press.",
    ),
    "with another": (
        "@book{a, author = {Ball, Ann}, with = {Cole, B. T.}, year = 2019, title = {On Piers}}",
        "Ball, A. (with Cole, B. T.). (2019). *On piers*.",
    ),
    "a dictionary that changes": (
        "@book{a, author = {{Harbour Office}}, title = {{HO} Dictionary of the Sea}, url = {https://ho.example/}, urldate ="
        " {2019-06-14}, year = {n.d.}}",
        "Harbour Office. (n.d.). *HO dictionary of the sea*. Retrieved June 14, 2019, from https://ho.example/",
    ),
    "proceedings": (
        "@proceedings{a, editor = {Ball, Ann}, title = {Piers and Ropes}, year = 2019, publisher = {Harbour Press}}",
        "Ball, A. (Ed.). (2019). *Piers and ropes*. Harbour Press.",
    ),
}

PARTS = {
    "a chapter": (
        "@incollection{a, author = {Ball, Ann}, editor = {Cole, Bo C. and Dunn, Di}, title = {On Piers},"
        " booktitle = {Ropes and Sails}, edition = 2, volume = 1, pages = {3--9}, publisher = {Harbour Press}, year = 2019}",
        "Ball, A. (2019). On piers. In B. C. Cole & D. Dunn (Eds.), *Ropes and sails* (2nd ed., Vol. 1, pp. 3–9). Harbour"
        " Press.",
    ),
    "a chapter on one page": (
        "@incollection{a, author = {Ball, Ann}, editor = {Cole, Bo}, title = {On Piers}, booktitle = {Ropes}, pages = {3},"
        " year = 2019}",
        "Ball, A. (2019). On piers. In B. Cole (Ed.), *Ropes* (p. 3).",
    ),
    "a chapter with a number and no pages": (
        "@incollection{a, author = {Ball, Ann}, editor = {Cole, Bo}, title = {On Piers}, booktitle = {Ropes}, chapter ="
        " 14, year = 2019}",
        "Ball, A. (2019). On piers. In B. Cole (Ed.), *Ropes* (Chapter 14).",
    ),
    "a translated chapter": (
        "@inbook{a, author = {Ball, Ann}, translator = {Dunn, Di}, editor = {Cole, Bo}, title = {On Piers}, booktitle ="
        " {Ropes},"
        " year = 2019, origdate = {1961}}",
        "Ball, A. (2019). On piers (D. Dunn, Trans.). In B. Cole (Ed.), *Ropes*. (Original work published 1961)",
    ),
    "a chapter in another person's book": (
        "@inbook{a, author = {Ball, Ann}, bookauthor = {Cole, Bo}, title = {Foreword}, booktitle = {Ropes}, pages ="
        " {i--v}, year = 2019}",
        "Ball, A. (2019). Foreword. In B. Cole, *Ropes* (pp. i–v).",
    ),
    "a chapter in a volume with its own title": (
        "@incollection{a, author = {Ball, Ann}, editor = {Cole, Bo}, title = {On Piers}, maintitle = {Handbook of the Sea},"
        " booktitle = {Tides and Waves}, volume = 2, edition = 7, pages = {3--9}, year = 2019}",
        "Ball, A. (2019). On piers. In B. Cole (Ed.), *Handbook of the sea: Vol. 2. Tides and waves* (7th ed., pp. 3–9).",
    ),
    "an entry of a reference work": (
        "@inreference{a, author = {Ball, Ann}, editor = {Cole, Bo}, title = {Piers}, booktitle = {The {Harbour} Encyclopedia},"
        " publisher = {Harbour Press}, year = 2019, url = {https://he.example/piers}}",
        "Ball, A. (2019). Piers. In B. Cole (Ed.), *The Harbour encyclopedia*. Harbour Press. https://he.example/piers",
    ),
    "an entry of a wiki": (
        "@inreference{a, title = {List of Long Piers}, booktitle = {Wiki of the {Sea}}, date = {2019-01-13},"
        " url = {https://wiki.example/piers}}",
        "List of long piers. (2019, January 13). In *Wiki of the Sea*. https://wiki.example/piers",
    ),
    "an entry by a group, seen on a day": (
        "@inbook{a, author = {{Harbour Office}}, title = {Pier}, booktitle = {{HO} Dictionary}, url ="
        " {https://ho.example/pier},"
        " urldate = {2019-08-31}, year = {n.d.}}",
        "Harbour Office. (n.d.). Pier. In *HO dictionary*. Retrieved August 31, 2019, from https://ho.example/pier",
    ),
    "a paper in proceedings": (
        "@inproceedings{a, author = {Ball, Ann}, editor = {Cole, Bo}, title = {On Piers}, booktitle = {Piers and Ropes},"
        " pages = {3--9}, year = 2019, month = jun, publisher = {Harbour Press}}",
        "Ball, A. (2019). On piers. In B. Cole (Ed.), *Piers and ropes* (pp. 3–9). Harbour Press.",
    ),
    "a paper in proceedings that come out like a journal": (
        "@inproceedings{a, author = {Ball, Ann}, title = {On Piers}, booktitle = {Proceedings of the Harbour Society},"
        " volume = 116, number = 47, pages = {3--9}, year = 2019}",
        "Ball, A. (2019). On piers. *Proceedings of the Harbour Society*, *116*(47), 3–9.",
    ),
}


@pytest.mark.parametrize(
    ("bib", "expected"), [pytest.param(*case, id=name) for name, case in (ARTICLES | BOOKS | PARTS).items()]
)
def test_a_work_is_printed(bib, expected):
    assert line(bib) == expected
