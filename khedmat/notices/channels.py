"""The ways out: e-mail by Django's mail, text messages by the gateway of the installation."""

from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMessage

from khedmat.accounts.models import User
from khedmat.notices import sms
from khedmat.notices.enums import Channel
from khedmat.notices.letters import Letter
from khedmat.notices.models import Mobile
from khedmat.notices.sms import Undelivered


def reaches(user: User, channel: str) -> bool:
    """Whether there is an address to send to at all."""
    if channel == Channel.EMAIL:
        return bool(user.email)
    return bool(settings.SMS_GATEWAY) and Mobile.objects.filter(user=user).exists()


def deliver(channel: str, user: User, letter: Letter, *, mark: str) -> None:
    """`mark` stays the same when a killed worker sends again, so that a mail server may drop the second one."""
    if not reaches(user, channel):
        raise Undelivered("no address")
    if channel == Channel.EMAIL:
        _mail(user.email, letter, mark)
    else:
        sms.send(sms.Gateway(**settings.SMS_GATEWAY), number=user.mobile.number, text=letter.body)


def _mail(address: str, letter: Letter, mark: str) -> None:
    domain = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].rstrip(">")
    headers = {"Message-ID": f"<{mark}@{domain}>", "Auto-Submitted": "auto-generated"}
    try:
        EmailMessage(letter.subject, letter.body, to=[address], headers=headers).send()
    except (OSError, SMTPException, ValueError) as error:
        raise Undelivered(type(error).__name__) from None
