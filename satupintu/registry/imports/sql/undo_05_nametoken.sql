-- Search keys go with the batch; those of persons who were registered before are put back with them.
delete from people_nametoken t
using imports_appliedrow a
where a.batch_id = %(batch)s and a.touched and t.person_id = a.person_id
