"""Fonts whose letters are pictures: «R» of Wingdings 2 is a tick. What they show, as signs that keep their meaning."""

Signs = dict[int, str]


def _pictures(table: str) -> Signs:
    """Hexadecimal code of a letter and the sign that it shows; pictures of no meaning for a form are not named."""
    return {int(entry[:2], 16): entry[2:] for entry in table.split()}


_WINGDINGS = _pictures(
    "6C● 6D○ 6E■ 6F□ 70□ 71□ 72□ 73◆ 74◆ 75◆ 76❖ 77◆ 78☒ 9E· 9F• A0▪ A1○ A2○ A3○ A4◉ A5◉ A6○ A7▪ A8☐ "
    "D8➢ DF← E0→ E1↑ E2↓ E7← E8→ E9↑ EA↓ EF← F0→ F1↑ F2↓ FB✗ FC✓ FD☒ FE☑"
)
_WINGDINGS_2 = _pictures(
    "4F✗ 50✓ 51☒ 52☑ 53☒ 54☒ 95· 96• 97● 98● 99○ 9A○ 9B○ 9C◉ 9D◉ 9E◉ 9F▪ A0▪ A1▪ A2■ A3☐ A4☐ A5☐ A6☐ A8▣"
)
_WINGDINGS_3 = _pictures("66← 67→ 68↑ 69↓ 74◄ 75► 7C◄ 7D►")
_WEBDINGS = _pictures("33← 34→ 35↑ 36↓ 61✓ 63☐ 67■ 6E● 72✗")
_DINGBATS = _pictures("33✓ 34✔ 35✗ 36✖ 37✗ 38✘ 6C● 6D○ 6E■ 6F□ 70□ 71□ 72□")
_SYMBOL = {
    **{code: chr(code) for code in range(0x21, 0x7F)},
    **dict(zip(range(0x41, 0x5B), "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ", strict=True)),
    **dict(zip(range(0x61, 0x7B), "αβχδεφγηιϕκλμνοπθρστυϖωξψζ", strict=True)),
    **_pictures("A3≤ AC← AD↑ AE→ AF↓ B1± B3≥ B4× B7• B8÷ B9≠ D6√ DC← DE→"),
}
_FONTS = {
    "wingdings": _WINGDINGS,
    "wingdings 2": _WINGDINGS_2,
    "wingdings 3": _WINGDINGS_3,
    "webdings": _WEBDINGS,
    "symbol": _SYMBOL,
    **dict.fromkeys(("zapfdingbats", "zapf dingbats", "itc zapf dingbats", "monotype sorts", "dingbats"), _DINGBATS),
}
# The font is lost, but not its codes: what they show in the font that is used for them most.
_LOST = {**_WINGDINGS_2, **_WINGDINGS, 0xA2: "■", 0xA3: "☐", 0xA4: "", 0xB7: "•"}
_PRIVATE = 0xF000  # fonts of pictures stand here and, in older files, in Latin


def _spread(pictures: Signs) -> Signs:
    """Both places of every code of the font."""
    shown = {code: pictures.get(code, "") for code in range(0x21, 0x100)}
    return {**shown, **{_PRIVATE + code: sign for code, sign in shown.items()}, _PRIVATE + 0x20: " "}


_SIGNS = {name: _spread(pictures) for name, pictures in _FONTS.items()}
PRIVATE_SIGNS: Signs = {_PRIVATE + code: _LOST.get(code, "") for code in range(0x20, 0x100)}


def signs_of(font: str | None) -> Signs | None:
    """For `str.translate`; none of a font of letters. Persian letters stay: they are shown in another font."""
    return _SIGNS.get(font.strip().lower()) if font else None


def sign(code: str, font: str) -> str:
    """What an inserted symbol shows; its code is hexadecimal."""
    try:
        letter = chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
    shown = letter.translate(signs_of(font) or PRIVATE_SIGNS)
    return shown if shown.isprintable() else ""
