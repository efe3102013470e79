create table records as
select raw.*, telling.order_of[1] as rare, telling.order_of[2] as second, telling_mothers.mother_rare,
    telling_words.address_rare
from raw left join telling using (unique_id) left join telling_mothers using (unique_id)
left join telling_words using (unique_id);
drop table raw; drop table telling; drop table telling_mothers; drop table telling_words;
drop table common; drop table common_mothers; drop table common_words
