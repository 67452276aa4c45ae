"""The pages that open by their name: sheets over whatever is shown, and the screens that need no session.

What draws them stands on floors above this one and is named as "module:function" (see `phases`). `register`
takes the functions themselves. An intent `Go(name)` opens one, from any button or key.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal, cast

from engine.view.types import View
from game.front.foldout import SCREEN
from game.front.phases import named
from game.front.state import Ui, Way
from game.kit import Element


@dataclass(frozen=True, eq=False)
class Page:
    """One page. `sees`: what it is drawn from, which is what its window shows, or all that whoever leads may
    see ("inside", in one window too), or what the holder that its argument names may see.
    """

    name: str
    draw: Callable[[View | None, Ui], Element] | str
    whole: bool = False
    """It fills the window; else it is a sheet over what is shown."""
    sees: Literal["window", "inside", "holder"] = "window"
    read: bool = False
    """A room reads it together."""
    field: str = ""
    """Where one begins to write at once, on a form: no letter is lost, and Space is a letter."""
    looks: Literal["window", "room"] = "window"
    """In which window's type it is set: its own, or the room's in either."""
    needs: str = ""
    """The command without which it is not shown."""
    private: str = ""
    """The kind of phase in which it is for nobody but who has the computer, once they uncover it; else ""."""
    way: Callable[[View, Ui], Way | None] | str = ""
    """The way on from it; "" closes a sheet, and leads nowhere from a whole page."""


_pages: dict[str, Page] = {}
PAGES: Final[Mapping[str, Page]] = MappingProxyType(_pages)
"""Name -> page, those registered from elsewhere included."""


def register(page: Page) -> None:
    """Let a page be opened; ValueError where one of that name can be already."""
    if page.name in _pages:
        raise ValueError(f"there is a page {page.name!r} already")
    _pages[page.name] = page


def forget(name: str) -> None:
    """Take a registered page out again; KeyError where there is none of that name."""
    del _pages[name]


def drawn(name: str, view: View | None, ui: Ui) -> Element:
    """A page, from what may be seen; KeyError where there is none of that name."""
    return cast("Element", named(PAGES[name].draw)(view, ui))


def whole(name: str) -> bool:
    """Whether that is a page which fills the window."""
    return name in PAGES and PAGES[name].whole


def stands(name: str, view: View | None) -> bool:
    """Whether a page that fills the window may be opened by its name, as far as `view` allows."""
    if not whole(name) or PAGES[name].private:
        return False
    needs = PAGES[name].needs
    return not needs or (view is not None and view.allows(needs) is not None)


def private(kind: str) -> str:
    """The page for nobody but who has the computer in a kind of phase; "" where there is none."""
    return next((page.name for page in PAGES.values() if page.private == kind), "")


def field(name: str) -> str:
    """Where one begins to write at once on a page; "" nowhere."""
    return PAGES[name].field if name in PAGES else ""


def over(name: str) -> bool:
    """Whether that is a sheet over what is shown."""
    return name in PAGES and not PAGES[name].whole


def read(name: str) -> bool:
    """Whether that is a page which a room reads together."""
    return name in PAGES and PAGES[name].read


for _page in (
    Page("accueil", "screens.home.accueil:accueil", whole=True),
    Page("scenarios", "screens.home.accueil:scenarios", whole=True),
    Page("sessions", "screens.home.accueil:sessions", whole=True),
    Page("setup", "screens.home.setup:setup", whole=True, way="screens.home.setup:setup_way"),
    Page(
        "carte-blanche",
        "screens.round.carte_blanche:carte_blanche",
        whole=True,
        field="carte.name",
        looks="room",
        needs="carte-blanche",
        way="screens.round.carte_blanche:way",
    ),
    Page(
        SCREEN, "screens.foldout.foldout:foldout", whole=True, read=True,
        way="screens.foldout.foldout:foldout_way",
    ),
    Page("private", "screens.round.choice:private", whole=True, private="choice"),
    Page("private-ballot", "screens.round.marking:private", whole=True, private="ballot"),
    Page("settings", "screens.overlays.general:settings"),
    Page("help", "screens.overlays.general:help_overlay"),
    Page("menu", "screens.overlays.menu:menu"),
    Page("home-asked", "screens.overlays.menu:home_asked"),
    Page("leaflet", "screens.overlays.menu:leaflet", read=True, way="screens.overlays.menu:leaflet_way"),
    Page("journal", "screens.overlays.general:journal", sees="inside"),  # it tells no secret
    Page("undo", "screens.overlays.general:undo", sees="inside"),
    Page("closing", "screens.overlays.general:closing"),
    Page("problem", "screens.overlays.general:problem"),
    Page("elsewhere", "screens.overlays.general:elsewhere"),
    Page("print", "screens.overlays.making:printing"),
    Page("record", "screens.overlays.making:recording"),
    Page("design", "screens.overlays.general:design"),
    Page("card", "screens.overlays.card:card", read=True),
    Page("term", "screens.overlays.term:term", read=True),
    Page("why", "screens.overlays.why:why", read=True),
    Page("gauges", "screens.overlays.meanings:gauges", read=True),
    Page("zones", "screens.overlays.meanings:zones", read=True),
    Page("tokens", "screens.overlays.meanings:tokens", read=True),
    Page("ladder", "screens.overlays.meanings:ladder", read=True),
    Page("week", "screens.overlays.week:week", read=True),
    Page("groups", "screens.overlays.groups:groups", read=True),
    Page("sites", "screens.overlays.sites:sites", read=True),
    Page("corners", "screens.overlays.corners:corners", read=True),
    Page("publics", "screens.overlays.publics:publics", read=True),
    Page("windows", "console.windows:windows"),
    Page("paper", "console.paper:sheet", sees="holder"),
    Page("ballot-paper", "console.ballots:sheet", sees="holder"),
):  # fmt: skip
    register(_page)
