"""Names in a ZIP: Persian ones put right, and what is no file that somebody gave."""

import re
import struct
from pathlib import PurePosixPath
from zipfile import ZipInfo

_SAYS_UTF8 = 0x800
_UNICODE_PATH = 0x7075
_ENCODINGS = ("cp437", "cp1256", "cp720")  # of the format, of Windows in Persian, of its Explorer
_PERSIAN = re.compile("[\u0621-\u064a\u067e\u0686\u0698\u06a9\u06af\u06cc]")
_ODD = re.compile("[\ufffd\x80-\u00ff\u2000-\u25ff\u064b-\u0652]")  # signs, frames, lone vowels: no letters of a name
_CONTROL = re.compile("[\x00-\x1f\x7f]")
_ABSOLUTE = re.compile("/|[A-Za-z]:")
_OF_SYSTEMS = {"__MACOSX", "Thumbs.db", "desktop.ini"}
_OUTSIDE = "نشانی این پرونده به بیرون از فایل فشرده می‌رود و خوانده نشد؛ پوشهٔ فرم‌ها را از نو فشرده کنید."
_NAMELESS = "نام این پرونده در فایل فشرده خواندنی نیست؛ نام آن را کوتاه و بی‌نشانه کنید و از نو فشرده کنید."
_LONGEST = 400


def name_of(info: ZipInfo) -> str:
    """With single slashes between folders, in the letters that somebody wrote."""
    name = info.orig_filename if info.flag_bits & _SAYS_UTF8 else _repaired(info)
    return PurePosixPath(name.replace("\\", "/")).as_posix()


def is_file(info: ZipInfo) -> bool:
    """No folder, and nothing hidden or put beside the files of its user by a system."""
    is_folder = info.orig_filename.endswith(("/", "\\"))  # also of programs that write paths of Windows
    return not is_folder and not any(map(_is_hidden, name_of(info).split("/")))


def _is_hidden(part: str) -> bool:
    return part in _OF_SYSTEMS or part.startswith((".", "~$")) and part not in (".", "..")


def shown(name: str) -> str:
    """What can stand on a line and in a path."""
    return _CONTROL.sub("?", name)


def problem_of(name: str) -> str:
    """Why nothing of this name is read; empty where it may be. Nothing is unpacked, but the name is shown and kept."""
    if name == "." or len(name) > _LONGEST or _CONTROL.search(name):
        return _NAMELESS
    return _OUTSIDE if _ABSOLUTE.match(name) or ".." in PurePosixPath(name).parts else ""


def _repaired(info: ZipInfo) -> str:
    """The bytes of a name say no encoding: UTF-8 proves itself, of the others the most Persian one."""
    raw = info.orig_filename.encode("cp437", "replace")
    said = _said_beside(info.extra)
    if said is not None:
        return said
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return max((raw.decode(encoding, "replace") for encoding in _ENCODINGS), key=_likely)


def _likely(name: str) -> int:
    return len(_PERSIAN.findall(name)) - len(_ODD.findall(name))


def _said_beside(extra: bytes) -> str | None:
    """The name in UTF-8 that some programs put in a field of its own: APPNOTE 4.6.9."""
    while len(extra) >= 4:
        kind, size = struct.unpack_from("<HH", extra)
        if kind == _UNICODE_PATH and size > 5:
            return extra[9 : 4 + size].decode("utf-8", "replace")
        extra = extra[4 + size :]
    return None
