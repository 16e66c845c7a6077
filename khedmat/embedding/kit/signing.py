"""The one key that signs what agencies carry away: made once, kept in the data folder."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
)
from django.conf import settings

from khedmat.embedding.kit.verifying import key_id

FILE = "embed.key"


class NotOurKind(Exception):
    """The file that was given holds another kind of key."""


def sign(data: bytes) -> bytes:
    return _key().sign(data)


def public_pem() -> bytes:
    return _key().public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)


def own_key_id() -> str:
    return key_id(_key().public_key())


def _key() -> Ed25519PrivateKey:
    path = Path(settings.EMBED_KEY or settings.KHEDMAT_DATA / FILE)
    if not path.exists():
        _make(path)
    key = load_pem_private_key(path.read_bytes(), password=None)
    if not isinstance(key, Ed25519PrivateKey):
        raise NotOurKind(path)
    return key


def _make(path: Path) -> None:
    """Of two processes that make one at once the first is kept by both. Nobody but the owner may read it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    key = Ed25519PrivateKey.generate().private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    handle, made = tempfile.mkstemp(dir=path.parent, prefix=path.name)
    with os.fdopen(handle, "wb") as file:
        file.write(key)
    with suppress(FileExistsError):
        os.link(made, path)
    os.unlink(made)
