"""What forms asked about the people of the demo and no village list holds: schooling, illness, papers, child marriage.

Written set-wise, in proportions that look like a poor coast (Susenas 2020 and Riskesdas 2018, rounded). Half of the kecamatan
answer with the codes of BDT 2015, the others with those of Regsosek 2022, as registers are mixed in truth; some were never
asked. The same people answer the same every time: chance is a hash of their number.
"""

from collections.abc import Callable

from django.db import connection

from satupintu.cast.families import AS_OF
from satupintu.engine.events.models import Event
from satupintu.foundation.access import house
from satupintu.lib.rupiah import format_number
from satupintu.reports.sorting import actions as sorting

REASON = "melengkapi keterangan orang contoh"
COUNTED = (7302000000, 7306000000)
"""The kabupaten whose tables are counted at once, so that nobody waits for the night."""

_ANSWERS = """
with who as (
    select id, sex, traits, date_part('year', age(%(on)s::date, birth_date))::int as years,
        kecamatan %% 2 = 1 as is_regsosek,
        mod(abs(hashtext(id || 'sekolah')), 1000) as school, mod(abs(hashtext(id || 'sakit')), 1000) as ill,
        mod(abs(hashtext(id || 'jenis')), 100) as which, mod(abs(hashtext(id || 'akta')), 100) as certificate,
        mod(abs(hashtext(id || 'kartu')), 100) as card, mod(abs(hashtext(id || 'kawin')), 1000) as wed
    from people_person where birth_date is not null
), answered as (
    select *,
        case when school < 30 or years < 5 then null
            when years < 7 then case when school < 480 then 1 else 0 end
            when years < 13 then case when school < 978 then 1 when school < 989 then 0 else 2 end
            when years < 16 then case when school < 918 then 1 when school < 927 then 0 else 2 end
            when years < 18 then case when school < 765 then 1 when school < 775 then 0 else 2 end
            when years < 23 then case when school < 210 then 1 else 2 end
            else case when school < 90 then 0 else 2 end end as schooling,
        case when ill < 40 then null
            when years < 18 then case when ill < 62 then case when which < 60 then 3 when which < 68 then 4
                when which < 76 then 6 else 9 end else 0 end
            when years < 60 then case when ill < 160 then case when which < 35 then 1 when which < 60 then 2
                when which < 72 then 5 when which < 82 then 3 when which < 88 then 4 when which < 93 then 6 else 9 end
                else 0 end
            else case when ill < 420 then case when which < 44 then 1 when which < 70 then 2 when which < 82 then 5
                when which < 90 then 7 when which < 95 then 4 else 9 end else 0 end end as illness,
        case when certificate < 4 then null
            else (case when certificate < (case when years < 5 then 80 when years < 18 then 91 else 46 end) then 1 else 0 end)
               + (case when years between 7 and 17 and not is_regsosek and card < 38 then 2
                       when years < 17 and is_regsosek and card < 41 then 2 else 0 end)
               + (case when years >= 17 and card < 96 then 4 else 0 end)
               + (case when years >= 18 and not is_regsosek and certificate %% 3 = 0 then 8 else 0 end) end as papers
    from who
)
update people_person p set traits = p.traits
    || jsonb_strip_nulls(jsonb_build_object(
        'schooling', case when schooling is not null then case when is_regsosek
            then jsonb_build_array('regsosek', '2022', (schooling + 1)::text)
            else jsonb_build_array('bdt', '2015', schooling::text) end end,
        'illness', case when illness is not null then case when is_regsosek
            then jsonb_build_array('regsosek', '2022', case when illness = 9 then '18' else (illness + 1)::text end)
            else jsonb_build_array('bdt', '2015', illness::text) end end,
        'identity_papers', case when papers is not null then case when is_regsosek
            then jsonb_build_array('regsosek', '2022', papers::text)
            else jsonb_build_array('bdt', '2015', papers::text) end end))
    || case when years between 15 and 17 and wed < (case when p.sex = 'female' then 14 else 3 end)
        then jsonb_build_object('marital_status',
            jsonb_build_array('bdt', '2015', case when wed %% 9 = 8 then '3' else '2' end))
        else '{}'::jsonb end
from answered a where a.id = p.id
"""

_CONSENTS = """
insert into people_consent (village, person_id, purpose, form, given_on)
select village, id, 'sharing', 'signed', %(on)s::date from people_person
where birth_date > %(on)s::date - interval '18 years' and mod(abs(hashtext(id || 'izin')), 100) < 70
  and traits -> 'schooling' in ('["bdt", "2015", "0"]', '["bdt", "2015", "2"]', '["regsosek", "2022", "1"]',
      '["regsosek", "2022", "3"]')
"""
"""Parents of children out of school who allowed their data to be passed on."""


def are_known() -> bool:
    """Whether they were asked already."""
    with house(REASON, quietly=True):
        return Event.objects.filter(village=0, name="house.entered", facts__reason=REASON).exists()


def fill(tell: Callable[[str], None]) -> str:
    """Answer for everybody with a date of birth, and count the tables of both kabupaten."""
    tell("melengkapi keterangan orang …")
    with house(REASON) as by:
        with connection.cursor() as cursor:
            cursor.execute(_ANSWERS, {"on": AS_OF})
            people = cursor.rowcount
            cursor.execute(_CONSENTS, {"on": AS_OF})
        tell("menghitung tabel sortir …")
        for kabupaten in COUNTED:
            sorting.count(by=by, kabupaten=kabupaten)
    return f"{format_number(people)} orang"
