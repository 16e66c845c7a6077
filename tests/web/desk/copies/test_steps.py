"""The steps of a copy on its pages: offered to whose turn it is, explained to everybody else who may look."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from khedmat.cards.models import LocalCopy
from tests.factories.copies import copy_of, new_template, province

pytestmark = pytest.mark.django_db
OFFERED = {
    ("draft", "kerman author"): ["submit", "discard"],
    ("submitted", "kerman approver"): ["approve", "return"],
    ("approved", "approver"): ["publish", "return"],
    ("approved", "publisher"): ["publish", "return"],
}
WHOSE = {
    "submit": "کار نویسندگان «دفتر کرمان»",
    "discard": "کار نویسندگان «دفتر کرمان»",
    "approve": "کار تأییدکنندگان «دفتر کرمان»",
    "publish": "کار تأییدکنندگان «سازمان ملی»",
    "return": "کسی است که گام بعد با اوست",
}


def people_of(world):
    named = {f"kerman {role}": getattr(world.kerman, role) for role in ("author", "approver", "reader")}
    return named | {role: getattr(world, role) for role in ("author", "approver", "reader", "publisher", "reviewer")}


def offered(client, copy):
    """The steps that the page of a copy leads to."""
    tree = LexborHTMLParser(client.get(f"/desk/copies/{copy.pk}/").content.decode())
    links = [node.attributes["href"].split("/")[-2] for node in tree.css("header .button[href^='/desk/copies/']")]
    return [name for name in links if name in WHOSE]


@pytest.mark.parametrize("stage", ["draft", "submitted", "approved", "published"])
def test_each_person_is_offered_their_own_steps(world, client_for, stage):
    copy = copy_of(world, stage)

    for name, user in people_of(world).items():
        if stage != "draft" or name not in ("publisher", "reviewer"):
            assert offered(client_for(user), copy) == OFFERED.get((stage, name), []), name


@pytest.mark.parametrize("step", list(WHOSE))
def test_whoever_may_not_take_a_step_reads_who_may_before_and_after_pressing(world, client_for, step):
    copy = copy_of(world, {"approve": "submitted", "return": "submitted", "publish": "approved"}.get(step, "draft"))
    reader = client_for(world.reader)
    address = f"/desk/copies/{copy.pk}/{step}/"

    assert WHOSE[step] in reader.get(address).content.decode()
    assert WHOSE[step] in reader.post(address, {"reason": "چون"}).content.decode()
    assert LocalCopy.objects.get().stage == copy.stage


def test_a_discarded_draft_leaves_the_published_copy_and_may_be_begun_again(world, client_for):
    copy_of(world, "published")
    draft = copy_of(world, "draft", visits={"card.visits.count": 4})
    author = client_for(world.kerman.author)

    author.post(f"/desk/copies/{draft.pk}/discard/")
    again = author.post("/desk/copies/begin/", {"service": world.service.pk, "office": world.kerman.office.pk})

    assert sorted(LocalCopy.objects.values_list("stage", flat=True)) == ["discarded", "draft", "published"]
    assert set(LocalCopy.objects.get(pk=again.url.split("/")[-2]).overrides) == {"average_duration"}


def test_a_copy_whose_template_changed_is_led_to_the_comparison_first(world, client_for):
    copy = copy_of(world)
    new_template(world, visits={"count": 5})
    page = client_for(world.kerman.author).get(f"/desk/copies/{copy.pk}/").content.decode()

    assert "الگوی ملی تغییر کرده است (R02)" in page
    assert f'href="/desk/copies/{copy.pk}/compare/"' in page


def test_services_that_have_a_copy_are_not_offered_again_but_to_other_provinces(world, client_for):
    copy_of(world)
    yazd = province(world.owner, "یزد", "21")

    assert "صدور گواهی" not in client_for(world.kerman.author).get("/desk/copies/new/").content.decode()
    assert "صدور گواهی" in client_for(yazd.author).get("/desk/copies/new/").content.decode()
    assert "صدور گواهی" in client_for(yazd.author).get("/desk/copies/new/?q=گواهی").content.decode()
    assert "صدور گواهی" not in client_for(yazd.author).get("/desk/copies/new/?q=زرافه").content.decode()
