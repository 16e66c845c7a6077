"""A page that a browser saved as one file (MHTML): the page itself, taken out of its envelope."""

import binascii
import re
from typing import NamedTuple

from khedmat.core.sequences import first_where

_HEAD_WITHIN = 4000  # bytes
_HEADER = re.compile(rb"\s*[A-Za-z][A-Za-z0-9-]*:")
_MANY_PARTS = re.compile(rb"^content-type:\s*multipart/(?:related|alternative|mixed)", re.I | re.M)
_BOUNDARY = re.compile(rb"boundary\s*=\s*(?:\"([^\"\r\n]{1,200})\"|([^\s;]{1,200}))", re.I)
_PAGE = re.compile(rb"^content-type:\s*text/html", re.I | re.M)
_PACKED = re.compile(rb"^content-transfer-encoding:\s*([\w-]+)", re.I | re.M)
_EMPTY_LINE = re.compile(rb"\r?\n\r?\n")


class _Part(NamedTuple):
    head: bytes
    body: bytes


def page_in(data: bytes) -> bytes | None:
    """The first page of the envelope; None for what is none."""
    boundary = _boundary(data[:_HEAD_WITHIN])
    parts = map(_part, data.split(b"--" + boundary)[1:] if boundary else ())
    page = first_where(_is_page, parts)
    return _unpacked(page) if page else None


def _boundary(head: bytes) -> bytes:
    """What parts its contents; nothing where it is no envelope."""
    found = _BOUNDARY.search(head) if _HEADER.match(head) and _MANY_PARTS.search(head) else None
    return (found[1] or found[2]) if found else b""


def _is_page(part: _Part) -> bool:
    return _PAGE.search(part.head) is not None


def _part(written: bytes) -> _Part:
    head, *body = _EMPTY_LINE.split(written, maxsplit=1)
    return _Part(head, b"".join(body))


def _unpacked(part: _Part) -> bytes:
    how = _PACKED.search(part.head)
    kind = how[1].lower() if how else b""
    if kind == b"quoted-printable":
        return binascii.a2b_qp(part.body)
    return _from_base64(part.body) if kind == b"base64" else part.body


def _from_base64(body: bytes) -> bytes:
    try:
        return binascii.a2b_base64(body)
    except binascii.Error:
        return body
