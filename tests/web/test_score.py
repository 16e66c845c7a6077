"""The score on a page: five bars that say what was lost and where it is won back."""

import re
from datetime import date
from types import SimpleNamespace

import pytest
from django.template import Context, Template

from khedmat.cards.rules.engine import check
from khedmat.cards.score import Facts, score
from tests.cards.rules.example import example, example_card

TODAY = date(2026, 5, 1)


def shown(changes=None, *, version=None, facts=None, query=""):
    document = example(changes) if changes else example_card()
    found = score(document, check(document), facts or Facts(TODAY, TODAY, TODAY, has_source=True))
    known = Context({"found": found, "version": version, "query": query})
    return Template("{% load score %}{% score found version query %}").render(known)


def test_the_total_and_five_parts_are_said_in_persian_digits():
    page = shown()

    assert "<strong>۱۰۰</strong>" in page
    assert re.findall(r'score-points">([^<]+)<', page) == ["۳۰ از ۳۰", "۲۵ از ۲۵", "۱۵ از ۱۵", "۱۵ از ۱۵", "۱۵ از ۱۵"]
    assert page.count("چیزی کم ندارد") == 5


def test_a_loss_says_how_much_and_leads_to_its_box():
    page = shown({"audience": None})

    assert "۱٫۵ کم" in page
    assert 'href="#box-audience"' in page
    assert "«نوع مخاطبین» پاسخی ندارد." in page


def test_with_a_version_a_loss_leads_to_its_page_of_the_editor():
    page = shown({"url": None}, version=SimpleNamespace(pk=7))

    assert 'href="/desk/versions/7/edit/access/#box-url"' in page


def test_beside_the_source_a_loss_leads_to_a_page_beside_the_source():
    page = shown({"url": None}, version=SimpleNamespace(pk=7), query="source=1")

    assert 'href="/desk/versions/7/edit/access/?source=1#box-url"' in page


def test_what_has_no_box_has_no_link():
    page = shown(facts=Facts(TODAY))

    assert "<a " not in page
    assert "دستگاه هنوز این متن را تأیید نکرده است." in page


def test_a_blocker_takes_the_number_and_leaves_the_bars():
    page = shown({"average_duration": {"value": 15}})

    assert "تا مانع هست نمره ندارد" in page
    assert "<strong>" not in page
    assert page.count("<details") == 5


@pytest.mark.parametrize("changes", [None, {"audience": None}, {"documents": [], "laws": [], "processes": []}])
def test_the_bars_are_as_long_as_their_parts_and_end_at_the_left(changes):
    page = shown(changes)

    for start, width in re.findall(r'score-fill" x="([\d.]+)" width="([\d.]+)"', page):
        assert float(start) + float(width) == pytest.approx(100)


def test_a_page_needs_no_style_and_no_script_of_its_own():
    assert not re.search(r"style=|<script|on\w+=", shown({"audience": None}))


def test_what_an_author_wrote_is_only_text():
    page = shown({"url": "<script>alert(1)</script>"})

    assert "<script" not in page
    assert "&lt;script" in page
