"""`khedmat verify-embed`: whether a signed ZIP is whole, and whose it is. No database is touched."""

import argparse
import json
from pathlib import Path

from khedmat.embedding.kit.verifying import Verdict, verify
from khedmat.site.env import Misused

OWN_KEY = "کلید درون بسته به کار رفت؛ برای دانستن این که بسته از کیست کلید سامانه را با --key بدهید."


def run(given: argparse.Namespace) -> int:
    """1 where something is wrong."""
    verdict = verify(_bytes(given.file), _bytes(given.key) if given.key else None)
    print(_as_json(verdict) if given.json else _in_words(verdict, has_key=bool(given.key)))
    return int(bool(verdict.faults))


def _bytes(name: str) -> bytes:
    try:
        return Path(name).read_bytes()
    except OSError as error:
        raise Misused(f"{name}: فایل خوانده نشد ({error.strerror}).") from None


def _as_json(verdict: Verdict) -> str:
    said = {"ok": not verdict.faults, "faults": verdict.faults, "key": verdict.key}
    names = ("agency", "published_at", "list", "source")
    return json.dumps(said | {name: verdict.manifest.get(name) for name in names}, ensure_ascii=False)


def _in_words(verdict: Verdict, *, has_key: bool) -> str:
    if verdict.faults:
        return "\n".join(verdict.faults)
    manifest = verdict.manifest
    count, day = len(manifest.get("services", ())), manifest.get("published_at") or "–"
    lines = [f"بسته درست است: {manifest.get('name')}، {count} خدمت، {day}"]
    return "\n".join([*lines, f"کلید: {verdict.key}", *([] if has_key else [OWN_KEY])])
