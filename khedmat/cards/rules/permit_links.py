"""P02, P05, P07, P10: what form 1 says must agree with form 2 and with the card."""

from khedmat.cards.form import Document, Permit, StageAccess
from khedmat.cards.rules.conditions import Said, each, each_with_form, once, said
from khedmat.cards.rules.permit_sets import PermitSet, permit_sets, title_of
from khedmat.cards.rules.reading import card_of, doubtful, stages
from khedmat.cards.rules.rows import permits
from khedmat.cards.rules.rule import Rule
from khedmat.cards.vocabulary import labels

_MAY_BE = {"G2C": {"natural"}, "G2B": {"natural", "legal"}, "G2G": {"government"}, "G2E": {"natural"}}

ASKS_NOBODY = "فرایند «مشترک» است ولی فرم شمارهٔ دو خالی است"
ASKS_IN_VAIN = "فرایند «اختصاصی» است ولی فرم شمارهٔ دو پر شده است"


def _shared_or_not(permit: PermitSet) -> Said:
    ticked = permit.processes() - {None}
    if permit.inquiries:
        return said(ticked == {"exclusive"}, permit=permit.title, why=ASKS_IN_VAIN)
    return said("shared" in ticked, permit=permit.title, why=ASKS_NOBODY)


def _electronic_nowhere(document: Document, row: Permit) -> Said:
    """The channels stand on the card: a permit list alone has none to compare with."""
    has_channel = any(is_online(stage) for _, stage in stages(document))
    is_sure = not any((document.card is None, has_channel, doubtful(document, "stages")))
    return said(all((row.electronic, is_sure)), permit=title_of(row))


def is_online(stage: StageAccess) -> bool:
    """Whether an electronic permit has a way at this stage."""
    return any((stage.electronic, "website" in stage.channels))


def _other_applicants(document: Document, row: Permit) -> Said:
    types = [] if doubtful(document, "service_type") else card_of(document).service_type
    allowed = set().union(*map(_MAY_BE.__getitem__, types))
    is_other = all((allowed, row.applicants, allowed.isdisjoint(row.applicants)))
    applicants, shown = labels("applicant", row.applicants), labels("service_type", types)
    return said(is_other, permit=title_of(row), applicants=applicants, types=shown)


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
