"""Counters of numbers, attachments and their bytes."""

import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.datetime
import satupintu.engine.documents.words
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Attachment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('subject_type', models.CharField(max_length=40)),
                ('subject_id', models.BigIntegerField()),
                ('trace', models.CharField(max_length=60)),
                ('name', models.CharField(max_length=120)),
                ('kind', models.CharField(choices=satupintu.engine.documents.words.FileKind.choices, max_length=20)),
                ('size', models.PositiveIntegerField(help_text='Byte berkas asli')),
                ('sha256', models.CharField(help_text='Sidik berkas asli', max_length=64)),
                ('width', models.PositiveIntegerField(null=True)),
                ('height', models.PositiveIntegerField(null=True)),
                ('village', models.BigIntegerField(null=True)),
                ('offices', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), default=list, size=None)),
                ('clearance', models.SmallIntegerField(default=0)),
                ('appointment_id', models.BigIntegerField(null=True)),
                ('by_label', models.CharField(max_length=200)),
                ('at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
            ],
        ),
        migrations.CreateModel(
            name='Counter',
            fields=[
                ('scope', models.CharField(max_length=60, primary_key=True, serialize=False)),
                ('value', models.BigIntegerField()),
            ],
        ),
        migrations.CreateModel(
            name='Content',
            fields=[
                ('attachment', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='content', serialize=False, to='documents.attachment')),
                ('data', models.BinaryField()),
            ],
        ),
        migrations.CreateModel(
            name='Original',
            fields=[
                ('attachment', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='+', serialize=False, to='documents.attachment')),
                ('data', models.BinaryField()),
            ],
        ),
        migrations.AddIndex(
            model_name='attachment',
            index=models.Index(fields=['subject_type', 'subject_id'], name='attachment_subject'),
        ),
        migrations.AddConstraint(
            model_name='attachment',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', satupintu.engine.documents.words.FileKind)), name='attachment_kind_known'),
        ),
    ]
