"""Help beside a box."""

import pytest
from django.template import Context, Template

from khedmat.cards.guide import heading_for
from khedmat.web.desk.editor.sections import SECTIONS

LEAVES = [leaf for section in SECTIONS for leaf in section.leaves]
BOXES = [box for section in SECTIONS for box in section.boxes]


def shown(path):
    return Template("{% load explain %}{% explain path %}").render(Context({"path": path}))


def test_help_holds_text_options_article_and_the_way_to_the_guide():
    html, heading = shown("card.level"), heading_for("card.level")

    assert html.count("<dt>") == 6
    for piece in (heading.text, heading.options["rural"], "روستایی", "۲۰۶/۹۳/۷۷۴۰", 'href="/guide/#level"'):
        assert piece in html


def test_help_is_folded_and_named_for_those_who_do_not_see_the_box():
    html = shown("card.audience")

    assert "<details" in html
    assert " open" not in html
    assert "نوع مخاطبان" in html.partition("</summary>")[0]


@pytest.mark.parametrize("path", ["", "source.name", "burnt"])
def test_what_is_no_box_has_no_help(path):
    assert shown(path) == "\n"


@pytest.mark.parametrize("leaf", LEAVES)
def test_everything_that_the_editor_asks_is_explained(leaf):
    assert heading_for(leaf)


@pytest.mark.parametrize("box", BOXES, ids=lambda box: box.path)
def test_every_box_of_the_editor_is_explained_as_a_whole(box):
    path = box.path if box.path in ("permits", "inquiries") else f"card.{box.path}"

    assert heading_for(path)
