"""The second factor: its secrets are unreadable in a copy of the database."""

import base64
import hashlib
import secrets

from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.adapter import SAID
from khedmat.accounts.models import User

PURPOSE = b"khedmat.accounts.second_factor"
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
        return _box().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Of another key: a secret that nobody knows, so that no code fits. An empty one would fit codes all know."""
        try:
            return _box().decrypt(encrypted_text.encode()).decode()
        except InvalidToken:
            return base64.b32encode(secrets.token_bytes(SECRET_BYTES)).decode()


def _box() -> Fernet:
    key = hashlib.sha256(PURPOSE + settings.SECRET_KEY.encode()).digest()
    return Fernet(base64.urlsafe_b64encode(key))
