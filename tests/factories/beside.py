"""Cards with documents and prices of which something is said beside the form."""

from typing import Any

from khedmat.cards.beside.lines import papers_in, prices_in
from khedmat.cards.beside.saying import say_terms, say_ways
from khedmat.cards.checking import store_findings
from khedmat.cards.models import ServiceVersion, Term, Way
from khedmat.organizations.models import Organization
from tests.factories import forms
from tests.factories.cards import NOW, VersionFactory
from tests.factories.people import person
from tests.factories.registers import steward

FEE = {"amount_rial": 250_000, "text": "کارمزد صدور"}


def a_card(*papers: str, prices: tuple[dict[str, Any], ...] = (FEE,), **more: Any) -> ServiceVersion:
    """Its lines bound to the register."""
    card = forms.card(documents=list(papers or ("شناسنامه",)), cost={"items": list(prices)})
    version = VersionFactory(document=forms.document(card), **more)
    store_findings(version, on=NOW.date())
    return ServiceVersion.objects.for_page().get(pk=version.pk)


def fetched(version: ServiceVersion, agency: Organization | None, *, by: Any = None, place: int = 0) -> Any:
    """A document of the card is fetched from an agency, or brought by the applicant where there is none."""
    way = Way("agency", agency.pk) if agency else Way("applicant")
    by = by or (person("author", version.service.owner) if version.stage == "draft" else steward())
    return say_ways(version, {papers_in(version.document)[place].letters: way}, by=by, at=NOW)


def priced(
    version: ServiceVersion, until: Any, *, by: Any = None, source: str = "مصوبهٔ هیئت وزیران", at: Any = NOW
) -> Any:
    """The first price of the card holds until a day."""
    term = Term(None, until, source)
    by = by or person("author", version.service.owner)
    return say_terms(version, {prices_in(version.document.card)[0].letters: term}, by=by, at=at)
