"""Boxes in rows of permit forms 1 and 2: which there are, and where they went."""

import pytest

from khedmat.cards.editing import followed, is_box, row_box, with_box
from khedmat.cards.form import Inquiry, Permit
from tests.factories import forms

ISSUE, RENEW = Permit(title="پروانهٔ چاه", action="issue"), Permit(title="پروانهٔ چاه", action="renew")
OTHER = Permit(title="پروانهٔ بهره‌برداری", action="issue")


def paper(*permits, **more):
    return forms.document(forms.card()).model_copy(update={"permits": list(permits)} | more)


@pytest.mark.parametrize("path", ["permits.0.fee", "permits.1.steps", "permits", "card.title", "card.cost"])
def test_what_is_a_box(path):
    assert is_box(path, paper(ISSUE, RENEW))


@pytest.mark.parametrize(
    "path",
    ["permits.2.fee", "permits.0", "permits.0.burnt", "permits.0.fee.text", "permits.00.fee", "permits.۰.fee"]
    + ["inquiries.0.name", "services.0.title", f"permits.{'9' * 5000}.fee", "permits.-1.fee", "card.title.0.x", ""],
)
def test_what_is_none(path):
    assert not is_box(path, paper(ISSUE, RENEW))


@pytest.mark.parametrize(
    ("rows", "path"),
    [
        ([ISSUE, RENEW], "permits.1.fee"),
        ([RENEW, ISSUE], "permits.0.fee"),
        ([OTHER, ISSUE, RENEW], "permits.2.fee"),
        ([RENEW.model_copy(update={"steps": "دو گام"})], "permits.0.fee"),
        ([ISSUE, OTHER], "permits.1.fee"),
        ([ISSUE], "permits"),
        ([], "permits"),
    ],
)
def test_a_box_goes_along_with_its_row(rows, path):
    assert followed("permits.1.fee", paper(ISSUE, RENEW), paper(*rows)) == path


def test_a_box_of_the_card_stays_where_it_is():
    assert followed("card.cost", paper(ISSUE), paper()) == "card.cost"


def test_another_value_of_a_row_is_written_with_its_whole_list():
    document = paper(ISSUE, inquiries=[Inquiry(agency="شهرداری")])

    said = with_box(document, "inquiries.0.name", "استعلام کاربری")

    assert row_box("inquiries.0.name").member == "name"
    assert [(row["agency"], row["name"]) for row in said["inquiries"]] == [("شهرداری", "استعلام کاربری")]
