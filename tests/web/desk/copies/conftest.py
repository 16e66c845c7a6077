"""A national service with the office of a province, whose cards the rules find nothing in."""

from copy import deepcopy
from types import SimpleNamespace
from typing import Any

import pytest

from khedmat.cards import checking
from tests.factories.copies import national


@pytest.fixture(scope="module")
def made(kept_for_the_module: None) -> SimpleNamespace:
    return national()


@pytest.fixture
def world(db: Any, made: SimpleNamespace, monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    monkeypatch.setattr(checking, "check", lambda document: [])
    return deepcopy(made)
