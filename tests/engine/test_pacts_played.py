"""Pacts in a session: who may seal one and when, who may read it, what is told of it, and when."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.content.model import Tokens
from engine.debrief.build import bilan
from engine.play import forsworn
from engine.play.actors import Actor
from engine.play.commands import Begin, Confirm, KeepWord, Pact, Place, Sort, Undo, from_json, to_json
from engine.play.legal import Legal, Refused
from engine.play.phases import debate
from engine.rules import pacts
from engine.session.session import Session
from engine.telling import debates
from engine.telling.reader import Reader
from engine.transcript import replay, replay_json
from engine.view.types import CONSOLE, ROOM, Audience, View
from tests.engine import private
from tests.engine.driving import Ticker, go
from tests.engine.legal_moves import play_on
from tests.engine.small import begin
from tests.engine.test_view_secrets import everything, text

ANA, BO, CY = (Audience("holder", who) for who in ("ana", "bo", "cy"))


def session(how: Begin | None = None, path: Any = None, seed: int = 7, **fields: Any) -> Session:
    scenario = private.scenario(**{"mandates": {}, **fields})
    return Session.create(scenario, how or begin(), seed, now=Ticker(), path=path)


def negotiating(how: Begin | None = None, path: Any = None, **fields: Any) -> Session:
    return go(session(how, path, **fields), "negotiation")


def offer(whole: Session, who: str = "ana", other: str = "bo") -> Pact:
    """A pact of one token each, of the first kind that serves."""
    legal = next(option for option in whole.legal() if option.kind == "pact")
    parts = [_one(legal, one) for one in (who, other)]
    return Pact(
        who=who, project=parts[0][0], gives=parts[0][1],
        other=other, other_project=parts[1][0], other_gives=parts[1][1],
    )  # fmt: skip


def _one(legal: Legal, who: str) -> tuple[str, Tokens]:
    for project, needs in legal.needs:
        for kind, (have, need) in enumerate(zip(dict(legal.limits)[who], needs, strict=True)):
            if have and need:
                return project, Tokens.model_validate({("time", "means", "backing")[kind]: 1})
    raise LookupError(who)


def mine(view: View) -> Any:
    """The pact between Ana and Bo in a view."""
    return next(pact for pact in view.pacts if {pact.who, pact.other} == {"ana", "bo"})


def test_the_room_sees_that_two_have_a_pact_and_nothing_of_what_is_in_it() -> None:
    whole = negotiating()
    whole.do(offer(whole))
    for audience in (ROOM, CY):
        seen = mine(whole.view(audience))
        assert seen.between == "Un pacte entre Ana et Bo"
        assert (seen.terms, seen.toward, sum(seen.gives), sum(seen.other_gives)) == ("", "", 0, 0)
    for audience in (ANA, BO, CONSOLE):
        seen = mine(whole.view(audience))
        assert seen.terms.count(" donne ") == 2
        assert sum(seen.gives) == sum(seen.other_gives) == 1
    assert any("Un pacte entre Ana et Bo" in line for line in whole.view(CONSOLE).console.hidden)


def test_two_pacts_that_differ_look_the_same_to_the_room_until_the_reveal() -> None:
    """The upside-down test: whatever was sealed, nothing that the room gets changes."""
    one, other = negotiating(), negotiating()
    pact = offer(one)
    one.do(pact)
    other.do(pact.model_copy(update={"project": pact.other_project, "gives": Tokens(time=2)}))
    for audience in (ROOM, CY):
        assert one.view(audience) == other.view(audience)
    assert one.view(CONSOLE) != other.view(CONSOLE)
    go(one, "reveal"), go(other, "reveal")
    assert one.view(ROOM) != other.view(ROOM)


def test_at_the_reveal_all_read_what_was_in_it_and_who_did_not_keep_it() -> None:
    whole = negotiating()
    pact = offer(whole)
    whole.do(pact)
    go(whole, "choice")
    kind = next(kind for kind in ("time", "means", "backing") if getattr(pact.gives, kind))
    whole.do(Place(who="ana", project=pact.project, token=kind, by=1))
    whole.do(Confirm(who="ana"))
    whole.do(Confirm(who="bo"))
    seen = mine(go(whole, "reveal").view(ROOM))
    assert (seen.kept, seen.word, seen.broken_by) == (False, "rompu", ("bo",))
    assert seen.terms.count(" donne ") == 2


def test_who_lets_the_bell_decide_keeps_a_pact_as_well_as_a_promise() -> None:
    whole = negotiating()
    whole.do(offer(whole))
    go(whole, "choice")
    for who in ("ana", "bo"):
        whole.do(KeepWord(who=who))
    seen = mine(go(whole, "reveal").view(ROOM))
    assert (seen.kept, seen.word) == (True, "tenu")


def test_a_debate_does_not_say_unpromised_of_what_a_pact_promised() -> None:
    whole = negotiating()
    whole.do(offer(whole))
    go(whole, "choice")
    for who in ("ana", "bo"):
        whole.do(KeepWord(who=who))
    told = [act.sentence for act in go(whole, "debate").view(ROOM).debate.acts if act.who in ("ana", "bo")]
    assert any("sans l’avoir promis tout haut" in said for said in told)
    cards = {card.id: card.about for card in whole.game.scenario.debates}
    asked = {cards[act.card] for act in whole.game.playing.acts if act.who in ("ana", "bo")}
    assert "gift" not in asked, "what a pact promised was no surprise"
    assert not any(said.endswith("sans l’avoir promis.") for said in told)


def one_sided(whole: Session) -> Pact:
    """A pact between Ana and Bo that Ana alone keeps: Bo gives nothing at all."""
    pact = offer(whole)
    whole.do(pact)
    go(whole, "choice")
    kind = next(kind for kind in ("time", "means", "backing") if getattr(pact.gives, kind))
    whole.do(Place(who="ana", project=pact.project, token=kind, by=1))
    whole.do(Confirm(who="ana"))
    whole.do(Confirm(who="bo"))
    return pact


def test_a_pact_not_kept_is_an_act_to_debate_by_who_broke_it() -> None:
    whole = negotiating()
    one_sided(whole)
    assert not whole.game.playing.acts, "nothing is told before the reveal"
    acts = go(whole, "reveal").game.playing.acts
    (broken,) = [act for act in acts if act.fact == forsworn.FACT]
    assert broken.who == "bo"
    assert broken == acts[0], "nobody in the room broke a word that was given aloud"
    cards = {card.id: card.about for card in whole.game.scenario.debates}
    assert cards[broken.card] in ("broken", "any")
    told = go(whole, "debate").view(ROOM).debate
    assert told is not None
    first = told.acts[0]
    assert first.sentence.startswith("Bo avait promis à Ana, à part, 1 ")
    assert first.sentence.endswith("et n’y a rien donné.")
    assert not [act for act in told.acts if "n’a rien promis" in act.sentence and act.who == "bo"]
    with_ana = whole.view(Audience("holder", "ana")).debate
    assert with_ana is not None
    (found,) = [line for line in bilan(whole.game).pacts if line.who in ("ana", "bo")]
    assert (found.round, found.broken_by) == (1, ("bo",))
    assert [line.rpartition(", ")[2] for line in found.became] == ["tenu", "non tenu"]


def test_a_part_of_a_pact_and_what_was_given_elsewhere_are_told_together() -> None:
    whole = negotiating()
    pact = offer(whole)
    legal = next(option for option in whole.legal() if option.kind == "pact")
    have = dict(legal.limits)["bo"]
    project, kind = next(
        (project, kind)
        for project, needs in legal.needs
        for kind in ("time", "means", "backing")
        if min(getattr(have, kind), getattr(needs, kind)) > 1
    )
    more = {"other_project": project, "other_gives": Tokens.model_validate({kind: 2})}
    whole.do(pact.model_copy(update=more))
    go(whole, "choice")
    whole.do(KeepWord(who="ana"))
    elsewhere = next(id_ for id_ in whole.game.needing if id_ != project)
    whole.do(Place(who="bo", project=project, token=kind, by=1))
    if getattr(dict(whole.game.needs)[elsewhere], kind):
        whole.do(Place(who="bo", project=elsewhere, token=kind, by=1))
    whole.do(Confirm(who="bo"))
    told = [act for act in go(whole, "debate").view(ROOM).debate.acts if act.who == "bo"]
    assert len(told) == 1, "one act tells both"
    assert "à part, 2 " in told[0].sentence
    assert "et a donné 1 " in told[0].sentence


def test_nobody_debates_a_pact_that_was_kept_nor_any_in_a_file_from_before() -> None:
    whole = negotiating()
    whole.do(offer(whole))
    go(whole, "choice")
    for who in ("ana", "bo"):
        whole.do(KeepWord(who=who))
    acts = go(whole, "reveal").game.playing.acts
    assert not [act for act in acts if act.fact == forsworn.FACT and act.who in ("ana", "bo")]
    whole = negotiating()
    one_sided(whole)
    game = go(whole, "reveal").game
    plain = to_json(game.begin.model_copy(update={"pacts_debated": False}))
    assert "pacts_debated" not in plain
    earlier = from_json(plain)
    assert isinstance(earlier, Begin)
    then = debate.acts(replace(game, begin=earlier))
    assert then
    assert not [act for act in then if act.fact == forsworn.FACT]


def test_a_file_with_a_broken_pact_opens_as_it_was_played(tmp_path: Any) -> None:
    path = tmp_path / "broken.coop"
    whole = negotiating(path=path)
    one_sided(whole)
    digest = go(whole, "debate").game.digest()
    whole.close()
    again = Session.open(path)
    assert (again.game.digest(), again.changed_rules) == (digest, False)
    assert again.game.playing.acts[0].fact == forsworn.FACT
    again.close()
    assert any("Bo avait promis à Ana, à part" in line for line in replay(path, "fr"))
    assert any(line.endswith("· rompu par Bo") for line in replay(path, "fr"))


def test_who_trains_reads_of_their_own_broken_pact_and_the_journal_names_it() -> None:
    how = begin(mode="training", duration="training", seats={"ana": "held", "bo": "held"}, participants=2)
    whole = go(session(how), "negotiation")
    one_sided(whole)
    go(whole, "debate")
    picked = whole.game.playing.acts[0]
    assert (picked.who, picked.fact) == ("bo", forsworn.FACT)
    whole.do(Sort(claims=("fact", "judgement", "presupposition")))
    told = whole.view(ROOM).debate
    assert told is not None
    assert told.exercise is not None
    assert len(told.exercise.sentences) == 3
    assert any("Promis à Ana, à part\u00a0: 1 " in line for line in told.exercise.journal)
    assert told.exercise.readings
    alone = Reader("fr", False, "bo")
    assert debates.told(whole.game, alone, whole.game.playing, picked).startswith(
        "Vous aviez promis à Ana, à part"
    )
    ana = Reader("fr", False, "ana")
    assert debates.told(whole.game, ana, whole.game.playing, picked).startswith(
        "Bo vous avait promis, à part"
    )


def test_one_pact_for_each_and_each_round() -> None:
    whole = negotiating()
    again = offer(whole)
    whole.do(again)
    with pytest.raises(Refused):
        whole.do(again)
    go(whole, "negotiation", rounds=2)
    assert not [p for p in whole.game.playing.pacts if "ana" in (p.who, p.other)]
    whole.do(offer(whole))


def test_going_back_takes_a_pact_out_again() -> None:
    whole = negotiating()
    before, number = whole.view(CONSOLE).pacts, whole.game.table.number
    whole.do(offer(whole))
    whole.do(Undo(to=number))
    assert whole.view(CONSOLE).pacts == before
    assert not pacts.is_sealed(whole.game.state, whole.game.names.character("ana"))


def test_a_simulated_character_accepts_or_says_why_not_to_those_concerned_alone() -> None:
    whole = negotiating()
    whole.game.state.trust[:] = 0
    free = next(w for w in next(o for o in whole.legal() if o.kind == "pact").ids if w in ("cy", "di"))
    whole.do(offer(whole, "ana", free))
    assert not [p for p in whole.game.playing.pacts if "ana" in (p.who, p.other)]
    (said,) = whole.view(ANA).pacts_refused
    assert "refuse" in said
    assert whole.view(CONSOLE).pacts_refused == (said,)
    assert whole.view(ROOM).pacts_refused == whole.view(BO).pacts_refused == ()
    assert whole.log("fr")[-1].sentence.endswith("refuse un pacte")


def test_a_holder_offers_a_pact_to_a_simulated_character_and_not_for_another_person() -> None:
    whole = negotiating()
    holder = Actor("holder", who="ana")
    with pytest.raises(Refused) as refused:
        whole.do(offer(whole), by=holder)
    assert refused.value.code == "not-yours"
    legal = whole.view(ANA).allows("pact")
    assert legal is not None
    assert "bo" not in legal.ids
    free = next(who for who in legal.ids if who != "ana")
    whole.do(offer(whole, "ana", free), by=holder)


def test_who_trains_alone_reads_their_own_pact_and_no_other_before_the_reveal() -> None:
    how = begin(mode="training", duration="training", seats={"ana": "held"}, participants=1)
    trusting = {"slots": 3, "trust_across": 0.9}
    for seed in range(20):
        whole = go(session(how, seed=seed, parameters=trusting), "negotiation")
        if whole.game.playing.pacts:
            break
    (theirs,) = whole.view(CONSOLE).pacts
    assert theirs.terms == ""
    assert whole.game.playing.pacts[0].project
    (opened,) = go(whole, "reveal").view(CONSOLE).pacts
    assert opened.terms.count(" donne") == 2


def test_the_story_tells_a_pact_when_it_is_sealed_and_what_was_in_it_when_it_is_opened(tmp_path: Any) -> None:
    path = tmp_path / "pact.coop"
    whole = negotiating(path=path)
    pact = offer(whole)
    whole.do(pact)
    whole.close()
    public = [one["command"] for one in replay_json(path)["commands"] if one["command"]["kind"] == "pact"]
    assert public == [{"kind": "pact", "who": "ana", "other": "bo"}]
    whole.close()
    told = list(replay(path, "fr"))
    assert "  Un pacte entre Ana et Bo." in told
    assert not [line for line in told if "donne" in line and "pacte" in line]
    whole = Session.open(path, now=Ticker())
    go(whole, "reveal")
    whole.close()
    told = list(replay(path, "fr"))
    opened = next(line for line in told if line.startswith("  Un pacte entre Ana et Bo") and "donne" in line)
    assert opened.endswith("· tenu")


def test_a_session_resumes_with_its_pacts(tmp_path: Any) -> None:
    path = tmp_path / "pact.coop"
    whole = negotiating(path=path)
    whole.do(offer(whole))
    before, digest = whole.view(CONSOLE).pacts, whole.game.digest()
    whole.close()
    again = Session.open(path)
    assert (again.view(CONSOLE).pacts, again.game.digest()) == (before, digest)
    again.close()


def test_without_pacts_in_its_data_a_scenario_offers_none() -> None:
    whole = negotiating(pacts=False)
    assert not [option for option in whole.legal() if option.kind == "pact"]
    with pytest.raises(Refused) as refused:
        whole.do(
            Pact(who="ana", project="garden", gives=Tokens(time=1), other="bo", other_project="garden",
                 other_gives=Tokens(means=1))
        )  # fmt: skip
    assert refused.value.code == "wrong-phase"


@pytest.mark.no_cover  # lines that other tests walk
@settings(max_examples=10, deadline=None)
@given(st.data(), st.integers(0, 99))
def test_whatever_is_done_the_room_reads_neither_a_mandate_nor_a_pact(data: Any, seed: int) -> None:
    whole = session(begin(), seed=seed, mandates=private.MANDATES)
    for _ in range(30):
        play_on(data.draw, whole)
        game, room = whole.game, whole.view(ROOM)
        open_ = {
            w for w, by in zip(game.names.characters, game.state.mandate.tolist(), strict=True) if not by
        }
        said = text(room)
        if not game.over:
            assert not any(f"MANDATE-{who}" in said for who in open_)
            assert not any(f"MANDATE-{who}" in text(whole.view(ANA)) for who in open_ & {"bo", "cy"})
        assert game.over or not game.deciding or not any(pact.terms for pact in room.pacts)
        assert everything(room)
