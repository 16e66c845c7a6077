"""Rows of long lists, written without templates: a template a row was most of the work of such a page."""

from collections.abc import Collection, Iterable, Mapping
from itertools import groupby
from typing import Any

from django import template
from django.template.defaultfilters import linebreaksbr, urlencode
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from khedmat.core.persian import number, persian_digits
from khedmat.organizations.tree import Branch
from khedmat.web.addresses import address
from khedmat.web.desk.my_cards import Row
from khedmat.web.facts import Fact, facts
from khedmat.web.public.quality_bars import Piece
from khedmat.web.templatetags.fa import grouped, jalali_filter, label_of, moment, prose
from khedmat.web.templatetags.ui import badge, code, icon, stage_badge, waiting
from khedmat.web.written import joined, written

register = template.Library()
register.simple_tag(address)  # {% address "web:service" row.pk %}
NAMED, SPAN = '<a href="{}">{}</a>', '<span class="{}">{}</span>'
UNKNOWN = {"titles": gettext_lazy("تأیید نشده"), "on_portal": gettext_lazy("سنجیده نشده")}
UNSAID = {"unclear": gettext_lazy("در فرم روشن نیست"), "unsaid": gettext_lazy("ذکر نشده")}
WAYS = {"": gettext_lazy("دیدن"), "edit": gettext_lazy("ادامهٔ پر کردن"), "mend": gettext_lazy("دیدن دلیل")}
A_DOZEN = 12
DECIDE = gettext_lazy("دیدن و تصمیم")
COUNTS = (
    ("badge badge-seal", gettext_lazy("%(n)s مانع")),
    ("badge badge-mind", gettext_lazy("%(n)s پرسش")),
    ("badge", gettext_lazy("%(n)s یادآوری")),
)
DUTY_LATE = SafeString(' class="duty-late"')
UNSAID_CELL = "<td class=unsaid>{}"


@register.simple_tag
def entry(version: Any, via: str = "") -> SafeString:
    """{% entry version %} – a published version in a list, with the facts that people compare and why it was found.

    {% entry version via %}: its address says from which search it was opened (`cards.popular.searched`).
    """
    return written(
        '<li class="entry"><div><h3><a href="{}{}">{}</a></h3><p class="soft small">{}</p>{}\n'
        '<p class="row">{}</p></div><dl class="facts-line">{}</dl></li>\n',
        address("web:service", version.service_id),
        f"?via={urlencode(via)}" if via else "",
        prose(version.title) or "—",
        _owner(version),
        _found_by(version),
        _kinds(version),
        joined(map(_fact, facts(version))),
    )


def _owner(version: Any) -> SafeString:
    owner, given = version.service.owner.name, version.service.code
    identified = written(" · {} {}", _("شناسه"), code(persian_digits(given))) if given else ""
    return written("{}{}", prose(owner), identified)


def _found_by(version: Any) -> SafeString:
    """The popular name that a search met, and the reasons that it gives."""
    called, reasons = getattr(version, "popular_name", None), getattr(version, "reasons", ())
    name = written('<p class="small">{} <strong>{}</strong></p>', _("نام رایج:"), prose(called)) if called else ""
    why = written('<p class="small soft">{}</p>', " · ".join(map(prose, reasons))) if reasons else ""
    return written("{}{}", name, why)


def _kinds(version: Any) -> SafeString:
    events = [event for event in version.life_events if event != "other"]
    said = (
        *(badge(label_of(kind, "service_type"), "accent") for kind in version.service_type),
        *(badge(label_of(level, "level")) for level in version.level),
        *(badge(label_of(event, "life_event")) for event in events),
    )
    return joined(said)


def _fact(fact: Fact) -> SafeString:
    is_said = fact.state == "said"
    told = prose(_short(fact.text)) if is_said else written(SPAN, fact.state, UNSAID[fact.state])
    return written("<div>{}<dt>{}</dt><dd>{}</dd></div>", icon(fact.icon), fact.title, told)


def _short(text: str) -> str:
    """The first dozen of its words; Django's filter wraps each text in three lazy ones."""
    words = text.split()
    return " ".join(words[:A_DOZEN]) + (" …" if len(words) > A_DOZEN else "")


@register.simple_tag
def permit_actions(columns: Iterable[Any]) -> SafeString:
    """{% permit_actions permit.columns %} – a permit's actions side by side, each with its boxes."""
    return joined(map(_action, columns), "\n")


def _action(column: Any) -> SafeString:
    boxes = joined(map(_box, column.cells))
    return written('<section class="action"><h3>{}</h3><dl>{}</dl></section>', column.action or "—", boxes)


def _box(cell: Any) -> SafeString:
    is_said = cell.state == "said"
    told = linebreaksbr(prose(cell.text)) if is_said else written(SPAN, cell.state, UNSAID[cell.state])
    return written("<div><dt>{}</dt><dd>{}</dd></div>", cell.title, told)


@register.simple_tag
def branches(grown: Iterable[Branch], is_open: bool = False) -> SafeString:
    """{% branches tree True %} – agencies as a list, each with those below it; `is_open`: unfolded."""
    return joined(_branch(one, is_open) for one in grown)


def _branch(one: Branch, is_open: bool) -> SafeString:
    named = written(NAMED, address("web:agency", one.agency.code), prose(one.agency.name))
    counted = _("%(n)s خدمت منتشرشده") % {"n": number(one.total)}
    if not one.branches:
        said = counted if one.own else _("هنوز خدمتی منتشر نکرده")
        return written('<li>{} <span class="small soft">{}</span></li>', named, said)
    below = _("%(n)s دستگاه تابع") % {"n": number(len(one.branches))}
    return written(  # a link inside of a summary is a button in a button
        '<li>{} <span class="small soft">{}</span><details{}><summary class="small">{}<span class="vh"> {}</span>'
        "</summary><ul>{}</ul></details></li>\n",
        named, counted, SafeString(" open" if is_open else ""), below, prose(one.agency.name), branches(one.branches),
    )  # fmt: skip


@register.simple_tag
def duty_rows(standings: Iterable[Any]) -> SafeString:
    """{% duty_rows board.rows %} – the table of article 2, an agency a row: late ones in bodies of their own."""
    unknown = {name: written(UNSAID_CELL, words) for name, words in UNKNOWN.items()} | {"late": _cell(_("ندارد"))}
    bodies = groupby(standings, key=lambda row: bool(row.late))
    return joined(written("<tbody{}>{}", DUTY_LATE if late else "", _duty_body(rows, unknown)) for late, rows in bodies)


def _duty_body(rows: Iterable[Any], unknown: Mapping[str, SafeString]) -> SafeString:
    return joined((_duty_row(row, unknown) for row in rows), "\n")


def _duty_row(row: Any, unknown: Mapping[str, SafeString]) -> SafeString:
    portal = written(NAMED, address("web:portal", row.agency.code), grouped(row.on_portal))
    cells = (
        _cell(number(row.late)) if row.late else unknown["late"],
        unknown["titles"] if row.titles is None else _cell(number(row.titles)),
        *(_cell(number(count)) for count in (row.prepared, row.examined, row.given, row.shown)),
        unknown["on_portal"] if row.on_portal is None else _cell(portal),
    )
    return _row_of(row.agency, row.called, cells)


@register.simple_tag
def quality_rows(rows: Iterable[tuple[Any, list[Piece]]]) -> SafeString:
    """{% quality_rows rows %} – how good the cards of agencies are, an agency a row."""
    unseen = written(UNSAID_CELL, UNKNOWN["on_portal"])
    return joined((_quality_row(row, pieces, unseen) for row, pieces in rows), "\n")


def _quality_row(row: Any, pieces: list[Piece], unseen: SafeString) -> SafeString:
    good = unseen if row.good is None else _cell(f"{persian_digits(row.good)}٪")
    counts = (_cell(number(count)) for count in (row.stale, row.broken, row.answers, row.notes))
    cells = (_cell(stacked(pieces)) if pieces else unseen, _cell(number(row.cards)), good, *counts)
    return _row_of(row.agency, row.agency.name, cells)


def _row_of(agency: Any, called: str, cells: Iterable[SafeString]) -> SafeString:
    """Without the ends that HTML leaves to the reader: of five hundred rows they were a quarter."""
    named = written(NAMED, address("web:agency", agency.code), prose(called))
    return written("<tr><th scope=row>{}{}", named, joined(cells))


def _cell(value: str) -> SafeString:
    return written("<td>{}", value)


@register.simple_tag
def stacked(pieces: list[Piece]) -> SafeString:
    """{% stacked pieces %} – cards at each grade as one bar."""
    said = "، ".join(f"{piece.label}: {number(piece.count)}" for piece in pieces)
    drawn = joined(map(_piece, pieces))
    return written('<svg class=stacked role=img aria-label="{}">{}</svg>', said, drawn)


def _piece(one: Piece) -> SafeString:
    start = f" x={one.start:g}%" if one.start else ""
    return written("<rect class=grade-{}{} width={}% height=100% />", one.code, start, f"{one.width:g}")


@register.simple_tag
def desk_row(row: Row, may_pick: bool) -> SafeString:
    """{% desk_row row may_pick %} – a version in my list, with what is to be done about it."""
    return written(
        '<li class="desk-entry"><div><h3>{}{}</h3><p class="small soft">{}</p><p class="small">{}{}</p></div>\n'
        '<p class="row">{} {}</p><p>{}</p></li>\n',
        _pick(row) if may_pick else "",
        written(NAMED, address("web:desk-version", row.version.pk), _title(row)),
        _about(row),
        written("<strong>{}</strong>", row.step) if row.is_mine else row.step,
        written(" {}", waiting(row.wait)) if row.wait else "",
        stage_badge(row.version),
        finding_counts(row.counts),
        _way_on(row),
    )


def _title(row: Row) -> str:
    return prose(row.version.title) or "(بی‌عنوان)"


def _pick(row: Row) -> SafeString:
    box = '<input type="checkbox" name="v" value="{}" aria-label="{}: {}"> '
    return written(box, row.version.pk, _("برگزیدن"), _title(row))


def _about(row: Row) -> SafeString:
    version = row.version
    said = [prose(version.service.owner.name), _("نسخهٔ %(n)s") % {"n": persian_digits(version.number)}]
    if version.touched_by:
        said.append(written(_("آخرین دست: {}، {}"), prose(version.touched_by), moment(version.touched_at)))
    return joined(said, " · ")


def _way_on(row: Row) -> SafeString:
    kind = "button" if row.waits else "button button-plain"
    return written('<a class="{}" href="{}">{}</a>', kind, row.goal, WAYS.get(row.waits, DECIDE))


@register.simple_tag
def fresh_row(version: Any, fresh: Any, may: Collection[int]) -> SafeString:
    """{% fresh_row version fresh may %} – a published version with its day of confirmation; `may`: confirmed by me."""
    title = prose(version.title) or "(بی‌عنوان)"
    box = '<label><input type="checkbox" name="version" value="{}"> {}</label>'
    return written(
        '<li class="desk-entry"><div><h2 class="desk-part">{}</h2><p class="small soft">{}</p></div>\n'
        '<p>{}</p><p><a class="button button-plain" href="{}">{}</a></p></li>\n',
        written(box, version.pk, title) if version.pk in may else title,
        joined((prose(version.service.owner.name), *_days(fresh)), " · "),
        _freshness(fresh),
        address("web:desk-version", version.pk),
        WAYS[""],
    )


def _days(fresh: Any) -> tuple[SafeString, SafeString]:
    confirmed = written(_("آخرین تأیید یا انتشار: {}"), jalali_filter(fresh.confirmed_on))
    return confirmed, written(_("موعد: {}"), jalali_filter(fresh.due_on))


def _freshness(fresh: Any) -> SafeString:
    if fresh.is_stale:
        return badge(_("تأییدنشده"), "seal")
    return badge(_("نزدیک به موعد"), "mind") if fresh.is_due_soon else badge(_("تازه"), "good")


@register.simple_tag
def finding_counts(found: Any) -> SafeString:
    """{% finding_counts row.counts %} – blockers, questions and notes of a version, those that there are."""
    numbers = (found.blockers, found.answers, found.notes)
    said = ((*how, n) for how, n in zip(COUNTS, numbers, strict=True) if n)
    return joined((written(SPAN, kind, words % {"n": persian_digits(n)}) for kind, words, n in said), " ")
