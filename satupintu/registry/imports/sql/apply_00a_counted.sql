-- Nobody has told the planner how many rows there are, and it takes what stood in the staging table before for the truth.
analyze pg_temp.numbered
