"""Names that people's searches suggest to the agency of a service: seen, taken as a proposal, or passed over."""

from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Exists, OuterRef, Subquery, Value
from django.db.models.functions import Replace
from django.utils.timezone import localdate

from khedmat.accounts.models import User
from khedmat.cards.models import PopularName, SearchDay, SearchDismissal, Service, ServiceVersion
from khedmat.cards.models.searches import SearchDayQuerySet
from khedmat.cards.popular import refusals
from khedmat.cards.popular.perms import can_propose
from khedmat.cards.telling import in_office
from khedmat.core.persian import fold_line
from khedmat.core.refusals import refusing_in_words
from khedmat.notices.actions import notify
from khedmat.notices.enums import NoticeKind
from khedmat.organizations.enums import Role
from khedmat.organizations.models import Membership

LINK = "/desk/registers/popular-names/searched/"


def suggestions(days: SearchDayQuerySet | None = None) -> Any:
    """Words that found nothing or that nobody followed, with the published service that stood first for them."""
    versions = ServiceVersion.objects.published().filter(service=OuterRef("service"))
    letters = Replace(OuterRef("words"), Value(" "), Value(""))
    known = PopularName.objects.filter(service=OuterRef("service"), letters=letters)
    passed = SearchDismissal.objects.filter(service=OuterRef("service"), words=OuterRef("words"))
    days = SearchDay.objects.all() if days is None else days
    fresh = days.filter(Exists(versions), ~Exists(known), ~Exists(passed))
    titled = fresh.annotate(title=Subquery(versions.values("title")[:1]))
    return titled.told("service", "title").filter(followed=0).order_by("-asked", "words", "service")


def suggested_to(user: User, on: date) -> Any:
    """Those for the services of offices where this person is an author."""
    offices = Membership.objects.of(user).in_force(on).filter(role=Role.AUTHOR).values("organization")
    return suggestions(SearchDay.objects.filter(service__owner__in=offices))


@refusing_in_words()
@transaction.atomic
def pass_over(words: str, service: Service, *, by: User, at: datetime, reason: str) -> SearchDismissal:
    """They are no name of this service, and why."""
    if not can_propose(by, service, localdate(at)):
        raise ValidationError(refusals.NOT_PROPOSER, params={"agency": service.owner.name})
    if not reason.strip():
        raise ValidationError(refusals.NOT_ITS_NAME, code="reason")
    row = SearchDismissal(words=words, service=service, reason=fold_line(reason)[:500], by=by, at=at)
    row.validate_constraints()
    row.save(force_insert=True)
    return row


def tell_authors(*, at: datetime) -> None:
    """One message a service until it was read."""
    first = {row["service"]: row for row in reversed(list(suggestions()))}
    for service in Service.objects.filter(pk__in=first).select_related("owner").order_by("pk"):
        row, about = first[service.pk], f"searches of {service.pk}"
        context = {"title": row["title"], "owner": service.owner.name, "term": row["words"], "asked": row["asked"]}
        people = in_office(service.owner_id, (Role.AUTHOR,), localdate(at))
        notify(people, NoticeKind.NAME_SEARCHED, context=context, link=LINK, about=about, dedupe=about, at=at)
