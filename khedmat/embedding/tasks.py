"""Looking at agencies' pages by the queue: one agency a job, one job at a time at an agency."""

from contextlib import suppress
from datetime import UTC, datetime

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import OuterRef, Subquery
from django.utils.timezone import localdate, now
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from khedmat.accounts.models import User
from khedmat.cards.models import ServicesPage
from khedmat.embedding.portal.asking import WAITS_ALREADY, refuse_ask
from khedmat.embedding.portal.checking import check
from khedmat.organizations.models import Organization


@app.periodic(cron="0 23 * * *")  # half past two in Tehran, when nobody needs those servers
@app.task(queue="links", queueing_lock="check_portals", lock="check_portals", pass_context=False)
def check_portals(timestamp: int) -> int:
    """Every agency that has named a page. Safe to run twice: who waits already waits once."""
    if not settings.LINKS_CHECKED:
        return 0
    named = named_pages(datetime.fromtimestamp(timestamp, UTC))
    for agency in named:
        with suppress(AlreadyEnqueued):
            enqueue(agency)
    return len(named)


def named_pages(at: datetime) -> list[int]:
    """Agencies in force whose newest row names a page."""
    newest = ServicesPage.objects.filter(agency=OuterRef("pk")).order_by("-pk").values("addresses")[:1]
    known = Organization.objects.in_force(localdate(at)).annotate(newest=Subquery(newest))
    return list(known.exclude(newest=None).exclude(newest=[]).order_by("pk").values_list("pk", flat=True))


def enqueue(agency: int, *, by: int | None = None) -> None:
    """AlreadyEnqueued where it waits."""
    key = f"portal {agency}"
    with transaction.atomic():
        check_portal.configure(lock=key, queueing_lock=key).defer(agency=agency, by=by)


@app.task(queue="links", pass_context=False)
def check_portal(*, agency: int, by: int | None = None) -> None:
    """A row of what was found. Run twice it is two looks, each with its time."""
    asked_by = User.objects.filter(pk=by).first() if by else None
    check(Organization.objects.get(pk=agency), at=now(), by=asked_by)


def ask_now(agency: Organization, *, by: User, at: datetime) -> None:
    """Queued: whoever answers slowly would hold a worker of the pages."""
    refuse_ask(agency, by=by, at=at)
    try:
        enqueue(agency.pk, by=by.pk)
    except AlreadyEnqueued as error:
        raise ValidationError(WAITS_ALREADY) from error
