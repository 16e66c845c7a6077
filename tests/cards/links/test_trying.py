"""What an address answers, asked of a server at home: words for every way in which it may go wrong."""

import socket

import pytest

from khedmat.cards.enums import LinkOutcome, LinkWhy
from khedmat.cards.links.exchange import Manners
from khedmat.cards.links.trying import BROKEN, MOST_HOPS, Seen, look

HERE = "http://here.example.ir"


def methods(server):
    return [method for method, _path, _headers in server.asked]


def test_a_page_that_answers_is_asked_by_head_alone(server, at_home):
    seen = look(f"{HERE}/page", at_home)

    assert (seen.outcome, seen.status) == (LinkOutcome.FINE, 200)
    assert seen.ms >= 0
    (method, path, headers) = server.asked[0]
    assert (method, path, headers["Host"]) == ("HEAD", "/page", "here.example.ir")
    assert headers["User-Agent"] == "tests"
    assert methods(server) == ["HEAD"]


@pytest.mark.parametrize(
    ("path", "why", "outcome"),
    [
        ("/404", LinkWhy.NOT_FOUND, LinkOutcome.BROKEN),
        ("/410", LinkWhy.GONE, LinkOutcome.BROKEN),
        ("/403", LinkWhy.REFUSED, LinkOutcome.DOUBTFUL),
        ("/401", LinkWhy.REFUSED, LinkOutcome.DOUBTFUL),
        ("/429", LinkWhy.REFUSED, LinkOutcome.DOUBTFUL),
        ("/500", LinkWhy.SERVER, LinkOutcome.DOUBTFUL),
        ("/503", LinkWhy.SERVER, LinkOutcome.DOUBTFUL),
        ("/204", LinkWhy.ANSWERED, LinkOutcome.FINE),
        ("/no-head/200", LinkWhy.ANSWERED, LinkOutcome.FINE),
        ("/no-head/404", LinkWhy.NOT_FOUND, LinkOutcome.BROKEN),
    ],
)
def test_only_a_page_that_is_not_there_is_an_error(server, at_home, path, why, outcome):
    seen = look(HERE + path, at_home)

    assert (seen.why, seen.outcome) == (why, outcome)
    assert methods(server)[0] == "HEAD"


def test_a_name_that_does_not_exist_is_an_error(at_home):
    seen = look("http://nowhere.example.ir/", at_home)

    assert (seen.why, seen.outcome, seen.status) == (LinkWhy.NO_NAME, LinkOutcome.BROKEN, None)


def test_a_resolver_that_is_ill_is_no_error_of_the_address(names, at_home):
    names.known["here.example.ir"] = socket.gaierror(socket.EAI_AGAIN, "try again")

    assert look(HERE, at_home).why == LinkWhy.RESOLVER


def test_redirects_are_followed_by_hand_hop_after_hop(server, at_home):
    seen = look(f"{HERE}/to?/to?/404", at_home)

    assert (seen.why, seen.status) == (LinkWhy.NOT_FOUND, 404)
    assert [path for _method, path, _headers in server.asked] == ["/to?/to?/404", "/to?/404", "/404", "/404"]


def test_a_circle_of_redirects_comes_to_an_end(server, at_home):
    seen = look(f"{HERE}/to?/to?{'/to?' * MOST_HOPS}/page", at_home)

    assert seen.why == LinkWhy.REDIRECTS
    assert len(server.asked) == MOST_HOPS + 1


@pytest.mark.parametrize("inside", ["10.0.0.1", "169.254.169.254", "::1"])
def test_a_redirect_into_the_house_is_not_followed(server, names, at_home, inside):
    names.known["inside.example.ir"] = [inside]

    seen = look(f"{HERE}/to?http://inside.example.ir/secret", at_home)

    assert seen.why == LinkWhy.PRIVATE
    assert len(server.asked) == 1


def test_by_the_usual_manners_the_server_at_home_is_never_asked(server, names):
    seen = look(HERE, Manners("tests", port=server.port))

    assert seen.why == LinkWhy.PRIVATE
    assert server.asked == []


def test_a_name_that_leads_elsewhere_the_second_time_is_resolved_only_once(server, names, at_home):
    """DNS rebinding: the address that was looked at is the one that is asked."""
    look(f"{HERE}/page", at_home)

    assert names.asked == ["here.example.ir"]


def test_a_server_that_sends_a_letter_at_a_time_is_left(server, at_home):
    seen = look(f"{HERE}/slow", at_home)

    assert seen.outcome == LinkOutcome.DOUBTFUL
    assert seen.ms < 5000


def test_nobody_at_the_port_and_no_answer_at_all_are_warnings(server, at_home):
    garbage = look(f"{HERE}/garbage", at_home)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        nobody = look(HERE, at_home._replace(port=free.getsockname()[1]))

    assert (garbage.why, nobody.why) == (LinkWhy.LINE, LinkWhy.LINE)


def test_plain_words_where_a_certificate_is_due_are_a_warning(server, at_home):
    assert look("https://here.example.ir/", at_home).why == LinkWhy.TLS


@pytest.mark.parametrize("address", ["ftp://here.example.ir/", "http://here.example.ir:8080/", "", "سلام"])
def test_what_is_no_address_is_not_asked(names, at_home, address):
    assert look(address, at_home).why == LinkWhy.MALFORMED
    assert names.asked == []


@pytest.mark.parametrize("why", LinkWhy)
def test_every_word_has_its_weight(why):
    outcome = Seen(why, None, 0).outcome

    assert (outcome == LinkOutcome.BROKEN) == (why in BROKEN)
    assert (outcome == LinkOutcome.FINE) == (why == LinkWhy.ANSWERED)
