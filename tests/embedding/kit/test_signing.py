"""One key, made once, readable by its owner alone."""

import stat
import subprocess
import sys
import threading

import pytest
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from khedmat.embedding.kit.signing import FILE, NotOurKind, own_key_id, public_pem, sign
from khedmat.embedding.kit.verifying import key_id, public_key


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.KHEDMAT_DATA, settings.EMBED_KEY = tmp_path / "data", ""
    return settings.KHEDMAT_DATA


def written(key, path):
    path.write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    return str(path)


def test_the_key_is_made_once_and_nobody_else_may_read_it(folder):
    first = public_pem()

    assert public_pem() == first
    assert [path.name for path in folder.iterdir()] == [FILE]
    assert stat.S_IMODE((folder / FILE).stat().st_mode) == 0o600


def test_what_is_signed_is_tried_by_the_public_half():
    public = public_key(public_pem())

    public.verify(sign(b"text"), b"text")
    assert key_id(public) == own_key_id()
    assert len(own_key_id()) == 16


def test_many_at_once_end_with_one_key(folder):
    seen = []
    threads = [threading.Thread(target=lambda: seen.append(public_pem())) for _ in range(8)]

    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(seen) == 8
    assert set(seen) == {public_pem()}
    assert len(list(folder.iterdir())) == 1


def test_a_key_of_the_operator_is_used_and_none_is_made(settings, folder, tmp_path):
    key = Ed25519PrivateKey.generate()
    settings.EMBED_KEY = written(key, tmp_path / "own.pem")

    assert own_key_id() == key_id(key.public_key())
    assert not folder.exists()


def test_another_kind_of_key_is_refused(settings, tmp_path):
    settings.EMBED_KEY = written(generate_private_key(SECP256R1()), tmp_path / "own.pem")

    with pytest.raises(NotOurKind):
        sign(b"text")


def test_a_zip_is_tried_without_django():
    words = "import sys, khedmat.embedding.kit.verifying; sys.exit('django' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", words], check=False).returncode == 0
