"""Every shipped scenario plays as its golden playthrough says, state by state."""

import pytest

from engine import library
from tests.playthroughs import golden


@pytest.mark.parametrize("slug", library.slugs())
def test_a_shipped_scenario_plays_as_written_down(slug):
    """To accept a change that is meant: `python -m tests.playthroughs.golden`, and read the difference."""
    scenario = library.load(slug).scenario
    assert scenario is not None
    assert golden.path(slug).is_file(), (
        f"no playthrough of {slug}: python -m tests.playthroughs.golden {slug}"
    )
    written = golden.path(slug).read_text("utf-8").splitlines()
    played = list(golden.lines(scenario))
    for number, (now, then) in enumerate(zip(played, written, strict=False), 1):
        assert now == then, f"line {number}"
    assert len(played) == len(written)


def test_no_playthrough_is_left_of_a_scenario_that_is_gone():
    assert {path.stem for path in golden.FOLDER.glob("*.txt")} <= set(library.slugs())
