"""Each fault is said with what mends it; a service that is fine says nothing."""

import pytest

from khedmat.embedding.portal.telling import of_page, reasons

FINE = {
    "state": "current", "version": 3, "link": "https://a.ir/x", "why": "answered", "is_sub": False, "is_titled": True,
    "code": "13041861000",
}  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"state": "old", "version": 2}, ["نسخهٔ ۲ در صفحه است"]),
        ({"state": "numbered"}, ["دست‌نویس"]),
        ({"state": "numbered", "is_titled": False}, ["دست‌نویس", "عنوان تأییدشده"]),
        ({"state": "named"}, ["شناسهٔ یازده‌رقمی"]),
        ({"state": "named", "code": ""}, ["تا شناسه بگیرد"]),
        ({"state": "missing"}, ["در صفحه نیست"]),
        ({"state": "missing", "is_sub": True}, ["این زیرخدمت"]),
        ({"state": "numbered", "link": ""}, ["دست‌نویس", "پیوندی به شناسنامه نیست"]),
        ({"why": ""}, ["سنجیده نشد"]),
        ({"why": "not_found"}, ["صفحه نیست (۴۰۴)"]),
        ({"why": "timeout"}, ["شاید گذرا"]),
        ({"link": "", "why": ""}, []),
        ({}, []),
    ],
)
def test_a_fault_says_how_it_is_mended(changes, words):
    said = reasons(FINE | changes)

    assert len(said) == len(words)
    assert all(word in sentence for word, sentence in zip(words, said, strict=True))


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ({"why": "answered", "is_cut": False}, "خوانده شد"),
        ({"why": "answered", "is_cut": True}, "دو مگابایت"),
        ({"why": "no_text", "is_cut": False}, "متن وب نیست"),
        ({"why": "not_found", "is_cut": False}, "صفحه نیست (۴۰۴)"),
    ],
)
def test_what_came_of_a_page_is_said(page, words):
    assert words in of_page(page)
