"""S: how a service starts must agree with its request stage, its papers and its fees."""

import re
from collections.abc import Iterator

from khedmat.cards.form import Document
from khedmat.cards.rules.conditions import Said, once, said
from khedmat.cards.rules.reading import blank, card_of, doubtful, is_untouched, plain, stage_of
from khedmat.cards.rules.rows import charges, papers
from khedmat.cards.rules.rule import Rule
from khedmat.cards.vocabulary import labels

FIELD = "card.start_trigger"
_UNNAMED = ("time", "event")
_REQUEST = re.compile(r"\b(?:درخواست|تقاضا|تقاضانامه|تقاضای|درخواستنامه)\b")


def _agency_starts_yet_requests(document: Document) -> Said:
    signs = [*_signs_of_request(document)] if card_of(document).start_trigger == ["agency"] else []
    return said(signs, signs=signs)


def _signs_of_request(document: Document) -> Iterator[str]:
    if not is_untouched(stage_of(document, "request")):
        yield "مرحلهٔ درخواست خدمت پر شده"
    yield from (f"مدرک: {text}" for _, text in papers(document) if _REQUEST.search(plain(text)))
    if charges(document):
        yield "هزینه از گیرندهٔ خدمت"


def _unnamed_start(document: Document) -> Said:
    card = card_of(document)
    triggers = labels("start_trigger", filter(_UNNAMED.__contains__, card.start_trigger))
    return said(all((triggers, blank(card.start_trigger_text))), triggers=triggers)


def _no_way_to_request(document: Document) -> Said:
    is_requested = "request" in card_of(document).start_trigger and not doubtful(document, "start_trigger")
    return said(all((is_requested, is_untouched(stage_of(document, "request")))))


RULES = (
    Rule(
        id="S01",
        severity="A",
        fields=(FIELD, "card.stages.request", "card.documents", "card.cost"),
        condition=once(FIELD, _agency_starts_yet_requests, doubt="start_trigger"),
        message="خدمت «به تشخیص دستگاه» آغاز می‌شود، ولی فرم نشانهٔ درخواست دارد: %(signs)s.",
        fix="اگر گیرنده درخواست می‌دهد «تقاضای گیرندهٔ خدمت» را بزنید؛ وگرنه مرحلهٔ درخواست و مدرک درخواست را حذف کنید.",
        example="آغاز: تشخیص دستگاه · مدرک: درخواست رسمی",
    ),
    Rule(
        id="S02",
        severity="A",
        fields=(FIELD, "card.start_trigger_text"),
        condition=once(FIELD, _unnamed_start),
        message="نحوهٔ آغاز %(triggers)s است ولی نام آن زمان یا رویداد نوشته نشده است.",
        fix="بنویسید کدام زمان یا کدام رویداد یا قانون، مانند «پایان هر فصل» یا «وقوع سیل».",
        example="☑ فرارسیدن زمانی مشخص: …",
    ),
    Rule(
        id="S03",
        severity="B",
        fields=(FIELD, "card.stages.request"),
        condition=once("card.stages.request", _no_way_to_request, doubt="stages.request"),
        message="خدمت با درخواست گیرنده آغاز می‌شود ولی در مرحلهٔ درخواست هیچ راهی برای آن نیست.",
        fix="بنویسید درخواست از کجا داده می‌شود: وبگاه، تلفن، دفتر پیشخوان یا مراجعهٔ حضوری.",
        example="آغاز: تقاضای گیرنده · مرحلهٔ درخواست: خالی",
    ),
)
