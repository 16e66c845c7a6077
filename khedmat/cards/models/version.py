"""One version of a card: what an agency filled in, submitted, and the centre published."""

from datetime import date
from typing import Any

import pghistory
import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex, HashIndex
from django.db import models
from django.db.models import F, Q
from django.utils.functional import cached_property
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.cards import form
from khedmat.cards.canonical import document_of
from khedmat.cards.columns import EDITIONS
from khedmat.cards.enums import A_HAND, IN_FORCE, MOVES, PUBLIC, Severity, Stage
from khedmat.cards.models.answers import ANSWERS_HOLD, Answers, text_box, yes_no_box
from khedmat.cards.models.queries import VersionQuerySet
from khedmat.cards.models.service import Service
from khedmat.cards.outline import public_card
from khedmat.cards.rules.pictures import UNSEEN
from khedmat.core.guards import Frozen, no_truncate, signatures_stay
from khedmat.files.models import StoredFile
from khedmat.organizations.models import Organization

# Bookkeeping of the system, and the signatures (guarded by a trigger of their own): all else is what was submitted.
MOVABLE = [
    "stage",
    "search_text",
    "title_key",
    "sort_key",
    "checked_with",
    "submitted_by",
    "submitted_at",
    "approved_by",
    "approved_at",
    "accepted_by",
    "accepted_at",
    "published_by",
    "published_at",
    "replaced_at",
    "publish_on",
    "touched_by",
    "touched_at",
    "owner",
]


def _person(label: Any, name: str) -> models.ForeignKey:
    return models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name=name, verbose_name=label)


def _instant(label: Any) -> models.DateTimeField:
    return models.DateTimeField(label, null=True, blank=True)


def _signed(stages: list[str], *columns: str) -> Q:
    """In these stages all the columns are filled."""
    return ~Q(stage__in=stages) | Q(**{f"{column}__isnull": False for column in columns})


def _others(name: str, *earlier: str) -> Q:
    """Whoever signed here is none of those who signed before."""
    same = Q()
    for column in earlier:
        same |= Q(**{name: F(column)})
    return Q(**{f"{name}__isnull": True}) | ~same


TRANSITIONS = [(str(source), str(target)) for source, targets in MOVES.items() for target in targets]
CENTRE_HAS_IT = [Stage.ACCEPTED, *PUBLIC]
AGENCY_SENT_IT = [Stage.APPROVED, *CENTRE_HAS_IT]


# A draft's own changes are kept box by box in `Edit`: a copy of the whole row a keystroke would be megabytes a card.
@pghistory.track(
    pghistory.InsertEvent(),
    pghistory.UpdateEvent(condition=pghistory.AnyChange("stage")),
    append_only=True,
    exclude=["search_text", "title_key", "sort_key", "checked_with", "touched_by", "touched_at", "owner"],
)
class ServiceVersion(Answers):
    """A card as filed. `content` is the whole card in the contract's words; the columns are what is filtered by."""

    service = models.ForeignKey(Service, models.PROTECT, related_name="versions", verbose_name=_("خدمت"))
    owner = models.ForeignKey(  # written by the database alone: lists are found without the table of services
        Organization, models.PROTECT, related_name="+", editable=False, blank=True, verbose_name=_("دستگاه خدمت")
    )
    number = models.PositiveIntegerField(_("شمارهٔ نسخه"))
    stage = models.CharField(_("مرحله"), max_length=20, choices=Stage, default=Stage.DRAFT)
    revision = models.PositiveIntegerField(_("شمارهٔ ذخیره"), default=0)
    edition = models.CharField(_("ویرایش فرم"), max_length=20, choices=EDITIONS)
    content = models.JSONField(_("محتوای شناسنامه"))
    paper = models.JSONField(_("بقیهٔ سند"))
    sha256 = models.CharField(_("چکیدهٔ SHA-256"), max_length=64)
    undecided = ArrayField(models.TextField(), verbose_name=_("گزینه‌های ناروشن"), default=list, blank=True)
    source_file = models.ForeignKey(
        StoredFile, models.PROTECT, null=True, blank=True, related_name="versions", verbose_name=_("پروندهٔ اصلی")
    )
    is_electronic = yes_no_box(_("دست‌کم یک مرحله الکترونیکی است"))
    needs_visit = yes_no_box(_("دست‌کم یک مرحله حضوری است"))
    search_text = text_box(_("متن جست‌وجو"))
    title_key = models.CharField(_("کلید عنوان"), max_length=300, blank=True, db_index=True)
    sort_key = models.CharField(_("کلید ترتیب"), max_length=300, blank=True)
    checked_with = models.CharField(_("نسخهٔ قواعد آخرین بررسی"), max_length=50, blank=True, db_index=True)
    created_by = _person(_("نویسنده"), "versions_created")
    created_at = models.DateTimeField(_("زمان ثبت"))
    submitted_by = _person(_("ارسال‌کننده"), "versions_submitted")
    submitted_at = _instant(_("زمان ارسال"))
    approved_by = _person(_("تأییدکننده"), "versions_approved")
    approved_at = _instant(_("زمان تأیید"))
    accepted_by = _person(_("پذیرنده"), "versions_accepted")
    accepted_at = _instant(_("زمان پذیرش"))
    published_by = _person(_("منتشرکننده"), "versions_published")
    published_at = _instant(_("زمان انتشار"))
    replaced_at = _instant(_("زمان جایگزینی"))
    publish_on = models.DateField(_("نوبت انتشار"), null=True, blank=True)

    touched_by = _person(_("آخرین دست"), "versions_touched")
    touched_at = _instant(_("زمان آخرین دست"))

    objects = VersionQuerySet.as_manager()

    class Meta:
        verbose_name = _("نسخهٔ شناسنامه")
        verbose_name_plural = _("نسخه‌های شناسنامه")
        indexes = [
            *(GinIndex(fields=[name], name=f"version_{name}_gin") for name in ("service_type", "level", "life_events")),
            # What lists narrow and order by stands in the index: a page is found without the wide rows.
            models.Index(
                fields=["sort_key", "id"],
                include=["owner", "service_type", "nature", "level", "life_events", "start_trigger", "is_electronic"],
                condition=Q(stage=Stage.PUBLISHED),
                name="version_published_by_title",
            ),
            models.Index(
                fields=["-published_at", "-id"], condition=Q(stage=Stage.PUBLISHED), name="version_published_newest"
            ),
            models.Index(
                fields=["stage", "-touched_at"],
                include=["id", "service", "owner", "number", "title_key", "sort_key", "publish_on"],
                name="version_by_stage",
            ),
            models.Index(
                fields=["owner", "stage"],
                include=["id", "service", "touched_at", "published_at", "number", "title_key", "publish_on"],
                name="version_of_owner",
            ),
            HashIndex(fields=["url"], name="version_at_address"),  # an address may be longer than a leaf of a tree
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["service", "number"],
                name="version_number_once",
                violation_error_message=_("این خدمت نسخه‌ای با همین شماره دارد."),
            ),
            models.UniqueConstraint(
                fields=["service"],
                condition=Q(stage__in=IN_FORCE),
                name="version_one_published",
                violation_error_message=_("این خدمت هم‌اکنون نسخهٔ منتشرشده دارد."),
            ),
            models.UniqueConstraint(
                fields=["service"],
                condition=Q(stage=Stage.DRAFT),
                name="version_one_draft",
                violation_error_message=_("این خدمت هم‌اکنون پیش‌نویسی دارد؛ همان را کامل کنید."),
            ),
            models.CheckConstraint(
                condition=Q(stage__in=Stage.values, number__gte=1),
                name="version_known_stage",
                violation_error_message=_("مرحله یا شمارهٔ نسخه درست نیست."),
            ),
            models.CheckConstraint(
                condition=_signed([Stage.SUBMITTED, Stage.RETURNED, *AGENCY_SENT_IT], "submitted_by", "submitted_at")
                & _signed(AGENCY_SENT_IT, "approved_by", "approved_at")
                & _signed(CENTRE_HAS_IT, "accepted_by", "accepted_at")
                & _signed([*PUBLIC], "published_by", "published_at")
                & _signed([Stage.REPLACED], "replaced_at"),
                name="version_signed_for_its_stage",
                violation_error_message=_("برای این مرحله امضای لازم ثبت نشده است."),
            ),
            models.CheckConstraint(
                condition=_others("approved_by", "submitted_by", "created_by")
                & _others("accepted_by", "approved_by", "submitted_by", "created_by")
                & _others("published_by", "approved_by", "submitted_by", "created_by"),
                name="version_three_people",
                violation_error_message=_(
                    "نویسنده، تأییدکننده و منتشرکنندهٔ یک شناسنامه باید سه نفر باشند؛ "
                    "پذیرنده نیز نویسنده یا تأییدکنندهٔ آن نیست."
                ),
            ),
            models.CheckConstraint(
                condition=Q(publish_on=None) | Q(stage=Stage.ACCEPTED),
                name="version_awaits_its_day_accepted",
                violation_error_message=_("تنها نسخهٔ پذیرفته‌شده نوبت انتشار دارد."),
            ),
            models.CheckConstraint(
                condition=Q(sha256__regex=r"^[0-9a-f]{64}$"),
                name="version_sha256_shape",
                violation_error_message=_("چکیدهٔ محتوا باید ۶۴ رقم شانزده‌شانزدهی باشد."),
            ),
            *ANSWERS_HOLD,
        ]
        triggers = [
            Frozen(name="frozen", exclude=MOVABLE, condition=~pgtrigger.Q(old__stage=Stage.DRAFT)),
            pgtrigger.Protect(
                name="begins_as_draft", operation=pgtrigger.Insert, condition=~pgtrigger.Q(new__stage=Stage.DRAFT)
            ),
            pgtrigger.FSM(name="moves", field="stage", transitions=TRANSITIONS),
            signatures_stay("submitted", "approved", "accepted", "published", unsigned=("replaced",)),
            pgtrigger.Trigger(
                name="owner_of_its_service",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update,
                # A service that moves at this moment is waited for: its new version would stay with the agency before.
                func="""
                    IF TG_OP = 'INSERT' THEN PERFORM 1 FROM cards_service WHERE id = NEW.service_id FOR SHARE; END IF;
                    NEW.owner_id := (SELECT owner_id FROM cards_service WHERE id = NEW.service_id);
                    RETURN NEW;
                """,
            ),
            pgtrigger.Protect(name="never_deleted", operation=pgtrigger.Delete),
            no_truncate(),
        ]

    def __str__(self) -> str:
        return self.title or str(_("(بی‌عنوان)"))

    @cached_property
    def card(self) -> form.Card:
        """The whole card as filed, with its filler: for members of the agency and the centre only."""
        return form.card_from_contract(self.content)

    @cached_property
    def public_card(self) -> form.Card:
        """The card as anybody may read it: no filler, no account number."""
        return public_card(self.document.card or form.Card())

    @cached_property
    def document(self) -> form.Document:
        """The document as it was read, without the trace."""
        return document_of(self.content, self.paper)

    @cached_property
    def published_on(self) -> date | None:
        """The day of its publication, of Tehran."""
        return localdate(self.published_at) if self.published_at else None

    @cached_property
    def hands(self) -> frozenset[int]:
        """Those who answer for the text: it was theirs to write, send or approve."""
        return frozenset(self.stage_changes.filter(target__in=A_HAND).values_list("by", flat=True))

    @cached_property
    def is_unseen(self) -> bool:
        """Read from a picture, and nobody has compared all of it with the picture."""
        return self.findings.filter(rule=UNSEEN).exists()

    @cached_property
    def blocking_rules(self) -> list[str]:
        """Of each finding in the way of publication its rule."""
        return sorted(self.findings.filter(severity=Severity.BLOCKER).values_list("rule", flat=True))

    @property
    def is_public(self) -> bool:
        return self.stage in PUBLIC
