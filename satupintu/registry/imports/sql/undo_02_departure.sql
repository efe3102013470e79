-- What the batch brought goes; of persons who were registered before, what stood then stays.
delete from people_departure t
using imports_appliedrow a
where a.batch_id = %(batch)s and a.touched and t.person_id = a.person_id
    and not exists (
        select from imports_formerrow f
        where f.batch_id = a.batch_id and f.kind = 'departure' and f.row_id = t.id
    )
