"""Where a picture is seen changes little of a view: made like another, it is as if made alone."""

from dataclasses import replace
from itertools import product

import pytest

from engine.view import of
from engine.view.types import CONSOLE, ROOM, Audience
from tests.moments import ALL, screens

pytestmark = pytest.mark.no_cover  # lines that other tests walk


@pytest.mark.parametrize(("slug", "kind"), [one for one in ALL if one[1] != "demo"])
def test_a_view_made_like_another_is_the_same(slug: str, kind: str) -> None:
    wrong = []
    for moment in screens(slug, kind):
        holder = moment.game.table.passed_to or next(iter(moment.game.held), None)
        for audience in (ROOM, CONSOLE, Audience("holder", holder)):
            like = of(moment.game, audience)
            for mirrored, elsewhere in product((False, True), repeat=2):
                there = replace(audience, mirrored=mirrored, elsewhere=elsewhere)
                if of(moment.game, there, like=like) != of(moment.game, there):
                    wrong.append(f"{moment}: {there}")
    assert wrong == []
