"""The plan of an upload: what would become of each document, why, and carrying it out."""

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob

from khedmat.cards.actions import Asked, edit_draft
from khedmat.cards.models import ServiceVersion
from khedmat.importing.models import Intake
from khedmat.importing.tasks import carry_out_upload
from tests.factories.cards import NOW
from tests.importing.paper import card_text

pytestmark = pytest.mark.django_db


def address(upload):
    return f"/desk/import/{upload.pk}/"


def several(number):
    numbered = [(f"خدمت {place}", f"100310930{place:02}") for place in range(number)]
    return "\n".join(card_text(title=title, code=code) for title, code in numbered)


@pytest.fixture
def author(client_for, office):
    return client_for(office.author)


def shown(client, upload):
    return client.get(address(upload)).content.decode()


def test_each_document_says_what_becomes_of_it_and_what_the_rules_would_find(author, bring):
    page = shown(author, bring(several(2)))

    assert page.count("افزودن") == 2
    assert "۲ پیش‌نویس را بنویس" in page
    assert "مانع" in page


def test_carrying_out_writes_the_drafts_and_the_plan_says_so(author, bring):
    upload = bring(several(2))

    response = author.post(address(upload), follow=True)

    page = response.content.decode()
    assert "۲ پیش‌نویس نوشته شد" in page
    assert page.count("بی‌تغییر") == 2
    assert all(f"/desk/versions/{version.pk}/" in page for version in ServiceVersion.objects.all())


def test_the_one_draft_that_comes_of_it_opens(author, bring):
    response = author.post(address(bring()))

    assert response["Location"] == f"/desk/versions/{ServiceVersion.objects.get().pk}/edit/identity/?source=1"


def test_pressing_twice_writes_once(author, bring):
    upload = bring()

    author.post(address(upload))
    again = author.post(address(upload), follow=True)

    assert "چیزی برای نوشتن نمانده" in again.content.decode()
    assert ServiceVersion.objects.count() == 1


def test_a_draft_that_a_person_edited_is_kept_and_can_be_laid_beside_the_file(author, bring, office):
    author.post(address(bring()))
    version = ServiceVersion.objects.get()
    edit_draft(version, Asked({"card.audience": "صنف‌ها"}), seen=0, by=office.author, at=NOW)
    newer = bring(card_text(audience="همگان"), "newer.txt")

    page = shown(author, newer)

    assert "نوشتهٔ همکاران پاک نمی‌شود" in page
    assert f"/desk/versions/{version.pk}/compare/{newer.pk}/0/" in page


def test_a_newer_file_of_an_untouched_draft_names_the_boxes_that_would_change(author, bring):
    author.post(address(bring()))

    page = shown(author, bring(card_text(audience="همگان"), "newer.txt"))

    assert "به جای پیش‌نویس ۱ می‌نشیند" in page
    assert "خانه‌های دیگرگون: نوع مخاطبین" in page


def test_many_cards_are_carried_out_by_the_queue_and_the_page_tells_how_far_it_is(author, bring, office):
    upload = bring(several(30))

    author.post(address(upload))
    author.post(address(upload))
    waiting = author.get(address(upload))

    job = ProcrastinateJob.objects.get(task_name=carry_out_upload.name)
    assert job.args | {"at": ""} == {"upload": upload.pk, "by": office.author.pk, "total": 30, "at": ""}
    assert waiting["Refresh"] == "3"
    assert "۰ از ۳۰" in waiting.content.decode()
    assert not ServiceVersion.objects.exists()


def test_the_page_counts_what_the_queue_wrote(author, bring):
    upload = bring(several(30))
    author.post(address(upload))
    job = ProcrastinateJob.objects.get(task_name=carry_out_upload.name)

    carry_out_upload(**job.args)

    assert Intake.objects.count() == 30
    assert "۳۰ از ۳۰" in shown(author, upload)


def test_a_file_that_the_store_has_lost_is_told_and_nothing_breaks(author, bring):
    upload = bring()
    upload.file.content.storage.delete(upload.file.content.name)

    responses = author.get(address(upload)), author.post(address(upload))

    assert [response.status_code for response in responses] == [200, 200]
    assert "دوباره بیاورید" in responses[0].content.decode()


def test_a_colleague_who_only_reads_sees_why_nothing_can_be_written(client_for, office, bring):
    upload, reader = bring(), client_for(office.colleague)

    page, posted = shown(reader, upload), reader.post(address(upload), follow=True)

    assert "شما نویسندهٔ" in page
    assert "چیزی برای نوشتن نمانده" in posted.content.decode()
    assert not ServiceVersion.objects.exists()


@pytest.mark.parametrize("who", ["stranger", "publisher", "nobody"])
def test_nobody_else_finds_it_and_the_attempt_is_logged(client_for, office, bring, who, caplog):
    upload, client = bring(), client_for(getattr(office, who))

    answers = [client.get(address(upload)).status_code, client.post(address(upload)).status_code]

    assert answers == [404, 404]
    assert f"asked for upload {upload.pk} of another agency" in caplog.text
    assert not ServiceVersion.objects.exists()


def test_the_plan_is_behind_the_door(client, bring):
    assert "/account/login/" in client.get(address(bring()))["Location"]


def test_the_plan_asks_as_much_for_many_cards_as_for_few(author, bring, assert_same_cost):
    few, many = bring(several(2), "few.txt"), bring(several(9), "many.txt")
    shown = [few]

    assert_same_cost(lambda: author.get(address(shown[-1])), lambda: shown.append(many))
