analyze pg_temp.becoming (number, verdict, village, household_key, kk_number, person_id)
