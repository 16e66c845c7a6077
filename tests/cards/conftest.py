"""What the tests of cards share."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest

from khedmat.cards import checking
from tests.factories.people import an_office


@pytest.fixture
def rules(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """`rules("B", "N")`: whatever the card, the rules find these; `rules()`: nothing."""

    def find(*severities: str) -> None:
        found = [
            SimpleNamespace(rule=f"X{place:02}", severity=severity, field="card.title", message="شرح", fix="راه")
            for place, severity in enumerate(severities, start=1)
        ]
        monkeypatch.setattr(checking, "check", lambda document: found)
        monkeypatch.setattr(checking, "standing_findings", lambda looked, on: [[] for _one in looked])

    find()
    return find


@pytest.fixture
def office(db: Any) -> SimpleNamespace:
    return an_office()
