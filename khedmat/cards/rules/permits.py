"""P01–P05: form 1, the permits that a service leads to. Note to art. 5 of 206/93/7740."""

from collections import defaultdict
from collections.abc import Iterator

from khedmat.cards.form import Document, Permit
from khedmat.cards.rules.quantities import HOURS, span_hours
from khedmat.cards.rules.reading import blank, doubtful, plain, stages_of
from khedmat.cards.rules.rule import Breach, Rule, at
from khedmat.cards.vocabulary import DocumentKind


def by_permit(document: Document) -> dict[str, list[tuple[int, Permit]]]:
    """The rows of each permit; a row without a title belongs to the permit above it."""
    found: dict[str, list[tuple[int, Permit]]] = defaultdict(list)
    title = ""
    for place, row in enumerate(document.permits):
        title = title if blank(row.title) else row.title or ""
        found[plain(title)].append((place, row))
    return found


def name_of(rows: list[tuple[int, Permit]]) -> str:
    """The title of a permit as people know it."""
    return next((row.title for _, row in rows if row.title), "مجوز")


def _renewed_for_ever(document: Document) -> Iterator[Breach]:
    for rows in by_permit(document).values():
        renewed = [place for place, row in rows if row.action == "renew"]
        if renewed and all(blank(row.validity) for _, row in rows if row.action in ("renew", "issue")):
            yield at(f"permits.{renewed[0]}.validity", permit=name_of(rows))


def _shared_or_not(document: Document) -> Iterator[Breach]:
    for rows in by_permit(document).values():
        asked = [
            row for row in document.inquiries if blank(row.permit) or plain(row.permit or "") == plain(name_of(rows))
        ]
        ticked = {row.process for _, row in rows} - {None}
        place = rows[0][0]
        if "shared" in ticked and not asked:
            yield at(
                f"permits.{place}.process", permit=name_of(rows), why="فرایند «مشترک» است ولی فرم شمارهٔ دو خالی است"
            )
        elif ticked == {"exclusive"} and asked:
            yield at(
                f"permits.{place}.process", permit=name_of(rows), why="فرایند «اختصاصی» است ولی فرم شمارهٔ دو پر شده است"
            )


def _no_end(document: Document) -> Iterator[Breach]:
    for rows in by_permit(document).values():
        ends = [(place, row) for place, row in rows if row.action == "cancel"]
        if not ends:
            yield at(f"permits.{rows[0][0]}.action", permit=name_of(rows), why="عمل «لغو» ندارد")
        elif all(blank(row.conditions) and blank(row.legal_basis) and blank(row.notes) for _, row in ends):
            yield at(f"permits.{ends[0][0]}.conditions", permit=name_of(rows), why="علت‌های لغو آن نوشته نشده است")


def _expires_before_issue(document: Document) -> Iterator[Breach]:
    for place, row in enumerate(document.permits):
        valid = span_hours(row.validity or "")
        takes = (row.duration.value or 0) * HOURS[row.duration.unit or "hour"]
        if valid and takes and valid < takes:
            yield at(
                f"permits.{place}.validity",
                permit=row.title or "مجوز",
                valid=row.validity,
                takes=row.duration.text or f"{takes:g} ساعت",
            )


def _electronic_nowhere(document: Document) -> Iterator[Breach]:
    """The channels stand on the card: a permit list alone has none to compare with."""
    has_channel = any(stage.electronic or "website" in stage.channels for _, stage in stages_of(document))
    if document.card is None or has_channel or doubtful(document, "stages"):
        return
    for place, row in enumerate(document.permits):
        if row.electronic:
            yield at(f"permits.{place}.electronic", permit=row.title or "مجوز")


BOTH: tuple[DocumentKind, ...] = ("service_card", "permit_list")
RULES = (
    Rule(
        id="P01",
        severity="B",
        fields=("permits.*.validity",),
        kinds=BOTH,
        condition=_renewed_for_ever,
        message="«%(permit)s» تمدید دارد ولی مدت اعتبار آن نوشته نشده است.",
        fix="مدت اعتبار مجوز را بنویسید، یا اگر دائمی است ردیف تمدید را حذف کنید.",
        example="تمدید · مدت اعتبار: (خالی)",
    ),
    Rule(
        id="P02",
        severity="B",
        fields=("permits.*.process", "inquiries"),
        kinds=BOTH,
        condition=_shared_or_not,
        message="«%(permit)s»: %(why)s.",
        fix="اگر از دستگاهی استعلام می‌شود «مشترک» را بزنید و فرم شمارهٔ دو را پر کنید.",
        example="☑ مشترک · فرم شمارهٔ دو: (خالی)",
    ),
    Rule(
        id="P03",
        severity="A",
        fields=("permits.*.action", "permits.*.conditions"),
        kinds=BOTH,
        condition=_no_end,
        message="«%(permit)s» %(why)s.",
        fix="ردیف «لغو» را با علت‌های قانونی آن بنویسید.",
        example="تنها ردیف صدور",
    ),
    Rule(
        id="P04",
        severity="A",
        fields=("permits.*.validity", "permits.*.duration"),
        kinds=BOTH,
        condition=_expires_before_issue,
        message="اعتبار «%(permit)s» (%(valid)s) از مدت صدور آن (%(takes)s) کوتاه‌تر است.",
        fix="مدت اعتبار یا مدت صدور را درست کنید.",
        example="اعتبار: ۱۰ روز · صدور: ۳۰ روز",
    ),
    Rule(
        id="P05",
        severity="B",
        fields=("permits.*.electronic", "card.stages"),
        condition=_electronic_nowhere,
        message="فرایند «%(permit)s» الکترونیکی است ولی هیچ مرحلهٔ خدمت رسانهٔ الکترونیکی ندارد.",
        fix="رسانه و نشانی الکترونیکی خدمت را بنویسید یا تیک الکترونیکی مجوز را بردارید.",
        example="مجوز: ☑ الکترونیکی · مراحل: همه حضوری",
    ),
)
