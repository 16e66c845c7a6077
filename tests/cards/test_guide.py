"""The guide leaves nothing of the form unexplained and repeats nobody's sentences."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
from pydantic import BaseModel

from khedmat.cards.form import Card, Inquiry, ListedService, Permit
from khedmat.cards.guide import CHAPTERS, GUIDE, by_anchor, heading_for, meaning
from khedmat.cards.vocabulary import VOCABULARY
from khedmat.core.persian import squeeze

SEEDS = Path(__file__).parents[3] / "shared" / "forms" / "seeds"
ROOTS = {"card": Card, "permits.0": Permit, "inquiries.0": Inquiry, "services.0": ListedService}
OPTIONS = [(name, value) for name, labels in VOCABULARY.items() for value in labels]


def leaves(model: type[BaseModel], path: str) -> Iterator[str]:
    for name, field in model.model_fields.items():
        inner = [kind for kind in (field.annotation, *get_args(field.annotation)) if isinstance(kind, type)]
        parts = [kind for kind in inner if issubclass(kind, BaseModel)]
        row = ".0" if parts and parts[0] is not field.annotation else ""
        yield from leaves(parts[0], f"{path}.{name}{row}") if parts else [f"{path}.{name}"]


ALL_LEAVES = [leaf for root, model in ROOTS.items() for leaf in leaves(model, root)]


@pytest.mark.parametrize("path", ALL_LEAVES)
def test_every_field_of_the_contract_is_explained(path):
    assert heading_for(path), path


def test_the_walk_over_the_contract_reaches_rows_and_stages():
    assert {"card.cost.items.0.account", "card.stages.delivery.visit_reason_text", "permits.0.fee.text"} <= set(
        ALL_LEAVES
    )


@pytest.mark.parametrize(("list_name", "value"), OPTIONS)
def test_every_option_of_every_code_list_is_explained(list_name, value):
    assert len(meaning(list_name, value)) > 5


def test_no_heading_explains_an_option_that_the_form_does_not_have():
    for heading in GUIDE:
        assert set(heading.options) <= set(VOCABULARY.get(heading.vocabulary or "", {})), heading.anchor


def test_no_heading_names_a_field_that_the_contract_does_not_have():
    known = {
        re.sub(r"\.0(?=\.|$)|(?<=stages\.)\w+", lambda found: ".*" if "." in found[0] else "*", leaf)
        for leaf in ALL_LEAVES
    }

    for heading in GUIDE:
        for field in heading.fields:
            assert any(path == field or path.startswith(f"{field}.") for path in known), field


def test_anchors_are_unique_and_fit_an_address():
    anchors = [heading.anchor for heading in GUIDE]

    assert len(anchors) == len(set(anchors))
    assert all(re.fullmatch(r"[a-z][a-z0-9-]*", anchor) for anchor in anchors)


def test_a_field_is_explained_in_one_place_only():
    fields = [field for heading in GUIDE for field in heading.fields]

    assert len(fields) == len(set(fields))


def test_every_explanation_rests_on_the_regulation():
    assert all("۲۰۶/۹۳/۷۷۴۰" in heading.article for heading in GUIDE)
    assert all("تبصرهٔ مادهٔ ۵" in heading.article for heading in GUIDE if heading.number.startswith("فرم"))


def test_the_ten_sections_and_the_footnotes_of_the_permit_forms_are_there():
    numbers = {heading.number.partition("-")[0] for heading in GUIDE}

    assert {str(number) for number in range(1, 11)} <= numbers
    assert {"فرم ۱ *", "فرم ۲ **", "فرم ۲ ***"} <= numbers


@pytest.mark.parametrize("anchor", ["service", "nature", "level", "permit", "macro-process"])
def test_the_definitions_are_there(anchor):
    assert len(by_anchor(anchor).text) > 40


def test_there_are_at_least_as_many_headings_as_the_printed_guide_has():
    assert len(GUIDE) >= 35
    assert sum(len(headings) for _, headings in CHAPTERS) == len(GUIDE)


def test_the_deepest_path_finds_its_own_heading_and_a_stranger_none():
    assert heading_for("card.stages.request.visit_reasons").anchor == "visit-reason"
    assert heading_for("permits.3.fee.amount_rial").anchor == "permit-fee"
    assert heading_for("source.name") is None


def test_an_unknown_option_is_an_error_not_an_empty_help():
    with pytest.raises(KeyError):
        meaning("level", "galactic")


def sentences(text: str) -> set[str]:
    return {squeeze(part) for part in re.split(r"[.؟?!؛:\n]", text) if len(squeeze(part)) > 20}


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the printed forms are not beside this checkout")
def test_no_sentence_is_copied_from_the_printed_guide():
    printed = set().union(*(sentences(file.read_text("utf-8")) for file in SEEDS.glob("*.txt")))
    ours = set().union(*(sentences("\n".join([heading.text, *heading.options.values()])) for heading in GUIDE))

    assert printed
    assert not ours & printed
