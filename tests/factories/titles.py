"""Lists of titles at any stage, with the people of their agency."""

from datetime import date, timedelta
from types import SimpleNamespace

from khedmat.cards.models import TitleList
from khedmat.cards.titles.actions import add, begin, confirm
from khedmat.cards.titles.letter import Letter
from khedmat.cards.titles.pasting import lines_of
from khedmat.files.actions import store
from khedmat.files.models import StoredFile
from khedmat.organizations.models import Organization
from tests.factories.cards import NOW
from tests.factories.people import OrganizationFactory, person

LATER = NOW + timedelta(hours=1)
TITLES = "صدور پروانهٔ چاه\n- تمدید پروانهٔ چاه\nپاسخ به استعلام"
SIGNED_ON = date(2026, 11, 1)


def office(**changes):
    """An agency with those who write and confirm its titles, and the same two of another agency."""
    agency = OrganizationFactory(**({"name": "سازمان نمونه", "code": "sample"} | changes))
    other = OrganizationFactory()
    roles = {role: person(role, agency) for role in ("author", "approver", "reader")}
    strangers = {f"other_{role}": person(role, other) for role in ("author", "approver")}
    return SimpleNamespace(agency=agency, other=other, **roles, **strangers)


def signed_file() -> StoredFile:
    return store(b"%PDF-1.4 signed", name="letter.pdf", media_type="application/pdf", at=NOW)


def a_letter(said_count=3, **changes) -> Letter:
    plain = {"signed_by": "رئیس سازمان", "number": "12/345", "day": SIGNED_ON, "said_count": said_count}
    return Letter(**(plain | {"file": signed_file()} | changes))


def drafted(here, text=TITLES) -> TitleList:
    titles = begin(here.agency, by=here.author, at=NOW)
    if text:
        add(titles, lines_of(text), by=here.author, at=NOW)
    titles.refresh_from_db()
    return titles


def confirmed(here, text=TITLES) -> TitleList:
    titles = drafted(here, text)
    count = titles.titles.count()
    return confirm(titles, a_letter(count), seen=titles.revision, by=here.approver, at=LATER)


def titles_of(agency: Organization, text=TITLES) -> TitleList:
    """A confirmed list of an agency, by people nobody asks about."""
    here = SimpleNamespace(agency=agency, author=person("author", agency), approver=person("approver", agency))
    return confirmed(here, text)
