"""`khedmat read` and `khedmat check`: forms in, JSON Lines or a page of text out; no Django, no database."""

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from khedmat.cards.form import Document, as_contract
from khedmat.cards.rules.engine import check
from khedmat.importing.readers.reading import read_path
from khedmat.importing.readers.unreadable import Unreadable
from khedmat.site import summary

Answer = Callable[[argparse.Namespace, str, list[Document]], bool]


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
        return answer(given, name, read_path(Path(name)))
    except Unreadable as problem:
        print(f"{name}: {problem.message}", file=sys.stderr)
        return True


def _read(given: argparse.Namespace, name: str, documents: list[Document]) -> bool:
    for document in documents:
        _print(as_contract(document, trace=given.trace) if given.json else summary.of_document(document))
    return False


def _check(given: argparse.Namespace, name: str, documents: list[Document]) -> bool:
    findings = [finding for document in documents for finding in check(document)]
    if given.json:
        names = ("rule", "severity", "field", "message", "fix")
        _print({"file": name, "findings": [{key: getattr(finding, key) for key in names} for finding in findings]})
    else:
        _print(summary.of_findings(name, findings))
    return bool(findings)


def _print(answer: dict[str, Any] | str) -> None:
    print(answer if isinstance(answer, str) else json.dumps(answer, ensure_ascii=False), flush=True)
