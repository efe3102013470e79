-- What was changed is as it was. Search keys that went are put back.
with p as (
    update people_person t
    set version = o.version, name = o.name, name_key = o.name_key, nik = o.nik, sex = o.sex, birth_date = o.birth_date,
        birth_year = o.birth_year, birth_place = o.birth_place, mother_name = o.mother_name, village = o.village,
        dusun = o.dusun, rt = o.rt, rw = o.rw, address = o.address, occupation = o.occupation, traits = o.traits
    from imports_formerrow f cross join lateral jsonb_populate_record(null::people_person, f.was) o
    where f.batch_id = %(batch)s and f.kind = 'person' and t.id = f.row_id
), h as (
    update people_household t
    set version = o.version, head_id = o.head_id, village = o.village, dusun = o.dusun, rt = o.rt, rw = o.rw,
        address = o.address
    from imports_formerrow f cross join lateral jsonb_populate_record(null::people_household, f.was) o
    where f.batch_id = %(batch)s and f.kind = 'household' and t.id = f.row_id
), m as (
    update people_householdmember t
    set relationship = o.relationship, village = o.village, since = o.since, until = o.until
    from imports_formerrow f cross join lateral jsonb_populate_record(null::people_householdmember, f.was) o
    where f.batch_id = %(batch)s and f.kind = 'householdmember' and t.id = f.row_id
), c as (
    update people_cardmember t
    set relationship = o.relationship, village = o.village, since = o.since, until = o.until
    from imports_formerrow f cross join lateral jsonb_populate_record(null::people_cardmember, f.was) o
    where f.batch_id = %(batch)s and f.kind = 'cardmember' and t.id = f.row_id
), d as (
    update people_departure t set village = o.village
    from imports_formerrow f cross join lateral jsonb_populate_record(null::people_departure, f.was) o
    where f.batch_id = %(batch)s and f.kind = 'departure' and t.id = f.row_id
), l as (
    update people_listmembership t set village = o.village, member_id = o.member_id, desil = o.desil, raw = o.raw
    from imports_formerrow f cross join lateral jsonb_populate_record(null::people_listmembership, f.was) o
    where f.batch_id = %(batch)s and f.kind = 'listmembership' and t.id = f.row_id
), u as (
    update people_unverified t set village = o.village
    from imports_formerrow f cross join lateral jsonb_populate_record(null::people_unverified, f.was) o
    where f.batch_id = %(batch)s and f.kind = 'unverified' and t.id = f.row_id
), n as (
    update people_consent t set village = o.village
    from imports_formerrow f cross join lateral jsonb_populate_record(null::people_consent, f.was) o
    where f.batch_id = %(batch)s and f.kind = 'consent' and t.id = f.row_id
)
insert into people_nametoken (person_id, key, birth_year, village)
select o.person_id, o.key, o.birth_year, o.village
from imports_formerrow f cross join lateral jsonb_populate_recordset(null::people_nametoken, f.was) o
where f.batch_id = %(batch)s and f.kind = 'nametoken'
