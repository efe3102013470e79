-- What a batch would do, in numbers.
select count(*) as rows,
    count(*) filter (where verdict = 'new') as new,
    count(*) filter (where verdict = 'changed') as changed,
    count(*) filter (where verdict = 'unchanged') as unchanged,
    count(*) filter (where verdict = 'refused') as refused,
    count(*) filter (where cautions <> '[]' and verdict <> 'refused') as cautions,
    count(distinct household_key) filter (where verdict <> 'refused') as households,
    count(*) filter (where nik is null and verdict <> 'refused') as without_nik
from imports_stagedrow
where batch_id = %(batch)s
