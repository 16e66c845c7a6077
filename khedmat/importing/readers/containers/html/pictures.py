"""Letters in a font of pictures become the signs that they show: «þ» of Wingdings in a page of Word is a tick."""

import re
from collections.abc import Iterable, Iterator

from selectolax.lexbor import LexborNode

from khedmat.importing.readers.containers.html.attributes import attribute
from khedmat.importing.readers.containers.html.tags import TEXT
from khedmat.importing.readers.containers.symbols import Signs, signs_of

_NAMED = re.compile(r"wingdings|webdings|dingbats|monotype sorts", re.I)
_FONT = re.compile(r"(?:^|;)\s*(?:mso-symbol-)?font(?:-family)?\s*:\s*([^;]*)", re.I)
_FAMILY = re.compile(r"""["']([^"',]+)["']|([A-Za-z][\w ]*?)\s*(?:,|!|$)""")
_RULE = re.compile(r"([^{}]*)\{([^{}]*)\}")
_CLASS = re.compile(r"\.([\w-]+)\s*$")
_MOST_STYLES = 200_000  # characters


def show_signs(root: LexborNode, source: str) -> None:
    """In the parsed page; nothing is looked at where the source names no such font."""
    if _NAMED.search(source) is None:
        return
    classes = _classes(root)
    stack: list[tuple[LexborNode, Signs | None]] = [(root, None)]
    while stack:
        node, signs = stack.pop()
        if node.tag == TEXT:
            _show(node, signs)
        else:
            inside = _signs(node, signs, classes)
            stack += [(child, inside) for child in node.iter(include_text=True)]


def _show(node: LexborNode, signs: Signs | None) -> None:
    text = node.text_content or ""
    if signs and text.strip():
        node.replace_with(text.translate(signs))


def _signs(node: LexborNode, above: Signs | None, classes: dict[str, str]) -> Signs | None:
    """Of the font that it names itself, else of the one above."""
    names = (classes[name] for name in attribute(node, "class").split() if name in classes)
    named = _family(attribute(node, "style")) or attribute(node, "face") or next(names, "")
    return signs_of(named) if named else above


def _family(style: str) -> str:
    """The first font of a style."""
    found = _FONT.findall(style)
    family = _FAMILY.search(found[-1]) if found else None
    return (family[1] or family[2]) if family else ""


def _classes(root: LexborNode) -> dict[str, str]:
    """class → its font, as the page's own styles say."""
    rules = (rule for style in root.css("style") for rule in _RULE.findall(style.text()[:_MOST_STYLES]))
    return dict(_named(rules))


def _named(rules: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    for selectors, style in rules:
        family = _family(style)
        found = (_CLASS.search(selector) for selector in selectors.split(","))
        yield from ((name[1], family) for name in found if name and family)
