"""What the centre types about agencies: shapes that are taken, shapes that are told what is wrong."""

import pytest

from khedmat.organizations.models import Organization
from khedmat.web.desk.organizations.change_form import ChangeForm
from khedmat.web.desk.organizations.filters import AgencyFilter
from khedmat.web.desk.organizations.forms import EntryForm, FormerNameForm, NewForm
from tests.factories.people import OrganizationFactory

pytestmark = pytest.mark.django_db
ENTRY = {"kind": "company", "scope": "national", "seen": "0"}
TERMS = {
    "kind": "split",
    "before": "a",
    "after": "b\nc",
    "effective_on": "1403/1/1",
    "basis": "  قانون   برنامه ",
    "basis_number": "۱۲",
    "basis_on": "1403/1/1",
}


@pytest.fixture
def three():
    return [OrganizationFactory(code=code) for code in "abc"]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("www.Example.ir", ["example.ir"]),
        ("a.ir\r\n\r\n b.ir \r\na.ir", ["a.ir", "b.ir"]),
        ("", []),
        ("sub-domain.example.gov.ir", ["sub-domain.example.gov.ir"]),
    ],
)
def test_domains_are_kept_bare_and_once(typed, kept):
    form = EntryForm(ENTRY | {"domains": typed}, Organization())

    assert form.is_valid(), form.errors
    assert form.cleaned_data["domains"] == kept


@pytest.mark.parametrize("typed", ["https://example.ir/", "example", "a b.ir", "..", "x" * 260 + ".ir", "a..ir"])
def test_what_is_no_domain_is_told(typed):
    form = EntryForm(ENTRY | {"domains": typed}, Organization())

    assert not form.is_valid()
    assert "domains" in form.errors


@pytest.mark.parametrize("typed", ["", "   ", "\u200c", "..."])
def test_a_name_has_a_word(typed):
    form = NewForm(ENTRY | {"name": typed, "code": "x"}, Organization())

    assert "name" in form.errors


@pytest.mark.parametrize("typed", ["فارسی", "a b", "a/b", ""])
def test_a_code_fits_into_an_address(typed):
    assert "code" in NewForm(ENTRY | {"name": "نام", "code": typed}, Organization()).errors


def test_an_agency_is_no_parent_of_itself_nor_is_an_ended_one(three):
    one, _two, three_ = three
    Organization.objects.filter(pk=three_.pk).update(valid_to="2020-01-01")
    shown = set(EntryForm(None, one).fields["parent"].queryset.values_list("code", flat=True))

    assert shown == {"b"}


def test_the_form_begins_with_what_stands_there():
    agency = OrganizationFactory(domains=["a.ir", "b.ir"], aliases=["کوتاه"])
    page = str(EntryForm(None, agency, seen=3))

    assert "a.ir\nb.ir" in page
    assert "کوتاه" in page
    assert 'name="seen" value="3"' in page


@pytest.mark.parametrize("missing", ["name", "ends_on", "basis"])
def test_a_former_name_says_until_when_and_where_it_stands(missing):
    typed = {"name": "نام", "starts_on": "", "ends_on": "1390/1/1", "basis": "مصوبه"} | {missing: ""}

    assert list(FormerNameForm(typed, OrganizationFactory()).errors) == [missing]


@pytest.mark.parametrize(("typed", "after"), [("b\nc", ["b", "c"]), ("سازمان سوم\n\n b", ["c", "b"]), ("c\nc", ["c"])])
def test_successors_stand_in_the_order_of_their_lines_by_name_or_code(three, typed, after):
    Organization.objects.filter(code="c").update(name="سازمان سوم")

    form = ChangeForm(TERMS | {"after": typed})

    assert form.is_valid(), form.errors
    assert form.plan.after == after
    assert form.plan.basis == "قانون برنامه"


def test_a_name_that_nobody_has_is_told_with_those_like_it_and_stays_typed(three):
    OrganizationFactory(code="d", name="سازمان ملی استاندارد ایران")

    form = ChangeForm(TERMS | {"before": "سازمان استانداردهای ملی ایران\nناشناس"})

    first, second = form.errors["before"]
    assert "شاید: «سازمان ملی استاندارد ایران»" in first
    assert "«ناشناس»" in second
    assert "سازمان استانداردهای ملی ایران" in str(form["before"])


def test_more_lines_than_a_register_holds_are_refused(three):
    assert "۱۰۰۰" in str(ChangeForm(TERMS | {"before": "\n".join(map(str, range(1001)))}).errors["before"])


def test_a_change_begun_from_the_page_of_an_agency_has_its_name(three):
    Organization.objects.filter(code="a").update(name="سازمان نخست")

    assert "سازمان نخست</textarea>" in str(ChangeForm(None, "a")["before"])


@pytest.mark.parametrize("missing", ["kind", "before", "effective_on", "basis", "basis_number", "basis_on"])
def test_a_change_has_a_day_and_a_law(three, missing):
    assert missing in ChangeForm(TERMS | {missing: ""}).errors


def test_an_ended_agency_does_not_change_again(three):
    Organization.objects.filter(code="a").update(valid_to="2020-01-01")

    assert "before" in ChangeForm(TERMS).errors


@pytest.mark.parametrize("typed", [{"kind": "circus"}, {"place": "99"}, {"state": "x"}, {"q": "‌"}, {}])
def test_an_unknown_filter_narrows_nothing(three, typed):
    found = AgencyFilter(typed).narrow(Organization.objects.order_by("code"), None)

    assert [one.code for one in found] == ["a", "b", "c"]
