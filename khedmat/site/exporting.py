"""`khedmat export`: forms of files, or published cards of the registry, printed into a folder."""

import argparse
import importlib
import sys
from collections.abc import Iterator
from itertools import filterfalse
from pathlib import Path
from typing import NamedTuple

from khedmat.cards.form import Document
from khedmat.cards.printing.formats import FORMATS
from khedmat.cards.printing.paper import About
from khedmat.cards.printing.sheets import xlsx_of
from khedmat.core.failed import Failed
from khedmat.importing.readers.reading import read_path
from khedmat.importing.readers.unreadable import Unreadable
from khedmat.site.env import Misused

_TOGETHER = "cards.xlsx"  # several forms as sheets are one file, a row each


class Found(NamedTuple):
    """A form to print: the name of its file, the form, and whether all of it may be printed."""

    name: str
    document: Document
    about: About
    is_whole: bool


def run(given: argparse.Namespace) -> int:
    """1 where something could not be read, found or written; the others are still printed."""
    kind, folder = given.to[0], Path(given.to[1])
    if kind not in FORMATS:
        raise Misused(f"{kind}: گونهٔ فایل یکی از اینهاست: {'، '.join(FORMATS)}")
    found, unread = _found(given)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for path, data in _printed(found, kind):
            (folder / path).write_bytes(data)
            print(folder / path)
    except OSError as error:
        raise Failed(f"فایل در پوشه نوشته نشد ({error.strerror}): {error.filename}") from None
    return int(unread)


def _found(given: argparse.Namespace) -> tuple[list[Found], bool]:
    """The forms, and whether some could not be read or found."""
    numbers = list(filter(_is_number, given.sources))
    files = list(filterfalse(_is_number, given.sources))
    found, unread = _in_files(files, is_whole=not given.public)
    in_register = dict(_in_register(numbers)) if numbers else {}
    missing = list(filterfalse(in_register.__contains__, numbers))
    for number in missing:
        print(f"{number}: خدمت منتشرشده‌ای با این شماره یا شناسه نیست.", file=sys.stderr)
    return [*found, *in_register.values()], unread or bool(missing)


def _is_number(source: str) -> bool:
    """Of a service; a file of that name goes before."""
    return source.isdecimal() and not Path(source).exists()


def _in_files(names: list[str], *, is_whole: bool) -> tuple[list[Found], bool]:
    found: list[Found] = []
    unread = False
    for name in names:
        try:
            found += _in_file(Path(name), is_whole=is_whole)
        except Unreadable as problem:
            print(f"{name}: {problem.message}", file=sys.stderr)
            unread = True
    return found, unread


def _in_file(path: Path, *, is_whole: bool) -> Iterator[Found]:
    """Several forms of one file are numbered."""
    for document in read_path(path):
        part = f"-{document.source.part}" if document.source.part else ""
        yield Found(f"{path.stem}{part}", document, About(), is_whole)


def _in_register(numbers: list[str]) -> list[tuple[str, Found]]:
    """Asked of a module that is imported when it is needed: files are printed without Django."""
    registered = importlib.import_module("khedmat.site.registered")
    return [
        (number, Found(name, document, about, is_whole=False))
        for number, name, document, about in registered.published(numbers)
    ]


def _printed(found: list[Found], kind: str) -> Iterator[tuple[str, bytes]]:
    if kind == "xlsx" and len(found) > 1:
        yield _TOGETHER, xlsx_of([one.document for one in found], is_whole=all(one.is_whole for one in found))
        return
    for one in found:
        yield f"{one.name}.{kind}", FORMATS[kind].write(one.document, one.about, one.is_whole)
