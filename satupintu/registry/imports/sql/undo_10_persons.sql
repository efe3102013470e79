delete from people_person p
using imports_appliedrow a
where a.batch_id = %(batch)s and a.was_new and p.id = a.person_id
