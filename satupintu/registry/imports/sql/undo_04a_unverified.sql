-- Whom the batch brought nobody has to look for any more.
delete from people_unverified t
using imports_appliedrow a
where a.batch_id = %(batch)s and a.was_new and t.person_id = a.person_id
