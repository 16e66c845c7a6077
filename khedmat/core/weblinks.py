"""What is an address of the web: a form may hold anything, a link may not. Pure."""

from urllib.parse import urlsplit


def weblink(text: str | None) -> str:
    """The address where it is one of http or https with a host, else nothing."""
    try:
        parts = urlsplit((text or "").strip())
    except ValueError:
        return ""
    return parts.geturl() if parts.scheme in ("http", "https") and parts.hostname else ""
