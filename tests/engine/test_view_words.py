"""What people read: sentences, numbers and names, in French and English, plain or not."""

import ast
from pathlib import Path

import pytest

import engine
from engine import language
from engine.content.model import Tokens
from engine.fixed import ONE
from engine.play.commands import (
    Advance,
    Ask,
    CarteBlanche,
    Clock,
    Confirm,
    EditNote,
    Finish,
    KeepWord,
    Note,
    OwnPlacing,
    PassTo,
    PickAct,
    PlacePosture,
    Promise,
    Reopen,
    Select,
    ShowForecasts,
    Tick,
    Withdraw,
    WithdrawNote,
)
from engine.session.session import Session
from engine.telling.journal import _SENTENCES
from engine.telling.projects import title
from engine.telling.reader import Reader
from engine.view.projects import project as project_view
from engine.view.types import CONSOLE, ROOM, Audience, ProjectView, TokenCount
from engine.view.veil import veil
from tests.engine.driving import Ticker, go, promise, session, to
from tests.engine.small import begin, scenario

MINE = ("play", "telling", "view", "session", "demo.py", "transcript")


def _spoken(path: Path) -> set[tuple[str, str | None]]:
    """The messages that a module gives to tr and ntr as they stand."""
    found: set[tuple[str, str | None]] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args:
            first = node.args[0]
            if node.func.id in ("tr", "ntr", "_about") and isinstance(first, ast.Constant):
                plural = node.args[1].value if node.func.id == "ntr" else None  # type: ignore[attr-defined]
                found.add((first.value, plural))
    return found


def test_every_sentence_of_the_session_has_its_english():
    root = Path(engine.__file__).parent
    files = [
        f for name in MINE for f in ((root / name).rglob("*.py") if (root / name).is_dir() else [root / name])
    ]
    catalogue = language._catalogue("en")
    same = {
        "Carte blanche",
        "Situation",
        "question",
        "Associations",
        "Institutions",
        "Second vote",
        "Vote",
        "{n} public",
    }
    for message, plural in set().union(*map(_spoken, files)):
        if message in same:
            continue
        said = catalogue.gettext(message) if plural is None else catalogue.ngettext(message, plural, 1)
        assert said != message, message


def test_a_promise_says_where_it_goes_and_on_what_condition():
    whole = to("negotiation")
    whole.do(Promise(who="bo", project="clinic", tokens=Tokens(means=1), if_who="ana", if_kind="time"))
    mine = whole.view(ROOM).promises[-1]
    assert mine.sentence == "le clinic, si Ana y donne du temps"
    assert mine.conditional
    assert whole.view(ROOM, "en").promises[-1].sentence == "le clinic, if Ana gives time there"


def test_the_gate_says_what_projects_have_to_bring_it_wear_included():
    view = to("negotiation").view(ROOM)
    gate = next(i for i in view.indicators if i.gate)
    assert (gate.wear, gate.needed) == (2, 3)
    assert gate.since_round == -2
    after = next(i for i in to("reveal").view(ROOM).indicators if i.gate)
    assert (after.wear, after.needed) == (2, None)
    assert {i.wear for i in view.indicators if not i.gate} == {1}


def test_going_on_says_what_it_will_do():
    labels = {}
    whole = session(begin(duration="150", forecasts_shown="before"))
    while whole.game.table.phase != "bilan":
        view = whole.view(ROOM)
        labels[view.phase.kind, view.phase.step, view.phase.round] = view.phase.next_label
        if whole.game.table.phase == "choice":
            for who in whole.game.held:
                whole.do(KeepWord(who=who))
        whole.do(Advance())
    assert labels["welcome", "", 0] == "Commencer le premier tour"
    assert labels["forecast", "ask", 1] == "Montrer les pronostics"
    assert labels["forecast", "shown", 1] == "Passer aux choix secrets"
    assert labels["debate", "revote", 1] == "Qui est où, maintenant\u202f?"
    assert labels["debate", "map", 1] == "Tour suivant"
    assert labels["debate", "map", 2] == "Faire une pause"
    assert labels["break", "", 2] == "Reprendre la séance"
    assert labels["debate", "map", 4] == "Aller au bilan"
    assert whole.view(ROOM).phase.next_label == "Clore la séance"


def test_the_pace_is_measured_against_the_plan():
    whole = session()
    clock: Ticker = whole.clock
    assert whole.view(ROOM).clock.planned_end == clock.now + 45 * 60
    assert whole.view(ROOM).clock.late == 0
    clock.now += 5 * 60 + 90
    whole.do(Advance())
    assert whole.view(ROOM).clock.late == 90
    whole.do(Clock(action="pause"))
    assert whole.view(ROOM).clock.paused_left == 60
    assert whole.view(ROOM).clock.late == 90
    whole.do(Clock(action="add", seconds=60))
    assert whole.view(ROOM).clock.late == 150
    assert session(begin("training", "training")).view(ROOM).clock.planned_end is None
    break_ = to("break", how=begin(duration="150")).view(ROOM)
    assert break_.phase.title == "Pause"
    assert to("bilan").view(ROOM).clock.late < 0, "everything was done at once"


def test_a_negotiation_between_tables_begins_with_how_a_table_decides():
    tables = begin(tables=("Table 1", "Table 2"))
    first, second, *own = to("negotiation", how=tables).view(CONSOLE).console.say
    assert "choisissez qui porte la parole" in first
    assert "trente secondes en silence" in second
    assert "à égalité, on tient parole" in second.lower()
    assert own == ["Dire negotiation"]
    assert (
        to("negotiation", how=tables, rounds=2)
        .view(CONSOLE)
        .console.say[0]
        .endswith("changez de porte-parole.")
    )
    assert to("situation", how=tables).view(CONSOLE).console.say == ("Dire situation",)


def test_the_console_has_a_line_to_say_of_the_last_round_and_of_the_rooms_own_project():
    whole = to("situation")
    last = whole.game.schedule.rounds
    before = [line for line in whole.view(CONSOLE).console.say if "dernier tour" in line]
    assert bool(before) == (last == 1)
    whole = to("situation", rounds=last)
    assert whole.view(CONSOLE).console.say[0].startswith("C’est le dernier tour.")
    own = to("negotiation")
    assert not any("propre chantier" in line for line in own.view(CONSOLE).console.say)
    own.do(CarteBlanche(name="Un four", cost=Tokens(time=1, means=1), changes={"health": 1}))
    assert "Un four" in own.view(CONSOLE).console.say[0]


def test_the_console_has_what_to_say_and_what_is_hidden():
    whole = to("negotiation")
    whole.do(Note(text="dit", tag="idea", speaker="T1"))
    console = whole.view(CONSOLE).console
    assert console.say == ("Dire negotiation",)
    assert console.do == ("Faire negotiation",)
    assert any(line.startswith("Ana croit de Bo\u00a0: «\u202fBELIEF-ana") for line in console.hidden)
    assert (console.notes[0].tag_word, console.notes[0].phase) == ("idée", "Négociation")
    assert set(console.doubtful) == {p.id for p in whole.game.playing.promises}
    whole.do(Tick(who="ana", told=1, asked=0, heard=0, decided=0))
    assert whole.view(CONSOLE).console.ticks == (("ana", (1, 0, 0, 0)),)


def test_each_kind_of_command_has_its_line_in_the_journal_in_both_languages():
    whole = session()
    whole.do(OwnPlacing(when="before", counts=(1, 0, 0, 0, 0, 0, 0)))
    go(whole, "negotiation")
    promise(whole, "bo", "clinic", 0, 1, 0)
    whole.do(Withdraw(promise=whole.game.playing.promises[-1].id))
    whole.do(CarteBlanche(name="Un banc", cost=Tokens(time=1, means=1), changes={"common": 1}))
    whole.do(Clock(action="add", seconds=60))
    whole.do(Clock(action="add", seconds=-30))
    whole.do(Clock(action="pause"))
    whole.do(Clock(action="resume"))
    go(whole, "forecast")
    whole.do(Select(promises=whole.game.playing.selected[:1]))
    whole.do(ShowForecasts())
    go(whole, "choice")
    whole.do(PassTo(who="bo"))
    whole.do(PassTo(who=None))
    whole.do(Confirm(who="bo"))
    whole.do(Reopen(who="bo"))
    go(whole, "debate")
    whole.do(PickAct(act=whole.game.playing.acts[0].id))
    go(whole, "debate", "map")
    whole.do(PlacePosture(who="bo"))
    whole.do(Tick(who="bo", told=1, asked=0, heard=0, decided=0))
    whole.do(Note(text="dit"))
    whole.do(EditNote(note=1, text="redit"))
    whole.do(WithdrawNote(note=1))
    whole.do(Finish())
    whole.do(OwnPlacing(when="after", counts=(1, 1, 0, 0, 0, 0, 0)))
    french = [line.sentence for line in whole.view(CONSOLE).console.journal]
    english = [line.sentence for line in whole.view(CONSOLE, "en").console.journal]
    assert all(one != other for one, other in zip(french, english, strict=True) if "banc" not in one)
    for said in (
        "1 placement entre je et nous, au début", "Bo retire son engagement le clinic",
        "Minuteur\u00a0: +1\u00a0min", "Minuteur\u00a0: −0,5\u00a0min", "1 engagement choisi",
        "L’ordinateur passe à Bo",
        "Choix rouvert\u00a0: Bo", "Passage direct au bilan", "2 placements entre je et nous, à la fin",
    ):  # fmt: skip
        assert said in french


def test_no_kind_of_command_is_without_a_sentence():
    from engine.play.procedure import RULES

    assert {*_SENTENCES, "undo"} == set(RULES), "what was gone back to is the session's to tell"


@pytest.mark.parametrize(
    "phase", ["welcome", "situation", "negotiation", "forecast", "choice", "reveal", "debate"]
)
def test_a_view_in_english_has_no_french_of_the_programs_own(phase):
    view = to(phase).view(ROOM, "en")
    assert view.phase.title in (
        "Welcome",
        "Situation",
        "Negotiation",
        "Forecast",
        "Secret choices",
        "Reveal",
        "Debate",
    )
    assert language.current() == "fr"


def test_easy_texts_are_read_where_they_are_asked_for():
    data = scenario().model_dump(by_alias=True)
    data["title"] = {"fr": "Quartier : avant", "plain": "Le quartier", "en": "Area", "plain_en": "The area"}
    whole = Session.create(scenario().model_validate(data), begin(), 1, now=lambda: 0.0)
    assert whole.view(ROOM).title == "Quartier\u00a0: avant", "typography is put on designers' texts too"
    assert whole.view(ROOM, plain=True).title == "Le quartier"
    assert whole.view(ROOM, "en").title == "Area"
    assert whole.view(ROOM, "en", plain=True).title == "The area"


def test_effects_of_a_situation_are_told_in_few_words():
    effects = (
        {"effect": "indicator", "indicator": "common", "by": -2},
        {"effect": "posture", "who": "all", "synergy": 0.2, "antagonism": -0.1},
        {"effect": "posture", "who": "landlords", "antagonism": 0.3},
        {"effect": "cost", "kind": "time", "by": 1}, {"effect": "cost", "kind": "means", "by": -1},
        {"effect": "tokens", "who": "bo", "kind": "means", "by": 2},
        {"effect": "tokens", "who": "bo", "kind": "backing", "by": -1},
        {"effect": "trust", "of": "inhabitants", "in": "institutions", "by": -0.05},
    )  # fmt: skip
    data = scenario().model_dump(by_alias=True)
    card = {**data["situations"][0], "effects": effects, "voice": {"name": "Un voisin", "says": "Ah."}}
    whole = Session.create(
        scenario().model_validate({**data, "situations": (card,)}), begin(), 1, now=lambda: 0.0
    )
    situation = go(whole, "situation").view(ROOM).situation
    assert situation.voice_name == "Un voisin"
    assert situation.voice_face is None
    assert situation.effects == (
        "Bien-être social −2", "Tout le monde\u00a0: un peu plus pour et un peu moins contre",
        "Bailleurs\u00a0: plus contre", "Ce tour, chaque chantier ouvert demande 1 temps de plus",
        "Ce tour, chaque chantier ouvert demande 1 moyen de moins (sauf si cela le termine)",
        "Bo\u00a0: 2 moyens de plus",
        "Bo\u00a0: 1 appui de moins", "Habitants → Institutions\u00a0: confiance −5",
    )  # fmt: skip


def test_the_rooms_own_project_goes_by_the_name_it_was_given():
    whole = to("negotiation")
    assert title(whole.game, Reader(), "carte-blanche") == "Carte blanche", "nobody has named it yet"
    whole.do(CarteBlanche(name="Un banc", cost=Tokens(time=1, means=1), changes={"common": 3}))
    project = whole.view(ROOM).projects[-1]
    assert (project.title, project.carte_blanche, project.rung) == (
        "Un banc",
        True,
        "initiative des habitants",
    )
    assert project.changes[0].title == "Bien-être social"
    assert project.cost == TokenCount(1, 1, 0)
    promise(whole, "ana", "carte-blanche", 1, 0, 0)
    assert whole.view(ROOM).promises[-1].sentence == "au chantier «\u202fUn banc\u202f»"
    assert whole.view(ROOM).carte_blanche_used


def test_the_room_s_own_project_has_a_pictogram_that_exists() -> None:
    from engine.look import pictograms
    from engine.telling.projects import OWN_PICTOGRAM

    assert OWN_PICTOGRAM in pictograms.NAMES


def test_a_voice_wears_the_face_that_people_see_until_the_map():
    for phase, step in (("situation", ""), ("reveal", ""), ("debate", "vote"), ("debate", "map")):
        for seed in range(4):
            view = to(phase, step, seed=seed).view(ROOM)
            assert view.situation.voice_expression == view.character("ana").posture.expression


def test_somebody_who_passes_by_may_have_a_face():
    data = scenario().model_dump(by_alias=True)
    face = {"head": "short2", "skin": "#edb98a", "clothing": "#9ddadb"}
    card = {**data["situations"][0], "voice": {"name": "Un voisin", "face": face, "says": "Ah."}}
    whole = Session.create(
        scenario().model_validate({**data, "situations": (card,)}), begin(), 1, now=lambda: 0.0
    )
    seen = go(whole, "situation").view(ROOM).situation
    assert (seen.voice_name, seen.voice_face.head, seen.voice_expression) == ("Un voisin", "short2", "calm")


def test_the_panel_of_the_briefing_is_the_debates_or_else_the_situations():
    small = scenario()
    situations = tuple(one.model_copy(update={"briefing": "argent"}) for one in small.situations)
    debates = tuple(one.model_copy(update={"briefing": "pourquoi"}) for one in small.debates)
    projects = tuple(one.model_copy(update={"briefing": "calendrier"}) for one in small.projects)
    update = {"situations": situations, "debates": debates, "projects": projects}
    whole = Session.create(small.model_copy(update=update), begin(), 7, now=Ticker())
    assert whole.view(ROOM).refers == ""
    assert go(whole, "situation").view(ROOM).refers == "argent"
    assert {one.refers for one in go(whole, "negotiation").view(ROOM).projects} == {"calendrier"}
    assert go(whole, "debate", "vote").view(ROOM).refers == "pourquoi"


def test_a_voice_of_nobody_at_the_table_looks_concerned():
    small, passer = scenario(), scenario().characters["ana"].model_copy(update={"id": "eve", "name": "Eve"})
    situations = tuple(
        one.model_copy(update={"voice": one.voice.model_copy(update={"character": "eve"})})
        for one in small.situations
    )
    board = small.model_copy(
        update={"characters": {**small.characters, "eve": passer}, "situations": situations}
    )
    seen = go(Session.create(board, begin(), 7, now=Ticker()), "situation").view(ROOM).situation
    assert (seen.voice_name, seen.voice_face, seen.voice_expression) == ("Eve", passer.face, "concerned")


def trusting(whole: Session) -> Session:
    """Everybody trusts everybody: nobody refuses for want of trust."""
    whole.game.state.trust[...] = ONE
    whole.game.state.believes[...] = 0
    return whole


def test_a_request_says_who_asked_for_what_and_what_is_kept_instead():
    said = set()
    for seed in range(8):
        whole = trusting(to("negotiation", seed=seed))
        mine = [p.project for p in whole.game.playing.promises if p.who == "cy"]
        for project in whole.game.open:
            if project not in mine:
                whole.do(Ask(asker="ana", asked="cy", project=project))
        kept = [f"le {p.project}" for p in whole.game.playing.promises if p.who == "cy"]
        for answer in whole.view(ROOM).answers:
            assert answer.sentence.startswith(f"Ana demande à Cy de donner le {answer.project}\u00a0: ")
            if "garde son" in answer.sentence:
                assert all(project in answer.sentence for project in kept)
            said.add(answer.sentence.split(": ")[1].split(",")[0].split()[0])
    assert said >= {"oui", "non"}


def test_who_goes_back_on_a_promise_to_say_yes_is_said_to():
    found = 0
    for seed in range(12):
        whole = trusting(to("negotiation", seed=seed))
        for asked in whole.game.simulated:
            for project in whole.game.open:
                before = {p.project: p.tokens for p in whole.game.playing.promises if p.who == asked}
                if project in before:
                    continue
                whole.do(Ask(asker="ana", asked=asked, project=project))
                after = {p.project: p.tokens for p in whole.game.playing.promises if p.who == asked}
                gone = [id_ for id_ in before if before[id_] != after.get(id_)]
                told = whole.view(ROOM).answers[-1].sentence
                journal = whole.view(CONSOLE).console.journal[-1].sentence
                found += len(gone)
                for said in (told.rstrip("."), journal.rstrip(")")):
                    taken_back = said.partition("reprend ce qui était promis ")[2]
                    assert sorted(taken_back.split(" et ")) == (sorted(f"le {id_}" for id_ in gone) or [""])
    assert found


def test_a_project_says_no_more_rounds_than_the_session_has():
    assert {p.rounds_left for p in to("negotiation").view(ROOM).projects} == {2}
    assert {p.rounds_left for p in to("negotiation", rounds=2).view(ROOM).projects} == {1}
    assert max(p.rounds_left for p in to("negotiation", how=begin(duration="150")).view(ROOM).projects) == 3


def test_a_card_tells_all_that_it_does_and_what_it_announces():
    card = scenario().projects[0]
    effects = (
        {"effect": "posture", "who": "bo", "synergy": 0.2},
        {"effect": "trust", "of": "inhabitants", "in": "landlords", "by": 0.05},
        {"effect": "posture", "who": "nobody", "synergy": 0.2},
        {"effect": "tokens", "who": "shops", "kind": "time", "by": 1},
    )
    changed = type(card).model_validate(
        {**card.model_dump(by_alias=True), "effects": effects, "lifts": (("ana", "bo"),), "rung": "consult"}
    )
    whole = scenario().model_copy(update={"projects": (changed, *scenario().projects[1:])})
    made = Session.create(whole, begin(), 7, now=Ticker())
    told = {who: _card_of(made, who, card.id) for who in (ROOM, CONSOLE)}
    shown = [effect.replace("\u00a0", " ") for effect in told[CONSOLE].effects]
    assert shown[:2] == ["Bo : un peu plus pour", "Habitants → Bailleurs : confiance +5"], "not the absent"
    assert shown[2:] == ["un présupposé tombe : Ana sur Bo"]
    assert told[ROOM].effects == told[CONSOLE].effects[:2], "what Ana believes is a secret"
    assert told[ROOM].rung == "consulter"
    assert "avis" in told[ROOM].rung_means


def _card_of(made: Session, audience: Audience, project: str) -> ProjectView:
    return project_view(veil(made.game, audience, Reader()), project)
