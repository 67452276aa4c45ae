"""The journal's length costs nothing: what a view tells is made when it is read, and stays as it was."""

import random

import pytest

from engine.play.commands import Advance, Finish, Note, Place, Tick, Undo
from engine.session.session import Session
from engine.session.way import Tree
from engine.telling import journal
from engine.view.types import CONSOLE
from engine.view.veil import may_tell
from tests.engine.driving import code, go, promise, to
from tests.engine.small import begin, scenario

LONG = 1_000


def observed(times: int) -> Session:
    whole = to("negotiation")
    for n in range(times):
        whole.do(Tick(who="bo", told=n % 5, asked=1, heard=0, decided=0))
    return whole


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """The commands that were made a sentence."""
    made: list[object] = []
    sentence = journal.sentence

    def counting(command, *around):
        made.append(command)
        return sentence(command, *around)

    monkeypatch.setattr(journal, "sentence", counting)
    return made


def test_a_view_makes_the_sentences_that_are_read_and_no_others(told):
    whole = observed(LONG)
    lines = whole.view(CONSOLE).console.journal
    assert len(lines) == len(whole.history) > LONG
    assert told == []
    assert lines[-1].sentence == "Observation notée\u00a0: Bo"
    assert [line.number for line in lines[:2]] == [1, 2]
    whole.view(CONSOLE).console.journal[-1]
    assert len(told) == 3, "a sentence is made once for all views"


def test_a_view_stays_as_it_was_while_the_session_goes_on():
    whole = to("negotiation")
    promise(whole, "bo", "bikes", 0, 1, 0)
    whole.do(Note(text="dit"))
    view = whole.view(CONSOLE).console
    was, notes = list(whole.view(CONSOLE).console.journal), list(whole.view(CONSOLE).console.notes)
    whole.do(Note(text="aussi"))
    whole.do(Undo(to=len(was) - 2))
    whole.do(Advance())
    assert list(view.journal) == was
    assert list(view.notes) == notes
    assert whole.view(CONSOLE).console.journal[len(was) - 1].undone


def test_words_are_in_the_language_of_their_view_whenever_they_are_read():
    whole = to("negotiation")
    whole.do(Note(text="dit", tag="idea"))
    english = whole.view(CONSOLE, "en").console
    assert (english.notes[0].tag_word, english.journal[-1].sentence) == ("idea", "Noted (idea)")


def test_going_back_into_a_choice_is_told_alike_before_and_after_the_file_is_read_again(tmp_path):
    whole = go(Session.create(scenario(), begin(), 7, tmp_path / "s.coop"), "choice")
    whole.do(Place(who="bo", project=whole.game.open[0], token="means", by=1))
    placed = len(whole.history)
    whole.do(Place(who="bo", project=whole.game.open[0], token="means", by=-1))
    whole.do(Undo(to=placed))
    whole.view(CONSOLE).console.journal[-1]
    go(whole, "debate")
    whole.close()
    again = Session.read(tmp_path / "s.coop")
    assert again.view(CONSOLE).console.journal == whole.view(CONSOLE).console.journal


def test_what_was_done_in_a_choice_that_was_given_up_is_told_once_it_is_revealed_after_all():
    whole = to("choice")
    whole.do(Place(who="bo", project=whole.game.open[0], token="means", by=1))
    placed = len(whole.history)
    whole.do(Finish())
    hidden = [line.number for line in whole.view(CONSOLE).console.journal]
    assert placed not in hidden
    whole.do(Undo(to=placed))
    assert [line.number for line in whole.view(CONSOLE).console.journal] == hidden
    go(whole, "reveal")
    assert placed in [line.number for line in whole.view(CONSOLE).console.journal]


@pytest.mark.parametrize("seed", range(3))
def test_what_is_told_as_commands_come_is_what_is_told_at_the_end(seed):
    """Whatever was undone and done again, in choices too."""
    draw = random.Random(seed)
    whole = to("choice", seed=seed)
    for _ in range(60):
        if draw.random() < 0.2:
            whole.do(Undo(to=draw.randrange(1, len(whole.history))))
        elif whole.game.table.phase == "choice" and draw.random() < 0.7:
            code(whole, Place(who="bo", project=whole.game.open[0], token="means", by=draw.choice((1, -1))))
        elif whole.game.table.phase == "choice":
            go(whole, draw.choice(("reveal", "debate")))
        elif whole.game.table.phase != "bilan":
            whole.do(Advance())
        afresh = [
            number + 1
            for number, then in enumerate(whole.history)
            if may_tell(whole.game, then, whole.commands[number].kind, number in whole.revealed)
        ]
        assert [line.number for line in whole.view(CONSOLE).console.journal] == afresh


def test_the_way_to_a_command_is_that_of_what_it_came_after():
    draw = random.Random(5)
    tree, parents = Tree(), [0]
    for index in range(1, 400):
        parent = draw.randrange(index) if draw.random() < 0.1 else index - 1
        parents.append(parent)
        tree.add(parent)
        way, at = {0}, index
        while at:
            way.add(at)
            at = parents[at]
        found = tree.to(index)
        assert list(found) == sorted(way)
        assert list(reversed(found)) == sorted(way, reverse=True)
        assert len(found) == len(way)
        assert all((n in found) == (n in way) for n in range(-1, index + 2))
        assert tree.before(index) == parent
