"""The bytes of a file, or the Persian sentence that says why they cannot be had."""

from collections.abc import Iterable
from pathlib import Path

from khedmat.importing.readers.archives import Archive, Member, members_of
from khedmat.importing.readers.archives.on_disk import archive_at, member_at, path_above
from khedmat.importing.readers.containers import sniffing
from khedmat.importing.readers.unreadable import Unreadable

_REFUSALS = (  # the first that fits
    (FileNotFoundError, "چنین فایلی نیست؛ نام و نشانی آن را بررسی کنید."),
    (PermissionError, "اجازهٔ خواندن این فایل را ندارید؛ دسترسی آن را درست کنید."),
    (OSError, "فایل از روی دیسک خوانده نشد؛ دوباره تلاش کنید یا از آن رونوشت تازه بگیرید."),
)


def files(path: Path) -> Iterable[Member]:
    """The file there, or those in the archive there, each by its path inside. Unreadable where there is none."""
    archive = _archive(path)
    return members_of(archive, path.name) if archive else [Member(path.name, contents(path))]


def _archive(path: Path) -> Archive | None:
    """What cannot be opened is none: its contents will say why."""
    try:
        return archive_at(path)
    except OSError:
        return None


def contents(path: Path) -> bytes:
    """All bytes of a file, or of a member of an archive by a path that goes on into it.

    Unreadable when it cannot be read or is larger than any form.
    """
    try:
        return _bytes_of(path)
    except OSError as error:
        raise Unreadable(_refusal(error)) from None


def _bytes_of(path: Path) -> bytes:
    """Never more than may be read: a pipe or a device has no size to ask before."""
    if above := path_above(path):
        return member_at(path, above)
    if path.is_dir():
        raise Unreadable("این یک پوشه است؛ نام فایل‌ها را بدهید یا فرمان import را به کار برید.")
    if path.stat().st_size > sniffing.MOST_BYTES:
        sniffing.refuse_large(path.stat().st_size)
    with path.open("rb") as file:
        return file.read(sniffing.MOST_BYTES + 1)


def _refusal(error: OSError) -> str:
    return next(sentence for kind, sentence in _REFUSALS if isinstance(error, kind))
