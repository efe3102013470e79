-- Of whom the file says nothing new nothing is written but that they stood in it; the steps that follow see only the others.
-- Whatever a step would write for a row that is unchanged is asked for here.
with untouched as (
    delete from becoming b
    using (
        select r.number
        from becoming r
        left join people_householdmember m on m.person_id = r.person_id and m.until is null
        left join people_household h on h.id = r.household_id
        left join people_cardmember c on c.person_id = r.person_id and c.until is null
        left join people_departure d on d.person_id = r.person_id and d.revoked_on is null
        left join people_listmembership l on l.person_id = r.person_id and l.edition_id = %(edition)s
        where r.verdict = 'unchanged'
            and (r.household_id is null or m.household_id = r.household_id
                and (r.relationship is null or m.relationship = r.relationship and m.village = r.village))
            and (r.household_id is null or r.relationship is distinct from 'head' or h.head_id = r.person_id)
            and (r.card_id is null or c.card_id = r.card_id)
            and (r.departure is null or d.id is not null)
            and (%(edition)s::bigint is null
                or r.desil is null and r.member_id is null and r.raw = '{}' and not %(listed)s
                or l.desil is not distinct from coalesce(r.desil, l.desil)
                    and l.member_id = coalesce(nullif(r.member_id, ''), l.member_id) and l.raw || r.raw = l.raw)
    ) same
    where b.number = same.number
    returning b.*
)
insert into imports_appliedrow (
    batch_id, area, person_id, was_new, person_version, touched, household_id, household_was_new, card_id, card_was_new
)
select %(batch)s, %(area)s, u.person_id, false, p.version, false, u.household_id, false, u.card_id, false
from untouched u
left join people_person p on p.id = u.person_id
