"""Zip files: their members as files of their own, each read when its turn comes; nothing is ever unpacked to a disk."""

from khedmat.importing.readers.archives.archive import Archive, is_archive
from khedmat.importing.readers.archives.listing import Listed, listed
from khedmat.importing.readers.archives.unpacking import Member, members, members_of, unpacked

__all__ = ["Archive", "Listed", "Member", "is_archive", "listed", "members", "members_of", "unpacked"]
