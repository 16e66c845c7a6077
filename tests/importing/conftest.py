"""What the tests of importing share."""

from pathlib import Path
from typing import Any

import pytest

from khedmat.organizations.models import Organization
from tests.factories.people import OrganizationFactory
from tests.importing.paper import AGENCY


@pytest.fixture
def folder(settings: Any, tmp_path: Path) -> Path:
    """A folder of forms; what is stored goes elsewhere."""
    settings.KHEDMAT_DATA = tmp_path / "data"
    forms = tmp_path / "forms"
    forms.mkdir()
    return forms


@pytest.fixture
def agency(db: Any) -> Organization:
    """The one that the forms name."""
    return OrganizationFactory(code="sample-office", name=AGENCY)
