"""Which kind of document it is, and which generation of the form."""

from tests.importing.readers.reading_forms import cases, document_of, titled

CARD = """
    عنوان خدمت: صدور پروانه چاه
    شناسه خدمت: 13021447104
    نام دستگاه اجرایی: سازمان نمونه
    شرح خدمت: رسیدگی به درخواست
    مدارک لازم: فرم درخواست
"""
LIST = """
    فهرست خدمات سازمان نمونه
    ردیف\tعنوان خدمت\tشناسه خدمت
    1\tصدور پروانه چاه\t13021447000
    2\tتمدید پروانه چاه\t13021448000
    3\tکارشناسی آب زیرزمینی\t13021449000
"""
PERMIT = """
    عنوان مجوز: پروانه تأسیس کارگاه
    مرجع صدور مجوز: سازمان نمونه
    مدت اعتبار مجوز: ۳ سال
    نحوه صدور مجوز: الکترونیکی
"""
NEWS = """
    وزیر در نشست خبری از صدور پروانه های تازه خبر داد.
    این نشست دیروز در تهران برگزار شد و خبرنگاران پرسش کردند.
"""


@cases(
    ("form", "kind"),
    {
        "card": (CARD, "service_card"),
        "card without id": (CARD.replace("13021447104", "در حال اخذ"), "service_card"),
        "short page": ("عنوان خدمت: صدور پروانه\nمدارک لازم: فرم\nهزینه خدمت: رایگان", "service_card"),
        "page without title": ("شرح خدمت: رسیدگی\nمدارک لازم: فرم\nماهیت خدمت: حاکمیتی", "service_card"),
        "agreement": ("توافقنامه سطح خدمت\nعنوان خدمت: صدور پروانه\nشرح خدمت: تعهدات دو طرف", "service_card"),
        "list": (LIST, "service_list"),
        "list of lines": ("فهرست خدمات سازمان\n1- صدور پروانه چاه\n2- تمدید پروانه\n3- ابطال پروانه", "service_list"),
        "one permit": (PERMIT, "permit_list"),
        "news": (NEWS, "other"),
        "guidance": (
            "توضیح عناوین مندرج در شناسنامه خدمت\nعنوان خدمت: نامی کوتاه است.\nشناسه خدمت: شماره ای است.",
            "other",
        ),
        "a poem": ("بنی آدم اعضای یک پیکرند\nکه در آفرینش ز یک گوهرند", "other"),
        "a contract": ("قرارداد اجاره\nمیان دو طرف بسته شد.\nمبلغ: ۵۰۰ ریال", "other"),
        "a mail": ("سلام\nعنوان خدمت و شناسه خدمت را تا فردا بفرستید.\nبا سپاس", "other"),
    },
)
def test_the_kind_is_told(form, kind):
    assert document_of(form).kind == kind


@cases("form", {"list": LIST, "permit": PERMIT, "news": NEWS})
def test_what_is_no_card_is_never_squeezed_into_one(form):
    document = document_of(form)

    assert document.card is None
    assert document.undecided == []


def test_a_blank_form_is_a_card_that_says_nothing():
    document = document_of("""
        شناسنامه خدمت
        1- عنوان خدمت:
        2- شناسه خدمت:
        3- نام دستگاه اجرایی:
        نام دستگاه مادر:
        4- شرح خدمت:
        نوع خدمت: ☐ خدمت به شهروندان (G2C) ☐ خدمت به کسب و کار (G2B)
        ماهیت خدمت: ☐ حاکمیتی ☐ تصدی گری
    """)

    assert document.kind == "service_card"
    assert not any(value for value in document.card.model_dump(exclude_defaults=True).values())


def test_guidance_behind_a_card_changes_nothing_of_it():
    guidance = """
    توضیح عناوین مندرج در شناسنامه خدمت
    ماهیت خدمت: آنکه خدمت حاکمیتی است یا تصدی گری
    هزینه خدمت: پولی که گرفته می شود، یا رایگان
    """
    plain, explained = document_of(CARD), document_of(CARD + guidance)

    assert explained.card == plain.card


@cases(
    ("lines", "edition"),
    {
        "the variant with a process": (["2- عنوان فرآیند: پایش", "3- مشخصات خدمت", "4- جزییات خدمت"], "1393"),
        "annex 1": (
            [
                "نام دستگاه مادر: وزارت",
                "رویداد مرتبط با: تولد",
                "نحوه آغاز خدمت: تشخیص دستگاه",
                "عناوین فرایندهای خدمت",
            ],
            "1393",
        ),
        "annex 1 cut short": (["4- مشخصات خدمت", "شرح خدمت: رسیدگی", "5- جزییات خدمت", "تعداد مراجعه: 2"], "1393"),
        "short page": (["ساعات ارائه خدمت: ۸ تا ۱۴", "پرسش و پاسخ: ندارد"], "1396"),
        "hours of the short page": (["ساعت ارائه خدمت: ۸ تا ۱۴"], "1396"),
        "form of the 1400s": (["الگوی خدمت: ثبت وقایع", "سطح خدمت: ☐ ملی (فقط ستاد) ☑ کشوری"], "1400"),
        "pattern alone": (["الگوی خدمت: ثبت وقایع"], "1400"),
        "form of the 1380s": (["تعریف خدمت: رسیدگی", "زمان میانگین برای سرویس: ۲ روز"], "legacy"),
        "form of 1392": (["کانال های کنونی ارائه خدمت: تلفن", "بهای تمام شده ارائه خدمت: ۵۰۰"], "legacy"),
        "none of these": (["شرح خدمت: رسیدگی"], "unknown"),
    },
)
def test_the_generation_is_told_by_its_own_boxes(lines, edition):
    assert titled(*lines).edition == edition


@cases("form", {"list": LIST, "permit": PERMIT, "news": NEWS})
def test_only_a_card_has_an_edition(form):
    assert document_of(form).edition == "unknown"
