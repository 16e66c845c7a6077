"""A body with its subordinate provincial bodies is told from two bodies, from a list and from an unknown one."""

import pytest

from khedmat.organizations.subordinates import head_of


@pytest.mark.parametrize(
    ("provider", "code"),
    [
        ("سازمان برنامه و بودجه کشور و سازمان های استانی تابعه", "pbo"),
        ("سازمان برنامه و بودجه کشور و سازمان‌های استانی تابعه", "pbo"),
        ("سازمان برنامه و بودجه کشور  و  واحدهای تابع", "pbo"),
        ("سازمان برنامه و بودجه كشور و ادارات کل استانی تابعه آن", "pbo"),
        ("سازمان ثبت احوال کشور و اداره‌های استانی تابع", "sabteahval"),
        ("سازمان حفاظت محیط زیست و مراکز استانی تابعه", "doe"),
    ],
)
def test_the_head_is_the_registered_agency(provider, code):
    assert head_of(provider).code == code


@pytest.mark.parametrize(
    "provider",
    [
        "",
        "و سازمان‌های استانی تابعه",
        "سازمان برنامه و بودجه کشور",
        "وزارت نیرو و وزارت نفت",
        "سازمان ناشناس و سازمان‌های استانی تابعه",
        "سازمان برنامه و بودجه کشور و سازمان ثبت احوال کشور",
        "سازمان‌های استانی تابعه و سازمان برنامه و بودجه کشور",
        "سازمان برنامه و بودجه کشور و سازمان‌های استانی تابعه و وزارت نفت",
        "کلیه دستگاه‌ها و واحدهای تابع",
        "سازمان " * 200 + "و واحدهای تابع",
    ],
)
def test_whatever_else_is_no_body_with_its_own(provider):
    assert head_of(provider) is None
