"""How boxes of forms are written: as Django's templates do, but for lists to choose from."""

from typing import Any

from django.forms.renderers import DjangoTemplates
from django.utils.safestring import SafeString

from khedmat.web.written import escaped, joined, written

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
    return written('<select name="{}"{}>{}</select>', widget["name"], _attributes(widget["attrs"]), joined(groups))


def _group(name: str | None, options: list[dict[str, Any]]) -> SafeString:
    inside = joined(map(_option, options))
    return written('<optgroup label="{}">{}</optgroup>', name, inside) if name else inside


def _option(option: dict[str, Any]) -> SafeString:
    value, attributes = f"{option['value']}", _attributes(option["attrs"])
    return written('<option value="{}"{}>{}</option>', value, attributes, option["label"])


def _attributes(given: dict[str, Any]) -> SafeString:
    """True stands as a bare name, False not at all."""
    said = (
        f" {escaped(name)}" + ("" if value is True else f'="{escaped(str(value))}"')
        for name, value in given.items()
        if value is not False
    )
    return SafeString("".join(said))
