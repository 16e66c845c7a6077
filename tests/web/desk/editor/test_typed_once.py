"""A choice between two texts travels through a browser and comes back as it was, in every kind of box."""

import json

import pytest
from django.http import QueryDict

from khedmat.cards.editing import boxes_of
from khedmat.cards.form import prune
from khedmat.core.persian import latin_digits
from khedmat.web.desk.editor.sections import BY_SLUG, SECTIONS
from khedmat.web.desk.editor.taking import take, typed_once
from tests.factories import forms

ROWS = {"card.internal_systems-0-system": "بایگانی", "card.internal_systems-0-electronic": "yes"}
PAGES = {
    "identity": {"card.title": "صدور گواهی ۱۲۳ «نو»"},
    "specification": {"card.level": ["national", "provincial"], "card.documents": ["کارت ملی", "", "سند"]},
    "details": {"card.recipients.count": "۱٬۲۰۰", "card.average_duration.value": "۲٫۵", "card.frequency.once": "yes"},
    "systems": ROWS,
    "processes": {"card.processes": ["الف", "ب"], "card.diagram.boxes": ["الف", "ب"]}
    | {"card.diagram.links.from": ["الف"], "card.diagram.links.to": ["ب"]},
    "permits": {"permits-0-title": "پروانه", "permits-0-documents": ["سند"], "permits-0-fee.amount_rial": "۱۲٬۰۰۰"},
}


@pytest.mark.parametrize("slug", PAGES)
def test_what_was_typed_comes_back_as_it_went(slug):
    post = QueryDict(mutable=True)
    for name, value in PAGES[slug].items():
        post.setlist(name, value if isinstance(value, list) else [value])
    said = take(BY_SLUG[slug], post, forms.document(forms.card())).said

    back = json.loads(json.dumps({path: prune(value) for path, value in said.items()}))

    assert {path: typed_once(BY_SLUG[slug], path, value) for path, value in back.items()} == back


@pytest.mark.parametrize("section", SECTIONS, ids=lambda section: section.slug)
def test_a_value_of_a_full_card_comes_back_as_it_went(section):
    boxes = json.loads(latin_digits(json.dumps(boxes_of(forms.document(forms.card())), ensure_ascii=False)))
    full = {leaf: boxes[leaf] for leaf in section.leaves if boxes.get(leaf) is not None}

    assert {leaf: typed_once(section, leaf, value) for leaf, value in full.items()} == full
