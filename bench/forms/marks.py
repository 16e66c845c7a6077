"""How ticks and empty boxes look: glyphs of all fonts, tags of pages."""

from random import Random

from bench.forms.model import BOX, TICK

GLYPHS = (
    ("☑", "☐"),
    ("☒", "☐"),
    ("✔", "☐"),
    ("✓", "□"),
    ("■", "□"),
    ("▣", "□"),
    ("●", "○"),
    ("◉", "○"),
    ("R", "£"),
    ("þ", "¨"),
    ("ý", "¨"),
    ("¢", "£"),
    ("n", "q"),
    ("n", "o"),
    ("[x]", "[ ]"),
    ("[*]", "[ ]"),
    ("(*)", "( )"),
    ("(✓)", "( )"),
    ("▀", "\u20dd"),
)
TAGS = (
    ('<input type="checkbox" checked>', '<input type="checkbox">'),
    ('<input checked="checked" type="checkbox" disabled/>', '<input type="checkbox" disabled/>'),
    ('<input type="radio" checked="">', '<input type="radio">'),
    ('<img src="/images/checked.png" alt="">', '<img src="/images/unchecked.png" alt="">'),
    ('<img src="a.gif" alt="☑">', '<img src="b.gif" alt="☐">'),
    ("&#9745;", "&#9744;"),
    ('<font face="Wingdings 2">R</font>', '<font face="Wingdings 2">£</font>'),
    ('<i class="fa fa-check-square-o"></i>', '<i class="fa fa-square-o"></i>'),
)


def drawn(text: str, pair: tuple[str, str]) -> str:
    """The text with its marks as glyphs."""
    return text.replace(TICK, pair[0]).replace(BOX, pair[1])


def glyphs(rng: Random) -> tuple[str, str]:
    """A tick and an empty box."""
    return rng.choice(GLYPHS)
