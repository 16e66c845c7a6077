"""What somebody typed into a page that was refused, to be read and copied."""

from typing import Any

from django import template
from django.http import HttpRequest

register = template.Library()
SECRETS = "password"


@register.inclusion_tag("ui/typed.html", takes_context=True)
def typed(context: dict[str, Any]) -> dict[str, list[str]]:
    """{% typed %} – the sentences of the request, below a refusal that has no form of its own.

    Only of a request whose token was right: a page of somebody else would speak in our name.
    """
    request = context.get("request")
    is_ours = request is not None and request.method == "POST" and getattr(request, "csrf_processing_done", False)
    return {"texts": _sentences(request) if is_ours else []}


def _sentences(request: HttpRequest) -> list[str]:
    sent = [value for name, values in request.POST.lists() if SECRETS not in name for value in values]
    return [value for value in sent if _is_prose(value.strip())]


def _is_prose(text: str) -> bool:
    """Not a number, a token or the value of a button."""
    return any(letter.isspace() or not letter.isascii() for letter in text)
