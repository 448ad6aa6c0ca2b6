"""Works in the list: each case is an entry of a bibliography and the line that is printed. Italics are shown as *…*."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledgebase.model.works import Run
from knowledgebase.reading.bibtex import read_bibtex
from knowledgebase.reading.works import read_work
from knowledgebase.syntax import Citation
from knowledgebase.writing.apa import Apa, Piece, text_of
from knowledgebase.writing.apa.case import sentence_case, title_case
from knowledgebase.writing.apa.names import initials


def works_of(bib: str):
    return [read_work(entry)[0] for entry in read_bibtex(bib, "bibliography.bib")[0]]


def shown(pieces: tuple[Piece, ...]) -> str:
    return "".join(f"*{piece.text}*" if piece.italic else piece.text for piece in pieces)


def line(bib: str) -> str:
    """The line of the first entry."""
    works = works_of(bib)
    return shown(Apa(works).in_list(works[0]))


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

OTHERS = {
    "a report": (
        "@techreport{a, author = {Ball, Ann}, title = {On Piers}, institution = {Ministry of Ships and Ropes}, type ="
        " {Issue Brief},"
        " number = 4, year = 2019, url = {https://msr.example/4.pdf}}",
        "Ball, A. (2019). *On piers* (Issue Brief No. 4). Ministry of Ships and Ropes. https://msr.example/4.pdf",
    ),
    "a report by a group that published it": (
        "@report{a, author = {{Harbour Office}}, title = {On Piers}, institution = {Harbour Office}, number = {HO-17},"
        " year = 2019}",
        "Harbour Office. (2019). *On piers* (HO-17).",
    ),
    "a press release": (
        "@report{a, author = {{Harbour Office}}, title = {Pier Opened}, titleaddon = {Press release}, date = {2019-02-14}}",
        "Harbour Office. (2019, February 14). *Pier opened* [Press release].",
    ),
    "a dissertation from an archive": (
        "@phdthesis{a, author = {Ball, Ann}, title = {On Piers}, school = {Harbour University}, publisher = {Sea Archive},"
        " year = 2019,"
        " number = {10289373}, month = may}",
        "Ball, A. (2019). *On piers* (Publication No. 10289373) [Doctoral dissertation, Harbour University]. Sea Archive.",
    ),
    "a master's thesis at an address": (
        "@mastersthesis{a, author = {Ball, Ann}, title = {On Piers}, school = {Harbour University}, year = 2019,"
        " url = {https://hu.example/ball}}",
        "Ball, A. (2019). *On piers* [Master’s thesis, Harbour University]. https://hu.example/ball",
    ),
    "an unpublished dissertation": (
        "@phdthesis{a, author = {Ball, Ann}, title = {On Piers}, school = {Harbour University}, year = 2019}",
        "Ball, A. (2019). *On piers* [Unpublished doctoral dissertation]. Harbour University.",
    ),
    "a conference session": (
        "@presentation{a, author = {Ball, Ann}, title = {On Piers}, titleaddon = {Conference session}, eventtitle = {Sea"
        " Congress},"
        " venue = {Vancouver, BC, Canada}, eventdate = {2019-07-12/2019-07-15}}",
        "Ball, A. (2019, July 12–15). *On piers* [Conference session]. Sea Congress, Vancouver, BC, Canada.",
    ),
    "a paper in a symposium": (
        "@presentation{a, author = {Ball, Ann}, title = {On Piers}, editora = {Cole, Bo and Dunn, Di}, editoratype = {chair},"
        " maintitle = {Ropes and Sails}, maintitleaddon = {Symposium}, eventtitle = {Sea Congress}, venue = {Oslo},"
        " eventdate = {2019-03-30/2019-04-02}}",
        "Ball, A. (2019, March 30–April 2). On piers. In B. Cole & D. Dunn (Chairs), *Ropes and sails* [Symposium]."
        " Sea Congress, Oslo.",
    ),
    "a manuscript": (
        "@unpublished{a, author = {Ball, Ann}, title = {On Piers}, institution = {Harbour University}, year = 2019}",
        "Ball, A. (2019). *On piers* [Unpublished manuscript]. Harbour University.",
    ),
    "a manuscript that was handed in": (
        "@unpublished{a, author = {Ball, Ann}, title = {On Piers}, howpublished = {mansub}, year = 2019}",
        "Ball, A. (2019). *On piers* [Manuscript submitted for publication].",
    ),
    "a preprint": (
        "@online{a, author = {Ball, Ann}, title = {On Piers}, eprint = {1910.12345}, eprinttype = {arxiv}, year = 2019}",
        "Ball, A. (2019). *On piers* (arXiv:1910.12345). arXiv. https://arxiv.org/abs/1910.12345",
    ),
    "a data set": (
        "@dataset{a, author = {Ball, Ann}, title = {Lengths of Piers}, version = {2}, publisher = {Sea Archive}, year = 2019,"
        " doi = {10.1000/182}}",
        "Ball, A. (2019). *Lengths of piers* (Version 2) [Data set]. Sea Archive. https://doi.org/10.1000/182",
    ),
    "a program": (
        "@software{a, author = {Ball, Ann}, title = {{PierPlan}}, version = {3.1}, publisher = {Harbour Labs}, year = 2019}",
        "Ball, A. (2019). *PierPlan* (Version 3.1) [Computer software]. Harbour Labs.",
    ),
    "a film": (
        "@movie{a, author = {Ball, Ann}, author+an:role = {1=director}, title = {The Pier}, publisher = {Sea Films and"
        " Sky}, year = 2019}",
        "Ball, A. (Director). (2019). *The pier* [Film]. Sea Films; Sky.",
    ),
    "an episode of a series": (
        "@video{a, entrysubtype = {tvepisode}, author = {Ball, Ann and Cole, Bo}, author+an:role = {1=writer;2=director},"
        " title = {Low Tide ({Season} 3, {Episode} 12)}, maintitle = {The Harbour}, execproducer = {Dunn, Di}, date ="
        " {2017-01-11},"
        " publisher = {Sea Films}}",
        "Ball, A. (Writer), & Cole, B. (Director). (2017, January 11). Low tide (Season 3, Episode 12) [TV series episode]. In"
        " D. Dunn (Executive Producer), *The Harbour*. Sea Films.",
    ),
    "a video": (
        '@video{a, entrysubtype = {video}, author = {Ball, Ann}, author+an:username = {1="PierAnn"}, title = {How Piers'
        " Work},"
        " publisher = {YouTube}, date = {2016-09-30}, url = {https://video.example/1}}",
        "Ball, A. [PierAnn]. (2016, September 30). *How piers work* [Video]. YouTube. https://video.example/1",
    ),
    "an episode of a podcast": (
        "@audio{a, entrysubtype = {podcastepisode}, author = {Ball, Ann}, author+an:role = {1=host}, title = {On Piers},"
        " maintitle = {The Sea Hour}, number = 44, publisher = {Sea Radio}, date = {2011-08-12}}",
        "Ball, A. (Host). (2011, August 12). On piers (No. 44) [Audio podcast episode]. In *The Sea Hour*. Sea Radio.",
    ),
    "a song": (
        "@audio{a, entrysubtype = {song}, author = {Ball, Ann}, title = {Pier}, maintitle = {Low Tide}, publisher = {Sea"
        " Records},"
        " year = 2019}",
        "Ball, A. (2019). Pier [Song]. On *Low Tide*. Sea Records.",
    ),
    "a painting": (
        "@image{a, entrysubtype = {painting}, author = {Ball, Ann}, title = {The Pier}, location = {Harbour Museum, Oslo},"
        " year = 1930}",
        "Ball, A. (1930). *The pier* [Painting]. Harbour Museum, Oslo.",
    ),
    "a work without a title": (
        "@image{a, author = {Ball, Ann}, titleaddon = {Photograph of a pier in the fog}, year = 1930, publisher = {Sea"
        " Archive}}",
        "Ball, A. (1930). [Photograph of a pier in the fog]. Sea Archive.",
    ),
    "a page of a website": (
        "@online{a, author = {Ball, Ann}, title = {Be Kind to Your Pier}, organization = {Harbour Office}, date = {2019-07},"
        " url = {https://ho.example/kind}}",
        "Ball, A. (2019, July). *Be kind to your pier*. Harbour Office. https://ho.example/kind",
    ),
    "a page of the author's own website": (
        "@online{a, author = {{Harbour Office}}, title = {Piers}, organization = {Harbour Office}, year = {n.d.}, urldate"
        " = {2019-07-03},"
        " url = {https://ho.example/}}",
        "Harbour Office. (n.d.). *Piers*. Retrieved July 3, 2019, from https://ho.example/",
    ),
    "a post": (
        '@online{a, entrysubtype = {Tweet}, author = {{Harbour Office}}, author+an:username = {1="@harbour"},'
        " title = {The pier is open again \\#pier}, titleaddon = {Image attached}, eprint = {Twitter}, date = {2018-06-29},"
        " url = {https://tw.example/1}}",
        "Harbour Office [@harbour]. (2018, June 29). *The pier is open again #pier* [Image attached] [Tweet]. Twitter."
        " https://tw.example/1",
    ),
    "a work that has nothing but its author and year": (
        "@misc{a, author = {Ball and others}, year = 2009}",
        "Ball et al. (2009).",
    ),
    "a name that ends in a full stop": (
        "@misc{a, author = {{Ropes, Inc.}}, title = {On Piers}, howpublished = {Sails, Inc.}, year = 2009}",
        "Ropes, Inc. (2009). *On piers*. Sails, Inc.",
    ),
    "no author and a question": (
        "@online{a, author = {}, title = {Is the Pier Open?}, year = {n.d.}}",
        "*Is the pier open?* (n.d.).",
    ),
    "an approximate date": ("@image{a, author = {Ball, Ann}, title = {Pier}, date = {1850~}}", "Ball, A. [ca. 1850]. *Pier*."),
    "still coming out": (
        "@audio{a, entrysubtype = {podcast}, author = {Ball, Ann}, title = {Tides}, date = {2015/}}",
        "Ball, A. (2015–present). *Tides* [Audio podcast].",
    ),
}


@pytest.mark.parametrize(
    ("bib", "expected"), [pytest.param(*case, id=name) for name, case in (ARTICLES | BOOKS | PARTS | OTHERS).items()]
)
def test_a_work_is_printed(bib, expected):
    assert line(bib) == expected


@pytest.mark.parametrize(
    ("authors", "printed"),
    [
        ("Ball, Jean-Luc and Cole, Ai-Jun", "Ball, J.-L., & Cole, A.-J."),
        ("Ball, Lee-ann", "Ball, L."),
        ("Ball, K. L.", "Ball, K. L."),
        ("Ball, K.L.", "Ball, K. L."),
        ("de la Cruz, Ana", "de la Cruz, A."),
        ("Dahl, Jr., Bo", "Dahl, B., Jr."),
        ("Plato", "Plato"),
        ("山田, 太郎", "山田, 太郎"),
        ("Чехов, Антон", "Чехов, А."),
        ("{Harbour Office}", "Harbour Office"),
        ("{Rope Guild} and {Sail Guild}", "Rope Guild & Sail Guild"),
        ("Ball, A. and Cole, B. and {Harbour Office}", "Ball, A., Cole, B., & Harbour Office"),
        ("Ball, A. and others", "Ball, A., et al"),
        (
            " and ".join(f"{letter}a, X." for letter in "ABCDEFGHIJKLMNOPQRST"),
            ", ".join(f"{letter}a, X." for letter in "ABCDEFGHIJKLMNOPQRS") + ", & Ta, X.",
        ),
        (
            " and ".join(f"{letter}a, X." for letter in "ABCDEFGHIJKLMNOPQRSTU"),
            ", ".join(f"{letter}a, X." for letter in "ABCDEFGHIJKLMNOPQRS") + ", . . . Ua, X.",
        ),
    ],
)
def test_authors_are_printed(authors, printed):
    stop = "" if printed.endswith(".") else "."
    assert line(f"@book{{a, author = {{{authors}}}, title = {{T}}, year = 2019}}") == f"{printed}{stop} (2019). *T*."


def test_a_prefix_may_follow_the_given_name():
    assert line("@book{a, options = {useprefix=false}, author = {van Berg, Jan}, title = {T}, year = 2019}").startswith(
        "Berg, J. van."
    )


@pytest.mark.parametrize(
    ("given", "short"), [("Jean-Luc Marie", "J.-L. M."), ("J.-L.", "J.-L."), ("H-K", "H.-K."), ("E. Ann", "E. A."), ("", "")]
)
def test_given_names_become_initials(given, short):
    assert initials(given) == short


@pytest.mark.parametrize(
    ("title", "printed"),
    [
        ("The Effect of Tides on Ropes", "The effect of tides on ropes"),
        ("Ropes: A Study", "Ropes: A study"),
        ("Ropes: a study", "Ropes: A study"),
        ("Why Float? Because We Can! And More", "Why float? Because we can! And more"),
        ("Ropes—And Sails", "Ropes—And sails"),
        ("Tides in {Canada}", "Tides in Canada"),
        ("peer support for young people in Canada: a review", "Peer support for young people in Canada: A review"),
        ("Is the NHS Ready?", "Is the NHS ready?"),
        ("An OpenRope Study by McDonald", "An OpenRope study by McDonald"),
        ("Vitamin D and I", "Vitamin D and I"),
        ("Self-Help in a Peer-Led Group", "Self-help in a peer-led group"),
        ("ROPES AND SAILS", "Ropes and sails"),
        ("10 Rules for Ropes", "10 rules for ropes"),
        ("The Two Ropes? Experiences of workers on small ships", "The two ropes? Experiences of workers on small ships"),
        ("{iRope} and Sails", "iRope and sails"),
    ],
)
def test_titles_are_in_sentence_case(title, printed):
    assert line(f"@misc{{a, author = {{Ball, A.}}, title = {{{title}}}, year = 2019}}").startswith(
        f"Ball, A. (2019). *{printed}*"
    )


def test_a_title_in_another_language_keeps_its_capitals():
    bib = "@misc{a, author = {Ball, A.}, title = {Die Taue und Segel der Welt}, year = 2019, langid = {ngerman}}"
    assert line(bib) == "Ball, A. (2019). *Die Taue und Segel der Welt*."


def test_marks_survive_a_change_of_case():
    text = (Run("The "), Run("Titanic", protected=True, italic=True), Run(" and Other Ships"))
    assert sentence_case(text) == (Run("The "), Run("Titanic", protected=True, italic=True), Run(" and other ships"))
    assert title_case((Run("the tides of "), Run("iRope", protected=True))) == (
        Run("The Tides of "),
        Run("iRope", protected=True),
    )


def test_italics_within_a_title_in_italics_are_upright():
    assert line(r"@book{a, author = {Ball, A.}, title = {Aboard the \emph{{Titanic}}}, year = 2019}") == (
        "Ball, A. (2019). *Aboard the *Titanic."
    )


def test_addresses_are_links():
    works = works_of("@misc{a, author = {Ball, A.}, title = {T}, year = 2019, doi = {10.1000/<1>}}")
    assert Apa(works).in_list(works[0])[-1] == Piece("https://doi.org/10.1000/<1>", href="https://doi.org/10.1000/%3C1%3E")
    works = works_of("@misc{a, author = {Ball, A.}, title = {T}, year = 2019, url = {https://x.example/a}}")
    assert Apa(works).in_list(works[0])[-1] == Piece("https://x.example/a", href="https://x.example/a")


@pytest.mark.parametrize("subtype", ["", "blog"])
def test_a_note_of_the_editors_is_not_printed(subtype):
    bib = (
        f"@misc{{a, author = {{Ball, A.}}, title = {{T}}, year = 2019, note = {{Seen in print}}, entrysubtype = {{{subtype}}}}}"
    )
    assert "Seen" not in line(bib)


ORDERED = """
Anders, A. | 2001 | T
{Anonymous} | 2001 | T
Ball, A. | n.d. | T
Ball, A. | 2016 | T
Ball, A. | 2020 | T
Ball, A. | in press | T
Ball, A. and Cole, B. | 2001 | T
Ball, A. and Cole, B. | 2002 | T
Ball, A. and Dunn, C. | 1999 | T
Ball, T. | 1990 | T
| 2001 | The beach
Benson, A. | 2001 | T
ben Yosef, D. | 2001 | T
Denton, N. | 2001 | T
de Oro, C. | 2001 | T
Devon, J. | 2001 | T
Ibn Aziz, T. | 2001 | T
López, M. | 2001 | T
López de Mora, G. | 2001 | T
MacNeal, E. | 2001 | T
M'Carty, L. | 2001 | T
O'Neal, U. | 2001 | T
Oppen, R. | 2001 | T
Øster, R. | 2001 | T
""".strip().splitlines()


def test_works_are_sorted_letter_by_letter():
    rows = [row.partition("|") for row in ORDERED]
    bib = "\n".join(
        f"@book{{k{n:02}, author = {{{authors.strip()}}}, year = {{{rest.split('|')[0].strip()}}}, title ="
        f" {{{rest.split('|')[1]}}}}}"
        for n, (authors, _, rest) in enumerate(rows)
    )
    works = works_of(bib)
    apa = Apa(works)
    backwards = works[::-1]
    assert [ORDERED[int(work.key[1:])] for work in sorted(backwards, key=apa.sort_key)] == ORDERED


OURS = Path(__file__).parent / "our_works"


def our_lines() -> list[tuple[str, ...]]:
    """Key, bracket, sentence and line of each work, a paragraph each."""
    text = (OURS / "printed.txt").read_text(encoding="utf-8")
    return [tuple(paragraph.strip().splitlines()) for paragraph in text.split("\n\n") if not paragraph.startswith("#")]


@pytest.fixture(scope="module")
def our_works():
    return works_of((OURS / "works.bib").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("key", "bracket", "sentence", "entry"), [pytest.param(*row, id=row[0]) for row in our_lines()])
def test_each_of_our_own_works_is_printed(our_works, key, bracket, sentence, entry):
    apa = Apa(our_works)
    work = next(work for work in our_works if work.key == key)
    cited = [Citation(key)]
    assert shown(apa.in_list(work)) == entry
    assert shown(apa.in_text(cited)) == bracket
    assert shown(apa.in_text(cited, narrative=True)) == sentence


def test_our_own_works_are_all_listed_in_order(our_works):
    apa = Apa(our_works)
    assert [work.key for work in sorted(our_works, key=apa.sort_key)] == [row[0] for row in our_lines()]


def test_the_text_of_pieces_has_no_marks():
    assert text_of((Piece("Ball. "), Piece("Ropes", italic=True))) == "Ball. Ropes"
