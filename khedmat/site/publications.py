"""How a server process hears of publications: the database tells whoever listens as soon as one is committed."""

import contextlib
import threading
from typing import Any

import psycopg
from django.db import connection

CHANNEL = "khedmat_published"  # as the triggers of `search` name it
A_LOOK = 1.0  # seconds after which a silent connection is tried


class Publications:
    """Counts what was heard, by a thread with a connection of its own: those of the pool go from hand to hand."""

    def __init__(self) -> None:
        self._count, self._is_listening, self._ended = 0, False, threading.Event()

    def heard(self) -> int | None:
        """None while nobody listens: what was kept may be old then, and nothing may be kept."""
        return self._count if self._is_listening else None

    def listen(self) -> None:
        threading.Thread(target=self._listen_always, name="publications", daemon=True).start()

    def end(self) -> None:
        """Within a look: a connection that stays would hinder whoever drops the database."""
        self._ended.set()

    def _listen_always(self) -> None:
        while not self._ended.is_set():
            with contextlib.suppress(psycopg.Error):
                self._listen_once()
            self._is_listening = False
            self._ended.wait(A_LOOK)

    def _listen_once(self) -> None:
        with psycopg.connect(**_parameters(), autocommit=True) as listening:
            listening.execute(f"LISTEN {CHANNEL}")
            self._count += 1  # what came while nobody listened is unknown
            self._is_listening = True
            while not self._ended.is_set():
                for _told in listening.notifies(timeout=A_LOOK, stop_after=1):
                    self._count += 1
                listening.execute("SELECT 1")


def _parameters() -> dict[str, Any]:
    """Those of Django's connection; a dead machine is noticed within ten seconds."""
    patience = {"keepalives_idle": 5, "keepalives_interval": 2, "keepalives_count": 3}
    return connection.get_connection_params() | patience | {"application_name": "khedmat publications"}
