"""The second factor: its secrets are unreadable in a copy of the database."""

import base64
import secrets

from allauth.mfa.adapter import DefaultMFAAdapter
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.adapter import SAID
from khedmat.accounts.models import User
from khedmat.core.sealing import seal, unseal

PURPOSE = "khedmat.accounts.second_factor"
SECRET_BYTES = 20


class SecondFactor(DefaultMFAAdapter):
    """Secrets under a key of the installation; the account is named by its user name."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": SAID["incorrect_code"],
        "cannot_generate_recovery_codes": _("کد بازیابی پس از روشن‌کردن ورود دومرحله‌ای ساخته می‌شود."),
    }

    def get_totp_label(self, user: User) -> str:
        return user.username

    def encrypt(self, text: str) -> str:
        return seal(text, purpose=PURPOSE)

    def decrypt(self, encrypted_text: str) -> str:
        """Of another key: a secret that nobody knows, so that no code fits. An empty one would fit codes all know."""
        found = unseal(encrypted_text, purpose=PURPOSE)
        return base64.b32encode(secrets.token_bytes(SECRET_BYTES)).decode() if found is None else found
