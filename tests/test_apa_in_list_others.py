"""Reports, theses, talks, data, recordings, images and web pages in the list: entry and printed line. Italics as *…*."""

from __future__ import annotations

import pytest
from printing import line

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


@pytest.mark.parametrize(("bib", "expected"), [pytest.param(*case, id=name) for name, case in OTHERS.items()])
def test_a_work_is_printed(bib, expected):
    assert line(bib) == expected
