"""Damage that is seen at once: starting LibreOffice for it would take seconds."""

from khedmat.importing.readers.containers.docx.xml import parsed
from khedmat.importing.readers.containers.packages import members_of, plain_name, unpacked

_WORD_97 = b"\xec\xa5"  # begins the text of every old Word file, at the start of a sector of its container
_HEADER, _SMALLEST_SECTOR = 512, 64  # a text below 4 kB stands in small sectors
_MOST_OF_A_PART = 12 * 1024 * 1024


def is_sound_doc(data: bytes) -> bool:
    """Whether its text begins somewhere."""
    return any(data.startswith(_WORD_97, place) for place in range(_HEADER, len(data), _SMALLEST_SECTOR))


def is_sound_odt(data: bytes) -> bool:
    """Whether its text can be parsed. Unreadable with a sentence when it is hostile or too large."""
    with members_of(data) as package:
        members = {plain_name(member.filename): member for member in package.filelist}
        content = members.get("content.xml")
        return content is not None and len(parsed(unpacked(package, content, _MOST_OF_A_PART))) > 0
