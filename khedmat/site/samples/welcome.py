"""What a newcomer reads after the first start."""

from collections.abc import Mapping, Sequence

from django.urls import reverse

from khedmat.cards.models import Service
from khedmat.site.samples.enrolment import SignIn


def welcome(people: Sequence[SignIn], services: Mapping[str, Service]) -> str:
    """Addresses are those of this installation."""
    tadbir, consortia = _page(services["tadbir"]), _page(services["consortia"])
    return "\n".join(
        [
            "ورود در /account/login/ با گذرواژهٔ نمونه:",
            "",
            *map(_sign_in, people),
            "",
            "برای دیدن:",
            "",
            f"  {tadbir:<22} تدوین سند تدبیر توسعهٔ استان، در یک نگاه",
            f"  {consortia:<22} کنسرسیوم‌های صادراتی؛ هزینهٔ آن در فرم نیامده است و رایگان نشان داده نمی‌شود",
            f"  {reverse('web:desk'):<22} میز کار: همان دو فرم چنان‌که پر شده بودند؛ ادامه دهید و بفرستید",
            f"  {reverse('web:desk-fresh'):<22} شناسنامه‌ای که شش ماه است کسی تأیید نکرده",
            f"  {reverse('web:desk-new'):<22} شناسنامه‌ای تازه، بخش به بخش",
            f"  {reverse('web:import'):<22} آوردن از فایل؛ برای آزمودن: khedmat/site/samples/to_try",
            f"  {reverse('web:guide-form'):<22} فرم خام با توضیح هر خانه، برای چاپ",
            "",
        ]
    )


def _sign_in(one: SignIn) -> str:
    return f"  {one.username:<22} {one.password}   {one.label}"


def _page(service: Service) -> str:
    return reverse("web:service", args=[service.pk])
