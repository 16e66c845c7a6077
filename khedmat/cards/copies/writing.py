"""Writing a province's copy: begun, written box by box, compared with a new national card."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.cards.copies.boxes import MAY_DIFFER, NEVER, Overrides, box_of
from khedmat.cards.copies.comparing import rows, settled, unchosen
from khedmat.cards.copies.conditions import HELD, is_office_of
from khedmat.cards.copies.effective import differing, effective, own_value
from khedmat.cards.copies.needs import OF_AUTHORS, unmet
from khedmat.cards.copies.records import changes_of, locked, log, print_of, template_of
from khedmat.cards.editing import written
from khedmat.cards.enums import AT_WORK, CopyStage
from khedmat.cards.models import LocalCopy, Service
from khedmat.cards.rules.labels import field_label
from khedmat.core.jalali import with_time
from khedmat.core.refusals import refusing_in_words
from khedmat.organizations.enums import Role
from khedmat.organizations.models import Membership, Organization

NOT_ITS_OFFICE = _(
    "«%(keeper)s» دفتر استانی «%(owner)s» نیست؛ نسخهٔ استانی هر خدمت را دفتر استانی همان دستگاه نگه می‌دارد، "
    "در صفحهٔ «نسخه‌های استانی» در میز کار خود. اگر خدمت به دستگاه دیگری رفته و آن دستگاه در این استان دفتری ندارد، "
    "مرکز بررسی شناسنامه‌ها دفتر را در صفحهٔ «دستگاه‌ها» زیر آن دستگاه می‌افزاید."
)
KEPT_BY_OTHERS = _(
    "نسخهٔ این خدمت برای استان %(place)s را «%(keeper)s» نگه می‌دارد؛ همان دفتر آن را در میز کار خود پی می‌گیرد."
)
ONE_FOR_ALL = _("استان «%(box)s» را جداگانه نمی‌نویسد: %(why)s تغییر آن با شناسنامهٔ ملی است.")
CHANGED_MEANWHILE = _(
    "«%(box)s» را %(who)s در این میان تغییر داده است؛ نوشتهٔ او را در همین صفحه ببینید و اگر نوشتهٔ شما باید بماند، "
    "دوباره ذخیره کنید."
)
WRONG_VALUE = _("نوشتهٔ این خانه خوانده نشد؛ آن را در صفحهٔ همین خانه دوباره بنویسید.")
NEWER_STILL = _("تا شما برابر می‌کردید الگوی تازه‌تری منتشر شد؛ ستون «الگوی تازه» را دوباره ببینید و بگویید چه بماند.")
CHOOSE = _("برای این خانه‌ها بگویید کدام بماند: %(boxes)s. هم الگو تغییر کرده است و هم استان نوشتهٔ خود را دارد.")
ALREADY = _("این نسخه با الگوی کنونی برابر است؛ کاری نمانده است.")


@refusing_in_words()
@transaction.atomic
def begin(service: Service, keeper: Organization, *, by: User, at: datetime) -> LocalCopy:
    """The draft that the office has, or a new one: as what is published there, or what came back; else empty."""
    service = Service.objects.select_related("owner").select_for_update(no_key=True, of=("self",)).get(pk=service.pk)
    named = {"keeper": keeper.name, "owner": service.owner.name}
    if not is_office_of(keeper, service):
        raise ValidationError(NOT_ITS_OFFICE, params=named)
    on = localdate(at)
    if not _writes_for(keeper, by, on):
        raise ValidationError(OF_AUTHORS, params=named)
    there = LocalCopy.objects.filter(service=service, place=keeper.place_id)
    known = there.select_related("keeper", "place").exclude(stage=CopyStage.DISCARDED).order_by("-number").first()
    if known and _is_of_others(known, keeper, service, on=on):
        raise ValidationError(KEPT_BY_OTHERS, params={"place": known.place.fa, "keeper": known.keeper.name})
    if draft := there.at_work().first():
        return draft
    return _new(service, keeper, known, by=by, at=at)


def _writes_for(keeper: Organization, by: User, on: date) -> bool:
    return Membership.objects.of(by).in_force(on).filter(organization=keeper, role=Role.AUTHOR).exists()


def _is_of_others(known: LocalCopy, keeper: Organization, service: Service, *, on: date) -> bool:
    """Kept by another office of the province, as long as there is that office. What is public of a service that went
    to another agency is revised by the office of that agency; what is at work is finished where it was begun.
    """
    if known.keeper_id == keeper.pk or known.stage not in HELD or known.keeper.has_ended(on):
        return False
    return known.stage in AT_WORK or is_office_of(known.keeper, service)


def _new(service: Service, keeper: Organization, known: LocalCopy | None, *, by: User, at: datetime) -> LocalCopy:
    there = LocalCopy.objects.filter(service=service, place=keeper.place_id)
    template = template_of(service.pk)
    assert keeper.place is not None  # is_office_of
    copy = LocalCopy.objects.create(
        service=service,
        place=keeper.place,
        keeper=keeper,
        number=(there.aggregate(last=Max("number"))["last"] or 0) + 1,
        compared_with=known.compared_with if known else template,
        overrides=known.overrides if known else {},
        created_by=by,
        created_at=at,
    )
    log(copy, "", by=by, at=at, boxes=changes_of({}, copy.overrides))
    return copy


@refusing_in_words()
@transaction.atomic
def write(copy: LocalCopy, box: str, said: Mapping[str, Any], *, seen: str, by: User, at: datetime) -> LocalCopy:
    """`said`: leaves of the box («card.cost.free») → values; `seen`: the print of the value that the page showed."""
    copy = _to_edit(copy, box, seen, by=by, at=at)
    if any(box_of(leaf) != box for leaf in said):
        raise ValidationError(WRONG_VALUE)
    template = copy.compared_with.document
    try:
        value = own_value(written(effective(template, copy.overrides), dict(said)), box)
    except ValueError as error:
        raise ValidationError(WRONG_VALUE) from error
    return _keep(copy, differing(copy.overrides | {box: value}, copy.compared_with.content), by=by, at=at)


@refusing_in_words()
@transaction.atomic
def follow(copy: LocalCopy, box: str, *, seen: str, by: User, at: datetime) -> LocalCopy:
    """The box is as the template says it again."""
    copy = _to_edit(copy, box, seen, by=by, at=at)
    return _keep(copy, {name: value for name, value in copy.overrides.items() if name != box}, by=by, at=at)


@refusing_in_words()
@transaction.atomic
def compare(copy: LocalCopy, choices: Mapping[str, str], *, seen: int, by: User, at: datetime) -> LocalCopy:
    """Box by box the new template is taken or the own text kept; of a published copy in a new revision beside it.

    `seen`: the key of the new template that the page showed.
    """
    copy = locked(copy)
    if not copy.is_draft:
        copy = locked(begin(copy.service, copy.keeper, by=by, at=at))
    _demand(copy, by=by, at=at)
    template = template_of(copy.service_id)
    if template.pk != seen:
        raise ValidationError(NEWER_STILL, code="newer")
    if template.pk == copy.compared_with_id:
        raise ValidationError(ALREADY)
    found = rows(copy.compared_with.content, template.content, copy.overrides)
    if missing := unchosen(found, choices):
        names = "، ".join(f"«{field_label(f'card.{row.box}')}»" for row in missing)
        raise ValidationError(CHOOSE, params={"boxes": names}, code="choose")
    copy.compared_with = template
    return _keep(copy, settled(found, choices, template.content), by=by, at=at)


def _demand(copy: LocalCopy, *, by: User, at: datetime) -> None:
    if reasons := unmet(copy, CopyStage.DRAFT, by=by, on=localdate(at)):
        raise ValidationError(reasons, code="unmet")


def _to_edit(copy: LocalCopy, box: str, seen: str, *, by: User, at: datetime) -> LocalCopy:
    copy = locked(copy)
    _demand(copy, by=by, at=at)
    name = field_label(f"card.{box}")
    if box not in MAY_DIFFER:
        raise ValidationError(ONE_FOR_ALL, params={"box": name or box, "why": NEVER.get(box, "")})
    if seen != seen_print(copy, box):
        last = copy.changes.filter(boxes__has_key=box).select_related("by").order_by("-at", "-pk").first()
        who = f"{last.by} ({with_time(last.at)})" if last else "همکاری"
        raise ValidationError(CHANGED_MEANWHILE, params={"box": name, "who": who}, code="clash")
    return copy


def seen_print(copy: LocalCopy, box: str) -> str:
    """Of what the copy holds of a box now; that it holds nothing is a thing of its own."""
    return print_of([copy.overrides[box]] if box in copy.overrides else [])


def _keep(copy: LocalCopy, overrides: Overrides, *, by: User, at: datetime) -> LocalCopy:
    boxes = changes_of(copy.overrides, overrides)
    copy.overrides, copy.revision = overrides, copy.revision + 1
    copy.save(update_fields=["overrides", "revision", "compared_with"])
    log(copy, CopyStage.DRAFT, by=by, at=at, boxes=boxes)
    return copy
