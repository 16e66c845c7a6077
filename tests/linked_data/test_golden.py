"""Two cards, statement by statement."""

import re

import pytest

from khedmat.linked_data.context import PREFIXES
from khedmat.linked_data.formats import NTRIPLES, written
from khedmat.linked_data.service import document
from tests.factories import forms
from tests.linked_data.conftest import BASE, facts
from tests.linked_data.golden import AT_THE_COUNTER, WELL_FILLED

SHORT = {address: f"{name}:" for name, address in PREFIXES.items()} | {
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf:",
    f"{BASE}/id/": "",
    f"{BASE}/ns#": "x:",
}
COUNTER = {
    "number": "n2",
    "description": "شرح",
    "cost": {"free": True},
    "life_events": ["business"],
    "stages": {
        "request": {"channels": ["counter_office", "other"], "counter_contract": "7", "channel_other_text": "نمابر"},
        "production": {"channels": ["intranet"]},
    },
    "average_duration": {"max": 2, "unit": "week", "working": True},
    "frequency": {"once": True},
    "external_inquiries": [],
    "internal_systems": [],
    "documents": [],
    "laws": [],
    "processes": [],
    "nature": None,
    "level": ["provincial"],
    "start_trigger": ["other"],
}
PERMITS = {"description": "شرح", "permits": forms.PERMITS, "inquiries": forms.INQUIRIES, "names": ("سوپیشینه",)}


def statements(**more):
    lines = written(document(facts(**more)), NTRIPLES, base=BASE).decode().splitlines()
    return sorted(shortened(line.rstrip(" .")) for line in lines)


def shortened(line):
    for address, name in SHORT.items():
        line = re.sub(f"<{re.escape(address)}([^>]*)>", lambda found, name=name: name + found[1], line)
    return line


@pytest.mark.parametrize(
    ("more", "golden"), [(PERMITS, WELL_FILLED), (COUNTER, AT_THE_COUNTER)], ids=["filled", "counter"]
)
def test_nothing_more_and_nothing_less_is_said(more, golden):
    assert statements(**more) == sorted(golden)
