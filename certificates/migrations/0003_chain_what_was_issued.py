"""The certificates that were issued before there was a chain are put into it, in the order of their issue."""

import hashlib

import certificates.models.guards
import django.db.models.deletion
import rfc8785
from django.db import migrations, models

GUARD = certificates.models.guards.IssuedStays(
    name='certificate_issued_stays',
    violation_error_message='What was issued never changes: revoke or replace it.',
)


def chain_what_was_issued(apps, schema_editor) -> None:
    Certificate = apps.get_model('certificates', 'Certificate')
    Issuer = apps.get_model('certificates', 'Issuer')
    for issuer in Issuer.objects.all():
        issued = Certificate.objects.filter(enrolment__session__provider=issuer.provider_id)
        for certificate in issued.select_related('document').order_by('issued_at', 'pk'):
            certificate.issuer_id = issuer.pk
            certificate.number = issuer.issued + 1
            certificate.previous_sha256 = issuer.last_sha256
            certificate.record_sha256 = _sha256_of(certificate)
            certificate.save()
            issuer.issued, issuer.last_sha256 = certificate.number, certificate.record_sha256
        issuer.save()


def _sha256_of(certificate) -> str:
    """What `certificates.domain.chain` hashes, as it was when this was written; none had a credential."""
    record = {
        'issuer': certificate.issuer_id,
        'number': certificate.number,
        'previous': certificate.previous_sha256,
        'kind': certificate.kind,
        'code': certificate.code,
        'enrolment': certificate.enrolment_id,
        'facts': certificate.facts_sha256,
        'document': certificate.document.sha256,
        'credential': None,
        'status': [None, None],
        'issued_at': certificate.issued_at.isoformat(),
        'issued_by': certificate.issued_by_id,
    }
    return hashlib.sha256(rfc8785.dumps(record)).hexdigest()


class Migration(migrations.Migration):

    dependencies = [
        ('certificates', '0002_chain_and_credential'),
    ]

    operations = [
        migrations.RemoveConstraint(model_name='certificate', name='certificate_issued_stays'),
        migrations.RunPython(chain_what_was_issued, migrations.RunPython.noop),
        migrations.RunSQL('SET CONSTRAINTS ALL IMMEDIATE', migrations.RunSQL.noop),
        migrations.AlterField(
            model_name='certificate',
            name='issuer',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='certificates', to='certificates.issuer', verbose_name='issuer'),
        ),
        migrations.AlterField(
            model_name='certificate',
            name='number',
            field=models.PositiveIntegerField(verbose_name='number in the chain of its issuer'),
        ),
        migrations.AlterField(
            model_name='certificate',
            name='record_sha256',
            field=models.CharField(max_length=64),
        ),
        migrations.AddConstraint(
            model_name='certificate',
            constraint=models.UniqueConstraint(fields=('issuer', 'number'), name='certificate_number_once', violation_error_message='Each certificate of an issuer has its own number.'),
        ),
        migrations.AddConstraint(
            model_name='certificate',
            constraint=models.UniqueConstraint(fields=('issuer', 'previous_sha256'), name='certificate_chain_has_no_fork', violation_error_message='Each certificate of an issuer follows another one.'),
        ),
        migrations.AddConstraint(
            model_name='certificate',
            constraint=models.UniqueConstraint(fields=('status_list', 'status_index'), name='certificate_status_place_once', violation_error_message='A place in a status list is given once.'),
        ),
        migrations.AddConstraint(
            model_name='certificate',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('credential__isnull', True), ('key__isnull', True), ('status_index__isnull', True), ('status_list__isnull', True)), models.Q(('credential__isnull', False), ('key__isnull', False), ('status_index__lt', 131072), ('status_list__isnull', False)), _connector='OR'), name='certificate_credential_is_whole', violation_error_message='A credential has a key and a place in a status list.'),
        ),
        migrations.AddConstraint(
            model_name='certificate',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('number', 1), ('previous_sha256', '')), models.Q(('number__gt', 1), ('previous_sha256__regex', '^[0-9a-f]{64}$')), _connector='OR'), name='certificate_follows_another', violation_error_message='Each certificate of an issuer follows another one.'),
        ),
        migrations.AddConstraint(model_name='certificate', constraint=GUARD),
    ]
