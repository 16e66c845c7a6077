"""A small index of well-known services."""

import pytest

from khedmat.search.entry import Entry
from khedmat.search.index import Index, build

PEOPLE, BUSINESS = "citizen", "business"
ENTRIES = (
    Entry(
        1, "صدور گذرنامه", "13011234000", "پلیس مهاجرت و گذرنامه", facets={"type": (PEOPLE,), "level": ("national",)}
    ),
    Entry(2, "صدور پروانه کسب", "13021234000", "اتاق اصناف", facets={"type": (BUSINESS,)}),
    Entry(3, "تمدید پروانه کسب", "13021235000", "اتاق اصناف", facets={"type": (BUSINESS,)}),
    Entry(4, "صورت‌حساب برق", "", "شرکت توزیع نیروی برق", description="محاسبهٔ مبلغ مصرف مشترکان"),
    Entry(5, "واگذاری انشعاب گاز", "", "شرکت گاز استان", keywords=("علمک",), facets={"type": (PEOPLE, BUSINESS)}),
    Entry(6, "صدور کارت هوشمند ملی", "", "سازمان ثبت احوال کشور", names=("کارت چیپ‌دار",)),
    Entry(7, "ثبت نام وام", papers=("سند ازدواج",), laws=("قانون حمایت از خانواده",)),
    Entry(8, "صدور گواهی امضای دیجیتال", permits=("پروانهٔ مرکز میانی",)),
)


@pytest.fixture
def index(tmp_path):
    build(tmp_path, ENTRIES)
    return Index.open(tmp_path)
