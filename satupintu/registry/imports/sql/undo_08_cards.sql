delete from people_familycard c
using imports_appliedrow a
where a.batch_id = %(batch)s and a.card_was_new and c.id = a.card_id
