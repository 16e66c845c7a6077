"""The members of a ZIP, and of the ZIPs in it, as files."""

from collections.abc import Iterator
from typing import NamedTuple

from khedmat.importing.readers.archives.archive import Archive, Entry, is_archive
from khedmat.importing.readers.containers.packages import MOST_MEMBERS
from khedmat.importing.readers.unreadable import Unreadable

MOST_TOTAL = 2 * 1024**3  # bytes of all members of one archive
TOO_MANY = "در این فایل فشرده بیش از ۲۰٬۰۰۰ پرونده است؛ آن را به چند فایل فشردهٔ کوچک‌تر بخش کنید."
_NESTED = "این فایل فشرده در فایل فشردهٔ دیگری است که خود درون یک فایل فشرده است؛ آن را جدا بدهید."
NOTHING = "در این فایل فشرده هیچ پرونده‌ای نیست؛ پوشهٔ فرم‌ها را از نو فشرده کنید."
TOO_MUCH = "پرونده‌های این فایل فشرده روی هم بیش از ۲ گیگابایت‌اند؛ آن را به چند فایل فشردهٔ کوچک‌تر بخش کنید."


class Member(NamedTuple):
    """A file of an archive by its path in it, or the Persian sentence that says why there is none to read."""

    name: str
    data: bytes = b""
    problem: str = ""


def members(data: bytes, name: str) -> Iterator[Member]:
    """Each is read when its turn comes. Unreadable where the whole is no archive that may be read."""
    return members_of(Archive(data), name)


def members_of(archive: Archive, name: str) -> Iterator[Member]:
    """The same of an opened one. `name` stands on the sentence that all members together are too much."""
    entries = list(archive.entries())
    if not entries:
        raise Unreadable(NOTHING)
    return _bounded((found for entry in entries for found in unpacked(_read(archive, entry))), name)


def _bounded(found: Iterator[Member], name: str) -> Iterator[Member]:
    """ZIPs in a ZIP may each be small and together without end."""
    total = 0
    for number, member in enumerate(found):
        total += len(member.data)
        if number >= MOST_MEMBERS or total > MOST_TOTAL:
            yield Member(name, problem=TOO_MANY if number >= MOST_MEMBERS else TOO_MUCH)
            return
        yield member


def _read(archive: Archive, entry: Entry) -> Member:
    try:
        return Member(entry.name, archive.data(entry))
    except Unreadable as problem:
        return Member(entry.name, problem=problem.message)


def unpacked(member: Member) -> Iterator[Member]:
    """Itself, or what is in it where it is a zip of files."""
    if not is_archive(member.data):
        yield member
        return
    try:
        archive = Archive(member.data)
    except Unreadable as problem:
        yield Member(member.name, problem=problem.message)
        return
    for entry in archive.entries():
        found = _read(archive, entry)
        yield _without_another(found)._replace(name=f"{member.name}/{found.name}")


def _without_another(member: Member) -> Member:
    return Member(member.name, problem=_NESTED) if is_archive(member.data) else member
