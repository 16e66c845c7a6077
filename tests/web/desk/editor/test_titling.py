"""The title of a card whose agency has a confirmed list: chosen from it, and nothing else is written."""

import pytest

from tests.factories.titles import titles_of
from tests.web.desk.editor.conftest import again, told


@pytest.fixture
def titles(office):
    return titles_of(office.owner)


def page(client_for, office, address):
    return told(client_for(office.author).get(address("identity")))


def test_without_a_confirmed_list_the_title_is_written(client_for, office, address, send):
    assert '<select id="f-card.title"' not in page(client_for, office, address)

    send("identity", {"card.title": "عنوانی به دلخواه"})

    assert again(office.draft).title == "عنوانی به دلخواه"


def test_the_titles_of_the_list_and_the_one_that_the_draft_bears_may_be_chosen(client_for, office, address, titles):
    before = page(client_for, office, address)

    assert '<label for="f-card.title">' in before
    assert "(در فهرست تأییدشده نیست)" in before
    assert all(one.title in before for one in titles.titles.all())


def test_a_title_of_the_list_is_written_as_it_stands_there(client_for, office, address, send, titles):
    send("identity", {"card.title": "صدور پروانه چاه"})

    assert again(office.draft).title == titles.titles.get(letters="صدورپروانهچاه").title
    assert "(در فهرست تأییدشده نیست)" not in page(client_for, office, address)


@pytest.mark.parametrize("autosave", [False, True])
def test_another_title_is_refused_in_words_and_the_other_boxes_are_kept(office, send, titles, autosave):
    typed = {"card.title": "فروش آب", "card.parent_agency": "وزارت نیرو"}

    answer = send("identity", typed, autosave=autosave)

    assert "«فروش آب» در فهرست تأییدشدهٔ" in told(answer)
    assert answer.status_code == (200 if autosave else 422)
    draft = again(office.draft)
    assert (draft.title, draft.card.parent_agency) == (office.draft.title, "وزارت نیرو")


def test_a_title_that_came_with_a_file_stays_until_another_is_chosen(office, send, titles):
    answer = send("identity", {"card.title": office.draft.title})

    assert answer.status_code == 302
    assert again(office.draft).title == office.draft.title
