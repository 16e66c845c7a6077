"""An agency with an author who brings archives."""

from collections.abc import Callable, Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from khedmat.importing.models import Batch
from tests.factories.people import OrganizationFactory, person
from tests.importing.batches.batch import advanced, brought
from tests.importing.paper import AGENCY


@pytest.fixture
def office(db: Any, settings: Any, tmp_path: Path) -> SimpleNamespace:
    settings.KHEDMAT_DATA = tmp_path
    agency = OrganizationFactory(code="sample-office", name=AGENCY)
    return SimpleNamespace(agency=agency, author=person("author", agency))


@pytest.fixture
def bring(office: SimpleNamespace) -> Callable[[Mapping[str, str | bytes]], Batch]:
    """`bring({"card.txt": text})`: a batch that nobody has read yet."""
    return lambda files: brought(files, organization=office.agency, by=office.author)


@pytest.fixture
def read(bring: Callable[..., Batch]) -> Callable[[Mapping[str, str | bytes]], Batch]:
    """The same, read to the end."""
    return lambda files: advanced(bring(files))
