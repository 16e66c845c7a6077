"""P07–P10: applicants, the notes that inquiries refer to, and the permit that a card promises."""

from collections.abc import Iterator

from khedmat.cards.form import Document
from khedmat.cards.rules.permits import BOTH
from khedmat.cards.rules.reading import blank, card_of, doubtful
from khedmat.cards.rules.rule import Breach, Rule, at
from khedmat.cards.vocabulary import label

_MAY_BE = {"G2C": {"natural"}, "G2B": {"natural", "legal"}, "G2G": {"government"}, "G2E": {"natural"}}


def _other_applicants(document: Document) -> Iterator[Breach]:
    types = card_of(document).service_type
    allowed = {applicant for one in types for applicant in _MAY_BE[one]}
    for place, row in enumerate(document.permits):
        if allowed and row.applicants and not allowed & set(row.applicants) and not doubtful(document, "service_type"):
            yield at(
                f"permits.{place}.applicants",
                permit=row.title or "مجوز",
                applicants=[label("applicant", one) for one in row.applicants],
                types=[label("service_type", one) for one in types],
            )


def _inquiry_unnamed(document: Document) -> Iterator[Breach]:
    for place, row in enumerate(document.inquiries):
        if row.kind == "inquiry" and blank(row.name) and blank(row.notes):
            yield at(f"inquiries.{place}.notes", agency=row.agency or f"ردیف {place + 1}")


def _other_unexplained(document: Document) -> Iterator[Breach]:
    for place, row in enumerate(document.inquiries):
        if row.kind == "other" and blank(row.notes):
            yield at(f"inquiries.{place}.notes", agency=row.agency or f"ردیف {place + 1}")


def _promised_permit(document: Document) -> Iterator[Breach]:
    if card_of(document).leads_to_permit and not document.permits:
        yield at("permits")


RULES = (
    Rule(
        id="P07",
        severity="A",
        fields=("permits.*.applicants", "card.service_type"),
        condition=_other_applicants,
        message="متقاضی «%(permit)s» %(applicants)s است، ولی نوع خدمت %(types)s نوشته شده است.",
        fix="نوع خدمت یا متقاضی مجوز را درست کنید تا از یک گروه سخن بگویند.",
        example="نوع خدمت: G2G · متقاضی: حقیقی",
    ),
    Rule(
        id="P08",
        severity="A",
        fields=("inquiries.*.name", "inquiries.*.notes"),
        kinds=BOTH,
        condition=_inquiry_unnamed,
        message="استعلام از «%(agency)s» تیک دارد ولی نام استعلام در توضیحات نیامده است.",
        fix="نام استعلام را در ستون توضیحات بنویسید.",
        example="استعلام با ذکر نام ** · توضیحات: (خالی)",
    ),
    Rule(
        id="P09",
        severity="A",
        fields=("inquiries.*.notes",),
        kinds=BOTH,
        condition=_other_unexplained,
        message="نوع فرایند با «%(agency)s» «سایر» است ولی در توضیحات روشن نشده است.",
        fix="در ستون توضیحات بنویسید چه چیزی از این دستگاه گرفته می‌شود.",
        example="سایر *** · توضیحات: (خالی)",
    ),
    Rule(
        id="P10",
        severity="B",
        fields=("card.leads_to_permit", "permits"),
        condition=_promised_permit,
        message="خدمت به صدور مجوز می‌انجامد ولی فرم شمارهٔ یک پر نشده است.",
        fix="برای هر عمل مجوز (صدور، تمدید، اصلاح، لغو) یک ردیف در فرم شمارهٔ یک بنویسید.",
        example="صدور مجوز: بله · فرم شمارهٔ یک: (خالی)",
    ),
)
