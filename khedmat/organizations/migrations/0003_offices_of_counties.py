"""Offices of counties are a kind of their own, and a reach."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("organizations", "0002_a_scope_for_webhooks")]

    operations = [
        migrations.RemoveConstraint(model_name="organization", name="organization_known_words"),
        migrations.AlterField(
            model_name="organization",
            name="kind",
            field=models.CharField(
                choices=[
                    ("ministry", "وزارتخانه"),
                    ("organization", "سازمان"),
                    ("centre", "مرکز"),
                    ("company", "شرکت"),
                    ("institute", "مؤسسه"),
                    ("university", "دانشگاه"),
                    ("bank", "بانک"),
                    ("fund", "صندوق"),
                    ("council", "شورا"),
                    ("governorate", "استانداری"),
                    ("provincial", "دستگاه استانی"),
                    ("county", "دستگاه شهرستانی"),
                    ("municipality", "شهرداری"),
                    ("judiciary", "دستگاه قضایی"),
                    ("presidency", "نهاد ریاست جمهوری"),
                    ("foundation", "بنیاد یا نهاد عمومی"),
                    ("force", "نیروی انتظامی و نظامی"),
                    ("other", "سایر"),
                ],
                max_length=20,
                verbose_name="گونه",
            ),
        ),
        migrations.AlterField(
            model_name="organization",
            name="scope",
            field=models.CharField(
                choices=[("national", "ملی"), ("provincial", "استانی"), ("county", "شهرستانی")],
                default="national",
                max_length=20,
                verbose_name="گستره",
            ),
        ),
        migrations.AddConstraint(
            model_name="organization",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "kind__in",
                        [
                            "ministry",
                            "organization",
                            "centre",
                            "company",
                            "institute",
                            "university",
                            "bank",
                            "fund",
                            "council",
                            "governorate",
                            "provincial",
                            "county",
                            "municipality",
                            "judiciary",
                            "presidency",
                            "foundation",
                            "force",
                            "other",
                        ],
                    ),
                    ("scope__in", ["national", "provincial", "county"]),
                ),
                name="organization_known_words",
                violation_error_message="گونه یا گسترهٔ دستگاه در فهرست نیست.",
            ),
        ),
    ]
