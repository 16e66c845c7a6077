"""The hostile environment: what would only go wrong one day goes wrong here every time."""

import gc
import os
import random
import socket
from collections.abc import Callable, Iterator
from typing import Any

import pgtrigger
import pytest
from django.conf import settings as django_settings
from django.db import connection, transaction
from django.db.models import QuerySet
from django.template import engines
from django.test import Client, TransactionTestCase
from django.test.utils import CaptureQueriesContext
from hypothesis import settings as hypothesis_settings
from xdist.scheduler import LoadScopeScheduling

from khedmat.importing.readers.containers import scan
from khedmat.importing.readers.containers.scan.memory import Few
from tests import databases as test_databases

# The gate asks the same examples of every commit; `HYPOTHESIS_PROFILE=search` goes looking for new ones.
hypothesis_settings.register_profile("gate", derandomize=True, deadline=None)
hypothesis_settings.register_profile("search", max_examples=5000, deadline=None)
hypothesis_settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "gate"))


class WholeFiles(LoadScopeScheduling):
    """A file is run by one worker, whose worlds and installations are then made once; the longest file is shared out.

    Groups by mark do nothing: pytest-xdist 3.8 writes them into a name that pytest 9.2 no longer gives.
    """

    def _split_scope(self, nodeid: str) -> str:
        return nodeid if "/test_contract.py" in nodeid else nodeid.partition("::")[0]


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> WholeFiles:
    return WholeFiles(config, log)


def pytest_collection_finish() -> None:
    """Modules and tests stay to the end: a collector that walks them again and again takes a twelfth of the run."""
    gc.collect()
    gc.freeze()


class Undefined(str):
    """Stands for a template variable that nobody gave: printing it is an error, not an empty place."""

    __slots__ = ()

    def __contains__(self, piece: object) -> bool:
        return True

    def __mod__(self, name: object) -> str:
        raise AssertionError(f"undefined template variable: {name}")


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix: None) -> None:
    """The tables of a run before, while migrations and libraries are the same: to make them anew takes long."""
    with test_databases.administrator() as admin:
        test_databases.drop_what_killed_runs_left(admin)
        django_settings.DATABASES["default"]["TEST"]["TEMPLATE"] = test_databases.template(admin)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> None:
    with django_db_blocker.unblock():
        made = connection.settings_dict["NAME"]
        connection.close()
    with test_databases.administrator() as admin:
        test_databases.keep_as_template(admin, made)


@pytest.fixture(scope="module")
def kept_for_the_module(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """What fixtures of a module write after it stands for all its tests: each is rolled back to there."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture(autouse=True, scope="session")
def _files_go_to_a_folder_of_this_run(tmp_path_factory: pytest.TempPathFactory) -> None:
    django_settings.KHEDMAT_DATA = tmp_path_factory.mktemp("data")


@pytest.fixture(autouse=True, scope="session")
def _scans_are_remembered_by_this_process() -> None:
    """The cache of the site is in the database, which readers never ask for."""
    scan.keep_in(Few())


@pytest.fixture(autouse=True, scope="session")
def _undefined_variables_fail() -> None:
    engines["django"].engine.string_if_invalid = Undefined("undefined")


@pytest.fixture(autouse=True)
def _unordered_rows_come_in_any_order(monkeypatch: pytest.MonkeyPatch) -> None:
    fetch = QuerySet._fetch_all

    def shuffled(rows: QuerySet) -> None:
        fresh = rows._result_cache is None
        fetch(rows)
        if fresh and not rows.ordered:
            random.shuffle(rows._result_cache)

    monkeypatch.setattr(QuerySet, "_fetch_all", shuffled)


@pytest.fixture(autouse=True)
def _nobody_calls_out(monkeypatch: pytest.MonkeyPatch) -> None:
    connect = socket.socket.connect

    def at_home(this: socket.socket, address: object) -> None:
        outside = this.family != socket.AF_UNIX and address[0] not in ("127.0.0.1", "::1", "localhost")
        assert not outside, f"a test called out to {address}"
        connect(this, address)

    monkeypatch.setattr(socket.socket, "connect", at_home)


@pytest.fixture(autouse=True, scope="session")
def _only_what_was_written_is_emptied() -> Iterator[None]:
    """TransactionTestCase truncates every table, which takes longer than most tests and which guards refuse."""
    teardown = TransactionTestCase._fixture_teardown

    def emptied(case: TransactionTestCase) -> None:
        with pgtrigger.ignore(), transaction.atomic(), connection.cursor() as cursor:
            while test_databases.emptied(cursor):
                pass

    TransactionTestCase._fixture_teardown = emptied
    yield
    TransactionTestCase._fixture_teardown = teardown


@pytest.fixture
def client_for() -> Callable[..., Client]:
    """`client_for(user)`: a browser in which this person is signed in."""

    def signed_in(user: object) -> Client:
        client = Client()
        client.force_login(user)
        return client

    return signed_in


@pytest.fixture
def assert_same_cost() -> Callable[[Callable[[], object], Callable[[], object]], None]:
    """`assert_same_cost(page, grow)`: a page asks as many questions after the data grew as before.

    Of two looks the second: what a process counts once after each decision is counted by then.
    """

    def count(page: Callable[[], object]) -> list[str]:
        with CaptureQueriesContext(connection) as queries:
            page()
        return [query["sql"] for query in queries]

    def same(page: Callable[[], object], grow: Callable[[], object]) -> None:
        page()
        before = count(page)
        grow()
        page()
        after = count(page)
        assert len(after) == len(before), "\n".join(after)

    return same
