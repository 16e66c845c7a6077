"""The scalar boxes of the form as columns: an empty text and NULL are «not said», never zero, free or none."""

from collections.abc import Iterable
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from khedmat.cards.columns import (
    DURATION_BASES,
    DURATION_UNITS,
    LEVELS,
    LIFE_EVENTS,
    NATURES,
    PERIODS,
    SERVICE_TYPES,
    START_TRIGGERS,
)
from khedmat.cards.vocabulary import values

Pairs = Iterable[tuple[str, str]]


def text_box(label: Any) -> models.TextField:
    return models.TextField(label, blank=True)


def number_box(label: Any) -> models.BigIntegerField:
    return models.BigIntegerField(label, null=True, blank=True)


def measure_box(label: Any) -> models.FloatField:
    return models.FloatField(label, null=True, blank=True)


def yes_no_box(label: Any) -> models.BooleanField:
    return models.BooleanField(label, null=True, blank=True)


def one_of(label: Any, words: Any) -> models.CharField:
    return models.CharField(label, max_length=20, choices=words, blank=True)


def some_of(label: Any, words: Any) -> ArrayField:
    return ArrayField(models.CharField(max_length=30, choices=words), verbose_name=label, default=list, blank=True)


def known(name: str, *, one: Pairs = (), some: Pairs = ()) -> models.CheckConstraint:
    """Only words of the form's lists; pairs are (column, list)."""
    rule = Q()
    for column, words in one:
        rule &= Q(**{f"{column}__in": ["", *values(words)]})
    for column, words in some:
        rule &= Q(**{f"{column}__contained_by": list(values(words))})
    return models.CheckConstraint(
        condition=rule, name=name, violation_error_message=_("گزینه‌ای جز گزینه‌های چاپی فرم آمده است.")
    )


def not_negative(name: str, *columns: str) -> models.CheckConstraint:
    rule = Q()
    for column in columns:
        rule &= Q(**{column: None}) | Q(**{f"{column}__gte": 0})
    return models.CheckConstraint(condition=rule, name=name, violation_error_message=_("عدد منفی در فرم پذیرفته نیست."))


class Answers(models.Model):
    """Sections 1 to 6 and the keys of later editions, one column a box."""

    title = text_box(_("عنوان خدمت"))
    stated_id = text_box(_("شناسهٔ خدمت در فرم"))
    local_id = text_box(_("شناسهٔ محلی"))
    parent_service_id = text_box(_("شناسهٔ خدمت مادر"))
    parent_service_title = text_box(_("عنوان خدمت مادر"))
    executive_agency = text_box(_("نام دستگاه اجرایی"))
    parent_agency = text_box(_("نام دستگاه مادر"))
    description = text_box(_("شرح خدمت"))
    service_type = some_of(_("نوع خدمت"), SERVICE_TYPES)
    audience = text_box(_("نوع مخاطبین"))
    nature = one_of(_("ماهیت خدمت"), NATURES)
    level = some_of(_("سطح خدمت"), LEVELS)
    life_events = some_of(_("رویداد مرتبط"), LIFE_EVENTS)
    life_event_text = text_box(_("رویداد دیگر"))
    start_trigger = some_of(_("نحوهٔ آغاز خدمت"), START_TRIGGERS)
    start_trigger_text = text_box(_("شرح آغاز خدمت"))
    leads_to_permit = yes_no_box(_("به صدور مجوز می‌انجامد"))
    recipients_count = number_box(_("تعداد خدمت‌گیرندگان"))
    recipients_per = one_of(_("دورهٔ آمار"), PERIODS)
    duration_text = text_box(_("متوسط مدت زمان"))
    duration_value = measure_box(_("مدت"))
    duration_min = measure_box(_("کمترین مدت"))
    duration_max = measure_box(_("بیشترین مدت"))
    duration_unit = one_of(_("واحد مدت"), DURATION_UNITS)
    duration_working = yes_no_box(_("مدت به روز کاری است"))
    duration_basis = one_of(_("مبنای مدت"), DURATION_BASES)
    frequency_once = yes_no_box(_("یک بار برای همیشه"))
    frequency_times = number_box(_("دفعات تواتر"))
    frequency_per = one_of(_("دورهٔ تواتر"), PERIODS)
    visits_text = text_box(_("تعداد بار مراجعهٔ حضوری"))
    visits_count = number_box(_("تعداد مراجعه"))
    visits_max = number_box(_("بیشترین مراجعه"))
    cost_text = text_box(_("هزینهٔ خدمت"))
    cost_free = yes_no_box(_("رایگان"))
    url = text_box(_("نشانی دقیق خدمت"))
    system_name = text_box(_("نام سامانه"))
    service_pattern = text_box(_("الگوی خدمت"))
    maturity = text_box(_("بلوغ"))
    service_hours = text_box(_("زمان ارائهٔ خدمت"))
    sla_url = text_box(_("نشانی توافق‌نامهٔ سطح خدمت"))
    complaint_url = text_box(_("نشانی ثبت شکایت"))
    forms = text_box(_("فرم‌ها"))
    faq = text_box(_("پرسش‌های پرتکرار"))
    responsible_unit = text_box(_("واحد مسئول"))

    class Meta:
        abstract = True


ANSWERS_HOLD = [
    known(
        "version_known_words",
        one=[
            ("nature", "nature"),
            ("recipients_per", "period"),
            ("duration_unit", "duration_unit"),
            ("duration_basis", "duration_basis"),
            ("frequency_per", "period"),
            ("edition", "edition"),
        ],
        some=[
            ("service_type", "service_type"),
            ("level", "level"),
            ("life_events", "life_event"),
            ("start_trigger", "start_trigger"),
        ],
    ),
    not_negative(
        "version_not_negative",
        "recipients_count",
        "duration_value",
        "duration_min",
        "duration_max",
        "frequency_times",
        "visits_count",
        "visits_max",
    ),
]
