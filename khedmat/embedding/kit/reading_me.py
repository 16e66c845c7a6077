"""What stands beside the pages for whoever unpacks them."""

READ_ME = """\
فهرست خدمت‌های دستگاه با شناسنامهٔ کوتاه هر خدمت

۱. همهٔ پرونده‌ها را با همین نام‌ها در پوشه‌ای از وبگاه دستگاه بگذارید؛ صفحهٔ آغاز index.html است.
۲. هیچ صفحه‌ای به جاوااسکریپت یا به وبگاه دیگری نیاز ندارد.
۳. پس از انتشار هر نسخهٔ تازه، بسته را دوباره بگیرید.

درستی بسته:

openssl pkeyutl -verify -pubin -inkey key.pem -rawin -in manifest.json -sigfile manifest.sig
sed -nE 's/^ *"(.+)": "([0-9a-f]{64})",?$/\\2  \\1/p' manifest.json | sha256sum --check

کلید key.pem را با کلید نشانی /embed/key.pem در پنجرهٔ واحد بسنجید.
"""
