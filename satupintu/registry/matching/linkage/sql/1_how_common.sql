-- How many records have a sound in their name and in their mother's, and a word in their address.
create table common as
select sound, count(*) as many from (select unnest(sounds) as sound from raw) group by sound;
create table common_mothers as
select sound, count(*) as many from (select unnest(mother_sounds) as sound from raw) group by sound;
create table common_words as
select word, count(*) as many from (select unnest(address_words) as word from raw) group by word
