"""Forms of the own account; codes may be typed with any digits."""

from typing import Any

from allauth.account.forms import ChangePasswordForm, LoginForm, ReauthenticateForm
from allauth.core import context
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.base.forms import ReauthenticateForm as CodeAgainForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from django import forms
from django.utils.translation import gettext_lazy as _

from khedmat.accounts import sessions
from khedmat.accounts.models import User
from khedmat.core.persian import fold_line, key, latin_digits

LABELS = {"oldpassword": _("گذرواژهٔ کنونی"), "password1": _("گذرواژهٔ تازه"), "password2": _("تکرار گذرواژهٔ تازه")}
APP_CODE = _("کد برنامه")
APP_OR_RECOVERY_CODE = _("کد شش‌رقمی برنامه یا یک کد بازیابی")


class CodeField(forms.CharField):
    """A code of digits, Persian or Latin, with or without spaces."""

    def __init__(self, label: Any) -> None:
        attributes = {"autocomplete": "one-time-code", "inputmode": "numeric", "dir": "ltr", "autofocus": True}
        super().__init__(label=label, max_length=20, widget=forms.TextInput(attributes))

    def to_python(self, value: Any) -> str:
        return latin_digits(super().to_python(value))


def _say(form: forms.Form, labels: dict[str, Any]) -> None:
    """In our words: allauth's placeholders repeat the label, its help leads to what is closed here."""
    for name, label in labels.items():
        field = form.fields[name]
        field.label = label
        field.widget.attrs.update(dir="ltr", placeholder="")


class SignInForm(LoginForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _say(self, {"login": _("نام کاربری"), "password": _("گذرواژه")})
        self.fields["password"].help_text = ""


class PasswordAgainForm(ReauthenticateForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _say(self, {"password": _("گذرواژه")})
        self.fields["password"].help_text = ""


class SecondFactorForm(AuthenticateForm):
    code = CodeField(APP_OR_RECOVERY_CODE)


class SecondFactorAgainForm(CodeAgainForm):
    code = CodeField(APP_OR_RECOVERY_CODE)


class NewSecondFactorForm(ActivateTOTPForm):
    code = CodeField(APP_CODE)


class NewPasswordForm(ChangePasswordForm):
    """Whoever knew the old password is out."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _say(self, LABELS)
        self.fields["oldpassword"].help_text = ""

    def clean(self) -> dict[str, Any]:
        """Instead of allauth's, whose Persian is on first-name terms."""
        new, again = self.cleaned_data.get("password1"), self.cleaned_data.get("password2")
        if new and again and new != again:
            self.add_error("password2", _("دو گذرواژهٔ تازه یکی نیستند."))
        return self.cleaned_data

    def save(self) -> None:
        super().save()
        sessions.end_others(self.user, context.request.session.session_key)


class OwnNameForm(forms.ModelForm):
    """What a person may change of themselves; the user name and the offices are the operator's."""

    full_name = forms.CharField(label=_("نام و نام خانوادگی"), max_length=150)

    class Meta:
        model = User
        fields = ["full_name", "email"]
        widgets = {"email": forms.EmailInput({"dir": "ltr", "autocomplete": "email"})}

    def clean_full_name(self) -> str:
        """History shows people by it: a name of signs that nobody sees is none."""
        name = fold_line(self.cleaned_data["full_name"])
        if not key(name):
            raise forms.ValidationError(_("نام خود را با حروف بنویسید."))
        return name

    def clean_email(self) -> str:
        return latin_digits(self.cleaned_data["email"]).strip()
