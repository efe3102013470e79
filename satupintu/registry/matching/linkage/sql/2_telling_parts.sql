-- The two parts of each name that fewest others have: a misspelt part is the rarest of all, then the second one tells.
create table telling as
select unique_id, list(sound order by many, sound) as order_of
from (select unique_id, unnest(sounds) as sound from raw) join common using (sound) group by unique_id;
create table telling_mothers as
select unique_id, arg_min(sound, (many, sound)) as mother_rare
from (select unique_id, unnest(mother_sounds) as sound from raw) join common_mothers using (sound) group by unique_id;
-- A word of an address that nobody else has is misspelt, or a number: it leads to nobody.
create table telling_words as
select unique_id, arg_min(word, (many, word)) as address_rare
from (select unique_id, unnest(address_words) as word from raw) join common_words using (word)
where many > 1 and length(word) > 3 group by unique_id
