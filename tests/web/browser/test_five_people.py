"""One card from a file to everybody through five people; a province copies it; the card changes; the copy follows."""

from types import SimpleNamespace

import pytest
from playwright.sync_api import expect

from khedmat.cards.enums import Stage
from khedmat.cards.models import LocalCopy, ServiceVersion
from khedmat.organizations.actions import load_reference
from khedmat.organizations.models import Organization
from khedmat.site import samples
from tests.factories.people import centre, person

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
FORM = samples.HERE / "forms" / "national-card.html"
ID = "۱۰۰۳۱۰۹۳۰۰۰"
DURATION = "متوسط مدت زمان"


@pytest.fixture
def people(transactional_db):
    """The agency of the form, the centre, and the agency's office in Kerman; each with those who work there."""
    load_reference()
    agency = Organization.objects.get(code="sabteahval")
    office = Organization.objects.create(
        code="sabteahval-kerman", name="ثبت احوال استان کرمان", sort_key="ثبت", kind="provincial", parent=agency,
        scope="provincial", place=Organization.objects.get(code="plan-kerman").place,
    )  # fmt: skip
    return SimpleNamespace(
        author=person("author", agency),
        approver=person("approver", agency),
        reviewer=person("reviewer", centre()),
        second_reviewer=person("reviewer", centre()),
        publisher=person("publisher", centre()),
        keeper=person("author", office),
        head=person("approver", office),
    )


@pytest.fixture
def become(open_page, signed_in, tmp_path, settings):
    """`become(user, address)`: the browser, without JavaScript, is this person's and at that page."""
    settings.KHEDMAT_DATA = tmp_path
    page = open_page("about:blank", java_script_enabled=False)

    def became(user, address):
        signed_in(page, user)
        page.goto(address)
        return page

    return became


def pressed(page, name):
    page.get_by_role("button", name=name, exact=True).first.click()


def asked(page, name):
    """A step that is asked about first."""
    page.get_by_role("link", name=name, exact=True).first.click()
    pressed(page, name)
    expect(page.locator("[role=status]")).to_contain_text("انجام شد")


def carried(become, people, pk):
    """A draft through the hands of the agency and the centre to everybody."""
    desk = f"/desk/versions/{pk}/"
    pressed(become(people.author, desk), "فرستادن برای تأیید دستگاه")
    become(people.approver, desk).locator("header form button").first.click()
    become(people.reviewer, desk).locator("header form button").first.click()
    version = ServiceVersion.objects.get(pk=pk)
    assert version.stage == Stage.ACCEPTED
    if not version.service.code:
        identified(become, people, version)
    asked(become(people.publisher, desk), "انتشار")


def identified(become, people, version):
    page = become(people.second_reviewer, f"/desk/services/{version.service_id}/give-id/")
    page.locator(".divisions summary").first.click()
    page.locator(".divisions [name=function]").first.check()
    page.fill("#parent", "")
    pressed(page, "دیدن شماره")
    page.fill("#why", "ثبت وقایع حیاتی خدمت عمومی دولت است.")
    pressed(page, "همین شناسه را بده")
    version.service.refresh_from_db()
    assert version.service.code


def copied(become, people, pk):
    """A draft of the province through the hands of its office to everybody."""
    desk = f"/desk/copies/{pk}/"
    asked(become(people.keeper, desk), "ارسال برای تأیید")
    asked(become(people.head, desk), "تأیید استان")
    asked(become(people.publisher, desk), "انتشار")


def test_one_card_through_five_people_to_a_province_and_after_a_change_the_copy_follows(become, people, tmp_path):
    page = become(people.author, "/desk/import/")
    page.set_input_files("[name=files]", without_id(tmp_path))
    pressed(page, "بیاور و بخوان")
    page.wait_for_url("**/edit/**")
    first = ServiceVersion.objects.latest("pk")
    carried(become, people, first.pk)
    hands = {change.by for change in first.stage_changes.all()} | {people.second_reviewer}
    assert len(hands) == 5

    page = become(people.keeper, "/desk/copies/new/")
    page.get_by_role("button", name="نسخهٔ استان را آغاز کن").click()
    write_duration(page, "7")
    copied(become, people, LocalCopy.objects.get().pk)
    local = f"/services/{first.service_id}/in/08/"
    expect(become(people.keeper, local).locator(".answers")).to_contain_text("۷ روز")

    page = become(people.author, f"/desk/versions/{first.pk}/")
    pressed(page, "پیش‌نویس تازه")
    second = first.service.versions.get(stage=Stage.DRAFT)
    page.goto(f"/desk/versions/{second.pk}/edit/details/")
    page.fill("[name='card.average_duration.value']", "20")
    page.fill("[name='card.visits.count']", "4")
    pressed(page, "ذخیره و نمای کل")
    carried(become, people, second.pk)

    follows(become, people, local)


def without_id(folder):
    """The form as it came before the centre gave its ID."""
    text = FORM.read_text("utf-8")
    assert ID in text
    path = folder / "card.html"
    path.write_text(text.replace(ID, ""), "utf-8")
    return path


def write_duration(page, days):
    page.get_by_role("link", name=f"نوشتن {DURATION}").click()
    for name in ("text", "min", "max"):
        page.fill(f"[name='card.average_duration.{name}']", "")
    page.fill("[name='card.average_duration.value']", days)
    page.check("[name='card.average_duration.unit'][value=day]")
    page.get_by_role("button", name="ذخیره", exact=True).last.click()
    expect(page.locator("[role=status]")).to_contain_text("نوشته شد")


def follows(become, people, local):
    """What the province did not write changed by itself; about the rest its author is told and decides."""
    # Any cache may keep a public page for a minute, the browser too: another address asks anew.
    expect(become(people.keeper, f"{local}?after=change").locator(".answers")).to_contain_text("۴ بار")
    page = become(people.keeper, "/desk/inbox/")
    expect(page.locator("main")).to_contain_text("تغییر کرد؛ نسخهٔ استان کرمان را با آن برابر کنید")
    page = become(people.keeper, f"/desk/copies/{LocalCopy.objects.get().pk}/compare/")
    page.check("[name='choice.average_duration'][value=keep]")
    pressed(page, "برگزیده‌ها را بنویس")
    expect(page.locator("[role=status]")).to_contain_text("برابر شد")
    copied(become, people, LocalCopy.objects.latest("number").pk)

    page = become(people.keeper, f"{local}?after=comparison")
    expect(page.locator(".answers")).to_contain_text("۷ روز")
    expect(page.locator(".answers")).to_contain_text("در الگوی ملی: ۲۰ روز")
    assert list(LocalCopy.objects.order_by("number").values_list("stage", flat=True)) == ["replaced", "published"]
