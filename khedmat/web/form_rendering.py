"""How boxes of forms are written: as Django's templates do, but for labels and for lists to choose from."""

from functools import lru_cache
from typing import Any

from django import forms
from django.forms.renderers import DjangoTemplates
from django.utils.safestring import SafeString

from khedmat.web.written import escaped, joined, written

SELECT, LABEL = "django/forms/widgets/select.html", "django/forms/label.html"


class Renderer(DjangoTemplates):
    """Two templates for each option were two fifths of the work of a page with filters: here options are joined."""

    def render(self, template_name: str, context: dict[str, Any], request: Any = None) -> str:
        if template_name == SELECT:
            return select(context["widget"])
        if template_name == LABEL and context["use_tag"]:
            return label(context)
        return super().render(template_name, context, request)


def select(widget: dict[str, Any]) -> SafeString:
    """What Django's template writes, without the empty places between: a test compares them."""
    return _box(widget, _options(widget["optgroups"]))


def label(context: dict[str, Any]) -> SafeString:
    """The same for the words beside a box."""
    tag = context["tag"]
    return written("<{}{}>{}</{}>", tag, _attributes(context["attrs"] or {}), context["label"], tag)


class KeptSelect(forms.Select):
    """A list to choose from that is the same for everybody: written once for what is chosen in it.

    Its choices are taken as they are given, pairs: Django looks all of them through for each form.
    """

    choices: Any = ()

    def render(self, name: str, value: Any, attrs: Any = None, **_renderer: Any) -> SafeString:
        widget = forms.Widget.get_context(self, name, value, attrs)["widget"]
        return _box(widget, _kept(tuple(self.choices), tuple(widget["value"])))


@lru_cache(maxsize=64)
def _kept(choices: tuple[tuple[str, str], ...], chosen: tuple[str, ...]) -> SafeString:
    return _options(forms.Select(choices=choices).optgroups("", chosen))


def _box(widget: dict[str, Any], options: SafeString) -> SafeString:
    return written('<select name="{}"{}>{}</select>', widget["name"], _attributes(widget["attrs"]), options)


def _options(groups: list[Any]) -> SafeString:
    return joined(_group(name, options) for name, options, _place in groups)


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
