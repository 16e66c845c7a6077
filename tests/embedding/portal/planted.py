"""Planted pages of agencies, and what they should show."""

from khedmat.embedding.listing import Entry
from khedmat.embedding.portal.expected import Expected
from khedmat.embedding.portal.judging import judge
from khedmat.embedding.portal.reading import read

SITE = "https://khedmat.example.ir"
PAGE = "https://agency.example.ir/services/"
SHA, OLD_SHA = "a" * 64, "b" * 64
MAIN = Entry(1, "13041861000", "صدور پروانهٔ بهره‌برداری", 3, SHA, None)
SUB = Entry(2, "12031861100", "تمدید پروانهٔ بهره‌برداری", 1, SHA, None)
NAMELESS = Entry(77, None, "پاسخ به استعلام ثبتی", 2, SHA, None)
ALL = (MAIN, SUB, NAMELESS)


def judged(*htmls, entries=ALL, code="sample"):
    """What the checker says of these pages together."""
    expected = Expected(entries)
    pages = {f"{PAGE}{n}" if n else PAGE: read(html, expected, SITE) for n, html in enumerate(htmls)}
    return judge(expected, pages, code)


def states(*htmls, **more):
    return [str(one.state) for one in judged(*htmls, **more).services]


def of(service, *htmls, **more):
    return next(one for one in judged(*htmls, **more).services if one.service == service.service)
