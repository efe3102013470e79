"""The code lists that files handed in are written with, one module a system: `bdt`, `bdt_home`, `regsosek`, `register`,
`welfare`.

Facts of the forms, written anew; the lists of one system never stand in for those of another (see `lib.codes`).
"""

from satupintu.lib.codelists import bdt, bdt_home, register, regsosek, welfare
from satupintu.lib.codes import CodeList

CATALOGUE: dict[str, CodeList] = {
    codes.key: codes for module in (bdt, bdt_home, register, regsosek, welfare) for codes in module.LISTS
}
"""Every list by its key ("regsosek/2022/sex"): what a column of a file may be coded in."""
