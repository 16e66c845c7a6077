"""One look at the pages of an agency, from its addresses to the row that is kept."""

from datetime import datetime

from django.conf import settings

from khedmat.accounts.models import User
from khedmat.cards.enums import LinkWhy
from khedmat.cards.links.asking import manners
from khedmat.cards.links.fetching import Fetched, fetch
from khedmat.cards.links.trying import look
from khedmat.cards.models import PortalCheck
from khedmat.cards.portal.pages import addresses_of
from khedmat.cards.portal.recording import Look, PageSeen, record
from khedmat.embedding.listing import listing_of
from khedmat.embedding.portal.expected import Expected
from khedmat.embedding.portal.following import Manner, followed
from khedmat.embedding.portal.judging import judge
from khedmat.embedding.portal.reading import OnPage, read
from khedmat.importing.readers.containers.sniffing import decode
from khedmat.importing.readers.unreadable import Unreadable
from khedmat.organizations.models import Organization

NO_TEXT = "no_text"  # the page answered with a picture, a PDF or nothing


def check(agency: Organization, *, at: datetime, by: User | None = None) -> PortalCheck | None:
    """None for an agency that has named no page."""
    asking, addresses = manners(), addresses_of(agency)
    if not addresses:
        return None
    expected = Expected(listing_of(agency).entries())
    fetched = [(address, fetch(address, asking)) for address in addresses]
    seen = look_at(agency.code, expected, fetched)
    manner = Manner(lambda address: look(address, asking).why, settings.SITE_URL)
    services = followed(seen.services, manner)
    return record(agency, seen._replace(services=services), at=at, by=by)


def look_at(code: str, expected: Expected, fetched: list[tuple[str, Fetched]]) -> Look:
    """What came of each page, and of each service over all of them."""
    pages, seen = dict[str, OnPage](), list[PageSeen]()
    for address, one in fetched:
        text = text_of(one)
        why = NO_TEXT if one.why == LinkWhy.ANSWERED and not text else one.why
        seen.append(PageSeen(address, why, one.status, one.is_cut))
        if text:
            pages[one.address] = read(text, expected, settings.SITE_URL)
    judged = judge(expected, pages, code)
    return Look(seen, judged.services, judged.strangers, is_read=bool(pages))


def text_of(fetched: Fetched) -> str:
    """Empty for what is no text: a picture or a PDF is no page of the guide."""
    try:
        return decode(fetched.body) if fetched.body else ""
    except Unreadable:
        return ""
