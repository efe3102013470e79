delete from people_nametoken t
using becoming r
where r.verdict = 'changed' and t.person_id = r.person_id
