"""Files as documents with their hashes, before anything is compared with the database."""

import hashlib
from pathlib import Path

from khedmat.cards.canonical import digest_of, tidy
from khedmat.cards.form import Document
from khedmat.importing.paper import Paper
from khedmat.importing.problems import UNKEEPABLE, problem_of
from khedmat.importing.readers.reading import contents, read_bytes
from khedmat.importing.readers.unreadable import Unreadable
from khedmat.importing.walk import Place


def sha256_of(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def papers(place: Place) -> list[Paper]:
    """The documents of a file; a problem where there is nothing to take in."""
    if place.problem:
        return [Paper(place.path, problem=place.problem)]
    try:
        return papers_of(contents(place.path), place.path)
    except Unreadable as error:
        return [Paper(place.path, problem=error.message)]


def papers_of(data: bytes, path: Path) -> list[Paper]:
    """The same for bytes that were read. Unreadable when there is nothing to read."""
    sha256, documents = sha256_of(data), map(tidy, read_bytes(data, path.name))
    return [Paper(path, sha256, part, document, *_judged(document)) for part, document in enumerate(documents)]


def _judged(document: Document) -> tuple[str, str]:
    """The hash of what it says, and the problem."""
    if problem := problem_of(document):
        return "", problem
    try:
        return digest_of(document), ""
    except ValueError:
        return "", UNKEEPABLE
