"""What stands around a form on its page: menus, dates, page numbers, feet of sites."""

from random import Random

from bench.forms.printing import Flat
from bench.forms.words import say

_MENU = (
    "صفحه اصلی",
    "شرح خدمات",
    "قوانین و مقررات",
    "مدارک مورد نیاز",
    "سوالات متداول",
    "تماس با ما",
    "فرم ها",
    "معاونت ها",
    "آرشیو اخبار",
    "مناقصات",
    "گالری تصاویر",
    "اطلاعیه ها",
)
_COMMENTS = ("نظرات کاربران", "نام :", "ایمیل :", "متن نظر :", "کد امنیتی :", "ارسال نظر")


def around(rows: list[Flat], rng: Random, *, menu: bool = False) -> list[Flat]:
    """With some lines of a site before and behind."""
    before = [say(rng, "site_before") for _ in range(rng.randint(0, 3))]
    after = [say(rng, "site_after") for _ in range(rng.randint(0, 3))]
    if menu:
        before = [*before, *rng.sample(_MENU, 5)]
        after = [*(_COMMENTS if rng.random() < 0.5 else ()), *after]
    return [*map(_line, before), *rows, *map(_line, after)]


def paged(rows: list[Flat], rng: Random) -> list[Flat]:
    """The head and foot of every page of a print, between the rows."""
    head, page = f"سازمان نمونه - {say(rng, 'province')}", 1
    made = [_line(head)]
    for number, row in enumerate(rows, start=1):
        made.append(row)
        if number % 7 == 0:
            made += [
                _line(rng.choice((f"صفحه {page} از 3", f"{page}", f"- {page} -", f"Page {page} of 3"))),
                _line(head),
            ]
            page += 1
    return made


def _line(text: str) -> Flat:
    return Flat("line", text)
