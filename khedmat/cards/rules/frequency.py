"""F: how often one person gets the service, and how many get it."""

from collections.abc import Iterator

from khedmat.cards.form import Document
from khedmat.cards.rules.reading import card_of, doubtful
from khedmat.cards.rules.rule import Breach, Rule, at
from khedmat.cards.vocabulary import label

FIELD = "card.frequency"


def _once_and_again(document: Document) -> Iterator[Breach]:
    frequency = card_of(document).frequency
    again = [str(frequency.times)] if frequency.times else []
    again += [label("period", frequency.per)] if frequency.per else []
    if frequency.once and again:
        yield at(FIELD, again=" بار در ".join(again))


def _times_without_period(document: Document) -> Iterator[Breach]:
    frequency = card_of(document).frequency
    if (
        frequency.times is not None
        and frequency.per is None
        and not frequency.once
        and not doubtful(document, "frequency.per")
    ):
        yield at(FIELD, times=frequency.times)


def _period_without_times(document: Document) -> Iterator[Breach]:
    frequency = card_of(document).frequency
    if frequency.per and frequency.times is None and not frequency.once and not doubtful(document, "frequency.times"):
        yield at(FIELD, per=label("period", frequency.per))


def _half_a_volume(document: Document) -> Iterator[Breach]:
    recipients = card_of(document).recipients
    if doubtful(document, "recipients") or (recipients.count is None) == (recipients.per is None):
        return
    if recipients.per:
        yield at("card.recipients", said=f"«در {label('period', recipients.per)}» نوشته شده ولی تعداد ندارد")
    else:
        yield at("card.recipients", said=f"{recipients.count} نفر نوشته شده ولی معلوم نیست در ماه، فصل یا سال")


RULES = (
    Rule(
        id="F01",
        severity="B",
        fields=(FIELD,),
        condition=_once_and_again,
        message="هم «یک‌بار برای همیشه» تیک دارد و هم «%(again)s» نوشته شده است.",
        fix="تنها یکی را نگه دارید.",
        example="☑ یک‌بار برای همیشه · ۱ بار در سال",
    ),
    Rule(
        id="F02",
        severity="B",
        fields=(FIELD,),
        condition=_times_without_period,
        message="«%(times)s بار» نوشته شده ولی واحد زمان (ماه، فصل، سال) ندارد.",
        fix="بزنید این تعداد در ماه است، در فصل یا در سال.",
        example="برای هر نفر ۵ بار در: ☐ ماه ☐ فصل ☐ سال",
    ),
    Rule(
        id="F03",
        severity="B",
        fields=(FIELD,),
        condition=_period_without_times,
        message="تواتر «در %(per)s» تیک دارد ولی تعداد بار آن نوشته نشده است.",
        fix="بنویسید چند بار در %(per)s.",
        example="… بار در: ☑ سال",
    ),
    Rule(
        id="F04",
        severity="A",
        fields=("card.recipients",),
        condition=_half_a_volume,
        message="آمار خدمت‌گیرندگان نیمه‌کاره است: %(said)s.",
        fix="هم تعداد و هم واحد زمان را بنویسید، مانند «۷۰۰ نفر در سال».",
        example="آمار تعداد خدمت‌گیرندگان: … در روز",
    ),
)
