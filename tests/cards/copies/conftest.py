"""A national service that provinces copy."""

from types import SimpleNamespace

import pytest

from tests.cards.conftest import rules  # noqa: F401
from tests.factories.copies import national


@pytest.fixture
def world(db: None, rules: None) -> SimpleNamespace:  # noqa: F811
    return national()
