"""Which lists are looked at, as whom, and what one look costs."""

import statistics
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from typing import NamedTuple
from urllib.parse import quote, urlsplit

from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from bench.country import SITE
from khedmat.accounts.models import User
from khedmat.cards.models import ServiceVersion
from khedmat.organizations.enums import Role
from khedmat.organizations.models import Membership

WARM = 5


class Page(NamedTuple):
    """An address and the role in which it is read; no role is anybody."""

    name: str
    address: str
    role: str = ""


class Cost(NamedTuple):
    """Milliseconds of one look."""

    median: float
    p99: float
    worst: float

    def __str__(self) -> str:
        return f"median {self.median:7.1f}   p99 {self.p99:7.1f}   worst {self.worst:7.1f} ms"


def _query(words: str) -> str:
    return quote(words)


PAGES = (
    Page("home", "/"),
    Page("services", "/services/"),
    Page("services, page 1,000", "/services/?page=1000"),
    Page("services, newest", "/services/?sort=new"),
    Page("services, by agency", "/services/?sort=agency"),
    Page("services, of a type", "/services/?type=G2B"),
    Page("search, two words", f"/search/?q={_query('صدور پروانه')}"),
    Page("search, nothing found", f"/search/?q={_query('ققنوس')}"),
    Page("agencies", "/agencies/"),
    Page("permits", "/permits/"),
    Page("board of the duty", "/duty/"),
    Page("desk of an author", "/desk/", Role.AUTHOR),
    Page("desk of an author, page 50", "/desk/?page=50", Role.AUTHOR),
    Page("desk of an approver", "/desk/", Role.APPROVER),
    Page("desk of a reviewer", "/desk/", Role.REVIEWER),
    Page("desk of a reviewer, page 80", "/desk/?page=80", Role.REVIEWER),
    Page("desk of a reviewer, searched", f"/desk/?q={_query('صدور')}", Role.REVIEWER),
    Page("desk of a reviewer, with a blocker", "/desk/?blocked=on", Role.REVIEWER),
    Page("desk of a publisher", "/desk/", Role.PUBLISHER),
    Page("inbox", "/desk/inbox/", Role.AUTHOR),
    Page("people", "/desk/people/", Role.AUTHOR),
    Page("titles", "/desk/titles/", Role.AUTHOR),
    Page("rounds of the duty", "/desk/duty/", Role.REVIEWER),
    Page("staff search", f"/desk/search/?q={_query('پروانه')}", Role.REVIEWER),
    Page("queue of a reviewer", "/desk/?queue=accept", Role.REVIEWER),
    Page("freshness", "/desk/fresh/", Role.AUTHOR),
    Page("broken addresses", "/desk/links/", Role.REVIEWER),
    Page("register of agencies", "/desk/organizations/", Role.REVIEWER),
    Page("rules", "/rules/"),
    Page("quality", "/quality/"),
    Page("documents", "/documents/"),
    Page("laws", "/laws/"),
)


def reader(page: Page) -> User | None:
    """Who reads it: for an agency's roles, of the agency that has the most cards."""
    if not page.role:
        return None
    owner = ServiceVersion.objects.order_by("pk").values_list("service__owner", flat=True).first()
    rows = Membership.objects.filter(role=page.role, ends_on=None)
    here = rows.filter(organization=owner) if page.role in (Role.AUTHOR, Role.APPROVER) else rows.reviewing()
    return User.objects.get(pk=here.values_list("user", flat=True).order_by("user").first())


def _client(page: Page) -> Client:
    client = Client(headers={"host": "localhost"})
    if user := reader(page):
        client.force_login(user)
    return client


def questions(page: Page) -> int:
    """To the database, of the second look: what is remembered by a process is remembered."""
    client = _client(page)
    client.get(page.address)
    with CaptureQueriesContext(connection) as asked:
        response = client.get(page.address)
    assert response.status_code == 200, (page, response.status_code)
    return len(asked)


def measured(page: Page, rounds: int, readers: int) -> Cost:
    """Over HTTP, so many readers at once, each with a connection that is kept."""
    cookies = _client(page).cookies
    session = cookies[settings.SESSION_COOKIE_NAME].value if page.role else "nobody"  # so that no kept page answers
    header = {"Cookie": f"{settings.SESSION_COOKIE_NAME}={session}"}
    with ThreadPoolExecutor(readers) as people:
        looks = people.map(lambda _: _looks(_getter(page.address, header), rounds // readers), range(readers))
        spent = sorted(ms for look in looks for ms in look)
    return Cost(statistics.median(spent), spent[int(len(spent) * 0.99) - 1], spent[-1])


def _looks(get: Callable[[], int], rounds: int) -> list[float]:
    spent = []
    for number in range(rounds + WARM):
        start = time.perf_counter()
        status = get()
        assert status == 200, status
        if number >= WARM:
            spent.append((time.perf_counter() - start) * 1000)
    return spent


def _getter(address: str, header: dict[str, str]) -> Callable[[], int]:
    here = HTTPConnection(urlsplit(SITE).netloc, timeout=60)

    def get() -> int:
        here.request("GET", address, headers=header)
        answer = here.getresponse()
        answer.read()
        return answer.status

    return get
