"""What the page frame shows around every page; a door fills these in its context processor.

Template names: `navigation` (list of NavItem, at most 7), `places` (list of NavItem, at most 4, bottom bar of a phone),
`bell` (Bell or None), `switcher` (Switcher or None), `account` (Account or None), `search_url`, `suggest_url`,
`search_hint`, `demo_notice`.
"""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NavItem:
    """One place to go: words, address, icon name, whether it is where one is, and how many wait there."""

    label: str
    url: str
    icon: str = ""
    active: bool = False
    count: int = 0


@dataclass(frozen=True, slots=True)
class Choice:
    """One entry of a switcher: the value that is posted, its words, a second line, whether it is the current one."""

    value: str
    label: str
    detail: str = ""
    active: bool = False


@dataclass(frozen=True, slots=True)
class Switcher:
    """A menu that changes in one click under which hat one works: posts `name`=`value` to `url`."""

    label: str
    detail: str
    url: str
    choices: Sequence[Choice] = ()
    name: str = "choice"


@dataclass(frozen=True, slots=True)
class Account:
    """Who is signed in: name, the links of the account menu, and where signing out is posted."""

    name: str
    links: Sequence[NavItem] = ()
    sign_out_url: str = ""


@dataclass(frozen=True, slots=True)
class Bell:
    """News that wait to be read: where they are, how many, and up to how many are counted."""

    url: str
    unread: int = 0
    most: int = 99

    @property
    def shown(self) -> str:
        """The number beside the bell: "99+" for more than are counted; empty for none."""
        return f"{self.most}+" if self.unread > self.most else str(self.unread or "")
