"""What an empty or ill-formed box is told, in any form that has no words of its own."""

import pytest
from django import forms

from khedmat.web.empty_boxes import NO_ADDRESS, REQUIRED


class AnyForm(forms.Form):
    name = forms.CharField()
    day = forms.DateField()
    address = forms.EmailField(required=False)


@pytest.mark.parametrize("address", ["no address", "a@b"])
def test_boxes_are_refused_in_sentences_of_our_own(address):
    form = AnyForm({"address": address})

    assert form.errors["name"] == form.errors["day"] == [REQUIRED]
    assert form.errors["address"] == [NO_ADDRESS]
