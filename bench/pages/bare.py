"""An application that gives the same bytes to whoever asks whatever; run by the bare server beside ours."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

PAGE = Path(os.environ["BARE_PAGE"]).read_bytes()
HEADERS = [("Content-Type", "text/html; charset=utf-8"), ("Content-Encoding", "br"), ("Content-Length", str(len(PAGE)))]


def application(environ: dict[str, Any], start: Callable[..., Any]) -> list[bytes]:
    start("200 OK", HEADERS)
    return [PAGE]
