"""Files as documents with their hashes, before anything is compared with the database."""

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from khedmat.cards.canonical import kept, tidy
from khedmat.cards.form import Document
from khedmat.importing.contract_files import documents_of, is_contract_file
from khedmat.importing.paper import Paper
from khedmat.importing.problems import UNKEEPABLE, problem_of
from khedmat.importing.readers.archives import Member, unpacked
from khedmat.importing.readers.reading import contents, documents_in
from khedmat.importing.readers.unreadable import Unreadable
from khedmat.importing.walk import Place


def sha256_of(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def papers(place: Place) -> Iterator[Paper]:
    """The documents of a file, or of each file in it where it is an archive; a problem where there is nothing."""
    for file in unpacked(_file(place)):
        yield from _papers(file, Path(f"{place.path.parent}/{file.name}"))


def _file(place: Place) -> Member:
    try:
        return Member(place.path.name, b"" if place.problem else contents(place.path), place.problem)
    except Unreadable as error:
        return Member(place.path.name, problem=error.message)


def _papers(file: Member, path: Path) -> Iterable[Paper]:
    if file.problem:
        return [Paper(path, problem=file.problem)]
    try:
        return papers_of(file.data, path)
    except Unreadable as error:
        return [Paper(path, problem=error.message)]


def papers_of(data: bytes, path: Path) -> Iterator[Paper]:
    """The documents of bytes that were read, one after the other. Unreadable when there is nothing to read."""
    found = documents_of(data, path.name) if is_contract_file(path.name) else documents_in(data, path.name)
    sha256, documents = sha256_of(data), map(tidy, found)
    return (Paper(path, sha256, part, document, *_judged(document)) for part, document in enumerate(documents))


def _judged(document: Document) -> tuple[str, str]:
    """The hash of what a tidy document says, and the problem."""
    if problem := problem_of(document):
        return "", problem
    try:
        return kept(document).sha256, ""
    except ValueError:
        return "", UNKEEPABLE
