"""The lists of the form as rows: what is filtered and joined. They live and freeze with their version."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from khedmat.cards.columns import CHANNELS, EXCHANGE_MODES, PAPER_BY, STAGE_NAMES, VISIT_LEVELS, VISIT_REASONS
from khedmat.cards.enums import Reading
from khedmat.cards.models.answers import known, not_negative, number_box, one_of, some_of, text_box, yes_no_box
from khedmat.cards.models.version import ServiceVersion
from khedmat.core.guards import frozen_with_version


class Row(models.Model):
    """A row of one of the form's lists, in printed order."""

    version = models.ForeignKey(ServiceVersion, models.PROTECT, related_name="%(class)s_rows", verbose_name=_("نسخه"))
    order = models.PositiveIntegerField(_("ترتیب"))

    class Meta:
        abstract = True
        ordering = ["version", "order"]
        triggers = frozen_with_version()

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.order}"


def once(name: str) -> models.UniqueConstraint:
    return models.UniqueConstraint(
        fields=["version", "order"], name=name, violation_error_message=_("دو ردیف با یک ترتیب آمده است.")
    )


class DocumentRequirement(Row):
    """A document the recipient must bring (section 4)."""

    text = text_box(_("مدرک"))

    class Meta(Row.Meta):
        verbose_name = _("مدرک لازم")
        verbose_name_plural = _("مدارک لازم")
        constraints = [once("document_order_once")]


class LegalCitation(Row):
    """A law or regulation the service rests on (section 4)."""

    text = text_box(_("قانون یا مقرره"))

    class Meta(Row.Meta):
        verbose_name = _("مستند قانونی")
        verbose_name_plural = _("مستندات قانونی")
        constraints = [once("citation_order_once")]


class CostItem(Row):
    """A line of the cost box (section 5). The account is never published."""

    amount_rial = number_box(_("مبلغ به ریال"))
    text = text_box(_("شرح"))
    account = text_box(_("شمارهٔ حساب"))
    electronic = yes_no_box(_("پرداخت الکترونیکی"))

    class Meta(Row.Meta):
        verbose_name = _("ردیف هزینه")
        verbose_name_plural = _("ردیف‌های هزینه")
        constraints = [once("cost_order_once"), not_negative("cost_not_negative", "amount_rial")]


class StageAccess(models.Model):
    """How one of the four stages is reached (section 6)."""

    version = models.ForeignKey(ServiceVersion, models.PROTECT, related_name="stage_rows", verbose_name=_("نسخه"))
    stage = one_of(_("مرحله"), STAGE_NAMES)
    electronic = yes_no_box(_("الکترونیکی"))
    non_electronic = yes_no_box(_("غیرالکترونیکی"))
    channels = some_of(_("رسانه‌ها"), CHANNELS)
    channel_other_text = text_box(_("رسانهٔ دیگر"))
    counter_contract = text_box(_("شمارهٔ قرارداد پیشخوان"))
    counter_office_like_title = text_box(_("عنوان مشابه پیشخوان"))
    visit_levels = some_of(_("سطح مراجعه"), VISIT_LEVELS)
    visit_reasons = some_of(_("ضرورت مراجعهٔ حضوری"), VISIT_REASONS)
    visit_reason_text = text_box(_("ضرورت دیگر"))

    class Meta:
        verbose_name = _("دسترسی یک مرحله")
        verbose_name_plural = _("دسترسی مرحله‌ها")
        constraints = [
            models.UniqueConstraint(
                fields=["version", "stage"], name="stage_once", violation_error_message=_("هر مرحله یک بار می‌آید.")
            ),
            models.CheckConstraint(
                condition=~models.Q(stage=""), name="stage_named", violation_error_message=_("نام مرحله لازم است.")
            ),
            known(
                "stage_known_words",
                one=[("stage", "stage")],
                some=[("channels", "channel"), ("visit_levels", "visit_level"), ("visit_reasons", "visit_reason")],
            ),
        ]
        triggers = frozen_with_version()

    def __str__(self) -> str:
        return self.get_stage_display()


class InternalSystem(Row):
    """Another system of the same agency (section 7)."""

    system = text_box(_("نام سامانه"))
    fields = text_box(_("فیلدهای مورد تبادل"))
    modes = some_of(_("شیوهٔ تبادل"), EXCHANGE_MODES)

    class Meta(Row.Meta):
        verbose_name = _("سامانهٔ داخلی")
        verbose_name_plural = _("سامانه‌های داخلی")
        constraints = [once("system_order_once"), known("system_known_words", some=[("modes", "exchange_mode")])]


class ExternalInquiry(Row):
    """What is asked from another agency (section 8)."""

    agency = text_box(_("دستگاه"))
    system = text_box(_("نام سامانه"))
    fields = text_box(_("فیلدهای مورد تبادل"))
    fee_text = text_box(_("مبلغ"))
    fee_rial = number_box(_("مبلغ به ریال"))
    modes = some_of(_("شیوهٔ تبادل"), EXCHANGE_MODES)
    paper_by = one_of(_("استعلام غیرالکترونیکی به دست"), PAPER_BY)
    notes = text_box(_("توضیح"))

    class Meta(Row.Meta):
        verbose_name = _("استعلام از دستگاه دیگر")
        verbose_name_plural = _("استعلام‌ها از دستگاه‌های دیگر")
        constraints = [
            once("inquiry_order_once"),
            not_negative("inquiry_not_negative", "fee_rial"),
            known("inquiry_known_words", one=[("paper_by", "paper_by")], some=[("modes", "exchange_mode")]),
        ]


class Process(Row):
    """A main process (section 9)."""

    title = text_box(_("عنوان فرایند"))

    class Meta(Row.Meta):
        verbose_name = _("فرایند")
        verbose_name_plural = _("فرایندها")
        constraints = [once("process_order_once")]


class DiagramBox(Row):
    """A box of the diagram, start and end included (section 10)."""

    text = text_box(_("متن خانه"))

    class Meta(Row.Meta):
        verbose_name = _("خانهٔ نمودار")
        verbose_name_plural = _("خانه‌های نمودار")
        constraints = [once("box_order_once")]


class DiagramLink(Row):
    """An arrow of the diagram, from the text of a box to the text of a box."""

    source = text_box(_("از"))
    target = text_box(_("به"))

    class Meta(Row.Meta):
        verbose_name = _("پیکان نمودار")
        verbose_name_plural = _("پیکان‌های نمودار")
        constraints = [once("link_order_once")]


class Filler(models.Model):
    """Who filled the form in. Never published."""

    version = models.OneToOneField(ServiceVersion, models.PROTECT, related_name="filler", verbose_name=_("نسخه"))
    name = text_box(_("نام"))
    phone = text_box(_("تلفن"))
    email = text_box(_("رایانامه"))
    unit = text_box(_("واحد"))

    class Meta:
        verbose_name = _("تکمیل‌کنندهٔ فرم")
        verbose_name_plural = _("تکمیل‌کنندگان فرم")
        triggers = frozen_with_version()

    def __str__(self) -> str:
        return self.name


class ValueTrace(models.Model):
    """Where a value stood in the paper: what a person checks it against."""

    version = models.ForeignKey(ServiceVersion, models.PROTECT, related_name="traces", verbose_name=_("نسخه"))
    path = models.CharField(_("فیلد"), max_length=200)
    raw = text_box(_("متن خام"))
    label = text_box(_("برچسب"))
    block = models.IntegerField(_("بند"))
    start = models.IntegerField(_("آغاز"))
    end = models.IntegerField(_("پایان"))
    sure = models.FloatField(_("اطمینان"))
    others = ArrayField(models.TextField(), verbose_name=_("خوانش‌های دیگر"), default=list, blank=True)
    state = models.CharField(_("وضع"), max_length=10, choices=Reading, default=Reading.READ)

    class Meta:
        verbose_name = _("ردپای مقدار")
        verbose_name_plural = _("ردپای مقدارها")
        constraints = [
            models.UniqueConstraint(
                fields=["version", "path"], name="trace_path_once", violation_error_message=_("هر فیلد یک ردپا دارد.")
            ),
            models.CheckConstraint(
                condition=models.Q(sure__gte=0, sure__lte=1),
                name="trace_sure_is_a_share",
                violation_error_message=_("اطمینان عددی از صفر تا یک است."),
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=Reading.values),
                name="trace_known_state",
                violation_error_message=_("مقدار خوانده‌شده یا همان است، یا پذیرفته، یا بازنوشته."),
            ),
        ]
        triggers = frozen_with_version()

    def __str__(self) -> str:
        return self.path
