"""Templates of letters, letters, the names under them, the papers themselves."""

import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.datetime
import satupintu.engine.documents.words
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('documents', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Letter',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveIntegerField(default=1)),
                ('kind', models.CharField(max_length=20)),
                ('subject_type', models.CharField(max_length=40)),
                ('subject_id', models.BigIntegerField()),
                ('trace_label', models.CharField(max_length=60)),
                ('about', models.CharField(blank=True, max_length=200)),
                ('state', models.CharField(choices=satupintu.engine.documents.words.LetterState.choices, default=satupintu.engine.documents.words.LetterState['DRAFTED'], max_length=20)),
                ('waits_for', models.CharField(choices=satupintu.engine.documents.words.LetterWait.choices, max_length=20)),
                ('waits_role', models.CharField(blank=True, max_length=20)),
                ('round', models.PositiveSmallIntegerField(default=1)),
                ('initials_role', models.CharField(blank=True, max_length=20)),
                ('signers', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=20), default=list, size=None)),
                ('office_id', models.BigIntegerField()),
                ('office_name', models.CharField(max_length=160)),
                ('area', models.BigIntegerField()),
                ('series', models.CharField(max_length=6)),
                ('year', models.PositiveSmallIntegerField(null=True)),
                ('sequence', models.PositiveIntegerField(null=True)),
                ('number', models.CharField(max_length=80, null=True, unique=True)),
                ('fingerprint', models.CharField(help_text='Sidik kode periksa', max_length=64, null=True, unique=True)),
                ('typed', models.JSONField(default=dict)),
                ('facts', models.JSONField(default=dict)),
                ('drafter_id', models.BigIntegerField()),
                ('drafter_account_id', models.BigIntegerField()),
                ('drafter_label', models.CharField(max_length=200)),
                ('drafted_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('moved_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('issued_at', models.DateTimeField(null=True)),
                ('issued_on', models.DateField(null=True)),
                ('village', models.BigIntegerField(null=True)),
                ('offices', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), default=list, size=None)),
                ('clearance', models.SmallIntegerField(default=0)),
            ],
        ),
        migrations.CreateModel(
            name='LetterPaper',
            fields=[
                ('letter', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='paper', serialize=False, to='documents.letter')),
                ('pdf', models.BinaryField()),
                ('sha256', models.CharField(max_length=64)),
            ],
        ),
        migrations.CreateModel(
            name='LetterRevocation',
            fields=[
                ('letter', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='revocation', serialize=False, to='documents.letter')),
                ('reason', models.TextField()),
                ('by_id', models.BigIntegerField()),
                ('by_label', models.CharField(max_length=200)),
                ('at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
            ],
        ),
        migrations.CreateModel(
            name='LetterReturn',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('round', models.PositiveSmallIntegerField()),
                ('reason', models.TextField()),
                ('by_id', models.BigIntegerField()),
                ('by_label', models.CharField(max_length=200)),
                ('at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('letter', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='returns', to='documents.letter')),
            ],
            options={
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='LetterTemplate',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=20)),
                ('name', models.CharField(max_length=80)),
                ('office_kind', models.CharField(blank=True, max_length=20)),
                ('area_start', models.BigIntegerField()),
                ('area_end', models.BigIntegerField()),
                ('made_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('kind', 'name', 'office_kind', 'area_start', 'area_end'), name='template_once'), models.CheckConstraint(condition=models.Q(('area_end__gt', models.F('area_start'))), name='template_area')],
            },
        ),
        migrations.CreateModel(
            name='TemplateVersion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveIntegerField(default=1)),
                ('number', models.PositiveIntegerField()),
                ('state', models.CharField(choices=satupintu.engine.documents.words.VersionState.choices, default=satupintu.engine.documents.words.VersionState['DRAFTED'], max_length=20)),
                ('wording', models.JSONField()),
                ('valid_from', models.DateField(null=True)),
                ('by_label', models.CharField(max_length=200)),
                ('changed_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('template', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='versions', to='documents.lettertemplate')),
            ],
        ),
        migrations.AddField(
            model_name='letter',
            name='template_version',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='documents.templateversion'),
        ),
        migrations.CreateModel(
            name='Signature',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('round', models.PositiveSmallIntegerField()),
                ('kind', models.CharField(choices=satupintu.engine.documents.words.SignatureKind.choices, max_length=20)),
                ('role', models.CharField(max_length=20)),
                ('order', models.PositiveSmallIntegerField()),
                ('by_id', models.BigIntegerField()),
                ('account_id', models.BigIntegerField()),
                ('name', models.CharField(max_length=120)),
                ('nip', models.CharField(blank=True, max_length=30)),
                ('by_label', models.CharField(max_length=200)),
                ('at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('letter', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='signatures', to='documents.letter')),
            ],
            options={
                'ordering': ['pk'],
                'constraints': [models.UniqueConstraint(fields=('letter', 'round', 'order'), name='signature_order'), models.CheckConstraint(condition=models.Q(('kind__in', ['initials', 'signature'])), name='signature_kind_known')],
            },
        ),
        migrations.AddConstraint(
            model_name='templateversion',
            constraint=models.UniqueConstraint(fields=('template', 'number'), name='template_version'),
        ),
        migrations.AddConstraint(
            model_name='templateversion',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['drafted', 'published'])), name='template_state_known'),
        ),
        migrations.AddConstraint(
            model_name='templateversion',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', satupintu.engine.documents.words.VersionState['PUBLISHED']), _negated=True), ('valid_from__isnull', False), _connector='OR'), name='template_begins'),
        ),
        migrations.AddIndex(
            model_name='letter',
            index=models.Index(fields=['subject_type', 'subject_id'], name='letter_subject'),
        ),
        migrations.AddIndex(
            model_name='letter',
            index=models.Index(fields=['office_id', '-id'], name='letter_office'),
        ),
        migrations.AddIndex(
            model_name='letter',
            index=models.Index(fields=['village', '-id'], name='letter_village'),
        ),
        migrations.AddIndex(
            model_name='letter',
            index=models.Index(condition=models.Q(('waits_for', 'nothing'), _negated=True), fields=['area', 'waits_for', 'moved_at'], name='letter_waits'),
        ),
        migrations.AddIndex(
            model_name='letter',
            index=models.Index(fields=['drafter_id'], name='letter_drafter'),
        ),
        migrations.AddConstraint(
            model_name='letter',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['drafted', 'initialled', 'half_signed', 'issued', 'returned', 'revoked'])), name='letter_state_known'),
        ),
        migrations.AddConstraint(
            model_name='letter',
            constraint=models.CheckConstraint(condition=models.Q(('waits_for__in', ['repair', 'initial', 'sign', 'nothing'])), name='letter_wait_known'),
        ),
        migrations.AddConstraint(
            model_name='letter',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['issued', 'revoked']), ('number__isnull', True), _connector='XOR'), name='letter_number_when_issued'),
        ),
        migrations.AddConstraint(
            model_name='letter',
            constraint=models.UniqueConstraint(fields=('office_id', 'series', 'year', 'sequence'), name='letter_sequence'),
        ),
    ]
