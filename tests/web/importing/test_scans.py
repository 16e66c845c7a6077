"""A draft that came from a scan, at the desk: everything is asked, a section is agreed with as a whole, it is sent."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from khedmat.cards.actions import create_draft
from khedmat.cards.form import Card, Source, Trace, Warning
from khedmat.cards.models import ServiceVersion
from tests.factories import forms
from tests.factories.cards import NOW, VersionFactory
from tests.factories.papers import StoredFileFactory

pytestmark = pytest.mark.django_db
SCAN = Source(name="scan.png", media_type="image/png", ocr=True)
CARD = Card(title="صدور پروانه", executive_agency="سازمان ثبت نمونه", audience="شهروندان")
ASKED = Warning(code="undecided", field="card.level", message="در تصویر پیداست: استانی؛ برگزینید.", found="☑ استانی")


@pytest.fixture
def draft(office):
    said = {f"card.{name}": getattr(CARD, name) for name in ("title", "executive_agency", "audience")}
    trace = {path: Trace(raw=raw, block=0, start=0, end=5, sure=0.5) for path, raw in said.items()}
    read = forms.document(CARD, source=SCAN, undecided=["level"])
    read = read.model_copy(update={"trace": trace, "warnings": [ASKED]})
    return create_draft(read, owner=office.agency, by=office.author, at=NOW, source_file=StoredFileFactory())


@pytest.fixture
def author(client_for, office):
    return client_for(office.author)


def opened(author, draft, section="identity"):
    return LexborHTMLParser(author.get(address(draft, section)).content.decode())


def address(draft, section="identity"):
    return f"/desk/versions/{draft.pk}/edit/{section}/?source=1"


def compared(author, draft, paths):
    """The button, with what stands on its page."""
    typed = {"card.title": CARD.title, "card.executive_agency": CARD.executive_agency}
    author.post(address(draft), {**typed, "compared": paths, "revision": "0", "end": "1"})


def states(draft):
    return dict(draft.traces.values_list("path", "state"))


def test_every_value_is_asked_and_a_choice_with_what_the_picture_seems_to_say(author, draft):
    page = opened(author, draft, "specification")

    asked = {node.attributes["data-doubt"]: node.text() for node in page.css("[data-doubt]")}
    assert list(asked) == ["card.title", "card.executive_agency", "card.audience", "card.level"]
    assert "در تصویر پیداست: استانی" in asked["card.level"]


def test_what_was_compared_on_a_page_is_agreed_with_by_one_button(author, draft):
    button = opened(author, draft).css_first("button[name=compared]")
    assert button.attributes["value"].split() == ["card.title", "card.executive_agency"]

    compared(author, draft, button.attributes["value"])

    assert states(draft) == {"card.title": "accepted", "card.executive_agency": "accepted", "card.audience": "read"}
    assert opened(author, draft).css_first("button[name=compared]") is None


def test_a_page_without_readings_and_a_card_that_is_no_scan_have_no_such_button(author, draft, office):
    typed = VersionFactory(service__owner=office.agency, created_by=office.author, source_file=StoredFileFactory())

    assert opened(author, draft, "details").css_first("button[name=compared]") is None
    assert opened(author, typed).css_first("button[name=compared]") is None


def test_it_is_sent_only_when_everything_was_looked_at(author, draft):
    send = f"/desk/versions/{draft.pk}/submit/"
    author.post(send)
    assert ServiceVersion.objects.get(pk=draft.pk).stage == "draft"

    compared(author, draft, "card.title card.executive_agency card.audience")
    author.post(send)

    assert ServiceVersion.objects.get(pk=draft.pk).stage == "submitted"
