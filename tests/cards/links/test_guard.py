"""Whom this server never asks, however the address is dressed up."""

import pytest

from khedmat.cards.links.exchange import Private, resolved
from khedmat.cards.links.guard import is_public
from khedmat.cards.links.target import Malformed, next_hop, target

PUBLIC = ["8.8.8.8", "185.143.232.1", "2a00:1450:4001:81b::200e", "64:ff9b::808:808", "::ffff:8.8.8.8"]
INSIDE = [
    "127.0.0.1",
    "127.8.9.10",
    "0.0.0.0",
    "10.0.0.1",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "169.254.169.254",  # where clouds keep their keys
    "100.64.0.1",
    "192.0.2.1",
    "198.18.0.1",
    "224.0.0.1",
    "239.255.255.250",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "::ffff:169.254.169.254",
    "::ffff:a9fe:a9fe",
    "::127.0.0.1",
    "64:ff9b::7f00:1",
    "64:ff9b::a9fe:a9fe",
    "64:ff9b:1::1",
    "2002:7f00:1::",
    "2002:a00:1::1",
    "2001:0:4136:e378:8000:63bf:3fff:fdd2",
    "2001:db8::1",
    "fe80::1",
    "fe80::1%eth0",
    "fec0::1",
    "fc00::1",
    "fd00:ec2::254",
    "ff02::1",
    "localhost",
    "",
    "1.2.3",
]
MALFORMED = [
    "ftp://here.example.ir/",
    "file:///etc/passwd",
    "javascript:alert(1)",
    "gopher://here.example.ir:70/_x",
    "http://here.example.ir:8080/",
    "https://here.example.ir:80/",
    "http://here.example.ir:0/",
    "http://here.example.ir:99999/",
    "http://here.example.ir:x/",
    "http://user@here.example.ir/",
    "http://user:secret@here.example.ir/",
    "http://localhost/",
    "http://2130706433/",
    "http://[::1]/",
    "http://[fd00:ec2::254]/",
    "http://[broken/",
    "http://",
    "here.example.ir",
    "http://here .example.ir/",
    "http://here.example.ir\\@inside.example.ir/",
    "http://a..example.ir/",
    f"http://here.example.ir/{'x' * 2000}",
]


@pytest.mark.parametrize("address", PUBLIC)
def test_the_public_web_may_be_asked(address):
    assert is_public(address)


@pytest.mark.parametrize("address", INSIDE)
def test_no_machine_inside_is_asked(address):
    assert not is_public(address)


@pytest.mark.parametrize("address", MALFORMED)
def test_what_is_no_usual_address_of_the_web_is_not_taken_apart(address):
    with pytest.raises(Malformed):
        target(address)


@pytest.mark.parametrize(
    ("address", "taken"),
    [
        ("http://Here.Example.IR", "http://here.example.ir/"),
        ("https://here.example.ir:443/a?b=1#part", "https://here.example.ir/a?b=1"),
        ("http://here.example.ir./a", "http://here.example.ir/a"),
        ("http://here.example.ir/یک صفحه", "http://here.example.ir/%DB%8C%DA%A9%20%D8%B5%D9%81%D8%AD%D9%87"),
        ("http://here.example.ir/a%20b", "http://here.example.ir/a%20b"),
        ("http://خدمت.example.ir/", "http://xn--pgbs0dh.example.ir/"),
    ],
)
def test_an_address_is_asked_as_the_web_writes_it(address, taken):
    if "xn--" in taken:
        taken = f"http://{'خدمت.example.ir'.encode('idna').decode()}/"

    assert str(target(address)) == taken
    assert str(target(taken)) == taken


@pytest.mark.parametrize("path", ["/a\r\nHost: evil", "/a b\tc", "/\x00"])
def test_nothing_breaks_out_of_the_line_of_the_request(path):
    asked = target(f"http://here.example.ir{path}").path

    assert not [letter for letter in asked if letter.isspace() or not letter.isprintable()]


@pytest.mark.parametrize(
    ("location", "leads"),
    [
        ("/login", "https://here.example.ir/login"),
        ("other", "https://here.example.ir/a/other"),
        ("//there.example.ir/", "https://there.example.ir/"),
        ("http://there.example.ir/", "http://there.example.ir/"),
    ],
)
def test_a_redirect_leads_on_from_where_it_stands(location, leads):
    assert str(next_hop(target("https://here.example.ir/a/b"), location)) == leads


@pytest.mark.parametrize("location", ["http://127.0.0.1:22/", "ftp://here.example.ir/", "http://[/", "file:///x"])
def test_a_redirect_to_no_address_of_the_web_is_not_followed(location):
    with pytest.raises(Malformed):
        next_hop(target("https://here.example.ir/a"), location)


@pytest.mark.parametrize("found", [["8.8.8.8", "127.0.0.1"], ["10.0.0.1"], ["::ffff:192.168.1.1"], []])
def test_one_address_inside_spoils_the_name(names, found):
    names.known["here.example.ir"] = found

    with pytest.raises(Private):
        resolved("here.example.ir", 80, is_public)


def test_a_public_name_is_asked_at_its_first_address(names):
    names.known["here.example.ir"] = ["8.8.8.8", "8.8.4.4"]

    assert resolved("here.example.ir", 80, is_public) == "8.8.8.8"
