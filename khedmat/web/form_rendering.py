"""How boxes of forms are written: as Django's templates do, but for lists to choose from."""

from typing import Any

from django.forms.renderers import DjangoTemplates
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe

SELECT = "django/forms/widgets/select.html"


class Renderer(DjangoTemplates):
    """Two templates for each option were two fifths of the work of a page with filters: here options are joined."""

    def render(self, template_name: str, context: dict[str, Any], request: Any = None) -> str:
        if template_name == SELECT:
            return select(context["widget"])
        return super().render(template_name, context, request)


def select(widget: dict[str, Any]) -> SafeString:
    """What Django's template writes, without the empty places between: a test compares them."""
    groups = (_group(name, options) for name, options, _place in widget["optgroups"])
    return format_html(
        '<select name="{}"{}>{}</select>', widget["name"], _attributes(widget["attrs"]), mark_safe("".join(groups))
    )


def _group(name: str | None, options: list[dict[str, Any]]) -> SafeString:
    inside = mark_safe("".join(map(_option, options)))
    return format_html('<optgroup label="{}">{}</optgroup>', name, inside) if name else inside


def _option(option: dict[str, Any]) -> SafeString:
    value, attributes = conditional_escape(f"{option['value']}"), _attributes(option["attrs"])
    return mark_safe(f'<option value="{value}"{attributes}>{conditional_escape(option["label"])}</option>')


def _attributes(given: dict[str, Any]) -> SafeString:
    """True stands as a bare name, False not at all."""
    said = (
        f" {conditional_escape(name)}" + ("" if value is True else f'="{conditional_escape(str(value))}"')
        for name, value in given.items()
        if value is not False
    )
    return mark_safe("".join(said))
