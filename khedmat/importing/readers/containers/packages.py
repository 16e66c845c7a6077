"""Zip files: which office package or archive they are by their members, and their bytes, never more than asked for."""

import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import BinaryIO

from khedmat.importing.readers.containers.directory import is_crowded
from khedmat.importing.readers.unreadable import LOCKED, Unreadable

MOST_MEMBERS = 20_000
_READ = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # other ways are unpacked by the library without any limit
_OFFICE = {"word": "docx", "xl": "xlsx", "ppt": "pptx"}
_OPEN = {
    b"application/vnd.oasis.opendocument.text": "odt",
    b"application/vnd.oasis.opendocument.spreadsheet": "ods",
    b"application/vnd.oasis.opendocument.presentation": "odp",
}
_LOCK, _LONGEST_LIST = b":encryption-data", 1024 * 1024
_DAMAGES = (
    *(zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, OSError),
    *(NotImplementedError, RuntimeError, ValueError, OverflowError, LookupError),
)
_DAMAGED = "فایل فشرده (Word، Excel یا zip) خراب است و باز نمی‌شود؛ نسخهٔ سالم آن را بدهید یا آن را دوباره ذخیره کنید."
_MANY = "شمار فایل‌های درون این فایل فشرده بی‌اندازه است؛ فرم‌ها را در چند فایل کوچک‌تر بدهید."
_LARGE = "فایل پس از باز شدن بی‌اندازه بزرگ می‌شود و هیچ فرمی چنین نیست؛ آن را دوباره ذخیره کنید."


def package_kind(source: bytes | Path) -> str:
    """`docx`, `xlsx`, `pptx`, `odt`, `ods`, `odp`, or `archive` of any other zip. Unreadable when it is damaged."""
    with members_of(source) as package:
        names = set(map(plain_name, package.namelist()))
        return _office_kind(names) or _open_kind(package, names) or "archive"


def members_of(source: bytes | Path) -> zipfile.ZipFile:
    """The opened zip file. Unreadable when it is damaged or has members without end: each costs memory.

    A path is not read as a whole, and closed with what is given back.
    """
    with _stream(source) as stream:
        if is_crowded(stream, MOST_MEMBERS):
            raise Unreadable(_MANY)
    try:
        return zipfile.ZipFile(source if isinstance(source, Path) else io.BytesIO(source))
    except _DAMAGES:
        raise Unreadable(_DAMAGED) from None


def _stream(source: bytes | Path) -> BinaryIO:
    return source.open("rb") if isinstance(source, Path) else io.BytesIO(source)


def plain_name(name: str) -> str:
    """Names of parts are the same in any case; some programs write backslashes."""
    return name.replace("\\", "/").lstrip("/").lower()


def unpacked(package: zipfile.ZipFile, member: zipfile.ZipInfo, most: int) -> bytes:
    """The bytes of a member. Unreadable beyond `most`, whatever its header says, when locked or damaged."""
    if member.flag_bits & 1:
        raise Unreadable(LOCKED)
    if member.file_size > most:
        raise Unreadable(_LARGE)
    if member.compress_type not in _READ:
        raise Unreadable(_DAMAGED)
    try:
        with package.open(member) as part:
            return part.read(member.file_size + 1)
    except _DAMAGES:
        raise Unreadable(_DAMAGED) from None


def _office_kind(names: Iterable[str]) -> str | None:
    if "[content_types].xml" not in names:
        return None
    folders = {name.partition("/")[0] for name in names}
    return next((kind for folder, kind in _OFFICE.items() if folder in folders), None)


def _open_kind(package: zipfile.ZipFile, names: Collection[str]) -> str | None:
    """OpenDocument says its kind in a member of its own; templates add a word to it."""
    if "mimetype" not in names:
        return None
    said = _named(package, "mimetype", 200).strip()
    kind = next((kind for media_type, kind in _OPEN.items() if said.startswith(media_type)), None)
    if kind and ("encrypted-package" in names or _LOCK in _named(package, "meta-inf/manifest.xml", _LONGEST_LIST)):
        raise Unreadable(LOCKED)
    return kind


def _named(package: zipfile.ZipFile, name: str, most: int) -> bytes:
    found = next((member for member in package.filelist if plain_name(member.filename) == name), None)
    return b"" if found is None else unpacked(package, found, most)
