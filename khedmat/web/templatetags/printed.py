"""A form as files to take away."""

from typing import Any

from django import template
from django.urls import reverse
from django.utils.translation import gettext as _

register = template.Library()


@register.inclusion_tag("ui/downloads.html")
def downloads(view: str, *place: Any, short: str = "") -> dict[str, Any]:
    """{% downloads "web:service-export" service.pk short=address %} – a link a kind; `short`: the short page too."""
    kinds = {"docx": "Word", "pdf": "PDF", "xlsx": "Excel"}
    files = [(words, reverse(view, args=[*place, kind])) for kind, words in kinds.items()]
    return {"files": [*files, *([(_("صفحهٔ کوتاه ۱۳۹۶"), short)] if short else [])]}
