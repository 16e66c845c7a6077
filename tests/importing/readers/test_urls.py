"""Web addresses: mended where only the typing is wrong, told from what the form prints."""

from hypothesis import given
from hypothesis import strategies as st

from khedmat.importing.readers.values import urls
from tests.importing.readers.reading_forms import cases


@cases(
    ("text", "address"),
    {
        "plain": ("http://www.example.ir", "http://www.example.ir"),
        "path and query": ("https://example.ir/a/b?c=1", "https://example.ir/a/b?c=1"),
        "port": ("http://10.1.2.3:8080/a", "http://10.1.2.3:8080/a"),
        "without scheme": ("www.maj.ir", "www.maj.ir"),
        "bare": ("maj.ir", "maj.ir"),
        "capital letters keep": ("WWW.MAJ.IR", "WWW.MAJ.IR"),
        "scheme in capitals": ("HTTP://X.ir/A", "http://X.ir/A"),
        "percent signs": ("www.x.ir/%D8%A7", "www.x.ir/%D8%A7"),
        "persian digits": ("https://x.gov.ir/page/۱۲", "https://x.gov.ir/page/12"),
        "full stop behind": ("http://www.x.ir.", "http://www.x.ir"),
        "in parentheses": ("(http://x.ir)", "http://x.ir"),
        "in quotation marks": ("«http://x.ir»", "http://x.ir"),
        "glued to words": ("سامانهhttp://x.irآدرس", "http://x.ir"),
        "persian comma behind": ("http://x.ir/a،b", "http://x.ir/a"),
        "the first of two": ("http://x.ir, http://y.ir", "http://x.ir"),
        "after an e-mail": ("رایانامه a@b.com و وبگاه c.ir", "c.ir"),
    },
)
def test_an_address_is_found(text, address):
    assert urls.find(text) == address


@cases(
    "text",
    {
        "no colon": "http//x.ir",
        "a space behind": "http:// x.ir",
        "a space before the colon": "http ://x.ir",
        "one slash": "http:/x.ir",
        "slashes the other way": "http:\\\\x.ir",
        "letters of the scheme mistyped": "htpp://x.ir",
        "a letter twice": "htttp://x.ir",
        "a semicolon": "http;//x.ir",
        "another address glued behind": "http://x.irhttp://y.ir",
        "turned at the end of a line": "//:http x.ir",
    },
)
def test_an_address_with_a_typing_error_is_mended(text):
    assert urls.find(text) == "http://x.ir"


@cases(
    "text",
    {
        "e-mail": "info@maj.ir",
        "e-mail of a long host": "info@mail.maj.ir",
        "words": "صفحه اصلی سامانه",
        "a file": "form.pdf",
        "a version": "1.2.3",
        "scheme alone": "http://",
        "prefix alone": "www.",
        "dots between": "http://.........ir",
        "nothing": "",
    },
)
def test_what_is_no_address_gives_none(text):
    assert urls.find(text) is None


@cases(
    "text",
    {
        "scheme": "http://",
        "secure scheme with dots": "https://www.......",
        "capitals": "WWW.",
        "letters only": "www",
        "dots": "..........",
        "ellipses": "………",
        "a dash": "-",
        "lines": "____",
    },
)
def test_what_the_form_prints_in_the_box_is_a_placeholder(text):
    assert urls.is_placeholder(text)


@cases("text", {"address": "www.maj.ir", "words": "ندارد", "nothing": "", "blank": "  ", "e-mail": "a@b.ir"})
def test_an_answer_or_an_empty_box_is_no_placeholder(text):
    assert not urls.is_placeholder(text)


@given(st.from_regex(r"[a-z][a-z0-9]{1,9}\.(ir|com|gov\.ir)", fullmatch=True), st.sampled_from(["http://", "https://"]))
def test_every_host_is_found_among_persian_words(host, scheme):
    assert urls.find(f"نشانی {scheme}{host}/x است") == f"{scheme}{host}/x"


@given(st.text(max_size=60))
def test_an_address_is_never_a_placeholder_and_has_no_space(text):
    found = urls.find(text)

    assert found is None or not (urls.is_placeholder(found) or any(map(str.isspace, found)))
