"""Help beside a box: what the guide says of it, folded on a page, in full on the printed form."""

from typing import Any

from django import template

from khedmat.cards.guide import heading_for

register = template.Library()


@register.inclusion_tag("ui/explain.html")
def explain(path: str) -> dict[str, Any]:
    """{% explain "card.audience" %} – what the guide says of a box, folded: text, options, article, the way to it."""
    return {"heading": heading_for(path)}


@register.inclusion_tag("ui/note.html", takes_context=True)
def note(context: Any, path: str) -> dict[str, Any]:
    """{% note "card.audience" %} – the same unfolded, where the form is printed with its explanations."""
    return {"heading": heading_for(path) if context["print"].is_explained else None}
