"""The letters of a name as the database says them are those that Python says."""

import pytest

from khedmat.core.letters import held
from khedmat.core.persian import squeeze
from khedmat.organizations.models import Organization
from tests.factories.people import OrganizationFactory


@pytest.mark.django_db
@pytest.mark.parametrize(
    "name", ["سازمان ملی آب و فاضلاب", "مؤسسهٔ تأمین اجتماعی", "بنیادِ شهید", "اداره‌ی کل", "هیأت Abc ۱۲", "سازمان ثبت"]
)
def test_the_database_and_python_say_the_same_letters(name):
    made = OrganizationFactory(name=name)

    assert Organization.objects.get(pk=made.pk).letters == squeeze(name)


@pytest.mark.django_db
def test_letters_follow_the_name():
    made = OrganizationFactory(name="نام پیشین")
    Organization.objects.filter(pk=made.pk).update(name="نام تازه")

    assert Organization.objects.get(pk=made.pk).letters == "نامتازه"


@pytest.mark.django_db
@pytest.mark.parametrize("word", ["آب", "ب و ف", "%", "_", "\\", "'", "", "نیست"])
def test_what_is_held_is_what_is_contained(word):
    for name in ("سازمان آب و فاضلاب", "صد% و _", "\\ '"):
        OrganizationFactory(name=name)

    found = Organization.objects.filter(held("name", word))

    assert set(found) == set(Organization.objects.filter(name__contains=word))
    assert bool(found) == (word != "نیست")
