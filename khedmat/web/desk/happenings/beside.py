"""What is not said of boxes: files, the ID and the agency of the service, and that the card was confirmed again."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import CharField, F, QuerySet, TextField, Value
from django.db.models.functions import Cast, Coalesce, Concat, NullIf
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from khedmat.cards.models import (
    Attachment,
    AttachmentEnd,
    Confirmation,
    Dismissal,
    DismissalEnd,
    DocumentWay,
    GivenId,
    PriceTerm,
    ServiceMove,
    ServiceVersion,
)
from khedmat.importing.models import Intake
from khedmat.web.desk.told import Told, once


class Row(NamedTuple):
    """Of whatever table: who did what when, and two texts of it."""

    kind: str
    at: datetime
    by_id: int
    who: str
    first: str
    second: str


def _isolated(text: str) -> str:
    """As <bdi> does: names of files are Latin."""
    return f"\u2068{text}\u2069"


class Sentence(NamedTuple):
    """What a row is called; `reason`: what its second text becomes."""

    words: Promise
    reason: Callable[[str], str] = str
    first: Callable[[str], str] = str


def _numbered(number: str) -> str:
    return str(_("شمارهٔ %(number)s")) % {"number": number} if number else ""


def _nothing(_text: str) -> str:
    return ""


SENTENCES: Mapping[str, Sentence] = {
    "id": Sentence(_("شناسهٔ %(first)s داده شد")),
    "moved": Sentence(_("خدمت از «%(first)s» به «%(second)s» رفت"), _nothing),
    "confirmed": Sentence(_("درستی شناسنامه دوباره تأیید شد"), _nothing),
    "file": Sentence(_("پیوست شد: «%(first)s»"), _numbered),
    "taken": Sentence(_("پیوست برداشته شد: «%(first)s»")),
    "dismissed": Sentence(_("از یافته چشم پوشیده شد: %(first)s")),
    "reopened": Sentence(_("چشم‌پوشی از یافته پس گرفته شد: %(first)s")),
    "ways": Sentence(_("راه به دست آمدن مدارک بیرون از فرم نوشته شد"), _nothing),
    "terms": Sentence(_("اعتبار هزینه‌ها بیرون از فرم نوشته شد"), _nothing),
    "intake": Sentence(_("از پروندهٔ «%(first)s» خوانده شد"), _nothing, _isolated),
}


def rows_beside(version: ServiceVersion) -> list[Row]:
    """All in one question. The ID and the agency belong to every version that was there by then."""
    later = {"service": version.service_id, "at__gte": version.created_at}
    return together(
        (GivenId.objects.filter(**later), "id", "code", "why"),
        (ServiceMove.objects.filter(**later), "moved", "before__name", "after__name"),
        (Confirmation.objects.filter(version=version), "confirmed", "sha256", "sha256"),
        (Attachment.objects.filter(version=version), "file", "title", "number"),
        (AttachmentEnd.objects.filter(attachment__version=version), "taken", "attachment__title", "reason"),
        (Dismissal.objects.filter(version=version).annotate(said=_said("")), "dismissed", "said", "reason"),
        (_reopened(version), "reopened", "said", "reason"),
        (DocumentWay.objects.filter(version=version).distinct("at", "by"), "ways", "letters", "letters"),
        (PriceTerm.objects.filter(version=version).distinct("at", "by"), "terms", "letters", "letters"),
        (Intake.objects.filter(version=version), "intake", "file__name", "sha256"),
    )


def together(*tables: tuple[Any, ...]) -> list[Row]:
    """All of them in one question; each table: its rows, the kind, and the names of two texts."""
    first, *rest = [_rows(*table) for table in tables]
    return [Row(*found) for found in first.union(*rest, all=True)]


def _reopened(version: ServiceVersion) -> QuerySet[Any]:
    """A dismissal holds in later versions too, so each that was there hears of its end."""
    until = {"dismissal__version__number__lte": version.number, "at__gte": version.created_at}
    ends = DismissalEnd.objects.filter(dismissal__version__service=version.service_id, **until)
    return ends.annotate(said=_said("dismissal__"))


def _said(to: str) -> Concat:
    """The rule with what it said."""
    return Concat(f"{to}rule", Value("، "), f"{to}message", output_field=TextField())


def told_of(row: Row) -> Told:
    sentence = SENTENCES[row.kind]
    title = str(sentence.words) % {"first": sentence.first(row.first), "second": row.second}
    return once(row.kind, title, by=row.who, at=row.at, reason=sentence.reason(row.second))


def _rows(rows: QuerySet[Any], kind: str, *names: str) -> QuerySet[Any]:
    """As `Row`: tables of all kinds in one shape."""
    texts = {place: Cast(F(name), TextField()) for place, name in zip(("first", "second"), names, strict=True)}
    who = Coalesce(NullIf(F("by__full_name"), Value("")), F("by__username"))
    told = rows.order_by().annotate(what=Value(kind, CharField()), who=who, **texts)
    return told.values_list("what", "at", "by_id", "who", "first", "second")
