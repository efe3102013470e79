delete from people_nametoken t
using imports_stagedrow r
where r.batch_id = %(batch)s and r.verdict = 'changed' and t.person_id = r.person_id
