-- Rows that became people are in the register now; only the refused stay, to be given back with their messages.
delete from imports_stagedrow where batch_id = %(batch)s and verdict <> 'refused'
