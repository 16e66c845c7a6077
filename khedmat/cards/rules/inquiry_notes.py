"""P08, P09: the notes that form 2 refers to with ** and ***."""

from khedmat.cards.form import Inquiry
from khedmat.cards.rules.conditions import Said, each, said
from khedmat.cards.rules.reading import blank
from khedmat.cards.rules.rows import inquiries
from khedmat.cards.rules.rule import Rule


def _unnamed(row: Inquiry) -> Said:
    return said(all((row.kind == "inquiry", blank(row.name), blank(row.notes))), agency=row.agency or "این دستگاه")


def _unexplained(row: Inquiry) -> Said:
    return said(all((row.kind == "other", blank(row.notes))), agency=row.agency or "این دستگاه")


RULES = (
    Rule(
        id="P08",
        severity="A",
        fields=("inquiries.*.name", "inquiries.*.notes"),
        kinds=("service_card", "permit_list"),
        condition=each(inquiries, _unnamed, box=".notes"),
        message="استعلام از «%(agency)s» تیک دارد ولی نام استعلام در توضیحات نیامده است.",
        fix="نام استعلام را در ستون توضیحات بنویسید.",
        example="استعلام با ذکر نام ** · توضیحات: (خالی)",
    ),
    Rule(
        id="P09",
        severity="A",
        fields=("inquiries.*.notes",),
        kinds=("service_card", "permit_list"),
        condition=each(inquiries, _unexplained, box=".notes"),
        message="نوع فرایند با «%(agency)s» «سایر» است ولی در توضیحات روشن نشده است.",
        fix="در ستون توضیحات بنویسید چه چیزی از این دستگاه گرفته می‌شود.",
        example="سایر *** · توضیحات: (خالی)",
    ),
)
