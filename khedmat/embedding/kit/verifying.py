"""Whether a ZIP is what this installation signed: pure, so that whoever holds the file can ask."""

import hashlib
import io
import json
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any, NamedTuple

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_pem_public_key

MANIFEST, SIGNATURE, KEY = "manifest.json", "manifest.sig", "key.pem"
UNLISTED = {MANIFEST, SIGNATURE, KEY}
MOST_BYTES = 500 * 1024**2  # of all files together, unpacked
ILL = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError)


class Verdict(NamedTuple):
    """`faults`: sentences, none for a good file. `key`: the number of the key by which it was tried."""

    faults: list[str]
    key: str = ""
    manifest: dict[str, Any] = {}


def verify(data: bytes, key: bytes | None = None) -> Verdict:
    """By the key that is given; else by the one inside, which says only that the file is whole."""
    try:
        files = _unpacked(data)
    except ILL:
        return Verdict(["فایل ZIP خوانده نمی‌شود یا خراب است؛ آن را دوباره بگیرید."])
    if missing := sorted(UNLISTED - files.keys()):
        return Verdict([f"در بسته «{name}» نیست؛ آن را دوباره بگیرید." for name in missing])
    try:
        public = public_key(key or files[KEY])
    except ValueError:
        return Verdict(["کلید عمومی خوانده نمی‌شود؛ آن را از نشانی ‎/embed/key.pem‎ همین سامانه بگیرید."])
    return _judged(files, public)


def public_key(pem: bytes) -> Ed25519PublicKey:
    """ValueError for anything else."""
    try:
        key = load_pem_public_key(pem)
    except UnsupportedAlgorithm as error:
        raise ValueError(pem) from error
    if not isinstance(key, Ed25519PublicKey):
        raise ValueError(pem)
    return key


def key_id(key: Ed25519PublicKey) -> str:
    """The first sixteen digits of the SHA-256 of its DER."""
    return hashlib.sha256(key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)).hexdigest()[:16]


def _unpacked(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
        if len(names) != len(set(names)) or sum(one.file_size for one in archive.infolist()) > MOST_BYTES:
            raise ValueError(data[:0])
        return {name: archive.read(name) for name in names}


def _judged(files: dict[str, bytes], key: Ed25519PublicKey) -> Verdict:
    """What is not signed is not read."""
    try:
        key.verify(files[SIGNATURE], files[MANIFEST])
    except InvalidSignature:
        return Verdict(
            ["امضای بسته با این کلید نمی‌خواند؛ بسته یا کلید از این سامانه نیست یا دست خورده است."], key_id(key)
        )
    try:
        manifest = json.loads(files[MANIFEST])
        return Verdict(list(_faults(files, manifest["files"])), key_id(key), manifest)
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return Verdict(["فهرست امضاشدهٔ بسته خوانده نمی‌شود؛ بسته از این سامانه نیست."], key_id(key))


def _faults(files: dict[str, bytes], listed: dict[str, str]) -> Iterator[str]:
    """Of each file that is not as it was signed."""
    for name in sorted(files.keys() - listed.keys() - UNLISTED):
        yield f"فایل «{name}» در فهرست امضاشده نیست."
    for name in sorted(listed.keys() - files.keys()):
        yield f"فایل «{name}» از بسته برداشته شده است."
    for name in sorted(listed.keys() & files.keys()):
        if hashlib.sha256(files[name]).hexdigest() != listed[name]:
            yield f"فایل «{name}» پس از امضا تغییر کرده است."
