"""The components of the pages. Each tag's docstring is its manual; /desk/components/ shows every one in every state."""

from collections.abc import Collection, Hashable
from functools import cache, lru_cache
from operator import itemgetter
from typing import Any

from django import template
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from khedmat.cards.enums import Severity, Stage, TitleStage
from khedmat.cards.rules.labels import field_label
from khedmat.cards.vocabulary import VOCABULARY
from khedmat.core.persian import LATIN, persian_digits
from khedmat.web import glance
from khedmat.web.desk.fields import owner_of
from khedmat.web.desk.standing import TONES_OF_SEVERITY
from khedmat.web.templatetags.fa import fa, jalali_filter
from khedmat.web.written import written

register = template.Library()
STAGE_TONES = {
    Stage.SUBMITTED: "mind",
    Stage.APPROVED: "mind",
    Stage.ACCEPTED: "accent",
    Stage.PUBLISHED: "good",
    Stage.SUSPENDED: "seal",
    Stage.RETIRED: "seal",
    Stage.RETURNED: "seal",
}

TITLE_TONES = {TitleStage.DRAFT: "mind", TitleStage.CONFIRMED: "good", TitleStage.REPLACED: "plain"}


@register.simple_tag
def kept(name: str, **given: Hashable) -> SafeString:
    """{% kept "_foot.html" %} – a part that stays the same for the same words, written once by each process."""
    return _kept(name, get_language(), **given)


@lru_cache(maxsize=500)
def _kept(name: str, language: str, /, **given: Hashable) -> SafeString:
    return mark_safe(render_to_string(name, given))


@register.simple_tag
@cache
def icon(name: str) -> SafeString:
    """{% icon "website" %} – a picture beside words; hidden from screen readers, the words say it."""
    return format_html('<svg class="i" aria-hidden="true"><use href="{}#{}"/></svg>', static("web/icons.svg"), name)


@register.simple_tag
def code(text: str | None) -> SafeString | str:
    """{% code service.code %} – an identifier, kept left to right inside Persian text."""
    if not text:
        return ""
    kind = "code" if LATIN.search(text) else "number"
    return format_html('<bdi class="{}" dir="ltr">{}</bdi>', kind, text)


@register.simple_tag
def star(number: int, href: str = "") -> SafeString:
    """{% star 5 href %} – the number of a section of the form, a link to its box when `href` is given."""
    digits = persian_digits(number)
    if not href:
        return format_html('<span class="no" aria-hidden="true">{}</span>', digits)
    mark = '<a class="no" href="{}#s{}"><span class="vh">بخش </span>{}<span class="vh"> شناسنامه</span></a>'
    return format_html(mark, href, number, digits)


@register.simple_tag
def badge(text: str | Promise, tone: str = "plain") -> SafeString:
    """{% badge text "good" %} – a small label. Tones: plain, accent, good, mind, seal."""
    return written('<span class="badge badge-{}">{}</span>\n', tone, text)


@register.simple_tag
def stage_badge(version: Any) -> SafeString:
    """{% stage_badge version %} – the stage of a version."""
    return badge(Stage(version.stage).label, STAGE_TONES.get(version.stage, "plain"))


@register.simple_tag
def titles_badge(titles: Any) -> SafeString:
    """{% titles_badge titles %} – the stage of a list of titles."""
    return badge(TitleStage(titles.stage).label, TITLE_TONES[titles.stage])


@register.simple_tag
def copy_badge(copy: Any) -> SafeString:
    """{% copy_badge copy %} – the stage of a province's copy."""
    return badge(copy.get_stage_display(), STAGE_TONES.get(copy.stage, "plain"))


@register.simple_tag
def waiting(wait: Any) -> SafeString:
    """{% waiting row.wait %} – working days that a step has waited, and that are left or over."""
    passed = written(_("{} روز کاری گذشته"), fa(wait.passed)) if wait.passed else _("امروز رسیده")
    return written('<span class="small soft">{}؛ {}</span>\n', passed, _late(wait) if wait.late else _left(wait))


def _late(wait: Any) -> SafeString:
    return written('<span class="late">{}</span>', written(_("{} روز کاری دیر شده"), fa(wait.late)))


def _left(wait: Any) -> SafeString:
    return written(_("{} روز کاری تا {} مانده"), fa(wait.left), jalali_filter(wait.due))


@register.simple_tag
def severity_badge(finding: Any) -> SafeString:
    """{% severity_badge finding %} – how heavy a finding is."""
    return badge(Severity(finding.severity).label, TONES_OF_SEVERITY[finding.severity])


@register.inclusion_tag("ui/stamp.html")
def stamp(text: str, day: Any = None, tone: str = "seal") -> dict[str, Any]:
    """{% stamp "منتشرشده" day "accent" %} – the state of a card as a stamp with its day."""
    return {"text": text, "day": day, "tone": tone}


@register.inclusion_tag("ui/tick.html")
def tick(text: str, on: bool | None, maybe: bool = False) -> dict[str, Any]:
    """{% tick "ملی" on maybe %} – one box of the form. `maybe`: the mark is lost, so the box is dashed."""
    return {"text": text, "state": "maybe" if maybe else "on" if on else "off"}


@register.inclusion_tag("ui/tick.html", takes_context=True)
def tick_at(context: Any, text: str, on: bool | None, *path: str) -> dict[str, Any]:
    """{% tick_at text stage.electronic "stages.request" "electronic" %} – a box, dashed where its mark is lost."""
    return tick(text, on, maybe=not on and ".".join(path) in context["undecided"])


@register.inclusion_tag("ui/ticks.html", takes_context=True)
def ticks(context: Any, list_name: str, chosen: object, *, path: str, only: str = "") -> dict[str, Any]:
    """{% ticks "level" card.level path="level" %} – all boxes of a code list. `only`: the values this row prints."""
    picked = chosen if isinstance(chosen, list) else [chosen]
    rows = [(text, value in picked) for value, text in _printed(list_name, only)]
    is_ticked = any(map(itemgetter(1), rows))
    said = {"rows": rows, "maybe": not is_ticked and is_unclear(context["undecided"], path)}
    return said if is_ticked else said | _on_paper(context, path)


def _printed(list_name: str, only: str) -> list[tuple[str, str]]:
    """(value, label) of the boxes that a row prints."""
    values = only.split() or VOCABULARY[list_name]
    return [(value, label.fa) for value, label in VOCABULARY[list_name].items() if value in values]


@register.inclusion_tag("ui/value.html", takes_context=True)
def value(context: Any, said: object, path: str) -> dict[str, Any]:
    """{% value text "audience" %} – a value of the form; else "not said", or "not clear" when its marks are lost.

    On the annex also: a line to write on, where it is printed empty, and why a box has no answer for this service.
    """
    state = glance.state(said, (path,), context["undecided"])
    return {"said": said, "state": state} | _on_paper(context, path)


def _on_paper(context: Any, path: str) -> dict[str, Any]:
    how = context.get("print")
    return {"is_blank": how.is_blank, "reason": how.reasons.get(f"card.{path}", "")} if how else {}


def is_unclear(undecided: Collection[str], path: str) -> bool:
    """Whether the marks at a path of the form, or below it, are lost."""
    return any(glance.inside(name, (path,)) for name in undecided)


@register.inclusion_tag("ui/answer.html")
def answer(said: glance.Answer, href: str) -> dict[str, Any]:
    """{% answer answer href %} – a question and what the form answers, with the number of its section."""
    return {"answer": said, "href": href}


@register.inclusion_tag("ui/stop.html")
def stop(stage: Any) -> dict[str, Any]:
    """{% stop stage %} – one of the four stages of the road."""
    return {"stop": stage}


@register.inclusion_tag("ui/diagram.html")
def diagram(drawing: Any) -> dict[str, Any]:
    """{% diagram drawing %} – section 10 as a picture; the same as an ordered list stands beside it."""
    return {"drawing": drawing}


@register.inclusion_tag("ui/empty.html")
def empty(title: str, text: str, *, href: str = "", link: str = "") -> dict[str, str]:
    """{% empty title text href=… link=… %} – nothing to show, and what to do next."""
    return {"title": title, "text": text, "href": href, "link": link}


@register.inclusion_tag("ui/finding.html")
def finding(found: Any, may_dismiss: bool = False) -> dict[str, Any]:
    """{% finding found %} – what is wrong and the way to its box, where the cure stands; without a box, the cure."""
    named = {"box": owner_of(found.field), "name": field_label(found.field)}
    return {"finding": found, "may_dismiss": may_dismiss} | named


@register.inclusion_tag("ui/rule_link.html")
def rule_link(rule: str) -> dict[str, Any]:
    """{% rule_link finding.rule %} – the id of a rule, and the way to what the public page says of it."""
    return {"rule": rule}


@register.inclusion_tag("ui/pager.html")
def pager(page: Any, query: str) -> dict[str, Any]:
    """{% pager page query %} – earlier and later pages; `query` is the rest of the address."""
    return {"page": page, "query": query}
