"""A card as the registry knows it."""

from datetime import date

import pytest

from khedmat.linked_data.facts import Beside, Facts, Meant, Named, Office, Paper, Term
from khedmat.linked_data.service import document
from tests.factories import forms

BASE = "https://khedmat.example"
NOTHING, UNSAID = Meant(), Beside()
MEANT = Meant(
    documents={"کارت ملی": Named("national-card", "کارت ملی هوشمند")},
    systems=(Named("own", "سامانهٔ خدمت"),),
    inside=(Named("inside", "سامانهٔ دیگر همان دستگاه"),),
    asked=(Named("asked", "سامانهٔ جامع تجارت"),),
    elements=(Named("number", "شمارهٔ ملی"),),
    audiences=(Named("people", "مردم"),),
)
OWNER = Office("sample", "سازمان نمونه", Office("ministry", "وزارت نمونه"))

SAID = Beside(
    {"کارت ملی": Paper(holder=Office("registry", "ثبت نمونه"), givers=("13019999000",)), "درخواست": Paper(True)},
    {0: Term(date(2026, 3, 21), date(2027, 3, 20), "مصوبهٔ هیئت وزیران")},
)


def facts(*, permits=(), inquiries=(), number="13011234000", names=(), meant=NOTHING, beside=UNSAID, **changes):
    said = forms.document(forms.card(**changes), permits=list(permits), inquiries=list(inquiries))
    page = f"{BASE}/services/1/"
    rows = tuple(said.permits), tuple(said.inquiries)
    return Facts(BASE, number, said.card, OWNER, page, *rows, tuple(names), meant=meant, beside=beside)


@pytest.fixture
def told():
    """Nodes of the document by the end of their address."""

    def nodes(**more):
        found = document(facts(**more))["@graph"]
        return {node["id"].removeprefix(f"{BASE}/id/"): node for node in found}

    return nodes
