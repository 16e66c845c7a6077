"""Frames whose page is written in their own tag: `<iframe srcdoc="…">` is a part of the page around it."""

import html
import re

_FRAME = re.compile(r"""<iframe\b[^<>]{0,300}?\bsrcdoc\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.I)


def unframed(text: str) -> str:
    """With such pages before the tags that held them."""
    return _FRAME.sub(_opened, text)


def _opened(frame: re.Match[str]) -> str:
    return f"<div>{html.unescape(frame[1] or frame[2] or '')}</div><iframe"
