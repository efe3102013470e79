"""Kinds of need (PPKS), contacts, and what stood in a record before each change, kept by the database itself."""

import django.db.models.deletion
import satupintu.registry.people.words
from django.db import migrations, models

KEEP = """
create function people_keep_former() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
    -- Set-wise: one insert for an update of one row or of a million. Computed columns and the count of versions are no news.
    execute format(
        $q$insert into people_formervalue (%I, changed_at, tx, appointment, was)
        select both_rows.id, now(), pg_current_xact_id()::text::bigint,
            nullif(current_setting('app.appointment', true), '')::bigint, changed.was
        from (
            select o.id, to_jsonb(o) - array['id', 'version', 'name_key', 'kecamatan', 'kabupaten', 'provinsi']
                as was, to_jsonb(n) as is_now
            from before o join after n on n.id = o.id
            offset 0
        ) both_rows
        cross join lateral (
            select jsonb_object_agg(one.key, one.value) as was
            from jsonb_each(both_rows.was) one
            where both_rows.is_now -> one.key is distinct from one.value
        ) changed
        where changed.was is not null$q$, tg_argv[0]);
    return null;
end
$$;
revoke all on function people_keep_former() from public;
create trigger people_person_former after update on people_person
    referencing old table as before new table as after
    for each statement execute function people_keep_former('person_id');
create trigger people_household_former after update on people_household
    referencing old table as before new table as after
    for each statement execute function people_keep_former('household_id');
"""
BACK = """
drop trigger people_person_former on people_person;
drop trigger people_household_former on people_household;
drop function people_keep_former();
"""


class Migration(migrations.Migration):

    dependencies = [
        ('offices', '0003_case_officer_of_an_agency'),
        ('people', '0003_merged_records'),
    ]

    operations = [
        migrations.CreateModel(
            name='Contact',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('rule', models.CharField(choices=satupintu.registry.people.words.SafeContact.choices, max_length=20)),
                ('introduction', models.CharField(choices=satupintu.registry.people.words.Introduction.choices, max_length=20)),
                ('phone', models.CharField(blank=True, max_length=40)),
                ('email', models.CharField(blank=True, max_length=120)),
                ('ask_for', models.CharField(blank=True, max_length=120)),
                ('best_time', models.CharField(blank=True, max_length=80)),
                ('recorded_label', models.CharField(max_length=200)),
                ('recorded_at', models.DateTimeField(auto_now_add=True)),
                ('replaced_at', models.DateTimeField(null=True)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='contacts', to='people.person')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('replaced_at', None)), fields=('person',), name='one_contact_at_a_time'), models.CheckConstraint(condition=models.Q(('rule__in', ['any', 'message', 'call', 'in_person', 'none'])), name='contact_rule_known'), models.CheckConstraint(condition=models.Q(('introduction__in', ['say', 'hide'])), name='contact_intro_known')],
            },
        ),
        migrations.CreateModel(
            name='FormerValue',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('changed_at', models.DateTimeField()),
                ('tx', models.BigIntegerField()),
                ('appointment', models.BigIntegerField(null=True)),
                ('was', models.JSONField()),
                ('household', models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.household')),
                ('person', models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('person__isnull', False)), fields=['person', '-id'], name='former_person'), models.Index(condition=models.Q(('household__isnull', False)), fields=['household', '-id'], name='former_household')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('household', None), ('person__isnull', False)), models.Q(('household__isnull', False), ('person', None)), _connector='OR'), name='former_of_one')],
            },
        ),
        migrations.CreateModel(
            name='Ppks',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('system', models.CharField(max_length=20)),
                ('version', models.CharField(max_length=30)),
                ('code', models.CharField(max_length=10)),
                ('clearance', models.SmallIntegerField()),
                ('basis', models.CharField(choices=satupintu.registry.people.words.PpksBasis.choices, max_length=20)),
                ('evidence', models.CharField(blank=True, max_length=200)),
                ('since', models.DateField()),
                ('until', models.DateField(null=True)),
                ('ended_because', models.CharField(blank=True, choices=satupintu.registry.people.words.PpksEnd.choices, max_length=20)),
                ('recorded_label', models.CharField(max_length=200)),
                ('recorded_at', models.DateTimeField(auto_now_add=True)),
                ('household', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='ppks', to='people.household')),
                ('office', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='offices.office')),
                ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='ppks', to='people.person')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('household', None), ('person__isnull', False)), models.Q(('household__isnull', False), ('person', None)), _connector='OR'), name='ppks_of_one'), models.UniqueConstraint(condition=models.Q(('until', None)), fields=('person', 'system', 'version', 'code'), name='ppks_person_once'), models.UniqueConstraint(condition=models.Q(('until', None)), fields=('household', 'system', 'version', 'code'), name='ppks_household_once'), models.CheckConstraint(condition=models.Q(('basis__in', ['assessment', 'family', 'neighbours', 'musdes', 'decision', 'file'])), name='ppks_basis_known'), models.CheckConstraint(condition=models.Q(('ended_because__in', ['', 'overcome', 'grown', 'wrong', 'gone'])), name='ppks_end_known'), models.CheckConstraint(condition=models.Q(('until__gte', models.F('since'))), name='ppks_days'), models.CheckConstraint(condition=models.Q(('clearance__range', (0, 2))), name='ppks_clearance_known')],
            },
        ),
        migrations.RunSQL(KEEP, BACK),
    ]
