"""An office with its people, and files for it."""

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from khedmat.importing.models import Batch, Upload
from khedmat.importing.uploads import Given, take
from tests.factories.cards import NOW
from tests.factories.people import OrganizationFactory, UserFactory, person, publisher
from tests.importing.batches.batch import advanced, brought
from tests.importing.paper import AGENCY, card_text

FORM = Path(__file__).parents[2] / "importing" / "doubtful_form.html"


@pytest.fixture
def office(db: Any, settings: Any, tmp_path: Path) -> SimpleNamespace:
    """An agency and everybody who may come by; what is stored goes to a folder of this test."""
    settings.KHEDMAT_DATA = tmp_path
    agency = OrganizationFactory(code="sample-office", name=AGENCY)
    return SimpleNamespace(
        agency=agency,
        author=person("author", agency),
        colleague=person("reader", agency),
        stranger=person("author", OrganizationFactory()),
        publisher=publisher(),
        nobody=UserFactory(),
    )


@pytest.fixture
def bring(office: SimpleNamespace) -> Callable[..., Upload]:
    """`bring(text, name="card.txt")`: a file that the author brought for the office."""

    def brought(text: str | None = None, name: str = "card.txt") -> Upload:
        given = Given(name, (text or card_text()).encode())
        return take(given, organization=office.agency, by=office.author, at=NOW)

    return brought


@pytest.fixture
def draft(office: SimpleNamespace, client_for: Callable[..., Client]) -> Any:
    """The form with three doubtful values, brought and made a draft by the author."""
    text = FORM.read_text("utf-8").replace("سازمان نمونه", AGENCY)
    file = SimpleUploadedFile("form.html", text.encode())
    client_for(office.author).post("/desk/import/", {"files": file})
    return office.agency.services.get().versions.get()


@pytest.fixture
def unread(office: SimpleNamespace) -> Callable[..., Batch]:
    """`unread({"card.txt": text})`: an archive that the author brought for the office."""
    return lambda files: brought(files, organization=office.agency, by=office.author)


@pytest.fixture
def read(unread: Callable[..., Batch]) -> Callable[..., Batch]:
    """The same, read by the queue."""
    return lambda files: advanced(unread(files))
