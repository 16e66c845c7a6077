"""A draft with its author, the pages of the editor, and what such a page sends."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from django.http import HttpResponse

from khedmat.cards.models import ServiceVersion
from tests.factories.cards import VersionFactory
from tests.factories.people import OrganizationFactory, person

TITLE = {"card.title": "صدور گواهی سوء پیشینه", "card.executive_agency": "سازمان برنامه و بودجه کشور"}


@pytest.fixture
def office(db: Any) -> SimpleNamespace:
    """Two authors of an agency, an author of another one, and a full draft."""
    owner = OrganizationFactory(name="سازمان نمونه")
    author = person("author", owner)
    return SimpleNamespace(
        owner=owner,
        author=author,
        colleague=person("author", owner),
        reader=person("reader", owner),
        stranger=person("author", OrganizationFactory()),
        draft=VersionFactory(service__owner=owner, created_by=author),
    )


@pytest.fixture
def address(office: SimpleNamespace) -> Callable[[str], str]:
    return lambda section: f"/desk/versions/{office.draft.pk}/edit/{section}/"


@pytest.fixture
def send(client_for: Any, office: SimpleNamespace, address: Any) -> Callable[..., HttpResponse]:
    """`send("identity", {…}, by=…, autosave=True)`: the page as a browser sends it; `revision` is the newest."""

    def sent(section: str, typed: dict[str, Any], *, by: Any = None, autosave: bool = False, **more: Any) -> Any:
        head = {"X-Khedmat-Autosave": "1"} if autosave else {}
        page = {"end": "1", "revision": str(again(office.draft).revision)} | (TITLE if section == "identity" else {})
        return client_for(by or office.author).post(address(section), page | typed, headers=head, **more)

    return sent


def again(draft: ServiceVersion) -> ServiceVersion:
    """The draft as it is kept now."""
    return ServiceVersion.objects.get(pk=draft.pk)


def told(response: Any) -> str:
    return " ".join(response.content.decode().split())
