-- Nobody's data are changed by a file while they rest at their own request.
update arriving r
set errors = r.errors || jsonb_build_array(jsonb_build_array('restricted', '', %(say_restricted)s::text, '{}'::jsonb))
from people_restriction p
where p.person_id = r.person_id and p.lifted_on is null
