"""Filters that turn what is stored into what people read: Persian digits, Jalali dates, labels of code lists."""

from datetime import date, datetime

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from khedmat.cards import form
from khedmat.cards.vocabulary import VOCABULARY
from khedmat.core import jalali
from khedmat.core.persian import persian_digits
from khedmat.core.weblinks import weblink
from khedmat.web import words

register = template.Library()
KILO = 1024


@register.filter
def fa(value: object) -> str:
    """{{ count|fa }} – digits as ۰–۹."""
    return "" if value is None else persian_digits(value)


@register.filter
def ordinal(value: str) -> str:
    """{{ heading.number|ordinal }} – «۴-۱» read from the right: a bare hyphen would put the one before the four."""
    return persian_digits(value).replace("-", "\u200f-\u200f")


@register.filter
def prose(value: object) -> str:
    """{{ law|prose }} – a text of the form with Persian digits; words with Latin letters stay as they are."""
    return words.prose(f"{value}") if value else ""


@register.filter
def weight(octets: int) -> str:
    """{{ file.size|weight }} – «۲۲٫۱ کیلوبایت»; Django's own filter leaves the unit and the point in Latin."""
    if octets < KILO:
        return words.number(octets) + " بایت"
    size, unit = (octets / KILO, "کیلوبایت") if octets < KILO**2 else (octets / KILO**2, "مگابایت")
    return f"{words.number(round(size, 1))} {unit}"


@register.filter
def grouped(value: float | None) -> str:
    """{{ count|grouped }} – «۱۰٬۰۰۰»."""
    return "" if value is None else words.number(value)


@register.filter(name="rials")
def rials_filter(value: int | None) -> str:
    """{{ amount|rials }} – «۱٬۷۵۴٬۹۰۰ ریال»."""
    return "" if value is None else words.rials(value)


@register.filter(name="jalali")
def jalali_filter(value: date | datetime | None) -> SafeString | str:
    """{{ day|jalali }} – «۱۹ خرداد ۱۴۰۳», with the machine's date in the element."""
    if value is None:
        return ""
    return format_html('<time datetime="{}">{}</time>', value.isoformat(), jalali.long(value))


@register.filter
def moment(value: datetime) -> SafeString:
    """{{ change.at|moment }} – day and clock of Tehran."""
    return format_html('<time datetime="{}">{}</time>', value.isoformat(), jalali.with_time(value))


@register.filter
def label_of(value: str | None, list_name: str) -> str:
    """{{ "G2B"|label_of:"service_type" }} – the Persian label; the value itself when the list does not know it."""
    known = VOCABULARY[list_name].get(value or "")
    return known.fa if known else value or ""


@register.filter
def labels_of(values: list[str], list_name: str) -> str:
    """{{ card.level|labels_of:"level" }} – labels, one after the other."""
    return words.joined(list_name, values) or ""


@register.filter
def fee(value: form.Fee) -> str:
    """{{ permit.fee|fee }} – the amount, else the words of the form."""
    return words.fee(value) or ""


@register.filter
def span(value: form.PermitDuration) -> str:
    """{{ permit.duration|span }} – the time of a permit."""
    return words.permit_duration(value) or ""


register.filter("weblink", weblink)  # {{ card.url|weblink }}
