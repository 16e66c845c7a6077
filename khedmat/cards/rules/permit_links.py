"""P02, P05, P07, P10: what form 1 says must agree with form 2 and with the card."""

from khedmat.cards.form import Document, Permit
from khedmat.cards.rules.conditions import Said, each, each_with_form, once, said
from khedmat.cards.rules.permit_sets import PermitSet, permit_sets
from khedmat.cards.rules.reading import card_of, doubtful, stages
from khedmat.cards.rules.rows import permits
from khedmat.cards.rules.rule import Rule
from khedmat.cards.vocabulary import label

_MAY_BE = {"G2C": {"natural"}, "G2B": {"natural", "legal"}, "G2G": {"government"}, "G2E": {"natural"}}


def _shared_or_not(permit: PermitSet) -> Said:
    ticked = {row.process for _, row in permit.rows} - {None}
    alone = "فرایند «مشترک» است ولی فرم شمارهٔ دو خالی است" if "shared" in ticked else ""
    asking = "فرایند «اختصاصی» است ولی فرم شمارهٔ دو پر شده است" if ticked == {"exclusive"} else ""
    why = asking if permit.inquiries else alone
    return said(why, permit=permit.title, why=why)


def _electronic_nowhere(document: Document, row: Permit) -> Said:
    """The channels stand on the card: a permit list alone has none to compare with."""
    has_channel = any(stage.electronic or "website" in stage.channels for _, stage in stages(document))
    is_sure = not any((document.card is None, has_channel, doubtful(document, "stages")))
    return said(all((row.electronic, is_sure)), permit=row.title or "مجوز")


def _other_applicants(document: Document, row: Permit) -> Said:
    types = [] if doubtful(document, "service_type") else card_of(document).service_type
    allowed = set().union(*(_MAY_BE[one] for one in types))
    is_other = all((allowed, row.applicants, allowed.isdisjoint(row.applicants)))
    applicants = [label("applicant", one) for one in row.applicants]
    shown = [label("service_type", one) for one in types]
    return said(is_other, permit=row.title or "مجوز", applicants=applicants, types=shown)


def _promised(document: Document) -> Said:
    return said(all((card_of(document).leads_to_permit, not document.permits)))


RULES = (
    Rule(
        id="P02",
        severity="B",
        fields=("permits.*.process", "inquiries"),
        kinds=("service_card", "permit_list"),
        condition=each(permit_sets, _shared_or_not, box=".process"),
        message="«%(permit)s»: %(why)s.",
        fix="اگر از دستگاهی استعلام می‌شود «مشترک» را بزنید و فرم شمارهٔ دو را پر کنید.",
        example="☑ مشترک · فرم شمارهٔ دو: (خالی)",
    ),
    Rule(
        id="P05",
        severity="B",
        fields=("permits.*.electronic", "card.stages"),
        condition=each_with_form(permits, _electronic_nowhere, box=".electronic"),
        message="فرایند «%(permit)s» الکترونیکی است ولی هیچ مرحلهٔ خدمت رسانهٔ الکترونیکی ندارد.",
        fix="رسانه و نشانی الکترونیکی خدمت را بنویسید یا تیک الکترونیکی مجوز را بردارید.",
        example="مجوز: ☑ الکترونیکی · مراحل: همه حضوری",
    ),
    Rule(
        id="P07",
        severity="A",
        fields=("permits.*.applicants", "card.service_type"),
        condition=each_with_form(permits, _other_applicants, box=".applicants"),
        message="متقاضی «%(permit)s» %(applicants)s است، ولی نوع خدمت %(types)s نوشته شده است.",
        fix="نوع خدمت یا متقاضی مجوز را درست کنید تا از یک گروه سخن بگویند.",
        example="نوع خدمت: G2G · متقاضی: حقیقی",
    ),
    Rule(
        id="P10",
        severity="B",
        fields=("card.leads_to_permit", "permits"),
        condition=once("permits", _promised),
        message="خدمت به صدور مجوز می‌انجامد ولی فرم شمارهٔ یک پر نشده است.",
        fix="برای هر عمل مجوز (صدور، تمدید، اصلاح، لغو) یک ردیف در فرم شمارهٔ یک بنویسید.",
        example="صدور مجوز: بله · فرم شمارهٔ یک: (خالی)",
    ),
)
