"""docs/coverage.md promises nothing that does not exist."""

import re
from pathlib import Path
from typing import NamedTuple

import pytest
from django.urls import Resolver404, resolve

from khedmat.cards.rules.engine import RULES

TESTS = Path(__file__).parent
PAGE = (TESTS.parent / "docs" / "coverage.md").read_text("utf-8")


class Row(NamedTuple):
    number: str
    asked: str
    screens: list[str]
    rules: list[str]
    tests: list[str]
    to_come: list[str]


def rows() -> list[Row]:
    cells = (
        [cell.strip() for cell in line.strip("|").split("|")] for line in PAGE.splitlines() if line.startswith("|")
    )
    numbered = (row for row in cells if len(row) == 6 and row[0].isdigit())
    return [
        Row(
            number,
            asked,
            re.findall("`([^`]+)`", screens),
            rules.split(),
            re.findall("`([^`]+)`", tests),
            to_come.split(),
        )
        for number, asked, screens, rules, tests, to_come in numbered
    ]


ROWS = rows()
NAMES = sorted({name for row in ROWS for name in row.tests})
SCREENS = sorted({screen for row in ROWS for screen in row.screens})
CAPABILITIES = dict(re.findall(r"^\| ([a-z]+) \| ([^|]{12,}) \|$", PAGE, re.MULTILINE))


def test_every_number_of_the_inventory_stands_once():
    assert [row.number for row in ROWS] == [str(number) for number in range(1, 98)]


@pytest.mark.parametrize("row", ROWS, ids=[row.number for row in ROWS])
def test_every_row_is_answered_and_proved_or_names_the_capability_to_come(row):
    assert row.tests or row.to_come
    assert bool(row.tests) >= bool(row.screens or row.rules)
    assert set(row.to_come) <= set(CAPABILITIES)


@pytest.mark.parametrize("name", NAMES)
def test_every_test_named_exists(name):
    file, _, function = name.partition("::")

    assert f"def {function}(" in (TESTS / file).read_text("utf-8")


@pytest.mark.parametrize("screen", SCREENS)
def test_every_screen_named_leads_somewhere(screen):
    address = screen.replace("<pk>", "1").replace("<n>", "1").replace("<slug>", "pbo")

    try:
        resolve(address)
    except Resolver404:
        pytest.fail(f"no page answers at {screen}")


def test_every_rule_named_is_in_the_registry():
    known = {rule.id for rule in RULES}

    assert {rule for row in ROWS for rule in row.rules} <= known


def test_every_rule_of_the_registry_serves_a_row():
    named = {rule for row in ROWS for rule in row.rules}

    assert {rule.id for rule in RULES} - named <= {"K01", "K02", "K03", "K04", "R05"}
