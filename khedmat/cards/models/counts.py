"""How often services were asked for and given, by period, as their agencies report it."""

import pgtrigger
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.cards.enums import CountState, counted_channels, counted_kinds
from khedmat.cards.models.answers import measure_box, number_box
from khedmat.cards.models.service import Service
from khedmat.core.guards import append_only
from khedmat.core.periods import Period, since
from khedmat.organizations.models import Organization

NUMBERS = ("received", "done", "refused", "mean_days", "median_days")
MOST = 10**12
MOST_DAYS = 36_500
SAYS_NOTHING = Q(**{f"{name}__isnull": True for name in NUMBERS}, not_offered=False)
CORRECTS_ITS_LIKE = """
    IF NOT EXISTS (
        SELECT 1 FROM cards_servicecount WHERE id = NEW.corrects_id
        AND (service_id, kind, first_day, channel) = (NEW.service_id, NEW.kind, NEW.first_day, NEW.channel)
    ) THEN
        RAISE EXCEPTION 'khedmat: a count is corrected by one of the same service, period and channel';
    END IF;
    RETURN NEW;
"""


def _between(name: str, most: int) -> Q:
    return Q(**{name: None}) | Q(**{f"{name}__gte": 0, f"{name}__lte": most})


def _days(kind: str, least: int, most: int) -> Q:
    """How many days a period of a kind may have."""
    return Q(kind=kind, last_day__gte=F("first_day") + (least - 1), last_day__lte=F("first_day") + (most - 1))


class ServiceCountQuerySet(models.QuerySet):
    def standing(self) -> "ServiceCountQuerySet":
        """Those that no later row corrects; what was taken back says nothing."""
        return self.filter(corrected_by=None).exclude(SAYS_NOTHING)

    def decisive(self) -> "ServiceCountQuerySet":
        """What is added up of a service's year, nothing twice: the largest periods told of it, and of each period the
        whole where it is told, else its channels."""
        beside = ServiceCount.objects.standing().filter(service=OuterRef("service"))
        larger = beside.filter(year=OuterRef("year"), kind__gt=OuterRef("kind"))  # month, season, year: by alphabet too
        whole = beside.filter(kind=OuterRef("kind"), first_day=OuterRef("first_day"), channel="")
        return self.standing().filter(Q(channel="") | ~Exists(whole), ~Exists(larger))

    def newest_first(self) -> "ServiceCountQuerySet":
        return self.order_by("-first_day", "-kind", "channel", "-pk")


class ServiceCount(models.Model):
    """What an agency reports of a service in a period, by one channel or by all together. Never changed: a correction
    is a row that names the one before it; one without numbers takes it back.

    Null is not known, 0 is none asked for or given, `not_offered` is that there was no such service then. `done` and
    `refused` may be more than `received`: requests of earlier periods end in later ones.
    """

    service = models.ForeignKey(Service, models.PROTECT, related_name="counts", verbose_name=_("خدمت"))
    kind = models.CharField(_("گونهٔ دوره"), max_length=10, choices=counted_kinds)
    year = models.PositiveSmallIntegerField(_("سال هجری شمسی"))
    first_day = models.DateField(_("نخستین روز دوره"))
    last_day = models.DateField(_("واپسین روز دوره"))
    channel = models.CharField(_("از کدام راه"), max_length=20, choices=counted_channels, blank=True)
    received = number_box(_("درخواست رسیده"))
    done = number_box(_("انجام‌شده"))
    refused = number_box(_("ردشده"))
    mean_days = measure_box(_("میانگین روز تا انجام"))
    median_days = measure_box(_("میانهٔ روز تا انجام"))
    not_offered = models.BooleanField(_("در این دوره ارائه نشده است"), default=False)
    source = models.CharField(_("مأخذ (نامه یا نشانی گزارش)"), max_length=300)
    corrects = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="corrected_by", verbose_name=_("اصلاح")
    )
    by = models.ForeignKey(User, models.PROTECT, related_name="service_counts", verbose_name=_("به دست"))
    as_organization = models.ForeignKey(
        Organization, models.PROTECT, related_name="service_counts", verbose_name=_("از سوی")
    )
    at = models.DateTimeField(_("زمان ثبت"))

    objects = ServiceCountQuerySet.as_manager()

    class Meta:
        verbose_name = _("شمار خدمت")
        verbose_name_plural = _("شمارهای خدمت")
        indexes = [models.Index(fields=["service", "year"], name="service_count_of_a_year")]
        constraints = [
            models.UniqueConstraint(
                fields=["service", "kind", "first_day", "channel"],
                condition=Q(corrects=None),
                name="service_count_told_once",
                violation_error_message=_("شمار این دوره از همین راه پیش‌تر گفته شده است؛ آن را اصلاح کنید."),
            ),
            models.CheckConstraint(
                condition=_days("month", 29, 31) | _days("season", 89, 93) | _days("year", 365, 366),
                name="service_count_whole_period",
                violation_error_message=_("دوره یک ماه، یک فصل یا یک سال هجری شمسی است."),
            ),
            models.CheckConstraint(
                condition=Q(channel__in=[value for value, _label in counted_channels()]),
                name="service_count_known_channel",
                violation_error_message=_("راه یکی از رسانه‌های فرم، مراجعهٔ حضوری یا همهٔ راه‌ها با هم است."),
            ),
            models.CheckConstraint(
                condition=_between("received", MOST) & _between("done", MOST) & _between("refused", MOST),
                name="service_count_not_negative",
                violation_error_message=_("شمار درخواست‌ها عددی از صفر تا هزار میلیارد است."),
            ),
            models.CheckConstraint(
                condition=_between("mean_days", MOST_DAYS) & _between("median_days", MOST_DAYS),
                name="service_count_days_in_bounds",
                violation_error_message=_("روزهای تا انجام عددی از صفر تا ۳۶٬۵۰۰ است."),
            ),
            models.CheckConstraint(
                condition=Q(not_offered=False) | Q(**{f"{name}__isnull": True for name in NUMBERS}),
                name="service_count_none_has_no_numbers",
                violation_error_message=_("خدمتی که در دوره ارائه نشده است عدد ندارد."),
            ),
            models.CheckConstraint(
                condition=~SAYS_NOTHING | Q(corrects__isnull=False),
                name="service_count_says_something",
                violation_error_message=_("دست‌کم یکی از عددها را بنویسید یا بگویید که خدمت ارائه نشده است."),
            ),
            models.CheckConstraint(
                condition=~Q(source=""),
                name="service_count_has_a_source",
                violation_error_message=_("بنویسید این شمار از کدام نامه یا گزارش است."),
            ),
        ]
        triggers = [
            *append_only(),
            pgtrigger.Trigger(
                name="corrects_its_like",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                condition=pgtrigger.Q(new__corrects__isnull=False),
                func=CORRECTS_ITS_LIKE,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.service}، {self.period.title}"

    @property
    def period(self) -> Period:
        return since(self.kind, self.first_day)

    @property
    def state(self) -> CountState:
        if self.not_offered:
            return CountState.NOT_OFFERED
        told = any(getattr(self, name) is not None for name in NUMBERS)
        return CountState.TOLD if told else CountState.TAKEN_BACK
