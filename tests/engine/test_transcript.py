"""A session told as text: the same bytes for the same seed, whole, in both languages, from a file too."""

import json
import sqlite3
from itertools import pairwise

import pytest

from engine import demo, language, transcript
from engine.play import procedure
from engine.play.commands import (
    Advance,
    Ask,
    Confirm,
    EditNote,
    Note,
    PickAct,
    Place,
    Tally,
    Undo,
    Vote,
    Withdraw,
    WithdrawNote,
)
from engine.session.file import JournalError
from engine.session.session import Session
from tests.engine import biting
from tests.engine.driving import Ticker, go, promise, to
from tests.engine.small import begin, scenario


def _told(seed: int, language: str = "fr") -> str:
    return "\n".join(transcript.lines(demo.play(scenario(), seed, "45", language=language), language))


@pytest.mark.no_cover  # lines that other tests walk
def test_the_same_seed_tells_the_same_story():
    assert _told(3) == _told(3)
    assert _told(3) != _told(4)


def test_the_story_has_every_step_of_the_session():
    told = _told(3)
    for heading in (
        "# Petit quartier", "## Tour 1 sur 2 · Situation", "## Tour 2 sur 2 · Négociation", "· Pronostic",
        "· Choix secrets", "· Révélation", "· Débat", "## Bilan",
    ):  # fmt: skip
        assert heading in told, heading
    assert "Cy promet" in told
    assert "tiendra" in told
    assert "COOP\u00a0:" in told
    assert "Confiance mutuelle\u00a0:" in told
    assert "objectif" in told
    assert "SECRET-" not in told
    assert "BELIEF-" not in told


@pytest.mark.no_cover  # lines that other tests walk
def test_the_story_is_told_in_english_without_a_word_of_french():
    told = _told(3, "en")
    assert "## Round 1 of 2 · Reveal" in told
    assert "promises" in told
    for french in ("Tour", "promet", "Révélation", "Confiance", "tiendra", "Bilan", "manque"):
        assert french not in told, french
    assert language.current() == "fr"


def _file(path):
    whole = Session.create(scenario(), begin(), 7, path, Ticker())
    go(whole, "negotiation")
    promise(whole, "bo", "bikes", 0, 1, 0)
    whole.do(Undo(to=4))
    promise(whole, "bo", "clinic", 0, 2, 0)
    whole.do(Ask(asker="ana", asked="cy", project="bikes"))
    go(whole, "debate")
    whole.do(PickAct(act=whole.game.playing.acts[-1].id))
    go(whole, "debate", rounds=2)
    whole.close()
    return whole


def test_a_file_is_told_without_what_was_gone_back_on(tmp_path):
    _file(tmp_path / "a.coop")
    told = list(transcript.replay(tmp_path / "a.coop"))
    assert not any("Bo promet 1 moyen" in line for line in told)
    assert any("Bo promet 2 moyens le clinic" in line for line in told)
    assert any("demande à" in line for line in told)
    english = list(transcript.replay(tmp_path / "a.coop", "en"))
    assert any("Bo promises 2 means" in line for line in english)


def test_a_promise_is_told_once_however_many_follow_and_once_when_taken_back(tmp_path):
    whole = Session.create(scenario(), begin(), 7, tmp_path / "a.coop", Ticker())
    go(whole, "negotiation")
    promise(whole, "bo", "clinic", 0, 2, 0)
    promise(whole, "ana", "bikes", 1, 0, 0)
    promise(whole, "ana", "bikes", 2, 0, 0)
    promise(whole, "ana", "clinic", 0, 0, 1)
    taken_back = next(p.id for p in whole.game.playing.promises if (p.who, p.project) == ("ana", "clinic"))
    whole.do(Withdraw(promise=taken_back))
    go(whole, "reveal")
    whole.close()
    told = [line.strip() for line in transcript.replay(tmp_path / "a.coop")]
    promised = [line for line in told if " promet " in line]
    assert len(promised) == len(set(promised))
    assert [line for line in promised if line.startswith(("Bo", "Ana"))] == [
        "Bo promet 2 moyens le clinic", "Ana promet 1 temps le bikes", "Ana promet 2 temps le bikes",
        "Ana promet 1 appui le clinic",
    ]  # fmt: skip
    assert [line for line in told if " retire " in line] == [
        "Ana retire sa promesse\u00a0: 1 appui le clinic"
    ]
    announced = {p.who for p in whole.game.table.rounds[0].promises if p.who in whole.game.simulated}
    assert announced <= {line.split()[0].lower() for line in promised}, "those of the others are told too"


def test_a_file_as_data_has_every_command_and_says_which_stand(tmp_path):
    whole = _file(tmp_path / "a.coop")
    data = transcript.replay_json(tmp_path / "a.coop")
    assert json.loads(json.dumps(data)) == data
    assert data["scenario"] == "small"
    assert data["damage"] == ""
    assert not data["rules_changed"]
    assert [c["number"] for c in data["commands"]] == list(range(1, len(whole.history) + 1))
    assert [c["stands"] for c in data["commands"]][:6] == [True, True, True, True, False, True]
    assert data["commands"][0]["command"]["kind"] == "begin"


def test_the_seed_and_the_digests_are_in_an_export_once_the_session_has_ended(tmp_path):
    """From either, a program could work out what is to come, or what was chosen in secret."""
    whole = _file(tmp_path / "a.coop")
    running = transcript.replay_json(tmp_path / "a.coop")
    assert running["seed"] is None
    assert {c["digest"] for c in running["commands"]} == {None}
    whole = Session.open(tmp_path / "a.coop", Ticker())
    go(whole, "bilan")
    whole.close()
    ended = transcript.replay_json(tmp_path / "a.coop")
    assert ended["seed"] == 7
    assert ended["commands"][-1]["digest"] == whole.game.digest()


def test_an_export_tells_no_choice_before_its_reveal_and_all_of_it_after(tmp_path):
    whole = Session.create(scenario(), begin(), 7, tmp_path / "a.coop", Ticker())
    go(whole, "choice")
    project, token = whole.game.open[0], "time"
    whole.do(Place.model_validate({"who": "ana", "project": project, "token": token, "by": 1}))
    whole.do(Confirm(who="ana"))
    whole.close()

    def kinds() -> set[str]:
        return {c["command"]["kind"] for c in transcript.replay_json(tmp_path / "a.coop")["commands"]}

    assert not kinds() & {"place", "confirm"}
    whole = Session.open(tmp_path / "a.coop", Ticker())
    go(whole, "reveal")
    whole.close()
    assert {"place", "confirm", "keep-word"} <= kinds()


def test_an_export_tells_no_forecast_before_it_is_shown(tmp_path):
    whole = Session.create(scenario(), begin(), 7, tmp_path / "a.coop", Ticker())
    go(whole, "forecast")
    whole.do(Tally(question=f"forecast:{whole.game.playing.selected[0]}", yes=9, no=2, unsure=1))

    def tally() -> dict[str, object]:
        commands = transcript.replay_json(tmp_path / "a.coop")["commands"]
        return next(c["command"] for c in commands if c["command"]["kind"] == "tally")

    whole.close()
    assert not {"yes", "no", "unsure"} & set(tally())
    whole = Session.open(tmp_path / "a.coop", Ticker())
    go(whole, "reveal")
    whole.close()
    assert (tally()["yes"], tally()["no"]) == (9, 2)


def test_words_taken_back_or_corrected_are_in_no_export(tmp_path):
    whole = Session.create(scenario(), begin(), 7, tmp_path / "a.coop", Ticker())
    whole.do(Note(text="AVANT", speaker="QUI"))
    whole.do(EditNote(note=1, text="APRÈS"))
    whole.do(Note(text="REPRIS", speaker="QUI"))
    whole.do(EditNote(note=2, text="ENCORE", speaker="QUI"))
    whole.do(WithdrawNote(note=2))
    whole.do(Note(text="DÉFAIT"))
    whole.do(Undo(to=len(whole.history) - 1))
    whole.close()
    exported = json.dumps(transcript.replay_json(tmp_path / "a.coop"), ensure_ascii=False)
    told = "\n".join(transcript.replay(tmp_path / "a.coop"))
    assert "APRÈS" in exported
    assert "APRÈS" in told
    for gone in ("AVANT", "REPRIS", "ENCORE", "QUI", "DÉFAIT"):
        assert gone not in exported
        assert gone not in told


def test_words_that_people_typed_are_told_as_print_sets_them(tmp_path):
    whole = Session.create(scenario(), begin(), 7, tmp_path / "a.coop", Ticker())
    whole.do(Note(text="C'est bien !", speaker="L'Amicale"))
    whole.close()
    told = list(transcript.replay(tmp_path / "a.coop"))
    assert told[-1] == "- parole\u00a0: «\u202fC’est bien\u202f!\u202f» (L’Amicale)"
    note = transcript.replay_json(tmp_path / "a.coop")["commands"][-1]["command"]
    assert note["text"] == "C'est bien !", "a program gets them as they were typed"


def test_a_speaker_corrected_is_in_no_export_though_the_words_stand(tmp_path):
    whole = Session.create(scenario(), begin(), 7, tmp_path / "a.coop", Ticker())
    whole.do(Note(text="DIT", speaker="QUELQU’UN"))
    whole.do(EditNote(note=1, text="DIT", speaker="PERSONNE"))
    whole.close()
    notes = [c["command"] for c in transcript.replay_json(tmp_path / "a.coop")["commands"][1:]]
    assert [(note["text"], note["speaker"]) for note in notes] == [("", ""), ("DIT", "PERSONNE")]


def test_an_export_counts_a_vote_and_never_tells_whose_answers_they_were_nor_who_changed_their_mind(tmp_path):
    whole = Session.create(scenario(), begin(participants=2), 7, tmp_path / "a.coop", Ticker())
    go(whole, "debate", "vote")
    question = f"verdict:{whole.game.playing.number}:1"
    whole.do(Vote(question=question, voter=1, answer="no"))
    whole.do(Undo(to=len(whole.history) - 1))
    whole.do(Vote(question=question, voter=1, answer="yes"))
    whole.do(Tally(question=question.replace("verdict", "statement").removesuffix(":1"), yes=1, no=1))
    whole.do(Undo(to=len(whole.history) - 1))
    whole.close()
    assert question not in transcript.replay_json(tmp_path / "a.coop")["counts"]
    whole = Session.open(tmp_path / "a.coop", Ticker())
    whole.do(Vote(question=question, voter=2, answer="yes"))
    go(whole, "debate", "map")
    whole.close()
    data = transcript.replay_json(tmp_path / "a.coop")
    assert data["counts"][question] == {"yes": 2, "no": 0, "unsure": 0}
    votes = [c["command"] for c in data["commands"] if c["command"]["kind"] in ("vote", "tally")]
    assert len(votes) == 4
    assert not any({"voter", "answer", "yes", "no"} & set(vote) for vote in votes)


@pytest.mark.parametrize("kind", ["note", "ask", "promise", "pick-act"])
def test_an_action_that_is_refused_today_neither_stops_an_old_file_nor_is_told(tmp_path, monkeypatch, kind):
    path, accepted = tmp_path / "a.coop", procedure.apply
    _file(path)
    whole = Session.open(path, Ticker())
    whole.do(Note(text="DIT", speaker="QUI"))
    whole.close()

    def today(game, command, at, by):
        if command.kind == kind:
            raise procedure.refuse("wrong-phase")
        return accepted(game, command, at, by)

    monkeypatch.setattr(procedure, "apply", today)
    told = "\n".join(transcript.replay(path))
    data = transcript.replay_json(path)
    assert {c["stands"] for c in data["commands"] if c["command"]["kind"] == kind} == {False}
    assert ("DIT" in told, "DIT" in json.dumps(data)) == (kind != "note", kind != "note")
    assert ("demande à" in told) == (kind != "ask")
    assert ("Bo promet" in told) == (kind != "promise")


def test_a_situation_that_does_nothing_to_anybody_present_is_told_without_its_effects():
    gift = next(s for s in scenario().situations if s.id == "gift")
    absent = gift.effects[0].model_copy(update={"who": "shops"})
    situations = (gift.model_copy(update={"effects": (absent,)}),)
    whole = Session.create(scenario().model_copy(update={"situations": situations}), begin(), 7, now=Ticker())
    steps = [(whole.commands[0], whole.view(demo.ROOM))]
    steps.append((Advance(), go(whole, "situation").view(demo.ROOM)))
    assert list(transcript.lines(steps))[-1] == "Et alors\u202f?"


def test_a_damaged_file_is_told_with_all_that_is_left_and_the_damage_is_said(tmp_path):
    _file(tmp_path / "a.coop")
    whole = list(transcript.replay(tmp_path / "a.coop"))
    database = sqlite3.connect(tmp_path / "a.coop")
    database.execute("UPDATE command SET command = '{}' WHERE number = 6")
    database.commit()
    database.close()
    told = list(transcript.replay(tmp_path / "a.coop"))
    assert "abîmé" in told[-1]
    assert [line for line in whole if "Révélation" in line] == [line for line in told if "Révélation" in line]
    with pytest.raises(JournalError):
        list(transcript.replay(tmp_path / "missing.coop"))


def test_a_question_about_the_situation_stands_apart_from_the_act_that_it_is_asked_of():
    small = scenario()
    card = {"id": "rain", "about": "situation", "question": "Et la pluie ?", "statement": "La pluie."}
    data = {**small.model_dump(by_alias=True), "debates": [card]}
    steps = demo.play(small.model_validate(data), 3, "45")
    told = list(transcript.lines(steps))
    line = told.index("Et à propos de la situation\u00a0: Et la pluie\u202f?")
    assert told[line - 1].endswith(".")
    assert not any("Et la pluie" in one for one in told[line - 1 : line])


def test_forecasts_shown_before_the_choice_are_told_then():
    whole = Session.create(scenario(), begin("demo", forecasts_shown="before"), 3, now=Ticker())
    steps = [(whole.commands[0], whole.view(demo.ROOM))]
    steps += [(command, whole.view(demo.ROOM)) for command in demo.moves(whole)]
    told = list(transcript.lines(iter(steps)))
    place = next(n for n, line in enumerate(told) if line.startswith("Pronostics"))
    choice = next(n for n, line in enumerate(told) if "Choix secrets" in line)
    assert place < choice


def test_going_on_without_a_word_is_told_too():
    whole = Session.create(scenario(), begin("training", "training", participants=1), 3, now=Ticker())
    steps = [(whole.commands[0], whole.view(demo.ROOM))]
    whole.do(Advance())
    steps.append((Advance(), whole.view(demo.ROOM)))
    assert "## Tour 1 sur 6 · Situation" in list(transcript.lines(steps))


def test_a_person_alone_promises_in_the_second_person():
    how = begin("training", "training", participants=1, seats={"ana": "held"})
    whole = to("negotiation", how=how)
    before = whole.commands[-1], whole.view(demo.ROOM, "fr")
    promise(whole, "ana", whole.game.open[0], *(min(1, n) for n in _useful(whole)))
    told = "\n".join(transcript.lines([before, (whole.commands[-1], whole.view(demo.ROOM, "fr"))], "fr"))
    assert "Vous promettez" in told
    assert "Vous promet " not in told


def _useful(whole: Session) -> tuple[int, ...]:
    lack = whole.game.lack(whole.game.open[0])
    return tuple(min(a, b) for a, b in zip(whole.game.left("ana"), lack, strict=True))


@pytest.mark.no_cover  # lines that other tests walk
def test_when_a_project_dies_it_is_told_who_would_have_gained_from_it_and_who_would_have_lost():
    whole = biting.scenario().model_dump(by_alias=True)
    projects = [{**one, "for": {"bo": -4, "ana": 2}} for one in whole["projects"]]
    hopes = type(scenario()).model_validate({**whole, "projects": projects})
    died = 0
    for duration, seed in (("90", 3), ("90", 5), ("150", 5)):
        steps = list(demo.play(hopes, seed, duration))
        shown = [view.reveal for _, view in steps if view.reveal]
        dead = {
            one.project.id
            for reveal in shown
            for one in reveal.outcomes
            if one.state == "lapsed" and one.project.personal
        }
        died += len(dead)
        told = [line for line in transcript.lines(steps, "fr") if "aurait perdu" in line]
        assert [line.strip() for line in told] == ["Ana y aurait gagné 2 · Bo y aurait perdu 4"] * len(dead)
    assert died > 2


def test_works_under_way_are_told_with_what_they_do_on_the_card_and_at_the_reveal():
    """The moves that a reveal tells of them are those that it counted, and of wear no less."""
    seen = 0
    for seed in range(6):
        steps = list(demo.play(biting.scenario(), seed, "90"))
        told = list(transcript.lines(steps, "fr"))
        assert any("pendant les travaux\u00a0: Bien-être social −1" in line for line in told)
        moved = [line for line in told if "Travaux en cours\u00a0: Bien-être social −1." in line]
        assert len(moved) == sum("−1 des travaux en cours" in line for line in told)
        seen += len(moved)
        others = [line for line in told if line.startswith(("  Santé", "  Travail"))]
        assert all(line.endswith("(dont −1 d’usure chacune)") for line in others)
    assert seen


def test_a_phase_in_which_nothing_was_told_has_no_heading():
    for hears in (biting.scenario(), scenario()):
        told = [line for line in transcript.lines(demo.play(hears, 3, "150"), "fr") if line]
        headings = [line.startswith("## ") for line in told]
        assert not any(one and other for one, other in pairwise(headings))
        assert not headings[-1]


def test_what_a_full_clock_brings_comes_under_its_name_and_is_nothing_that_was_done():
    full = {"effects": ({"effect": "indicator", "indicator": "work", "by": -3},), "says": "L’eau est là."}
    clock = {"id": "tide", "title": "La marée", "size": 2, "ticks": ({"every": "round"},), "full": full}
    plain = biting.scenario().model_dump(by_alias=True)
    whole = type(scenario()).model_validate({**plain, "clocks": (clock,)})
    told = list(transcript.lines(demo.play(whole, 3, "150"), "fr"))
    assert "La marée. L’eau est là. (Travail −3)" in told
    assert not any("Vous vous souvenez" in line and "L’eau est là" in line for line in told)


def test_a_project_that_has_all_it_asks_for_lacks_nothing():
    whole = to("negotiation")
    project = whole.game.names.project(whole.game.open[0])
    whole.game.state.placed[project] = whole.game.state.cost[project]
    line = next(line for line in transcript.table.negotiation(whole.view(demo.ROOM)) if line[0] == "-")
    assert ", rien ne manque)" in line
    assert "a déjà" not in line
