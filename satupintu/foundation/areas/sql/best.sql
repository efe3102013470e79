-- The best of all readings. Equal fit: a province or kabupaten first (few bear such a name), then villages.
select number
from ({readings}) found
group by number, level
order by max(fit) desc, case level when 2 then 0 when 1 then 1 when 4 then 2 else 3 end, number
limit %(limit)s
