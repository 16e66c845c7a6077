"""Writing an agency into the register and correcting what stands there: by the centre, each time a row of the log."""

from datetime import date, datetime
from typing import Any, NamedTuple

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.core.persian import sort_key
from khedmat.core.refusals import refusing_in_words
from khedmat.organizations.models import Organization, OrganizationEdit, Place
from khedmat.organizations.perms import can_keep_register
from khedmat.organizations.standing import refuse_ended

LONGEST_KEY = 300
NOT_THE_CENTRE = _(
    "دفتر دستگاه‌ها را بررسی‌کنندگان و منتشرکنندگان مرکز بررسی شناسنامه‌ها می‌نویسند؛ "
    "یکی از آنان این کار را در صفحهٔ «دستگاه‌ها» در میز کار می‌کند."
)
BELOW_ITSELF = _("«%(parent)s» خود زیر «%(agency)s» است و مادر آن نمی‌شود؛ نخست مادر «%(parent)s» را عوض کنید.")
TAKEN = _("دامنهٔ «%(domain)s» از آن «%(agency)s» است؛ نخست آن را در صفحهٔ همان دستگاه بردارید.")
CODE_TAKEN = _("شناسهٔ «%(code)s» از آن دستگاه دیگری است؛ شناسهٔ دیگری بنویسید.")
CHANGED_MEANWHILE = _(
    "پس از آن که این صفحه را باز کردید %(who)s همین دستگاه را ویرایش کرد (%(what)s). "
    "چیزی ثبت نشد؛ صفحهٔ دستگاه را ببینید و اگر نوشتهٔ شما باید بماند دوباره بفرستید."
)


class Entry(NamedTuple):
    """What the register says of an agency, beside its name: a name changes by a law, see `changing`."""

    kind: str
    scope: str
    parent: Organization | None
    place: Place | None
    domains: list[str]
    aliases: list[str]
    valid_from: date | None


@refusing_in_words()
@transaction.atomic
def make(code: str, name: str, entry: Entry, *, by: User, at: datetime) -> Organization:
    demand_centre(by, localdate(at))
    agency = Organization(code=code, name=name, sort_key=sort_key(name)[:LONGEST_KEY], **entry._asdict())
    if Organization.objects.filter(code=code).exists():
        raise ValidationError(CODE_TAKEN, params={"code": code})
    _refuse(agency, localdate(at))
    agency.save(force_insert=True)
    OrganizationEdit.objects.create(organization=agency, after={"name": name} | plain(agency), by=by, at=at)
    return agency


@refusing_in_words()
@transaction.atomic
def correct(agency: Organization, entry: Entry, *, seen: int, by: User, at: datetime) -> Organization:
    """`seen`: how many edits the page showed. What stays as it was is no edit."""
    demand_centre(by, localdate(at))
    agency = Organization.objects.select_for_update(of=("self",)).get(pk=agency.pk)
    refuse_ended(agency, on=localdate(at), work=str(_("ویرایش")))
    _refuse_changed(agency, seen)
    before = plain(agency)
    for name, value in entry._asdict().items():
        setattr(agency, name, value)
    after = plain(agency)
    changed = [name for name in after if after[name] != before[name]]
    if changed:
        _refuse(agency, localdate(at))
        agency.save(update_fields=changed)
        said = ({name: row[name] for name in changed} for row in (before, after))
        OrganizationEdit.objects.create(organization=agency, before=next(said), after=next(said), by=by, at=at)
    return agency


def demand_centre(by: User, on: date) -> None:
    if not can_keep_register(by, on):
        raise ValidationError(NOT_THE_CENTRE)


def plain(agency: Organization) -> dict[str, Any]:
    """As the log keeps it: codes and words."""
    return {
        "kind": str(agency.kind),
        "scope": str(agency.scope),
        "parent": agency.parent.code if agency.parent else None,
        "place": agency.place.code if agency.place else None,
        "domains": list(agency.domains),
        "aliases": list(agency.aliases),
        "valid_from": agency.valid_from and agency.valid_from.isoformat(),
    }


def _refuse(agency: Organization, on: date) -> None:
    agency.validate_constraints()
    if agency.parent:
        refuse_ended(agency.parent, on=on, work=str(_("آوردن دستگاه تابع")))
        _refuse_ring(agency, agency.parent)
    owners = Organization.objects.in_force(on).filter(domains__overlap=agency.domains).exclude(pk=agency.pk)
    if owner := owners.order_by("pk").first():
        domain = next(one for one in agency.domains if one in owner.domains)
        raise ValidationError(TAKEN, params={"domain": domain, "agency": owner.name})


def _refuse_ring(agency: Organization, parent: Organization) -> None:
    above: Organization | None = parent
    while above is not None:
        if above.pk == agency.pk:
            raise ValidationError(BELOW_ITSELF, params={"parent": parent.name, "agency": agency.name})
        above = above.parent


def _refuse_changed(agency: Organization, seen: int) -> None:
    if agency.edits.count() > seen:
        last = agency.edits.select_related("by").first()
        boxes = "، ".join(str(Organization._meta.get_field(name).verbose_name) for name in last.after)
        raise ValidationError(CHANGED_MEANWHILE, code="conflict", params={"who": last.by, "what": boxes})
