"""`khedmat read` and `khedmat check`: forms in, JSON Lines or a page of text out; no Django, no database."""

import argparse
import json
import sys
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Any

from khedmat.cards.form import Document, as_contract
from khedmat.cards.rules.engine import check
from khedmat.importing.readers.archives import Member
from khedmat.importing.readers.disk import files
from khedmat.importing.readers.reading import documents_in
from khedmat.importing.readers.unreadable import Unreadable
from khedmat.site import summary

Answer = Callable[[argparse.Namespace, str, Iterable[Document]], bool]


def run(given: argparse.Namespace) -> int:
    # A C locale must not break Persian, nor a file's name of other bytes than UTF-8 the whole command.
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    sys.stderr.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    answer = {"read": _read, "check": _check}[given.command]
    answers = [_each(given, name, answer) for name in given.files]
    return int(any(answers))  # apart: `any` of a generator would stop at the first bad file


def _each(given: argparse.Namespace, name: str, answer: Answer) -> bool:
    """Whether something was found that the caller should know: a bad file, or findings."""
    try:
        answers = [_told(partial(answer, given), _shown(name, file), file) for file in files(Path(name))]
    except Unreadable as problem:
        return _refuse(name, problem.message)
    return any(answers)


def _shown(name: str, file: Member) -> str:
    """As it was given; what is in an archive by its path in it."""
    return name if Path(name).name == file.name else f"{name}/{file.name}"


def _told(tell: Callable[[str, Iterable[Document]], bool], name: str, file: Member) -> bool:
    try:
        return _refuse(name, file.problem) if file.problem else tell(name, documents_in(file.data, file.name))
    except Unreadable as problem:
        return _refuse(name, problem.message)


def _refuse(name: str, message: str) -> bool:
    print(f"{name}: {message}", file=sys.stderr)
    return True


def _read(given: argparse.Namespace, name: str, documents: Iterable[Document]) -> bool:
    for document in documents:
        _print(as_contract(document, trace=given.trace) if given.json else summary.of_document(document))
    return False


def _check(given: argparse.Namespace, name: str, documents: Iterable[Document]) -> bool:
    findings = [finding for document in documents for finding in check(document)]
    if given.json:
        names = ("rule", "severity", "field", "message", "fix")
        _print({"file": name, "findings": [{key: getattr(finding, key) for key in names} for finding in findings]})
    else:
        _print(summary.of_findings(name, findings))
    return bool(findings)


def _print(answer: dict[str, Any] | str) -> None:
    print(answer if isinstance(answer, str) else json.dumps(answer, ensure_ascii=False), flush=True)
