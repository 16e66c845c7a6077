"""Pages kept before Django: what is given again, to whom, and when not."""

from types import SimpleNamespace

import pytest

from khedmat.core.keeping import HAD, MADE_OF, REPEATED
from khedmat.site import kept_pages
from khedmat.site.kept_pages import LARGEST, MOST_BYTES, WHILE_MADE, KeptPages

KEPT = ("Cache-Control", "public, max-age=0, s-maxage=10")


class Server:
    """An application that says a new page each time, and the pages kept before it."""

    def __init__(self, *headers, status="200 OK", body=None):
        self.headers, self.status, self.body, self.asked, self.heard, self.closed = headers, status, body, 0, 1, 0
        self.pages = KeptPages(self.answer, lambda: self.heard)

    def answer(self, environ, start):
        self.asked += 1
        self.repeated = environ.get(REPEATED)
        body = self.body or f"page {self.asked} {environ.get('HTTP_ACCEPT_ENCODING', '')}".encode()
        start(self.status, [*self.headers, ("Content-Length", str(len(body)))])
        return Body([body], self)

    def get(self, path="/", query="", method="GET", **asked):
        said = SimpleNamespace()

        def start(status, headers):
            said.status, said.headers = status, dict(headers)

        environ = {"REQUEST_METHOD": method, "PATH_INFO": path, "QUERY_STRING": query, "HTTP_HOST": "h"}
        said.body = b"".join(self.pages(environ | asked, start))
        return said


class Body(list):
    def __init__(self, parts, server):
        super().__init__(parts)
        self.server = server

    def close(self):
        self.server.closed += 1


@pytest.fixture
def clock(monkeypatch):
    now = SimpleNamespace(at=100.0)
    monkeypatch.setattr(kept_pages.time, "monotonic", lambda: now.at)
    return now


def test_a_page_is_made_once_and_given_again_with_its_age(clock):
    server = Server(KEPT)
    first = server.get()
    clock.at += 4.2
    again = server.get()

    assert first.body == again.body
    assert again.headers["Age"] == "4"
    assert server.asked == 1
    assert server.closed == 1


@pytest.mark.parametrize("end", ["time", "publication"])
def test_who_counts_hears_how_often_the_last_answer_was_given_again(end, clock):
    server = Server(KEPT)
    heard = []
    for times in (0, 3, 1):
        server.get(query="q=1")
        heard.append(server.repeated)
        for _again in range(times):
            server.get(query="q=1")
        server.get(query="q=2")
        clock.at += 10 * (end == "time")
        server.heard += end == "publication"
    server.get(query="q=1")

    assert [*heard, server.repeated] == [None, 0, 3, 1]


def test_what_was_heard_is_not_heard_again_where_the_new_answer_is_not_kept(clock):
    server = Server(KEPT)
    heard = []
    for status in ("200 OK", "200 OK", "302 Found", "302 Found"):
        server.status = status
        server.get()
        heard.append(server.repeated)
        clock.at += 10 * (len(heard) > 1)

    assert heard == [None, None, 1, 0]


def test_nobody_tells_from_outside_how_often(clock):
    server = Server(KEPT)
    server.get(HTTP_KHEDMAT_REPEATED="7")

    assert server.repeated is None


def test_it_is_made_anew_after_its_seconds(clock):
    server = Server(KEPT)
    server.get()
    clock.at += 10

    assert server.get().body == b"page 2 "


def test_it_is_made_anew_after_a_publication(clock):
    server = Server(KEPT)
    server.get()
    server.heard += 1

    assert server.get().body == b"page 2 "


def test_a_page_made_while_a_publication_came_is_not_kept(clock):
    server = Server(KEPT)
    made = server.pages.application

    def slow(environ, start):
        answer = made(environ, start)
        server.heard += 1
        return answer

    server.pages.application = slow
    server.get()
    server.pages.application = made

    assert server.get().body == b"page 2 "


def while_made(server, clock, after, *, times=1):
    """What others are given who ask so long after the first, while the first still waits for the page."""
    made, others = server.pages.application, []

    def slow(environ, start):
        server.pages.application = made
        for _each in range(times):
            clock.at += after
            others.append(server.get())
        return made(environ, start)

    server.pages.application = slow
    server.get()
    return others


@pytest.mark.parametrize("end", ["time", "publication"])
def test_while_one_waits_for_the_page_made_anew_others_are_given_the_old_one(end, clock):
    server = Server(KEPT)
    server.get()
    clock.at += 10 * (end == "time")
    server.heard += end == "publication"
    given = [one.body for one in while_made(server, clock, 0.2, times=2)]

    assert given == [b"page 1 ", b"page 1 "]
    assert server.get().body == b"page 2 "


def test_who_was_given_the_old_one_meanwhile_is_counted(clock):
    server = Server(KEPT)
    server.get()
    clock.at += 10
    while_made(server, clock, 0.1, times=3)
    clock.at += 10
    server.get()

    assert server.repeated == 3


def test_a_page_that_is_made_slowly_is_given_old_for_a_moment_only(clock):
    server = Server(KEPT)
    server.get()
    server.heard += 1

    assert [one.body for one in while_made(server, clock, WHILE_MADE)] == [b"page 2 "]


@pytest.mark.parametrize("status", ["410 Gone", "302 Found"])
def test_what_is_there_no_more_is_given_to_nobody_again(status, clock):
    server = Server(KEPT)
    server.get()
    server.heard, server.status = 2, status
    server.get()
    clock.at += 0.1

    assert server.get().status == status


def test_nothing_is_kept_while_nobody_listens(clock):
    server = Server(KEPT)
    server.get()
    server.heard = None

    assert server.get().body == b"page 2 "
    server.heard = 1
    assert server.get().body == b"page 1 "


def test_a_browser_that_has_the_page_is_told_so(clock):
    server = Server(KEPT)
    etag = server.get().headers["ETag"]
    told = server.get(HTTP_IF_NONE_MATCH=f'"other", {etag}')

    assert told.status.startswith("304")
    assert told.body == b""
    assert "Content-Length" not in told.headers
    assert told.headers["ETag"] == etag


def test_a_weak_name_is_the_same_page(clock):
    server = Server(KEPT, ("ETag", 'W/"a"'))

    assert server.get(HTTP_IF_NONE_MATCH='"a"').status.startswith("304")


def test_who_has_another_page_gets_this_one(clock):
    assert Server(KEPT).get(HTTP_IF_NONE_MATCH='"other"').status == "200 OK"


@pytest.mark.parametrize(
    "asked",
    [
        {"method": "POST"},
        {"method": "HEAD"},
        {"HTTP_COOKIE": "csrftoken=a; sessionid=b"},
        {"HTTP_AUTHORIZATION": "Bearer a"},
        {"HTTP_RANGE": "bytes=0-1"},
        {"query": "q=" + "ا" * 600},
    ],
)
def test_what_is_asked_by_somebody_or_is_no_plain_reading_goes_past(asked, clock):
    server = Server(KEPT)
    server.get(**{key: value for key, value in asked.items() if key == "query"})
    server.get(**asked)
    server.get(**asked)

    assert server.asked == 3


@pytest.mark.parametrize(
    "headers",
    [
        (),
        (("Cache-Control", "public, max-age=315360000, immutable"),),
        (("Cache-Control", "private"),),
        (KEPT, ("Set-Cookie", "csrftoken=a")),
        (KEPT, ("Vary", "Accept-Encoding, Cookie")),
        (KEPT, ("Vary", "*")),
    ],
)
def test_what_does_not_say_it_may_be_kept_is_not(headers, clock):
    server = Server(*headers)

    assert [server.get().body for _ in range(2)] == [b"page 1 ", b"page 2 "]


@pytest.mark.parametrize("status", ["404 Not Found", "302 Found", "500 Internal Server Error", "410 Gone"])
def test_only_what_is_there_is_kept(status, clock):
    server = Server(KEPT, status=status)
    server.get()

    assert server.get().body == b"page 2 "


def test_a_very_large_answer_is_not_kept(clock):
    server = Server(KEPT, body=b"a" * (LARGEST + 1))
    server.get()
    server.get()

    assert server.asked == 2


@pytest.mark.parametrize(
    ("accepted", "way"),
    [("gzip, deflate, br, zstd", b"br"), ("gzip", b"gzip"), ("br;q=0, gzip", b"gzip"), ("", b""), ("identity", b"")],
)
def test_browsers_are_told_apart_by_three_ways_of_squeezing(accepted, way, clock):
    server = Server(KEPT, ("Vary", "Accept-Encoding"))

    assert server.get(HTTP_ACCEPT_ENCODING=accepted).body == b"page 1 " + way


def test_a_list_of_ways_without_end_is_read_no_further(clock):
    server = Server(KEPT, ("Vary", "Accept-Encoding"))

    assert server.get(HTTP_ACCEPT_ENCODING="a, " * 5_000 + "br").body == b"page 1 "


def test_each_way_is_kept_for_itself(clock):
    server = Server(KEPT, ("Vary", "Accept-Encoding"))
    bodies = [server.get(HTTP_ACCEPT_ENCODING=way).body for way in ("br", "gzip", "br, x", "gzip, y")]

    assert bodies == [b"page 1 br", b"page 2 gzip", b"page 1 br", b"page 2 gzip"]


def test_a_negotiated_page_is_kept_for_each_kind_asked(clock):
    server = Server(KEPT, ("Vary", "Accept, HX-Request"))
    one, other = server.get(HTTP_ACCEPT="text/html"), server.get(HTTP_ACCEPT="text/turtle")
    part = server.get(HTTP_ACCEPT="text/html", HTTP_HX_REQUEST="true")

    assert len({one.body, other.body, part.body}) == 3
    assert server.get(HTTP_ACCEPT="text/turtle").body == other.body


def test_addresses_with_other_words_and_hosts_are_other_pages(clock):
    server = Server(KEPT)
    server.get("/a", "q=1")
    server.get("/a", "q=2")
    server.get("/a", "q=1", HTTP_HOST="other")

    assert server.asked == 3


def test_what_came_unsealed_through_a_proxy_never_gets_the_page_of_what_came_sealed(clock):
    server = Server(KEPT)
    server.get(HTTP_X_FORWARDED_PROTO="https")
    server.get(HTTP_X_FORWARDED_PROTO="http")

    assert server.asked == 2


def test_what_varies_by_address_is_remembered_of_so_many_only(clock, monkeypatch):
    monkeypatch.setattr(kept_pages, "MOST_ADDRESSES", 10)
    server = Server(KEPT, ("Vary", "Accept"))
    for number in range(25):
        server.get(f"/{number}", HTTP_ACCEPT="text/html")

    assert len(server.pages.varying) == 5
    assert server.get("/24", HTTP_ACCEPT="text/html").body == b"page 25 "


def test_any_number_of_addresses_stays_within_the_bound(clock):
    server = Server(KEPT, body=b"a" * 400_000)
    for number in range(100):
        server.get(f"/{number}")

    assert server.pages.pages.currsize <= MOST_BYTES
    assert len(server.pages.pages) < 100
    server.get("/99")
    assert server.asked == 100


class Comparing(Server):
    """Says only that its page is the same when it is made of the same as the one that is kept."""

    made_of = "this"

    def answer(self, environ, start):
        environ[MADE_OF] = self.made_of
        if environ.get(HAD) != self.made_of:
            return super().answer(environ, start)
        self.asked += 1
        start("304 Not Modified", [KEPT])
        return Body([], self)


def test_a_page_that_is_made_of_the_same_after_a_publication_is_given_as_new(clock):
    server = Comparing(KEPT)
    first = server.get()
    clock.at += 9
    server.heard += 1
    again = server.get()
    clock.at += 9
    later = server.get()

    assert [one.status for one in (first, again, later)] == ["200 OK"] * 3
    assert first.body == again.body == later.body == b"page 1 "
    assert (again.headers["Age"], later.headers["Age"], server.asked, server.closed) == ("0", "9", 2, 2)


def test_a_page_that_is_made_of_something_else_is_another(clock):
    server = Comparing(KEPT)
    server.get()
    server.heard, server.made_of = 2, "that"

    assert [server.get().body, server.get().body, server.asked] == [b"page 2 ", b"page 2 ", 2]


def test_the_same_page_is_old_again_with_the_next_publication(clock):
    server = Comparing(KEPT)
    for server.heard in (1, 2, 3):
        server.get()

    assert server.asked == 3


def test_who_has_the_page_hears_that_it_is_the_same(clock):
    server = Comparing(KEPT)
    had = server.get().headers["ETag"]
    server.heard += 1
    again = server.get(HTTP_IF_NONE_MATCH=had)

    assert (again.status, again.body) == ("304 Not Modified", b"")


def test_what_an_application_says_to_a_browser_is_no_word_about_the_kept_page(clock):
    server = Server(KEPT)
    server.get()
    server.heard, server.status, server.body = 2, "304 Not Modified", b" "

    assert server.get(HTTP_IF_NONE_MATCH="x").status == "304 Not Modified"
