"""Labels of the fields of a form on a page: each begins a line, and what was typed answers it."""

from selectolax.lexbor import LexborNode

from khedmat.importing.readers.containers.html.attributes import attribute

_TYPED = {"", "text", "number", "url", "email", "tel", "search", "date"}
_BETWEEN = {"-text", "-comment", "br"}
_ENDS = (":", "：")


def asks_for_control(node: LexborNode) -> bool:
    """A label before the field that it asks for; one behind its box, or around it, is an option."""
    if node.tag != "label" or node.css_first("input") is not None:
        return False
    behind = node.next
    while behind is not None and behind.tag in _BETWEEN and not (behind.text_content or "").strip():
        behind = behind.next
    return behind is not None and _is_typed(behind) and not node.text(strip=True).endswith(_ENDS)


def _is_typed(node: LexborNode) -> bool:
    is_field = node.tag == "input" and attribute(node, "type").lower() in _TYPED
    return is_field or node.tag in ("select", "textarea")
