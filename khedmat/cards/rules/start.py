"""S: how a service starts must agree with its request stage, its papers and its fees."""

import re
from collections.abc import Iterator

from khedmat.cards.form import Card, Document
from khedmat.cards.rules.reading import blank, card_of, doubtful, is_untouched, plain, stage_of
from khedmat.cards.rules.rule import Breach, Rule, at
from khedmat.cards.vocabulary import label

_REQUEST = re.compile(r"\b(?:درخواست|تقاضا|تقاضانامه|تقاضای|درخواستنامه)\b")


def _agency_starts_yet_requests(document: Document) -> Iterator[Breach]:
    card = card_of(document)
    if card.start_trigger == ["agency"] and not doubtful(document, "start_trigger"):
        signs = list(_signs_of_request(document, card))
        if signs:
            yield at("card.start_trigger", signs=signs)


def _signs_of_request(document: Document, card: Card) -> Iterator[str]:
    if not is_untouched(stage_of(document, "request")):
        yield "مرحلهٔ درخواست خدمت پر شده"
    for text in card.documents:
        if _REQUEST.search(plain(text)):
            yield f"مدرک: {text}"
    if any((item.amount_rial or 0) > 0 for item in card.cost.items):
        yield "هزینه از گیرندهٔ خدمت"


def _unnamed_date_or_event(document: Document) -> Iterator[Breach]:
    card = card_of(document)
    for trigger in card.start_trigger:
        if trigger in ("time", "event") and blank(card.start_trigger_text):
            yield at("card.start_trigger", trigger=label("start_trigger", trigger))


def _no_way_to_request(document: Document) -> Iterator[Breach]:
    card = card_of(document)
    is_sure = not doubtful(document, "start_trigger") and not doubtful(document, "stages.request")
    if "request" in card.start_trigger and is_sure and is_untouched(stage_of(document, "request")):
        yield at("card.stages.request")


RULES = (
    Rule(
        id="S01",
        severity="A",
        fields=("card.start_trigger", "card.stages.request", "card.documents", "card.cost"),
        condition=_agency_starts_yet_requests,
        message="خدمت «به تشخیص دستگاه» آغاز می‌شود، ولی فرم نشانهٔ درخواست دارد: %(signs)s.",
        fix="اگر گیرنده درخواست می‌دهد «تقاضای گیرندهٔ خدمت» را بزنید؛ وگرنه مرحلهٔ درخواست و مدرک درخواست را حذف کنید.",
        example="آغاز: تشخیص دستگاه · مدرک: درخواست رسمی",
    ),
    Rule(
        id="S02",
        severity="A",
        fields=("card.start_trigger", "card.start_trigger_text"),
        condition=_unnamed_date_or_event,
        message="نحوهٔ آغاز «%(trigger)s» است ولی نام آن زمان یا رویداد نوشته نشده است.",
        fix="بنویسید کدام زمان یا کدام رویداد یا قانون، مانند «پایان هر فصل» یا «وقوع سیل».",
        example="☑ فرارسیدن زمانی مشخص: …",
    ),
    Rule(
        id="S03",
        severity="B",
        fields=("card.start_trigger", "card.stages.request"),
        condition=_no_way_to_request,
        message="خدمت با درخواست گیرنده آغاز می‌شود ولی در مرحلهٔ درخواست هیچ راهی برای آن نیست.",
        fix="بنویسید درخواست از کجا داده می‌شود: وبگاه، تلفن، دفتر پیشخوان یا مراجعهٔ حضوری.",
        example="آغاز: تقاضای گیرنده · مرحلهٔ درخواست: خالی",
    ),
)
