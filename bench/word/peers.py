"""Other readers of Word files, where they are installed: pip install docx2python mammoth markitdown[docx]."""

import io
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from khedmat.importing.readers.opening import opened

Reader = Callable[[bytes], str]


def readers() -> dict[str, Reader | None]:
    """Bytes → text. Ours first; None of what is not installed."""
    return {"khedmat": _ours, **{name: _found(name, made) for name, made in _PEERS.items()}}


def _ours(data: bytes) -> str:
    (leaf,) = opened(data, "form.docx").leaves
    return leaf.sheet.text


def _found(name: str, made: Callable[[Any], Reader]) -> Reader | None:
    return made(import_module(name)) if find_spec(name) else None


def _docx2python(library: Any) -> Reader:
    return lambda data: library.docx2python(io.BytesIO(data)).text


def _mammoth(library: Any) -> Reader:
    return lambda data: library.convert_to_html(io.BytesIO(data)).value


def _markitdown(library: Any) -> Reader:
    converter = library.MarkItDown()
    return lambda data: converter.convert_stream(io.BytesIO(data), file_extension=".docx").text_content


_PEERS = {"docx2python": _docx2python, "mammoth": _mammoth, "markitdown": _markitdown}
