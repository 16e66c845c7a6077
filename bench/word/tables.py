"""Readers of Word files side by side, in one run: boxes told right in each encoding, milliseconds for a form."""

import time
from collections.abc import Callable, Iterator, Mapping
from functools import partial

from bench.generate import forms as generated
from bench.word.boxes import share_right
from bench.word.files import as_word_saves, size_of_text, with_boxes
from bench.word.peers import Reader, readers
from khedmat.importing.readers.reading import read_bytes
from tests.importing.readers.docx_files import BOXES

Clock = Callable[[Mapping[str, Callable[[], object]]], Mapping[str, float]]  # seconds of works that take turns
_OURS = "to the contract"
_WIDTH = 22
_WARM = range(30)  # seeds of other forms: of thousands in one process all but the first find it at work
_LOST = "not installed"


def lines(forms: Mapping[str, bytes], clock: Clock) -> Iterator[str]:
    """Two tables. `forms`: text and HTML, written as Word files for the second, none of which was read before."""
    found = readers()
    yield _line("boxes told right", list(found))
    shares = {encoding: [_share(reader, encoding) for reader in found.values()] for encoding in BOXES}
    for encoding, told in shares.items():
        yield _line(encoding, list(map(_percent, told)))
    columns = list(zip(*shares.values(), strict=True))
    yield _line("all", [_percent(None if None in told else sum(told) / len(told)) for told in columns])
    yield from _speeds([as_word_saves(data, name) for name, data in forms.items()], found, clock)


def _speeds(files: list[bytes], found: Mapping[str, Reader | None], clock: Clock) -> Iterator[str]:
    size = sum(map(size_of_text, files)) / len(files)
    new = _once(files)
    readings = {name: partial(_texts, read, files) for name, read in found.items() if read}
    told = clock({_OURS: partial(_contracts, files), **readings})
    seen, spent = told[_OURS], list(map(told.get, found))
    yield f"{len(files)} Word files, text of {size / 1000:.0f} kB, to the contract:"
    yield f"{len(files) / new:.0f} a second that were never seen, {len(files) / seen:.0f} that were; ms each:"
    yield _line("to text", [_LOST if one is None else f"{one / len(files) * 1000:.1f}" for one in spent])
    yield _line(_OURS, [f"{seen / len(files) * 1000:.1f}"])
    yield _line("text ÷ contract", ["" if one is None else f"{one / seen:.1f}" for one in spent])


def _once(files: list[bytes]) -> float:
    """Seconds of the processor before the readers remember their texts, and after they remember what forms share."""
    _contracts([made.data for made in generated(_WARM, "docx", "")])
    start = time.process_time()
    _contracts(files)
    return time.process_time() - start


def _texts(read: Reader, files: list[bytes]) -> list[str]:
    return list(map(read, files))


def _contracts(files: list[bytes]) -> list[object]:
    return [read_bytes(data, "form.docx") for data in files]


def _share(reader: Reader | None, encoding: str) -> float | None:
    data, states = with_boxes(encoding)
    return None if reader is None else share_right(reader(data), states)


def _percent(share: float | None) -> str:
    return _LOST if share is None else f"{share:.0%}"


def _line(name: str, columns: list[str]) -> str:
    return f"{name:{_WIDTH}}" + "".join(f"{column:>15}" for column in columns)
