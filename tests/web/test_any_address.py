"""Any address that the site could have, with anything in it: an answer or a refusal, never an error of ours."""

import os
from collections.abc import Iterator
from urllib.parse import quote

import pytest
from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.resolvers import RoutePattern
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.factories.cards import VersionFactory
from tests.factories.people import person

pytestmark = pytest.mark.django_db
CASES = int(os.environ.get("PAGE_CASES", "300"))  # a release asks for some thousands
ANSWERS = {200, 301, 302, 303, 304, 400, 401, 403, 404, 405, 406, 410, 414, 422, 429}
NAMES = ["q", "page", "sort", "agency", "type", "level", "event", "place", "who", "want", "kind", "format", "a"]
CODES = ["sample", "home", "birth", "csv"]
KNOWN = [*CODES, "1", "-1", "0", "9" * 20, "۱۲", "1e9", "null", "../", "%00", "%FF"]
any_text = st.text(max_size=40).map(lambda text: quote(text, safe="", errors="replace"))
words = st.one_of(st.sampled_from(KNOWN), any_text)
numbers = st.one_of(st.just("{service}"), st.integers(min_value=0, max_value=10**30).map(str))
slugs = st.sampled_from(CODES) | st.from_regex(r"[-a-zA-Z0-9_]{1,30}", fullmatch=True)
OF_KIND = {"int": numbers, "slug": slugs}


def patterns(resolver: URLResolver, before: tuple[str, ...] = ()) -> Iterator[str]:
    """Each route as it is written."""
    for one in resolver.url_patterns:
        if not isinstance(one.pattern, RoutePattern):
            continue
        route = (*before, str(one.pattern))
        if isinstance(one, URLResolver):
            yield from patterns(one, route)
        elif isinstance(one, URLPattern):
            yield "".join(route)


def addresses(route: str) -> st.SearchStrategy[str]:
    """The route with something in each of its places."""
    parts = [part.partition(">") for part in route.split("<")]
    filled = [st.just(parts[0][0])]
    for place, _end, rest in parts[1:]:
        kind = place.partition(":")[0] if ":" in place else "str"
        filled += [OF_KIND.get(kind, words), st.just(rest)]
    return st.tuples(*filled).map("".join)


ROUTES = sorted(set(patterns(get_resolver())))
queries = st.lists(st.tuples(st.sampled_from(NAMES), words), max_size=4).map(
    lambda said: "&".join(f"{name}={value}" for name, value in said)
)
asked = st.tuples(st.sampled_from(ROUTES).flatmap(addresses), queries)
HEADS = ({}, {"HX-Request": "true"}, {"Accept": "text/turtle"}, {"Accept": "*/*;q=x"}, {"If-None-Match": '"'})
heads = st.sampled_from(HEADS)


def test_every_route_is_asked():
    assert len(ROUTES) > 150
    assert "services/<int:pk>/" in ROUTES


@pytest.mark.parametrize("who", ["anybody", "author"])
@given(asked=asked, headers=heads)
@settings(max_examples=CASES, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_address_gets_an_answer(client_of, who, asked, headers):
    client, service = client_of[who]
    address, query = asked
    answer = client.get(f"/{address.replace('{service}', str(service))}?{query}", headers=headers)

    assert answer.status_code in ANSWERS, (address, query, headers)


@pytest.fixture
def client_of(client_for, client):
    version = VersionFactory(published=True, service__owner__code="sample")
    author = client_for(person("author", version.service.owner))
    return {"anybody": (client, version.service_id), "author": (author, version.service_id)}
