"""The forms of the page beside a version, with what stands and what was typed."""

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from khedmat.accounts.models import User
from khedmat.cards.beside.lines import papers_in, prices_in
from khedmat.cards.beside.perms import can_say_terms, can_say_ways
from khedmat.cards.beside.standing import terms_of, ways_of
from khedmat.cards.models import ServiceVersion
from khedmat.web.desk.beside.agencies import Agencies, agencies_on
from khedmat.web.desk.beside.forms import TermForm, WayForm


class Page(NamedTuple):
    """A form a line of both parts, and whether this person may send them."""

    ways: list[WayForm]
    terms: list[TermForm]
    may_ways: bool
    may_terms: bool
    agencies: Agencies


def page(version: ServiceVersion, posted: Mapping[str, Any], *, user: User, on: date) -> Page:
    """`posted`: what was sent, by the name of the part."""
    document, agencies = version.document, agencies_on(on)
    ways, terms = ways_of(version), terms_of(version)
    return Page(
        [WayForm(posted.get("ways"), one, ways.get(one.letters), agencies=agencies) for one in papers_in(document)],
        [TermForm(posted.get("terms"), one, terms.get(one.letters)) for one in prices_in(document.card)],
        can_say_ways(user, version, on),
        can_say_terms(user, version, on),
        agencies,
    )
