-- One line a village. A membership moves along with its person, so both editions see them in the same village.
with line as (
    select village, count(*) filter (where was_there) as before, count(*) filter (where is_there) as after,
        count(*) filter (where movement = 'came') as came, count(*) filter (where movement = 'fell') as fell,
        count(*) filter (where movement = 'poorer') as poorer, count(*) filter (where movement = 'better') as better,
        count(*) filter (where movement = 'same') as same
    from (
        -- compared
    ) compared
    group by village
)
select line.village, area.name, before, after, came, fell, poorer, better, same
from line join areas_area area on area.number = line.village
order by line.village
