"""All pages of an agency as one file. The same state gives the same bytes, whoever asks and when."""

import hashlib
import io
import json
import zipfile
from collections.abc import Mapping
from datetime import UTC, datetime

from django.conf import settings

from khedmat.cards.models import ServiceVersion
from khedmat.embedding.assets import asset
from khedmat.embedding.kit.reading_me import READ_ME
from khedmat.embedding.kit.signing import own_key_id, public_pem, sign
from khedmat.embedding.kit.verifying import KEY, MANIFEST, SIGNATURE
from khedmat.embedding.listing import Entry, Listing
from khedmat.embedding.pages import CSS, Place, card_page, list_page

INDEX = "index.html"
LIST = Place(lambda entry: _file(entry), css=CSS)
CARD = Place(home=f"../{INDEX}", css=f"../{CSS}")
OLDEST = datetime(1980, 1, 1, tzinfo=UTC)  # that a ZIP can name


def _file(entry: Entry) -> str:
    return f"services/{entry.number}.html"


def pack(listing: Listing) -> bytes:
    """Two questions; the pages lead to each other, and to us for the whole card."""
    files = _pages(listing) | {CSS: asset(CSS), "README.txt": READ_ME}
    data = {name: text.encode() for name, text in sorted(files.items())}
    manifest = _manifest(listing, data)
    data |= {KEY: public_pem(), MANIFEST: manifest, SIGNATURE: sign(manifest)}
    return _zipped(data, listing.changed_at or OLDEST)


def _pages(listing: Listing) -> dict[str, str]:
    versions = ServiceVersion.objects.published().of_agency(listing.agency).select_related("service__owner")
    by_service = {version.service_id: version for version in versions}
    shown = [entry for entry in listing.entries() if entry.service in by_service]
    return {INDEX: list_page(listing, LIST)} | {
        _file(entry): card_page(by_service[entry.service], CARD) for entry in shown
    }


def _manifest(listing: Listing, data: Mapping[str, bytes]) -> bytes:
    """A file a line: `docs/domains/embedding.md` shows how to check it without us."""
    said = {
        "agency": listing.agency.code,
        "name": listing.agency.name,
        "source": settings.SITE_URL,
        "published_at": listing.changed_at.astimezone(UTC).isoformat() if listing.changed_at else None,
        "list": f"{listing.agency.code};{listing.count};{listing.sha256}",
        "services": [str(entry.mark) for entry in listing.entries()],
        "key": own_key_id(),
        "files": {name: hashlib.sha256(content).hexdigest() for name, content in data.items()},
    }
    return (json.dumps(said, ensure_ascii=False, indent=1) + "\n").encode()


def _zipped(data: Mapping[str, bytes], at: datetime) -> bytes:
    day = at.astimezone(UTC).timetuple()[:6]
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        for name, content in data.items():
            entry = zipfile.ZipInfo(name, day)
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content, zipfile.ZIP_DEFLATED, 6)
    return whole.getvalue()
