"""What is said beside a sample card: who brings its first document, until when its prices hold."""

from datetime import datetime, timedelta

from django.utils.timezone import localdate

from khedmat.cards.beside.lines import papers_in, prices_in
from khedmat.cards.beside.saying import say_terms, say_ways
from khedmat.cards.enums import ObtainedBy
from khedmat.cards.models import Service, Term, Way
from khedmat.organizations.enums import Role
from khedmat.organizations.models import Organization
from khedmat.site.samples.enrolment import person

A_SEASON = timedelta(days=90)
SOURCE = "نامهٔ نمونهٔ تعرفهٔ سال"


def say_beside(service: Service, at: datetime) -> None:
    """Saying the same again writes nothing: a load that was stopped goes on here."""
    version = service.versions.in_force().first()
    if version is None:
        return
    fetched = Way(ObtainedBy.AGENCY, service.owner_id)
    steward = person(Role.STEWARD, Organization.objects.get(is_centre=True))
    say_ways(version, {line.letters: fetched for line in papers_in(version.document)[:1]}, by=steward, at=at)
    term = Term(localdate(at) - A_SEASON, localdate(at) + A_SEASON, SOURCE)
    prices = prices_in(version.document.card)
    say_terms(version, {line.letters: term for line in prices}, by=person(Role.APPROVER, service.owner), at=at)
