"""Where a picture is seen changes little of a view: made like another, it is as if made alone.

Moments take turns at the windows and the places that they are seen at: each of the longest session at a third
of them, each of the others at one.
"""

from dataclasses import replace
from itertools import cycle, islice, product

import pytest

from engine.view import of
from engine.view.types import CONSOLE, ROOM, Audience
from tests.moments import ALL, LONGEST, moments

pytestmark = pytest.mark.no_cover  # lines that other tests walk
SEEN = list(product(("holder", "room", "console"), (False, True), (False, True)))
"""By whom, in a mirror or not, elsewhere or not."""


@pytest.mark.parametrize(("slug", "kind"), [one for one in ALL if one[1] != "demo"])
def test_a_view_made_like_another_is_the_same(slug: str, kind: str) -> None:
    wrong, each = [], 4 if (slug, kind) == (LONGEST, "facilitated") else 1
    for turn, moment in enumerate(moments(slug, kind)):
        holder = moment.game.table.passed_to or next(iter(moment.game.held), None)
        audiences = {"room": ROOM, "console": CONSOLE, "holder": Audience("holder", holder)}
        for name, mirrored, elsewhere in islice(cycle(SEEN), 5 * turn, 5 * turn + each):
            audience = audiences[name]
            there = replace(audience, mirrored=mirrored, elsewhere=elsewhere)
            if of(moment.game, there, like=of(moment.game, audience)) != of(moment.game, there):
                wrong.append(f"{moment}: {there}")
    assert wrong == []
