"""What wrk says of a server: answers a second, and how long the slowest of a hundred waited."""

import re
import subprocess
import tempfile
from collections.abc import Sequence
from typing import NamedTuple

CONNECTIONS = 8
ASKED = "br"  # as a browser over HTTPS
SCRIPT = """
local paths = {{ {paths} }}
local at = 0
request = function()
  at = at % #paths + 1
  return wrk.format("GET", paths[at])
end
"""
RATE, P99 = re.compile(r"Requests/sec:\s+([\d.]+)"), re.compile(r"99%\s+([\d.]+)(us|ms|s)\b")
FAILED = re.compile(r"Non-2xx or 3xx responses: (\d+)|Socket errors: (.+)")
IN_MS = {"us": 0.001, "ms": 1.0, "s": 1000.0}


class Load(NamedTuple):
    """Answers a second and milliseconds of the ninety-ninth of a hundred."""

    rate: float
    p99: float

    def __str__(self) -> str:
        return f"{self.rate:9,.0f}/s   p99 {self.p99:7.1f} ms"


class Failed(Exception):
    """Some answers were errors: their rate says nothing."""


def read(said: str) -> Load:
    """Raises Failed when an answer was an error or none came."""
    rate, slow, failed = RATE.search(said), P99.search(said), FAILED.search(said)
    if failed or not (rate and slow) or not float(rate[1]):
        raise Failed(failed[0] if failed else said)
    return Load(float(rate[1]), float(slow[1]) * IN_MS[slow[2]])


def ask(site: str, paths: Sequence[str], seconds: int) -> Load:
    """These addresses in turn, over connections that are kept."""
    listed = ", ".join(f'"{path}"' for path in paths)
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as script:
        script.write(SCRIPT.format(paths=listed))
        script.flush()
        size = ["-t", "1", "-c", str(CONNECTIONS), "-d", f"{seconds}s", "--latency", "-s", script.name]
        command = ["wrk", *size, "-H", f"Accept-Encoding: {ASKED}", site]
        return read(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
