"""The screens of recorded sessions say and offer, page by page, what was written down."""

import pytest

from tests.game import composed
from tests.playthroughs import showing


@pytest.mark.usefixtures("french")
@pytest.mark.parametrize(("slug", "kind"), showing.TOLD)
def test_screens_say_and_offer_what_was_written_down(slug: str, kind: str) -> None:
    """To accept a change that is meant: `python -m tests.playthroughs.golden`, and read the difference."""
    path = composed.path(slug, kind)
    written = path.read_text("utf-8").splitlines()
    lines = composed.composed(slug, kind)
    for number, (now, then) in enumerate(zip(lines, written, strict=False), 1):
        assert now == then, f"{path.name}, line {number}"
    assert len(lines) == len(written)
