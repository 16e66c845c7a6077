"""Agencies whose names hold some letters are found without folding every name for each question."""

import django.db.models.functions.text
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("organizations", "0003_offices_of_counties"),
    ]

    operations = [
        migrations.AddField(
            model_name="organization",
            name="letters",
            field=models.GeneratedField(
                db_persist=True,
                expression=models.Func(
                    django.db.models.functions.text.Lower(models.F("name")),
                    models.Value("ةۀأإٱآؤئ۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩ ء\u200cًٌٍَُِّْٰٕٖٜٟٓٔٗ٘ٙٚٛٝٞ"),
                    models.Value("ههااااوی01234567890123456789"),
                    function="translate",
                    output_field=models.TextField(),
                ),
                output_field=models.TextField(),
                verbose_name="حرف\u200cهای نام",
            ),
        ),
    ]
