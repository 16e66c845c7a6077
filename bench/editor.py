"""Milliseconds of the server for one keystroke in the editor, and how they grow with rows.

Run: python bench/editor.py [FORM …]. A cluster of its own with full durability; a keystroke is the autosaved page.
"""

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

import django
from selectolax.lexbor import LexborHTMLParser

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))
FOLDER = tempfile.TemporaryDirectory()
Path(FOLDER.name).chmod(0o755)  # the database runs as somebody else
os.environ |= {"KHEDMAT_DATA": FOLDER.name, "DJANGO_SETTINGS_MODULE": "khedmat.site.settings"}
django.setup()

from django.core.management import call_command  # noqa: E402
from django.test import Client  # noqa: E402

from khedmat.cards.actions import create_draft  # noqa: E402
from khedmat.cards.form import Card, Document, ExternalInquiry, InternalSystem, Source  # noqa: E402
from khedmat.core import postgres  # noqa: E402
from khedmat.importing.readers.reading import read_path  # noqa: E402
from khedmat.site import env  # noqa: E402
from tests.factories.cards import NOW  # noqa: E402
from tests.factories.people import OrganizationFactory, person  # noqa: E402

SAMPLES = ROOT / "khedmat/site/samples/forms"
BUDGET_MS = 50.0
ROUNDS = 40
SIZES = (5, 20, 60)
TYPED_IN = {
    "identity": "card.title",
    "specification": "card.description",
    "details": "card.average_duration.text",
    "access": "card.system_name",
    "systems": "card.internal_systems-0-fields",
    "agencies": "card.external_inquiries-0-fields",
    "processes": "card.processes",
    "filler": "card.filled_by.unit",
    "permits": "permits-0-notes",
    "inquiries": "inquiries-0-notes",
}


def fields(page: bytes) -> dict[str, list[str]]:
    """What a browser would send of this page."""
    sent: dict[str, list[str]] = {}
    for one in LexborHTMLParser(page).css("#editor [name]"):
        kind, name = one.attributes.get("type") or "", one.attributes["name"] or ""
        if one.tag == "button" or (kind in ("checkbox", "radio") and "checked" not in one.attributes):
            continue
        chosen = one.css_first("option[selected]") if one.tag == "select" else one
        text = one.text() if one.tag == "textarea" else (chosen.attributes.get("value") if chosen else "")
        sent.setdefault(name, []).append(text or "")
    return sent


def hidden(page: bytes, name: str) -> str:
    """The value of a hidden field of an answer."""
    field = LexborHTMLParser(page).css_first(f"#{name}")
    assert field is not None
    return field.attributes["value"] or ""


def keystrokes(client: Client, address: str, name: str) -> list[tuple[float, float]]:
    """Milliseconds (of the clock, of this processor) of some savings of a page, one letter more each time."""
    typed, spent = fields(client.get(address).content), []
    text = typed.get(name, [""])[0]
    for number in range(ROUNDS):
        typed[name] = [f"{text} {'ا' * (number % 30 + 1)}", *typed.get(name, [])[1:]]
        start, busy = time.perf_counter(), time.process_time()
        answer = client.post(address, typed, headers={"X-Khedmat-Autosave": "1"})
        spent.append(((time.perf_counter() - start) * 1000, (time.process_time() - busy) * 1000))
        assert answer.status_code == 200, (address, answer.status_code, answer.content[:300])
        typed |= {name: [hidden(answer.content, name)] for name in ("revision", "seen")}
    return spent[3:]


def large(rows: int) -> Document:
    """A card with many different rows of every kind."""
    names = [f"بررسی مرحلهٔ {number}" for number in range(rows)]
    card = Card(
        title="صدور گواهینامه",
        documents=[f"گواهی شمارهٔ {number}" for number in range(rows)],
        laws=[f"قانون شمارهٔ {number}" for number in range(rows)],
        processes=names,
        diagram={"boxes": ["شروع", *names, "پایان"], "links": list(zip(names, names[1:], strict=False))},
        internal_systems=[InternalSystem(system=name, fields="شماره") for name in names],
        external_inquiries=[ExternalInquiry(agency="سازمان ثبت احوال کشور", fields=name) for name in names],
    )
    return Document(kind="service_card", card=card, source=Source(name="large", media_type="text/plain"))


def measure(name: str, document: Document) -> float:
    """The worst median of the pages of a card; one line each."""
    owner = OrganizationFactory(name=f"سازمان {name}")
    author, client, worst = person("author", owner), Client(headers={"host": "localhost"}), 0.0
    client.force_login(author)
    version = create_draft(document, owner=owner, by=author, at=NOW)
    for section, field in TYPED_IN.items():
        clock, busy = zip(*keystrokes(client, f"/desk/versions/{version.pk}/edit/{section}/", field), strict=True)
        median, p95 = statistics.median(clock), statistics.quantiles(clock, n=20)[-1]
        worst = max(worst, median)
        print(
            f"{name:24} {section:14} median {median:6.1f}   p95 {p95:6.1f}   processor {statistics.mean(busy):6.1f} ms"
        )
    return worst


def main() -> int:
    """Status 1 when the median of any page of a form costs more than the budget."""
    cluster = env.cluster()
    assert cluster is not None
    paths = [Path(path) for path in sys.argv[1:]] or sorted(SAMPLES.glob("*.txt"))[:2]
    with FOLDER, postgres.held(cluster):
        call_command("collectstatic", verbosity=0, interactive=False)
        call_command("migrate", verbosity=0)
        worst = max(measure(path.stem[:24], read_path(path)[0]) for path in paths)
        for rows in SIZES:
            measure(f"{rows} rows of each kind", large(rows))
    print(f"worst median of a form {worst:.1f} ms (budget {BUDGET_MS:.0f})")
    return int(worst > BUDGET_MS)


if __name__ == "__main__":
    sys.exit(main())
