"""Others beside ours: nginx and the bare server with the bytes of our own page; Datasette and Wagtail with services."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from bench.country import program
from khedmat.site.programs import THREADS, WORKERS

NGINX_PORT, DATASETTE_PORT, BARE_PORT, WAGTAIL_PORT = 8971, 8972, 8973, 8974
HERE = Path(__file__).parent
SIZE = ["--interface", "wsgi", "--workers", str(WORKERS), "--blocking-threads", str(THREADS)]
SIZE += ["--log-level", "warning", "--workers-kill-timeout", "2"]
NGINX = """
daemon off; pid {folder}/nginx.pid; error_log /dev/null; worker_processes 2;
events {{ worker_connections 256; }}
http {{
  access_log off; default_type "text/html; charset=utf-8"; keepalive_requests 1000000;
  client_body_temp_path {folder}; proxy_temp_path {folder}; fastcgi_temp_path {folder};
  uwsgi_temp_path {folder}; scgi_temp_path {folder};
  server {{ listen 127.0.0.1:{port}; root {folder}; add_header Content-Encoding br; }}
}}
"""


@contextmanager
def nginx(folder: Path, page: bytes) -> Iterator[str | None]:
    """Its site with this page at «/page.html»; None where it is not installed (apt-get install nginx-light)."""
    if not (installed := shutil.which("nginx") or shutil.which("/usr/sbin/nginx")):
        yield None
        return
    folder.chmod(0o755)
    (folder / "page.html").write_bytes(page)
    (folder / "nginx.conf").write_text(NGINX.format(folder=folder, port=NGINX_PORT))
    with program([installed, "-c", str(folder / "nginx.conf")], NGINX_PORT):
        yield f"http://127.0.0.1:{NGINX_PORT}"


@contextmanager
def datasette(folder: Path, rows: Sequence[tuple[int, str, str]]) -> Iterator[str | None]:
    """Its site with a table of these services at «/data/services/KEY»; None where it is not on the path."""
    if not (installed := shutil.which("datasette")):
        yield None
        return
    with sqlite3.connect(folder / "data.db") as table:
        table.execute("CREATE TABLE services (id INTEGER PRIMARY KEY, title TEXT, description TEXT)")
        table.executemany("INSERT INTO services VALUES (?, ?, ?)", rows)
    with program([installed, "serve", "-p", str(DATASETTE_PORT), str(folder / "data.db")], DATASETTE_PORT):
        yield f"http://127.0.0.1:{DATASETTE_PORT}"


@contextmanager
def bare(folder: Path, page: bytes) -> Iterator[str]:
    """The server of our own pages with an application that does nothing: what it costs whatever stands behind it."""
    (folder / "page.html").write_bytes(page)
    granian = Path(sys.executable).with_name("granian")
    command = [granian, *SIZE, "--port", str(BARE_PORT), "--working-dir", str(HERE), "bare:application"]
    with program(command, BARE_PORT, env={**os.environ, "BARE_PAGE": str(folder / "page.html")}):
        yield f"http://127.0.0.1:{BARE_PORT}"


@contextmanager
def wagtail(folder: Path, rows: Sequence[tuple[int, str, str]]) -> Iterator[str | None]:
    """Its site with a page of each of these services at «/KEY/», served as ours; None where it is not on the path."""
    if not (installed := shutil.which("wagtail")):
        yield None
        return
    (folder / "rows.json").write_text(json.dumps(rows))
    known = {"DJANGO_SETTINGS_MODULE": "wagtail_site.settings", "WAGTAIL_FOLDER": str(folder)}
    known["PYTHONPATH"] = f"{HERE}:{folder}"  # its migrations are written into the folder
    (folder / "wagtail_migrations").mkdir()
    (folder / "wagtail_migrations/__init__.py").touch()
    tables = ["django", "makemigrations", "wagtail_site"], ["django", "migrate"]
    for task in (*tables, ["wagtail_site.fill", str(folder / "rows.json")]):
        command = [Path(installed).with_name("python"), "-m", *task]
        subprocess.run(command, env={**os.environ, **known}, check=True, stdout=subprocess.DEVNULL)
    serve = [Path(installed).with_name("granian"), *SIZE, "--port", str(WAGTAIL_PORT), "wagtail_site.wsgi:application"]
    with program(serve, WAGTAIL_PORT, env={**os.environ, **known}):
        yield f"http://127.0.0.1:{WAGTAIL_PORT}"
