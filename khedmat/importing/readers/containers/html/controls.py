"""Labels of the fields of a form on a page: each begins a line, and what was typed answers it."""

from collections.abc import Callable

from selectolax.lexbor import LexborNode

from khedmat.importing.readers.containers.html.attributes import attribute

_TYPED = {"", "text", "number", "url", "email", "tel", "search", "date"}
_BETWEEN = {"-text", "-comment", "br"}
_ENDS = (":", "：")


def asks_for_control(node: LexborNode) -> bool:
    """A label before the field that it asks for; one behind its box, or around it, is an option."""
    return node.tag == "label" and _is_open(node) and _is_typed(_behind(node))


def _is_open(label: LexborNode) -> bool:
    return label.css_first("input") is None and not label.text(strip=True).endswith(_ENDS)


def _behind(label: LexborNode) -> LexborNode | None:
    """What stands there, but for spaces."""
    node = label.next
    while node is not None and _is_space(node):
        node = node.next
    return node


def _is_space(node: LexborNode) -> bool:
    return node.tag in _BETWEEN and not (node.text_content or "").strip()


def _is_typed(node: LexborNode | None) -> bool:
    """A field, or the first of several options with their boxes inside."""
    return node is not None and _ASKED.get(str(node.tag), _is_nothing)(node)


def _is_nothing(_node: LexborNode) -> bool:
    return False


def _is_field(node: LexborNode) -> bool:
    return node.tag != "input" or _kind(node) in _TYPED


def _is_option(node: LexborNode) -> bool:
    return node.css_first("input") is not None


def _kind(node: LexborNode) -> str:
    return attribute(node, "type").lower()


_ASKED: dict[str, Callable[[LexborNode], bool]] = {
    **dict.fromkeys(("input", "select", "textarea"), _is_field),
    "label": _is_option,
}
