delete from people_household h
using imports_appliedrow a
where a.batch_id = %(batch)s and a.household_was_new and h.id = a.household_id
