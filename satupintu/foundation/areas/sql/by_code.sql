-- Areas whose code begins with the digits that were typed.
select number
from areas_area
where number >= %(first)s and number < %(last)s and number >= %(low)s and number < %(high)s
  and ended_id is null and (%(level)s::int is null or level = %(level)s)
order by number
limit %(limit)s
