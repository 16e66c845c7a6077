"""T01–T04: how long the service takes, from start to end."""

import re

from khedmat.cards.form import Document, Duration, Recipients
from khedmat.cards.rules.conditions import Said, once, said
from khedmat.cards.rules.quantities import HOURS, names_unit
from khedmat.cards.rules.reading import card_of, plain
from khedmat.cards.rules.rule import Rule
from khedmat.cards.vocabulary import label

FIELD = "card.average_duration"
_PER_VISIT = re.compile(r"\b(?:در|برای|هر) (?:هر )?(?:بار )?مراجعه\b|هر (?:نفر|جلسه|بار)\b")
_A_YEAR = {"day": 365, "month": 12, "season": 4, "year": 1}
_YEARS = 2  # a longer service has over two yearly numbers of cases under way: somebody should confirm it


def figures(duration: Duration) -> list[float]:
    """The figures that a duration gives."""
    return [figure for figure in (duration.value, duration.min, duration.max) if figure is not None]


def longest_hours(duration: Duration) -> float:
    """The longest time that a duration allows; 0 where it gives no figure or no unit."""
    return max(figures(duration), default=0.0) * HOURS.get(duration.unit or "", 0)


def _without_unit(document: Document) -> Said:
    duration = card_of(document).average_duration
    text = duration.text or ""
    is_figure = any((figures(duration), re.search(r"\d", text)))
    shown = text or " تا ".join(f"{figure:.10g}".replace(".", "٫") for figure in figures(duration))
    return said(all((is_figure, duration.unit is None, not names_unit(text))), text=shown)


def _per_visit(document: Document) -> Said:
    duration = card_of(document).average_duration
    in_words = all((duration.basis is None, _PER_VISIT.search(plain(duration.text or ""))))
    text = duration.text or label("duration_basis", "visit")
    return said(any((duration.basis == "visit", in_words)), text=text)


def _implausible(document: Document) -> Said:
    card = card_of(document)
    years = longest_hours(card.average_duration) / HOURS["year"]
    text = card.average_duration.text or f"{years:g} سال"
    return said(years > _YEARS, text=text, load=_load(card.recipients, years))


def _load(recipients: Recipients, years: float) -> str:
    if not all((recipients.count, recipients.per)):
        return "شمار خدمت‌گیرندگان معلوم نیست"
    count, per = recipients.count or 0, recipients.per or "year"
    yearly = f"با {count:,} خدمت‌گیرنده در {label('period', per)}"
    return f"{yearly}، نزدیک {count * _A_YEAR[per] * years:,.0f} پرونده هم‌زمان در جریان است".replace(",", "٬")


def _least_over_most(document: Document) -> Said:
    duration = card_of(document).average_duration
    least, most = duration.min or 0.0, duration.max
    return said(most is not None and least > most, least=least, most=most)


RULES = (
    Rule(
        id="T01",
        severity="B",
        fields=(FIELD,),
        condition=once(FIELD, _without_unit, doubt="average_duration"),
        message="مدت ارائه «%(text)s» نوشته شده ولی واحد آن (ساعت، روز، ماه) معلوم نیست.",
        fix="واحد زمان را بنویسید، مانند «۵ روز کاری».",
        example="مدت زمان: ۱۵",
    ),
    Rule(
        id="T02",
        severity="A",
        fields=(FIELD,),
        condition=once(FIELD, _per_visit),
        message="مدت «%(text)s» زمان یک مراجعه است، نه زمان ارائهٔ کامل خدمت.",
        fix="از درخواست تا تحویل را بنویسید؛ زمان هر مراجعه را جداگانه در توضیح بیاورید.",
        example="حداقل یک ساعت در هر مراجعه",
    ),
    Rule(
        id="T03",
        severity="N",
        fields=(FIELD, "card.recipients"),
        condition=once(FIELD, _implausible),
        message="مدت ارائه «%(text)s» بیش از دو سال است؛ %(load)s.",
        fix="درستی مدت و آمار را تأیید کنید؛ اگر آمار سالانه یا مدت یک مرحله است، همان را بنویسید.",
        example="۱۰۰ نفر در ماه · مدت: سه سال",
    ),
    Rule(
        id="T04",
        severity="B",
        fields=(FIELD,),
        condition=once(FIELD, _least_over_most),
        message="کمترین مدت (%(least)s) از بیشترین مدت (%(most)s) بزرگ‌تر است.",
        fix="دو عدد را جابه‌جا یا درست کنید.",
        example="حداقل ۲۰ روز، حداکثر ۱۰ روز",
    ),
)
