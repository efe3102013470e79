update imports_stagedrow
set person_id = nextval(pg_get_serial_sequence('people_person', 'id'))
where batch_id = %(batch)s and verdict = 'new'
