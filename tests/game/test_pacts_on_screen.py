"""Pacts and mandates on the screens: an envelope for all, its words for those who may read them."""

from dataclasses import replace

import pytest

from engine.play.commands import Pact
from engine.view.types import CONSOLE, Audience, View
from game import console
from game.console import paper
from game.console.pacts import Part, Sealing
from game.console.seen import Projector
from game.front.drafts import Form, Turned, holding
from game.front.intents import Do
from game.front.state import Ui
from game.front.told import Revealed, Told
from game.kit import Scene
from game.kit.nodes import Pictogram
from game.pieces.panel import TaskTab, step_of
from game.screens.bilan import unveiled
from game.screens.bilan.pages import leaves
from game.screens.round.choice import Unveiled
from tests.game import sample_bilan, samples
from tests.game.keyed import does
from tests.game.showing import WINDOW, intent, said, scene
from tests.game.staged import laid_open, mandated, sealed

pytestmark = pytest.mark.usefixtures("french")


def envelopes(picture: Scene) -> int:
    return sum(isinstance(node, Pictogram) and node.name == "envelope" for node in picture.nodes)


def written(view: View, *forms: Form) -> Scene:
    """The console at its tab of pacts."""
    ui = Ui(drafts=holding(TaskTab(step_of(view), "pact"), *forms))
    made = console.trainee(view, ui) if view.mode == "training" else console.panel(view, ui)
    return WINDOW.compose(made)


def negotiating() -> View:
    return samples.view("negotiation", "", "usual", CONSOLE)


def test_the_room_sees_an_envelope_for_each_pact_and_none_of_its_words() -> None:
    picture = scene(sealed(samples.view("negotiation")), Ui())
    assert envelopes(picture) == 2
    assert "donne 2 moyens" not in said(picture)
    assert "donne 2 moyens" in said(scene(sealed(samples.view("negotiation"), known=True), Ui()))
    assert envelopes(scene(replace(samples.view("negotiation"), pacts=()), Ui())) == 0


def test_the_reveal_opens_them_once_every_row_is_open() -> None:
    view = laid_open(samples.reveal())
    open_ = scene(view, Ui(drafts=holding(Revealed("2", 99), Told("2.reveal", 99))))
    assert envelopes(open_) == 2
    assert {"TENU", "ROMPU"} <= set(open_.texts())
    assert "Ne mettez rien dans les caves" in said(open_)
    still = scene(view, Ui(drafts=holding(Revealed("2", 1))))
    assert envelopes(still) == 0
    assert "mandat" not in said(still)


def test_a_moment_says_who_owed_what_and_who_did_not_give_it_before_what_changes() -> None:
    view = laid_open(samples.reveal())
    moment = said(scene(view, Ui(drafts=holding(Revealed("2", 99), Told("2.reveal", 1)))))
    for pact in view.pacts:
        assert all(words in moment for words in pact.became)
    assert "1 tenu, 1 rompu" in moment
    without = replace(view, pacts=())
    assert "pacte" not in said(scene(without, Ui(drafts=holding(Revealed("2", 99), Told("2.reveal", 1)))))


def test_the_bilan_names_each_pact_in_its_round_and_who_kept_theirs() -> None:
    view, data = sample_bilan.bilan_view("usual"), sample_bilan.bilan("usual")
    drawn = {leaf.draw.__name__: i for i, leaf in enumerate(leaves(view, data))}

    def page(name: str, *forms: Form) -> str:
        return said(scene(view, Ui(bilan=data, drafts=holding(Turned("bilan", drawn[name]), *forms))))

    for at in range(1, len(data.film)):
        shown = page("film", Turned("film", at))
        for pact in data.pacts:
            assert (pact.became[1] in shown) is (pact.round == at)
        assert ("Pacte rompu" in shown) is any(pact.broken_by for pact in data.pacts if pact.round == at)
    assert "en pacte" in page("kept")
    data = replace(data, pacts=())
    assert "en pacte" not in page("kept")


def test_a_holder_reads_on_their_sheet_what_they_were_asked_not_to_say() -> None:
    who = samples.characters()[0].id
    view = mandated(samples.view("negotiation", "", "usual", Audience("holder", who)))
    cover = scene(replace(view, passed_to=who), Ui())
    assert "demandé de ne pas dire" not in said(cover)
    sheet = scene(replace(view, passed_to=who), Ui(drafts=holding(Unveiled(who=who))))
    assert "demandé de ne pas dire" in said(sheet)
    assert "+3" in said(sheet)


def test_the_bilan_tells_a_mandate_beside_the_secret_of_who_had_it() -> None:
    view, data = sample_bilan.bilan_view("usual"), sample_bilan.bilan("usual")
    at = next(i for i, leaf in enumerate(leaves(view, data)) if leaf.draw is unveiled.secrets)
    for n, line in enumerate(data.secrets):
        ui = Ui(bilan=data, drafts=holding(Turned("bilan", at), Turned(unveiled.PAGE, n)))
        asked = [one for one in view.mandates if one.who == line.who]
        assert ("avait un mandat" in said(scene(view, ui))) is bool(asked)
    assert view.mandates


def test_a_mandate_whose_project_never_came_is_not_read_to_the_room_at_the_bilan() -> None:
    view, data = sample_bilan.bilan_view("usual"), sample_bilan.bilan("usual")
    at = next(i for i, leaf in enumerate(leaves(view, data)) if leaf.draw is unveiled.secrets)
    asked = view.mandates[0]
    n = next(n for n, line in enumerate(data.secrets) if line.who == asked.who)
    never = replace(view, mandates=(replace(asked, came=False, result="L’occasion n’est pas venue."),))
    told = said(scene(never, Ui(bilan=data, drafts=holding(Turned("bilan", at), Turned(unveiled.PAGE, n)))))
    assert "avait un mandat. L’occasion n’est pas venue." in told
    assert asked.text not in told


def test_the_console_writes_down_who_gives_what_to_what() -> None:
    view = negotiating()
    legal = view.allows("pact")
    assert legal is not None
    who, other = legal.who[0], next(id_ for id_ in legal.ids if id_ != legal.who[0])
    limits, needs = dict(legal.limits), dict(legal.needs)

    def part(giver: str) -> Part:
        for project in legal.projects:
            for kind in range(3):
                if limits[giver][kind] and needs[project][kind]:
                    time, means, backing = (int(k == kind) for k in range(3))
                    return Part(project, (time, means, backing))
        raise AssertionError(giver)

    empty = written(view, Sealing(who=who, other=other))
    assert empty.control("pact-say") is None
    full = written(view, Sealing(who=who, other=other, mine=part(who), theirs=part(other)))
    pressed = intent(full, "pact-say")
    assert does(full, "enter") == pressed
    assert isinstance(pressed, Do)
    assert isinstance(pressed.command, Pact)
    assert (pressed.command.who, pressed.command.other) == (who, other)
    assert pressed.command.gives.total() == pressed.command.other_gives.total() == 1


def test_nothing_of_a_pact_is_written_before_eyes_that_may_not_read_it() -> None:
    projected = replace(negotiating(), audience=replace(CONSOLE, mirrored=True))
    several = replace(negotiating(), mode="training", participants=3)
    for view in (projected, several):
        assert "Avec qui" not in said(written(view))
        assert "Avec qui" in said(written(view, Projector(off=True)))


def test_who_chooses_reads_again_what_a_pact_asks_and_so_does_who_types_their_sheet() -> None:
    who, third = samples.characters()[0].id, samples.characters()[2].id
    mine = sealed(samples.view("choice", "", "usual", Audience("holder", who)), known=True)
    assert "donne 2 moyens" in said(
        scene(replace(mine, passed_to=who), Ui(drafts=holding(Unveiled(who=who))))
    )
    assert "donne 2 moyens" not in said(scene(replace(mine, passed_to=who), Ui()))
    assert "donne 2 moyens" in said(WINDOW.compose(paper.sheet(mine, Ui())))
    theirs = replace(mine, audience=Audience("holder", third))
    assert "donne 2 moyens" not in said(WINDOW.compose(paper.sheet(theirs, Ui())))


def test_one_press_keeps_a_word_that_was_given_in_a_pact_alone() -> None:
    view = replace(sealed(samples.view("choice", "", "usual", CONSOLE)), promises=())
    two = {view.pacts[0].who, view.pacts[0].other, view.pacts[1].who, view.pacts[1].other}
    assert all(paper.bound(view, one.id) is (one.id in two) for one in view.characters)
