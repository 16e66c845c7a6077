"""What the tags of a page say of themselves."""

from selectolax.lexbor import LexborNode


def attribute(node: LexborNode, name: str) -> str:
    """Empty where the attribute is missing or has no value."""
    return node.attributes.get(name) or ""
