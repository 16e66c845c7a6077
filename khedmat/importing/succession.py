"""What a change of agencies does to what was brought to an agency: its people go on with it at the successor."""

from collections.abc import Mapping, Sequence
from itertools import repeat
from operator import attrgetter

from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from khedmat.core.sequences import grouped
from khedmat.importing.batches import moves
from khedmat.importing.enums import BatchState
from khedmat.importing.models import Batch, BatchMove, Intake, Upload, UploadMove
from khedmat.importing.models.batches import UNDER_WAY
from khedmat.organizations.changing.kinds import Case, Group, Item, Kind, Told, chosen
from khedmat.organizations.changing.moving import MOVES, STAYS, move
from khedmat.organizations.models import Organization, OrganizationChange

WRITTEN = (BatchState.WRITING, BatchState.WRITING_PAUSED)
TWICE = _(
    "بایگانی «%(name)s» در %(agencies)s هم‌زمان در دست خواندن است و در جانشین دو بار خوانده نمی‌شود؛ "
    "یکی از آنها خواندن را در صفحهٔ همان دسته لغو کند یا بگذارد به پایان برسد، سپس تغییر را انجام دهید."
)
CHOSEN_ANEW = _("جابه‌جا می‌شود؛ آنچه هنوز نوشته نشده از نو برگزیده می‌شود")


def _batches(case: Case) -> QuerySet[Batch]:
    """Whole, with their files: to the main successor of an agency that ends."""
    return Batch.objects.filter(organization__in=case.parties.ending)


def _fates_of_batches(case: Case) -> Told:
    rows = case.rows(_batches(case).order_by("pk"))
    return [Item(row.pk, row.name, _fate(row, case.parties.main), case.parties.main) for row in rows], rows


def _fate(batch: Batch, taker: Organization | None) -> str:
    if taker is None:
        return str(STAYS)
    return str(CHOSEN_ANEW if batch.state in WRITTEN else MOVES)


def _carry_batches(group: Group, case: Case, change: OrganizationChange) -> None:
    """The right of who pressed «write» was of the agency that ended; whoever goes on presses in the own name."""
    taker = case.parties.main
    for batch in group.rows:
        if taker and batch.state in WRITTEN:
            moves.move(batch, moves.CANCEL)
    if taker:
        _refuse_twice(Batch.objects.filter(Q(pk__in=[one.pk for one in group.rows]) | Q(organization=taker)))
    move(zip(group.rows, repeat(taker)), change, log=BatchMove)
    files = Upload.objects.filter(batch__in=group.rows).order_by("pk").only("pk", "organization")
    move(zip(files, repeat(taker)), change, log=UploadMove)


def _refuse_twice(batches: QuerySet[Batch]) -> None:
    """Of an agency an archive is read once at a time: whose reading stops is for its people to say."""
    reading = batches.filter(state__in=UNDER_WAY).select_related("organization").order_by("pk")
    twice = [rows for rows in grouped(reading, by=attrgetter("file_id")).values() if len(rows) > 1]
    if twice:
        raise ValidationError([TWICE % {"name": rows[0].name, "agencies": _named(rows)} for rows in twice])


def _named(batches: Sequence[Batch]) -> str:
    return " و ".join(f"«{one.organization.name}»" for one in batches)


def _loose(case: Case) -> QuerySet[Upload]:
    """Files of a batch go with it."""
    return Upload.objects.filter(batch=None, organization__in=case.giving)


def _fates_of_files(case: Case) -> Told:
    """A file goes where the service went that was made of it, else with the agency to its main successor."""
    rows = case.rows(_loose(case).select_related("organization").order_by("pk"))
    services = _services_of(rows)
    takers = [_taker(row, services.get((row.file_id, row.organization_id)), case) for row in rows]
    items = [
        Item(row.pk, row.name, str(MOVES if taker and taker.pk != row.organization_id else STAYS), taker)
        for row, taker in zip(rows, takers, strict=True)
    ]
    return items, rows


def _services_of(rows: list[Upload]) -> Mapping[tuple[int, int], int]:
    """(file, agency) → the first service of the agency that was made of the file."""
    made = Intake.objects.filter(file__in={row.file_id for row in rows}).exclude(version=None).order_by("-pk")
    found = made.values_list("file", "version__owner", "version__service")
    return {(file, owner): service for file, owner, service in found}


def _taker(row: Upload, service: int | None, case: Case) -> Organization | None:
    if service:
        return case.parties.taker(case.plan, chosen("services", service))
    return row.organization if row.organization in case.parties.after else case.parties.main


def _carry_uploads(group: Group, case: Case, change: OrganizationChange) -> None:
    takers = [item.taker for item in group.items]
    move(zip(group.rows, takers, strict=True), change, log=UploadMove)


BATCHES = Kind("batches", _("دسته‌های پرونده‌ها"), _batches, _fates_of_batches, _carry_batches)
UPLOADS = Kind("uploads", _("پرونده‌های رسیده"), _loose, _fates_of_files, _carry_uploads)
