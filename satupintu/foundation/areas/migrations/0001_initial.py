import django.contrib.postgres.indexes
import django.db.models.deletion
import django.db.models.expressions
import django.db.models.functions.datetime
import satupintu.foundation.areas.words
from django.contrib.postgres.operations import TrigramExtension
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        TrigramExtension(),
        migrations.CreateModel(
            name='Edition',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('decree', models.CharField(max_length=120, unique=True)),
                ('decree_date', models.DateField()),
                ('source', models.CharField(blank=True, max_length=200)),
                ('adopted_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
            ],
        ),
        migrations.CreateModel(
            name='Area',
            fields=[
                ('number', models.BigIntegerField(primary_key=True, serialize=False)),
                ('code', models.GeneratedField(db_persist=True, expression=django.db.models.expressions.RawSQL("case when mod(number, 100000000) = 0 then substring(number::text from 1 for 2) when mod(number, 1000000) = 0 then substring(number::text from 1 for 2) || '.' || substring(number::text from 3 for 2) when mod(number, 10000) = 0 then substring(number::text from 1 for 2) || '.' || substring(number::text from 3 for 2) || '.' || substring(number::text from 5 for 2) else substring(number::text from 1 for 2) || '.' || substring(number::text from 3 for 2) || '.' || substring(number::text from 5 for 2) || '.' || substring(number::text from 7) end", [], None), output_field=models.CharField(max_length=13))),
                ('name', models.CharField(max_length=120)),
                ('name_key', models.CharField(editable=False, max_length=120)),
                ('level', models.GeneratedField(db_persist=True, expression=django.db.models.expressions.RawSQL('case when mod(number, 100000000) = 0 then 1 when mod(number, 1000000) = 0 then 2 when mod(number, 10000) = 0 then 3 else 4 end', [], None), output_field=models.SmallIntegerField())),
                ('kind', models.CharField(choices=satupintu.foundation.areas.words.Kind.choices, max_length=20)),
                ('span_start', models.GeneratedField(db_persist=True, expression=django.db.models.expressions.RawSQL('number', [], None), output_field=models.BigIntegerField())),
                ('span_end', models.GeneratedField(db_persist=True, expression=django.db.models.expressions.RawSQL('number + case when mod(number, 100000000) = 0 then 100000000 when mod(number, 1000000) = 0 then 1000000 when mod(number, 10000) = 0 then 10000 else 1 end', [], None), output_field=models.BigIntegerField())),
                ('parent', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='children', to='areas.area')),
                ('began', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='areas.edition')),
                ('ended', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='areas.edition')),
            ],
            options={
                'ordering': ('number',),
            },
        ),
        migrations.CreateModel(
            name='FormerName',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120)),
                ('name_key', models.CharField(editable=False, max_length=120)),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='former_names', to='areas.area')),
                ('until', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='areas.edition')),
            ],
        ),
        migrations.CreateModel(
            name='Succession',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reason', models.CharField(choices=satupintu.foundation.areas.words.Reason.choices, max_length=20)),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='successions', to='areas.edition')),
                ('new', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='predecessions', to='areas.area')),
                ('old', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='successions', to='areas.area')),
            ],
        ),
        migrations.AddIndex(
            model_name='area',
            index=django.contrib.postgres.indexes.GinIndex(fields=['name_key'], name='area_name_trigram', opclasses=['gin_trgm_ops']),
        ),
        migrations.AddIndex(
            model_name='area',
            index=django.contrib.postgres.indexes.GinIndex(condition=models.Q(('level__lte', 3)), fields=['name_key'], name='area_place_trigram', opclasses=['gin_trgm_ops']),
        ),
        migrations.AddIndex(
            model_name='area',
            index=models.Index(fields=['name_key'], name='area_name_key', opclasses=['varchar_pattern_ops']),
        ),
        migrations.AddConstraint(
            model_name='area',
            constraint=models.CheckConstraint(condition=models.Q(('number__range', (1100000000, 9999999999))), name='area_number_ten_digits'),
        ),
        migrations.AddConstraint(
            model_name='area',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('name', ''), _negated=True), models.Q(('name_key', ''), _negated=True)), name='area_has_a_name'),
        ),
        migrations.AddConstraint(
            model_name='area',
            constraint=models.CheckConstraint(condition=django.db.models.expressions.RawSQL('parent_id is not distinct from case when mod(number, 100000000) = 0 then null when mod(number, 1000000) = 0 then number / 100000000 * 100000000 when mod(number, 10000) = 0 then number / 1000000 * 1000000 else number / 10000 * 10000 end', [], models.BooleanField()), name='area_parent_by_number'),
        ),
        migrations.AddConstraint(
            model_name='area',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('level', 1), _negated=True), ('kind__in', ['provinsi']), _connector='OR'), name='area_kind_of_level_1'),
        ),
        migrations.AddConstraint(
            model_name='area',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('level', 2), _negated=True), ('kind__in', ['kabupaten', 'kabupaten_adm', 'kota', 'kota_adm']), _connector='OR'), name='area_kind_of_level_2'),
        ),
        migrations.AddConstraint(
            model_name='area',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('level', 3), _negated=True), ('kind__in', ['distrik', 'kecamatan']), _connector='OR'), name='area_kind_of_level_3'),
        ),
        migrations.AddConstraint(
            model_name='area',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('level', 4), _negated=True), ('kind__in', ['desa', 'desa_adat', 'kelurahan']), _connector='OR'), name='area_kind_of_level_4'),
        ),
        migrations.AddConstraint(
            model_name='area',
            constraint=models.CheckConstraint(condition=models.Q(('ended', models.F('began')), _negated=True), name='area_ends_after_it_began'),
        ),
        migrations.AddIndex(
            model_name='formername',
            index=django.contrib.postgres.indexes.GinIndex(fields=['name_key'], name='former_name_trigram', opclasses=['gin_trgm_ops']),
        ),
        migrations.AddConstraint(
            model_name='formername',
            constraint=models.UniqueConstraint(fields=('area', 'until'), name='former_name_once'),
        ),
        migrations.AddConstraint(
            model_name='succession',
            constraint=models.UniqueConstraint(fields=('edition', 'old', 'new'), name='succession_once'),
        ),
        migrations.AddConstraint(
            model_name='succession',
            constraint=models.CheckConstraint(condition=models.Q(('old', models.F('new')), _negated=True), name='succession_of_another'),
        ),
        migrations.AddConstraint(
            model_name='succession',
            constraint=models.CheckConstraint(condition=models.Q(('reason__in', ['recoded', 'moved', 'exchanged', 'shifted', 'transferred', 'similar', 'decided'])), name='succession_reason_known'),
        ),
    ]
