"""The style and the script that other sites load; their addresses never change."""

from functools import cache
from importlib.resources import files

TYPES = {"khedmat.css": "text/css; charset=utf-8", "khedmat.js": "text/javascript; charset=utf-8"}


@cache
def asset(name: str) -> str:
    return (files(__name__) / name).read_text("utf-8")
