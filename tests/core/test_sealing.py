"""What is sealed opens for its purpose and under its key alone."""

import pytest

from khedmat.core.sealing import seal, unseal


def test_a_seal_is_never_the_same_and_opens_for_its_purpose():
    one, other = seal("راز", purpose="a"), seal("راز", purpose="a")

    assert one != other
    assert "راز" not in one
    assert (unseal(one, purpose="a"), unseal(other, purpose="a"), unseal(one, purpose="b")) == ("راز", "راز", None)


@pytest.mark.parametrize("sealed", ["", "x", "راز"])
def test_what_is_no_seal_opens_to_nothing(sealed):
    assert unseal(sealed, purpose="a") is None


def test_under_another_key_of_the_installation_it_stays_shut(settings):
    sealed = seal("راز", purpose="a")
    settings.SECRET_KEY = "another"

    assert unseal(sealed, purpose="a") is None
