import certificates.models.status
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('certificates', '0001_initial'),
        ('documents', '0002_welcome_packs'),
        ('training', '0023_calls'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RunSQL(
            'CREATE SEQUENCE certificates_status_place MINVALUE 0 START 0',
            'DROP SEQUENCE certificates_status_place',
        ),
        migrations.CreateModel(
            name='StatusList',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ordinal', models.PositiveIntegerField(unique=True, verbose_name='number')),
                ('name', models.CharField(default=certificates.models.status.new_name, max_length=12, unique=True, verbose_name='name in its address')),
                ('shuffle', models.BigIntegerField(default=certificates.models.status.new_shuffle, help_text='In which order places are given.')),
                ('credential', models.JSONField(blank=True, null=True, verbose_name='signed list')),
                ('signed_at', models.DateTimeField(blank=True, null=True, verbose_name='signed at')),
            ],
            options={
                'verbose_name': 'status list',
                'verbose_name_plural': 'status lists',
                'ordering': ['ordinal'],
            },
        ),
        migrations.AddField(
            model_name='certificate',
            name='credential',
            field=models.JSONField(blank=True, null=True, verbose_name='signed credential'),
        ),
        migrations.AddField(
            model_name='certificate',
            name='issuer',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='certificates', to='certificates.issuer', verbose_name='issuer'),
        ),
        migrations.AddField(
            model_name='certificate',
            name='number',
            field=models.PositiveIntegerField(null=True, verbose_name='number in the chain of its issuer'),
        ),
        migrations.AddField(
            model_name='certificate',
            name='previous_sha256',
            field=models.CharField(blank=True, max_length=64),
        ),
        migrations.AddField(
            model_name='certificate',
            name='record_sha256',
            field=models.CharField(max_length=64, null=True),
        ),
        migrations.AddField(
            model_name='certificate',
            name='status_index',
            field=models.PositiveIntegerField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='issuer',
            name='issued',
            field=models.PositiveIntegerField(default=0, editable=False, verbose_name='certificates issued'),
        ),
        migrations.AddField(
            model_name='issuer',
            name='last_sha256',
            field=models.CharField(blank=True, editable=False, max_length=64),
        ),
        migrations.CreateModel(
            name='IssuerKey',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_text', models.CharField(max_length=60, unique=True, verbose_name='public key')),
                ('state', models.CharField(choices=[('NEXT', 'Next'), ('ACTIVE', 'Active'), ('RETIRED', 'Retired'), ('COMPROMISED', 'Compromised')], default='NEXT', max_length=12, verbose_name='state')),
                ('made_at', models.DateTimeField(verbose_name='made at')),
                ('active_from', models.DateTimeField(blank=True, null=True, verbose_name='active from')),
                ('active_until', models.DateTimeField(blank=True, null=True, verbose_name='active until')),
                ('compromised_at', models.DateTimeField(blank=True, null=True, verbose_name='compromised since')),
            ],
            options={
                'verbose_name': 'issuer key',
                'verbose_name_plural': 'issuer keys',
                'ordering': ['made_at', 'pk'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('state__in', ['NEXT', 'ACTIVE'])), fields=('state',), name='issuer_key_one_active_one_next', violation_error_message='One key signs, and one is the next.'), models.CheckConstraint(condition=models.Q(models.Q(('active_from__isnull', True), ('active_until__isnull', True), ('state', 'NEXT')), models.Q(('active_from__isnull', False), ('active_until__isnull', True), ('state', 'ACTIVE')), models.Q(('active_from__isnull', False), ('active_until__isnull', False), ('state', 'RETIRED')), ('state', 'COMPROMISED'), _connector='OR'), name='issuer_key_state_has_its_dates', violation_error_message='The dates of a key follow its state.'), models.CheckConstraint(condition=models.Q(models.Q(('compromised_at__isnull', False), ('state', 'COMPROMISED')), models.Q(models.Q(('state', 'COMPROMISED'), _negated=True), ('compromised_at__isnull', True)), _connector='OR'), name='issuer_key_compromised_since', violation_error_message='A compromised key says since when.')],
            },
        ),
        migrations.AddField(
            model_name='certificate',
            name='key',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='certificates', to='certificates.issuerkey'),
        ),
        migrations.AddField(
            model_name='certificate',
            name='status_list',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='certificates', to='certificates.statuslist'),
        ),
    ]
