"""Forms 1 and 2: permits, one row an action, and what other agencies are asked for them."""

import pgtrigger
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.cards import form
from khedmat.cards.columns import APPLICANTS, INQUIRY_KINDS, PERMIT_ACTIONS, PERMIT_PROCESSES
from khedmat.cards.enums import Stage
from khedmat.cards.models import ServiceVersion
from khedmat.cards.models.answers import (
    known,
    measure_box,
    not_negative,
    number_box,
    one_of,
    some_of,
    text_box,
    yes_no_box,
)
from khedmat.core.guards import frozen_with_version_but, written_once_but
from khedmat.files.models import StoredFile
from khedmat.organizations.models import Move, Organization
from khedmat.organizations.models.moving import elsewhere, moves_by_a_row, once_a_change
from khedmat.permits.columns import columns_to_part


class PermitList(models.Model):
    """A list of permits that came without a card. A correction is a new list that names the old one."""

    organization = models.ForeignKey(
        Organization, models.PROTECT, related_name="permit_lists", verbose_name=_("دستگاه")
    )
    source_file = models.ForeignKey(
        StoredFile, models.PROTECT, null=True, blank=True, related_name="permit_lists", verbose_name=_("پروندهٔ اصلی")
    )
    replaces = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="replaced_by", verbose_name=_("جایگزین")
    )
    paper = models.JSONField(_("سند"))
    sha256 = models.CharField(_("چکیدهٔ SHA-256"), max_length=64)
    created_by = models.ForeignKey(User, models.PROTECT, related_name="permit_lists", verbose_name=_("به دست"))
    created_at = models.DateTimeField(_("زمان ثبت"))

    class Meta:
        verbose_name = _("فهرست مجوز")
        verbose_name_plural = _("فهرست‌های مجوز")
        constraints = [
            models.UniqueConstraint(
                fields=["organization", "sha256"],
                name="permit_list_once",
                violation_error_message=_("همین فهرست مجوز پیش از این ثبت شده است."),
            )
        ]
        triggers = [*written_once_but("organization"), moves_by_a_row("permits_permitlistmove", "permit_list")]

    def __str__(self) -> str:
        return f"{self.organization} · {self.created_at:%Y-%m-%d}"


class PermitListMove(Move):
    """A list of permits has another agency since a change of agencies; its words stay. Never changed."""

    THING = "permit_list"

    permit_list = models.ForeignKey(PermitList, models.PROTECT, related_name="moves", verbose_name=_("فهرست مجوز"))

    class Meta(Move.Meta):
        verbose_name = _("جابه‌جایی فهرست مجوز")
        verbose_name_plural = _("جابه‌جایی‌های فهرست مجوز")
        constraints = [
            once_a_change(
                "permit_list_move_once", "permit_list", _("این فهرست مجوز در همین تغییر یک بار جابه‌جا شده است.")
            ),
            elsewhere("permit_list_move_elsewhere", _("فهرست مجوز از همین دستگاه است و جابه‌جا نمی‌شود.")),
        ]


class PermitRowQuerySet(models.QuerySet):
    def public(self) -> "PermitRowQuerySet":
        """What anybody may read now: rows of the card in force, and of lists that no list replaced and for which an
        agency still answers."""
        replaced = PermitList.objects.filter(replaces=OuterRef("permit_list"))
        of_a_list = Q(permit_list__isnull=False, organization__valid_to=None) & ~Exists(replaced)
        return self.filter(Q(version__stage=Stage.PUBLISHED) | of_a_list)

    def for_list(self) -> "PermitRowQuerySet":
        return self.select_related("organization", "version__service").order_by("organization__sort_key", "pk")


def of_its_source() -> pgtrigger.Trigger:
    """The agency of a row is that of its card or list, which may go to another one: the database writes it."""
    return pgtrigger.Trigger(
        name="of_its_source",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update,
        func="""
            NEW.organization_id := COALESCE(
                (SELECT service.owner_id FROM cards_serviceversion AS version
                 JOIN cards_service AS service ON service.id = version.service_id WHERE version.id = NEW.version_id),
                (SELECT organization_id FROM permits_permitlist WHERE id = NEW.permit_list_id),
                NEW.organization_id
            );
            RETURN NEW;
        """,
    )


class PermitRow(models.Model):
    """What rows of form 1 and form 2 share. `organization` is kept for lists and indexes; the source decides it."""

    version = models.ForeignKey(
        ServiceVersion, models.PROTECT, null=True, blank=True, related_name="%(class)s_rows", verbose_name=_("نسخه")
    )
    permit_list = models.ForeignKey(
        PermitList, models.PROTECT, null=True, blank=True, related_name="%(class)s_rows", verbose_name=_("فهرست")
    )
    organization = models.ForeignKey(
        Organization, models.PROTECT, related_name="%(class)s_rows", verbose_name=_("دستگاه")
    )
    order = models.PositiveIntegerField(_("ترتیب"))
    action = one_of(_("نوع"), PERMIT_ACTIONS)
    documents = text_box(_("مدارک"))
    validity = text_box(_("مدت اعتبار"))
    fee_text = text_box(_("هزینه"))
    fee_rial = number_box(_("هزینه به ریال"))
    duration_text = text_box(_("زمان تقریبی"))
    duration_value = measure_box(_("زمان"))
    duration_unit = models.CharField(
        _("واحد زمان"), max_length=10, choices=[("hour", _("ساعت")), ("day", _("روز"))], blank=True
    )
    electronic = yes_no_box(_("الکترونیکی"))
    non_electronic = yes_no_box(_("غیرالکترونیکی"))
    notes = text_box(_("توضیحات"))

    objects = PermitRowQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["version", "permit_list", "order"]
        triggers = [*frozen_with_version_but("organization"), of_its_source()]


def came_from_one(name: str) -> models.CheckConstraint:
    return models.CheckConstraint(
        condition=Q(version__isnull=False, permit_list=None) | Q(version=None, permit_list__isnull=False),
        name=name,
        violation_error_message=_("ردیف مجوز یا با شناسنامه می‌آید یا با فهرست مجوز."),
    )


def once(name: str) -> models.UniqueConstraint:
    return models.UniqueConstraint(
        fields=["version", "permit_list", "order"],
        name=name,
        nulls_distinct=False,
        violation_error_message=_("دو ردیف با یک ترتیب آمده است."),
    )


class PermitForm(PermitRow):
    """A row of form 1: one action on one permit."""

    named_organization = text_box(_("دستگاه به نوشتهٔ فرم"))
    kind = text_box(_("گونهٔ مجوز"))
    title = text_box(_("عنوان مجوز"))
    legal_basis = text_box(_("مستند قانونی"))
    applicants = some_of(_("متقاضی"), APPLICANTS)
    process = one_of(_("فرایند"), PERMIT_PROCESSES)
    supervisors = text_box(_("مراجع ناظر"))
    steps = text_box(_("مراحل انجام کار"))
    conditions = text_box(_("شرایط"))

    class Meta(PermitRow.Meta):
        verbose_name = _("ردیف فرم یک")
        verbose_name_plural = _("ردیف‌های فرم یک")
        constraints = [
            came_from_one("permit_from_card_or_list"),
            once("permit_order_once"),
            not_negative("permit_not_negative", "fee_rial", "duration_value"),
            known(
                "permit_known_words",
                one=[("action", "permit_action"), ("process", "permit_process")],
                some=[("applicants", "applicant")],
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @cached_property
    def permit(self) -> form.Permit:
        """The row in the contract's words."""
        return form.Permit.model_validate(columns_to_part(self, form.Permit))


class PermitInquiry(PermitRow):
    """A row of form 2: what one agency is asked for a permit."""

    permit = text_box(_("عنوان مجوز"))
    agency = text_box(_("دستگاه استعلام‌شونده"))
    kind = one_of(_("نوع استعلام"), INQUIRY_KINDS)
    name = text_box(_("نام استعلام"))

    class Meta(PermitRow.Meta):
        verbose_name = _("ردیف فرم دو")
        verbose_name_plural = _("ردیف‌های فرم دو")
        constraints = [
            came_from_one("permit_inquiry_from_card_or_list"),
            once("permit_inquiry_order_once"),
            not_negative("permit_inquiry_not_negative", "fee_rial", "duration_value"),
            known("permit_inquiry_known_words", one=[("action", "permit_action"), ("kind", "inquiry_kind")]),
        ]

    def __str__(self) -> str:
        return self.name or self.agency

    @cached_property
    def inquiry(self) -> form.Inquiry:
        """The row in the contract's words."""
        return form.Inquiry.model_validate(columns_to_part(self, form.Inquiry))
