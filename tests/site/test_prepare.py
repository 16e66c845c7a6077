"""What is in place before the first page, and what a second start leaves alone."""

from types import SimpleNamespace

import pytest
from django.db import OperationalError

from khedmat.core.postgres import Failed
from khedmat.organizations.models import Organization
from khedmat.registers.models import Code
from khedmat.site import env, prepare, up


@pytest.mark.django_db
def test_reference_data_may_be_loaded_again_and_nothing_doubles():
    prepare._load_reference()
    before = Organization.objects.count(), Code.objects.count()

    prepare._load_reference()

    assert (Organization.objects.count(), Code.objects.count()) == before
    assert all(before)


def test_a_database_that_is_away_is_a_sentence(monkeypatch):
    def away():
        raise OperationalError("connection refused")

    monkeypatch.setattr(prepare, "connection", SimpleNamespace(ensure_connection=away))

    with pytest.raises(Failed, match="DATABASE_URL"):
        prepare._demand_database()


def test_an_old_database_is_refused(monkeypatch):
    old = SimpleNamespace(info=SimpleNamespace(server_version=140009))
    monkeypatch.setattr(prepare, "connection", SimpleNamespace(ensure_connection=lambda: None, connection=old))

    with pytest.raises(Failed, match="PostgreSQL 15"):
        prepare._demand_database()


def test_static_files_are_packed_again_only_when_one_changed(monkeypatch, settings, tmp_path):
    settings.KHEDMAT_DATA = tmp_path
    packed = []
    monkeypatch.setattr(prepare, "call_command", lambda name, **options: packed.append(name))

    prepare._collect_static()
    prepare._collect_static()
    assert packed == ["collectstatic"]

    monkeypatch.setattr(prepare, "_static_state", lambda: "another")
    prepare._collect_static()
    assert packed == ["collectstatic"] * 2


def test_samples_are_loaded_once_in_a_life(monkeypatch, settings, tmp_path):
    settings.KHEDMAT_DATA, settings.SAMPLE_SIGN_INS = tmp_path, True
    loads = []
    monkeypatch.setattr(
        prepare.importlib, "import_module", lambda name: SimpleNamespace(load=lambda: loads.append(name) or "ورود")
    )

    prepare._load_samples()
    prepare._load_samples()

    assert len(loads) == 1
    assert (tmp_path / "welcome").read_text() == "ورود"
    assert (tmp_path / "welcome").stat().st_mode & 0o777 == 0o600


def test_no_samples_where_others_may_come_in(settings, tmp_path):
    settings.KHEDMAT_DATA, settings.SAMPLE_SIGN_INS = tmp_path, False

    prepare._load_samples()

    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("setting", [{"DATABASE_URL": "postgres://db/x"}, {"KHEDMAT_ADDRESS": "0.0.0.0"}])  # noqa: S104
def test_sample_sign_ins_need_the_embedded_database_and_this_machine(monkeypatch, setting):
    for name in ("DATABASE_URL", "KHEDMAT_ADDRESS"):
        monkeypatch.delenv(name, raising=False)
    assert env.samples_allowed()

    for name, value in setting.items():
        monkeypatch.setenv(name, value)

    assert not env.samples_allowed()


@pytest.mark.parametrize("status", [0, 1])
def test_preparation_is_repeated_until_it_succeeded_and_then_left_out(monkeypatch, tmp_path, status):
    monkeypatch.setenv("KHEDMAT_DATA", str(tmp_path))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    runs = []
    monkeypatch.setattr(
        up.supervisor, "spawn", lambda words: runs.append(words) or SimpleNamespace(wait=lambda: status)
    )

    for _ in range(2):
        try:
            up._prepare()
        except Failed:
            assert status

    assert len(runs) == (2 if status else 1)


def test_a_changed_file_of_the_code_is_a_reason_to_prepare(monkeypatch, tmp_path):
    monkeypatch.setattr(up, "PACKAGE", tmp_path)
    before = up._fingerprint()

    (tmp_path / "new.py").write_text("x = 1")

    assert up._fingerprint() != before
