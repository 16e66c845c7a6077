"""A card as the registry knows it."""

import pytest

from khedmat.linked_data.facts import Facts, Meant, Named, Office
from khedmat.linked_data.service import document
from tests.factories import forms

BASE = "https://khedmat.example"
NOTHING = Meant()
MEANT = Meant(
    documents={"کارت ملی": Named("national-card", "کارت ملی هوشمند")},
    systems=(Named("own", "سامانهٔ خدمت"),),
    inside=(Named("inside", "سامانهٔ دیگر همان دستگاه"),),
    asked=(Named("asked", "سامانهٔ جامع تجارت"),),
    elements=(Named("number", "شمارهٔ ملی"),),
    audiences=(Named("people", "مردم"),),
)
OWNER = Office("sample", "سازمان نمونه", Office("ministry", "وزارت نمونه"))


def facts(*, permits=(), inquiries=(), number="13011234000", names=(), meant=NOTHING, **changes):
    said = forms.document(forms.card(**changes), permits=list(permits), inquiries=list(inquiries))
    page = f"{BASE}/services/1/"
    return Facts(
        BASE, number, said.card, OWNER, page, tuple(said.permits), tuple(said.inquiries), tuple(names), meant=meant
    )


@pytest.fixture
def told():
    """Nodes of the document by the end of their address."""

    def nodes(**more):
        found = document(facts(**more))["@graph"]
        return {node["id"].removeprefix(f"{BASE}/id/"): node for node in found}

    return nodes
