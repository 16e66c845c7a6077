"""A form may hold anything where an address belongs; only an address of the web is a link."""

import pytest

from khedmat.core.weblinks import weblink


@pytest.mark.parametrize("address", ["https://a.ir", "http://a.ir/x?y=1#z", "HTTPS://a.ir/"])
def test_an_address_of_the_web_is_a_link(address):
    assert weblink(f"  {address} ").lower() == address.lower()


@pytest.mark.parametrize("text", [None, "", "a.ir", "javascript:alert(1)", "ftp://a.ir", "https://", "http://[", "؟"])
def test_anything_else_is_none(text):
    assert weblink(text) == ""
