"""U01–U05, U08."""

import pytest

from tests.cards.rules.example import example, example_card, found, warning

TADBIR = "سازمان برنامه و بودجه کشور و سازمان‌های استانی تابعه"


def test_an_electronic_stage_without_an_address_blocks():
    (finding,) = found("U01", example({"url": None}))

    assert finding.severity == "B"
    assert "درخواست خدمت" in finding.message


def test_work_electronic_only_inside_the_agency_needs_no_address():
    stage = {"non_electronic": True, "visit_reasons": ["identity"]}
    stages = {f"stages.{name}": stage for name in ("information", "request", "delivery")}

    assert not found("U01", example({"url": None, "visits": {"count": 1}} | stages))


@pytest.mark.parametrize("url", ["WWW.", "http://", "www.xxx.ir", "(آدرس اینترنتی)", "..........", "ندارد"])
def test_what_is_no_address_blocks(url):
    assert found("U02", example({"url": url}))[0].severity == "B"
    assert not found("U03", example({"url": url}))


def test_a_printed_prefix_that_the_reader_left_out_is_reported():
    document = example({"url": None}, warnings=[warning("placeholder", "card.url", "WWW.")])

    assert "WWW." in found("U02", document)[0].message


@pytest.mark.parametrize(
    "url",
    [
        "https://www.pmo.ir",
        "https://portal.saorg.ir/",
        "https://a.mporg.ir/Portal/View/Page",
        "http://epishkhan.ir/",
        "https://x.ir/fa/home",
    ],
)
def test_a_home_or_general_page_is_not_the_service(url):
    assert url in found("U03", example({"url": url}))[0].message


@pytest.mark.parametrize(
    "url",
    [
        "https://x.ir/services/12",
        "https://x.ir/?serviceid=7",
        "https://x.ir/fa/permits/well",
        "https://x.ir/#/license/9",
        "x.ir/form",
    ],
)
def test_a_direct_address_passes(url):
    assert not found("U02", example({"url": url}))
    assert not found("U03", example({"url": url}))


def test_an_address_without_https_is_noted():
    assert found("U04", example({"url": "http://www.irantvto.ir/services/a"}))[0].severity == "N"
    assert found("U04", example({"url": "www.irantvto.ir/services/a"}))
    assert not found("U04", example_card())


def test_the_domain_of_an_unrelated_agency_is_asked_about():
    (finding,) = found("U05", example({"url": "https://www.haj.ir/services/5"}))

    assert "سازمان حج و زیارت" in finding.message
    assert "فنی و حرفه‌ای" in finding.message


@pytest.mark.parametrize("host", ["azsharghi.mporg.ir", "yazd.mporg.ir"])
def test_the_domain_of_one_province_does_not_serve_a_national_agency(host):
    assert found("U05", example({"executive_agency": TADBIR, "url": f"https://{host}/a/5"}))


@pytest.mark.parametrize(
    ("agency", "host"),
    [
        ("سازمان مدیریت و برنامه‌ریزی استان آذربایجان شرقی", "azsharghi.mporg.ir"),
        ("اداره کل ثبت احوال استان گلستان", "golestancr.ir"),
        ("سازمان جهاد کشاورزی استان زنجان", "www.maj.ir"),
        ("سازمان ثبت احوال کشور", "www.sabteahval.ir"),
        ("شرکت نمونه", "www.haj.ir"),
        ("سازمان حفاظت محیط زیست", "mojavez.ir"),
        ("سازمان حفاظت محیط زیست", "services.unknown.ir"),
    ],
)
def test_the_agencys_own_its_parents_a_shared_or_an_unknown_domain_passes(agency, host):
    changes = {"executive_agency": agency, "parent_agency": None, "url": f"https://{host}/services/5"}

    assert not found("U05", example(changes))


def test_an_electronic_service_names_its_system():
    assert found("U08", example({"system_name": None}))[0].severity == "A"
    assert not found("U08", example({"system_name": None}, undecided=["system_name"]))


@pytest.mark.parametrize(
    "url", ["https://[::1", "http://:80", "https://a..b", "//", "javascript:alert(1)", "https://" + "a" * 5000]
)
def test_a_broken_address_is_a_finding_never_a_crash(url):
    assert isinstance(found("U02", example({"url": url})), list)


def test_the_address_of_the_example_is_in_order():
    assert not [rule for rule in ("U01", "U02", "U03", "U04", "U05", "U08") if found(rule, example_card())]
