from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('cards', '0008_publishing_was_accepting'),
    ]

    operations = [
        migrations.AddConstraint(
            model_name='serviceversion',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(models.Q(('stage__in', ['submitted', 'returned', 'approved', 'accepted', 'published', 'replaced']), _negated=True), models.Q(('submitted_at__isnull', False), ('submitted_by__isnull', False)), _connector='OR'), models.Q(models.Q(('stage__in', ['approved', 'accepted', 'published', 'replaced']), _negated=True), models.Q(('approved_at__isnull', False), ('approved_by__isnull', False)), _connector='OR'), models.Q(models.Q(('stage__in', ['accepted', 'published', 'replaced']), _negated=True), models.Q(('accepted_at__isnull', False), ('accepted_by__isnull', False)), _connector='OR'), models.Q(models.Q(('stage__in', ['published', 'replaced']), _negated=True), models.Q(('published_at__isnull', False), ('published_by__isnull', False)), _connector='OR'), models.Q(models.Q(('stage__in', ['replaced']), _negated=True), ('replaced_at__isnull', False), _connector='OR')), name='version_signed_for_its_stage', violation_error_message='برای این مرحله امضای لازم ثبت نشده است.'),
        ),
        migrations.AddConstraint(
            model_name='serviceversion',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('approved_by__isnull', True), models.Q(('approved_by', models.F('submitted_by')), ('approved_by', models.F('created_by')), _connector='OR', _negated=True), _connector='OR'), models.Q(('accepted_by__isnull', True), models.Q(('accepted_by', models.F('approved_by')), ('accepted_by', models.F('submitted_by')), ('accepted_by', models.F('created_by')), _connector='OR', _negated=True), _connector='OR'), models.Q(('published_by__isnull', True), models.Q(('published_by', models.F('approved_by')), ('published_by', models.F('submitted_by')), ('published_by', models.F('created_by')), _connector='OR', _negated=True), _connector='OR')), name='version_three_people', violation_error_message='نویسنده، تأییدکننده و منتشرکنندهٔ یک شناسنامه باید سه نفر باشند؛ پذیرنده نیز نویسنده یا تأییدکنندهٔ آن نیست.'),
        ),
    ]
