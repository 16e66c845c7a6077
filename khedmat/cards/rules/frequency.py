"""F: how often one person gets the service, and how many get it."""

from khedmat.cards.form import Document
from khedmat.cards.rules.conditions import Said, once, said
from khedmat.cards.rules.reading import card_of
from khedmat.cards.rules.rule import Rule
from khedmat.cards.vocabulary import label

FIELD = "card.frequency"


def _period(value: str | None) -> str:
    return label("period", value) if value else ""


def _once_and_again(document: Document) -> Said:
    frequency = card_of(document).frequency
    again = " بار در ".join(filter(None, (str(frequency.times or ""), _period(frequency.per))))
    return said(all((frequency.once, again)), again=again)


def _times_without_period(document: Document) -> Said:
    frequency = card_of(document).frequency
    is_half = all((frequency.times is not None, frequency.per is None, not frequency.once))
    return said(is_half, times=frequency.times)


def _period_without_times(document: Document) -> Said:
    frequency = card_of(document).frequency
    is_half = all((frequency.times is None, frequency.per is not None, not frequency.once))
    return said(is_half, per=_period(frequency.per))


def _half_a_volume(document: Document) -> Said:
    recipients = card_of(document).recipients
    without_count = f"«در {_period(recipients.per)}» نوشته شده ولی تعداد ندارد"
    without_period = f"{recipients.count} نفر نوشته شده ولی معلوم نیست در ماه، فصل یا سال"
    is_half = (recipients.count is None) != (recipients.per is None)
    return said(is_half, half=without_count if recipients.per else without_period)


RULES = (
    Rule(
        id="F01",
        severity="B",
        fields=(FIELD,),
        condition=once(FIELD, _once_and_again),
        message="هم «یک‌بار برای همیشه» تیک دارد و هم «%(again)s» نوشته شده است.",
        fix="تنها یکی را نگه دارید.",
        example="☑ یک‌بار برای همیشه · ۱ بار در سال",
    ),
    Rule(
        id="F02",
        severity="B",
        fields=(FIELD,),
        condition=once(FIELD, _times_without_period, doubt="frequency.per"),
        message="«%(times)s بار» نوشته شده ولی واحد زمان (ماه، فصل، سال) ندارد.",
        fix="بزنید این تعداد در ماه است، در فصل یا در سال.",
        example="برای هر نفر ۵ بار در: ☐ ماه ☐ فصل ☐ سال",
    ),
    Rule(
        id="F03",
        severity="B",
        fields=(FIELD,),
        condition=once(FIELD, _period_without_times, doubt="frequency.times"),
        message="تواتر «در %(per)s» تیک دارد ولی تعداد بار آن نوشته نشده است.",
        fix="بنویسید چند بار در %(per)s.",
        example="… بار در: ☑ سال",
    ),
    Rule(
        id="F04",
        severity="A",
        fields=("card.recipients",),
        condition=once("card.recipients", _half_a_volume, doubt="recipients"),
        message="آمار خدمت‌گیرندگان نیمه‌کاره است: %(half)s.",
        fix="هم تعداد و هم واحد زمان را بنویسید، مانند «۷۰۰ نفر در سال».",
        example="آمار تعداد خدمت‌گیرندگان: … در روز",
    ),
)
