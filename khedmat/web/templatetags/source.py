"""The source beside the editor: what was read, what is doubtful, the original with each value lit."""

from typing import Any, NamedTuple

from django import template
from django.utils.translation import gettext_lazy as _

from khedmat.cards.models import ServiceVersion
from khedmat.cards.vocabulary import label
from khedmat.web.desk.editor.raw import YES
from khedmat.web.desk.editor.sections import owner_of, place_of, section_of
from khedmat.web.importing.doubts import Doubt, after, of_section
from khedmat.web.importing.lit import Read, doubts_of, field_of, reads_of

register = template.Library()
FORM_ID = "editor"  # the form of a section: buttons of the pane belong to it


MOST_KEYS = 9
TICKED = _("نشان دارد")


class Asked(NamedTuple):
    """A doubt with the way to its field; `is_here`: on this page."""

    path: str
    kind: str
    label: str
    raw: str
    others: tuple[str, ...]
    goal: str
    is_here: bool
    options: list[tuple[str, str]]
    note: str


@register.inclusion_tag("importing/_pane.html", takes_context=True)
def source_pane(context: Any, version: ServiceVersion, section: Any) -> dict[str, Any]:
    """{% source_pane version section %} – doubts, the original and what was read of it; nothing without a file."""
    slug = _slug(section)
    is_open = "source" in context["request"].GET
    return {"version": version, "section": slug, "is_open": is_open, "reads": _of_section(version, slug)}


@register.inclusion_tag("importing/_doubts.html")
def doubt_list(version: ServiceVersion, section: Any) -> dict[str, Any]:
    """{% doubt_list version section %} – all that a person should settle, with what can be settled on this page."""
    found, slug = doubts_of(version), _slug(section)
    asked = [_asked(version, doubt, slug) for doubt in found]
    here = of_section(found, slug)
    following = after(found, here[0].path if here else "card.title")
    goal = field_of(version, (here[0] if here else following).path) if following else ""
    compared = [one.path for one in here if one.kind == "unsure"] if version.document.source.ocr else []
    return {"doubts": asked, "next": {"goal": goal}, "form_id": FORM_ID, "compared": compared}


def _asked(version: ServiceVersion, doubt: Doubt, slug: str) -> Asked:
    goal, is_here = field_of(version, doubt.path), doubt.section == slug
    said = doubt.path, doubt.kind, doubt.label, doubt.raw, doubt.others
    return Asked(*said, goal, is_here, options_of(doubt), doubt.note)


def options_of(doubt: Doubt) -> list[tuple[str, str]]:
    """Value and words of each option that the box offers."""
    owner = owner_of(doubt.path)
    if doubt.kind != "undecided" or not owner or doubt.path not in owner[1].leaves:
        return []
    place = place_of(doubt.path)
    if place.shape.kind == "yes":
        return [(YES, str(TICKED))]
    return [(option, label(place.shape.words, option)) for option in place.options[:MOST_KEYS]]


def _of_section(version: ServiceVersion, slug: str) -> list[Read]:
    return [read for read in reads_of(version) if section_of(read.path) == slug]


def _slug(section: Any) -> str:
    return getattr(section, "slug", section)
