"""Others beside ours: nginx with the bytes of our own page, Datasette with the rows of our own services."""

import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from bench.country import program

NGINX_PORT, DATASETTE_PORT = 8971, 8972
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
