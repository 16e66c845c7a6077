"""The files that the guide is written in: whole, in the order of the form, in one spelling of Persian."""

import re
import tomllib

import pytest

from khedmat.cards.guide import CHAPTERS, DATA, GUIDE, by_anchor, heading_for, meaning
from khedmat.cards.vocabulary import VOCABULARY

FILES = sorted(DATA.glob("[1-9]-*.toml"))
NAMES = {"number", "anchor", "title", "text", "article", "fields", "vocabulary", "options"}
FOREIGN = re.compile("[يكىة٠-٩]")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_holds_the_names_that_are_read_and_no_other(path):
    table = tomllib.loads(path.read_text("utf-8"))

    assert set(table) == {"title", "headings"}
    for heading in table["headings"]:
        assert {"anchor", "title", "text", "article"} <= set(heading) <= NAMES, heading["anchor"]


def test_chapters_stand_in_the_order_of_the_files():
    titles = [tomllib.loads(path.read_text("utf-8"))["title"] for path in FILES]

    assert titles == [title for title, _ in CHAPTERS]
    assert len(set(titles)) == len(titles) == 7


def test_sections_of_the_form_stand_in_the_order_of_the_form():
    sections = [int(heading.number.partition("-")[0]) for heading in GUIDE if heading.number[:1].isdigit()]

    assert sections == sorted(sections)


@pytest.mark.parametrize("heading", GUIDE, ids=lambda heading: heading.anchor)
def test_an_explanation_is_one_paragraph_of_good_persian(heading):
    written = [heading.title, heading.text, *heading.options.values()]

    assert all(text == " ".join(text.split()) for text in written)
    assert not any(FOREIGN.search(text) for text in written)
    assert heading.text.endswith((".", "؟"))
    assert "‌ " not in " ".join(written)


@pytest.mark.parametrize("heading", GUIDE, ids=lambda heading: heading.anchor)
def test_a_heading_is_found_by_its_anchor_and_by_each_of_its_fields(heading):
    assert by_anchor(heading.anchor) is heading
    for field in heading.fields:
        assert heading_for(field.replace("stages.*", "stages.request").replace("*", "7")) is heading


@pytest.mark.parametrize(
    "heading", [heading for heading in GUIDE if heading.vocabulary], ids=lambda heading: heading.anchor
)
def test_options_stand_in_printed_order(heading):
    assert list(heading.options) == list(VOCABULARY[heading.vocabulary])
    assert all(meaning(heading.vocabulary, value) == text for value, text in heading.options.items())


@pytest.mark.parametrize("path", ["", "card", "card.", "nobody", "card.no_such_box.x", "source", "..", "*"])
def test_what_is_no_box_has_no_explanation(path):
    assert heading_for(path) is None


def test_an_unknown_anchor_is_an_error():
    with pytest.raises(KeyError):
        by_anchor("no-such-anchor")
