"""What a transcript and a record tell of a ballot: how votes are counted, who comes, what is voted."""

import json
from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from engine import demo, language
from engine.content.model import Condition
from engine.effects.voices import VoicesEffect
from engine.play.commands import Adopt, Mark, PickAct
from engine.play.exercise import exercise as exercise_of
from engine.play.table import Act
from engine.report import build, formats
from engine.report.compare import NOTHING, compared
from engine.report.pages import _told
from engine.report.record import Record, without
from engine.report.tables import tables
from engine.session.session import Session
from engine.telling import conditions, exercise
from engine.telling.reader import Reader
from engine.transcript import ballot, story
from engine.view import of
from engine.view.types import ROOM
from tests.engine import urn
from tests.engine.driving import go, session

READER = Reader("fr")
PARTS = ("ballot", "voices", "catalogue", "papers", "counts", "outcomes", "brought")


def adopted(command: Adopt, *more: Adopt) -> Session:
    """A session whose room chose so."""
    whole = urn.to("method")
    for one in (command, *more):
        whole.do(one)
    return whole


@cache
def voted() -> Session:
    """Equal shares, level with most votes and drawn; Ana marks a ballot, Bo does not; the Bilan."""
    level = {"approval": 4, "equal-shares": 4}
    whole = go(adopted(Adopt(counts=level), Adopt(draw=True, counts={})), "ballot")
    assert whole.game.playing.catalogue == ("garden", "clinic")
    whole.do(Mark(who="ana", grades={"garden": 1, "clinic": 4}))
    return go(whole, "bilan")


@cache
def record(language_: str = "fr") -> Record:
    with language.using(language_):
        return build.record(voted())


def told(whole: Session, language_: str = "fr") -> str:
    steps = ((c, of(whole.history[n], ROOM, language_)) for n, c in enumerate(whole.commands))
    return plain("\n".join(story.lines(steps, language_)))


def plain(text: str) -> str:
    return " ".join(text.split())


# ---- Conditions -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"funded": {"150": 2}}, "2 idées au moins sont financées"),
        ({"funded": 1}, "1 idée au moins est financée"),
        ({"served": 3}, "3 publics au moins trouvent bonne une idée financée"),
        ({"elected": "garden"}, "« Chantier garden » est financée"),
        ({"counted_by": "equal-shares"}, "on compte ainsi : Parts égales"),
    ],
)
def test_conditions_count_ideas_and_publics(asked: dict[str, object], said: str) -> None:
    condition = Condition.model_validate(asked)
    assert plain(conditions.words(urn.scenario(), READER, condition, "150")) == said


# ---- The transcript -------------------------------------------------------------------------------------


def test_the_room_hears_each_way_of_counting_and_what_it_chose() -> None:
    text = told(adopted(Adopt(counts={"approval": 4, "equal-shares": 7})))
    for words in (
        "## Comment on comptera Le budget : 60 000 € - Le plus de voix : L’idée que le plus de voix",
        "Le plus de voix : 4 mains · Parts égales : 7 mains La salle a choisi : Parts égales.",
    ):
        assert words in text, words


def test_a_tie_is_told_then_who_drew() -> None:
    text = told(voted())
    assert (
        "Le plus de voix : 4 mains · Parts égales : 4 mains Égalité : Le plus de voix et Parts égales."
        in text
    )
    assert text.count("4 mains · Parts égales") == 1, "hands are told once"
    assert "Tiré au sort : " in text


def test_counted_again_a_choice_is_told_again() -> None:
    text = told(adopted(Adopt(counts={"approval": 4}), Adopt(counts={"majority-judgement": 5})))
    assert text.index("La salle a choisi : Le plus de voix.") < text.index("La salle a choisi : Jugement")


def test_a_round_opens_with_who_would_vote_and_an_idea_with_its_price() -> None:
    text = told(voted())
    for words in (
        "Les habitués : 20 voix · Les parents : 20 voix · Ceux de nuit : 4 voix - Chantier",
        "Recevable : « Chantier clinic ».",
        "40 000 €, à voter · aujourd’hui 4 voix · Financée : Bien-être social +4, Travail +2, Bo y perd 3",
        "- Attendre la sortie de 5 h (demande 1 temps) : Bien-être social +3 · Ceux de nuit : +6 voix",
    ):
        assert words in text, words


def test_a_reveal_tells_what_is_eligible_and_who_was_fetched_and_nothing_of_who_was_not() -> None:
    text = told(voted())
    assert "Chantier clinic : recevable ! Santé +6" in text
    assert "Chantier clinic : terminé" not in text
    assert "Attendre la sortie de 5 h. Ceux de nuit : 10 voix." in text
    assert "Attendre à la grille de l’école. Il manque" not in text
    assert "Attendre à la grille de l’école. Promis, mais pas donné : par Di." in text


def test_postures_move_by_what_was_funded_and_by_no_idea_as_if_it_were_built() -> None:
    whole = urn.session()
    for _ in demo.moves(whole):
        pass
    text = told(whole)
    assert "ce que le vote a financé" in text
    for idea in urn.IDEAS:
        assert f"le chantier « Chantier {idea} » est terminé" not in text


def test_ballots_are_handed_in_secretly_and_told_at_the_end() -> None:
    before, _, after = told(voted()).partition("Tour 4 sur 4 · Révélation")
    after, _, end = after.partition("## Bilan")
    assert "Bulletin" not in after
    assert "Bulletin d’Ana (2 voix). Chantier garden : bien · Chantier clinic : à rejeter." in end
    assert "Bulletin de Bo" not in end
    assert (
        "Vote - Chantier garden (30 000 €) : les habitués : très bien, les parents : bien, "
        "ceux de nuit : insuffisant"
    ) in before
    assert before.endswith("Ana a rendu son bulletin. ## ")
    for words in (
        "Bo n’a pas voté.",
        "On compte. ",
        "1. Chantier garden (30 000 €) : 50 voix · très bien 20, bien 30, insuffisant 16 · "
        "pour : les habitués et les parents · financée, reste 30 000 € · Santé +4, Di y perd 2",
        "- Chantier clinic (40 000 €) : 20 voix",
        "pas financée",
        "1 idée, 2 publics sur 3, 30 000 €",
    ):
        assert words in after, words


def test_the_end_counts_the_same_ballots_by_each_way_the_adopted_one_first() -> None:
    end = told(voted()).rpartition("## Bilan")[2]
    used = next(one for one in record().outcomes if one.used)
    assert f"{used.title} : 1 idée, 2 publics sur 3, 30 000 € · « Chantier garden »" in end
    found = [end.index(f"{one.title} : ") for one in record().outcomes]
    assert found == sorted(found)
    assert len(found) == 3


def test_a_count_says_what_decided_it() -> None:
    judged = told(go(adopted(Adopt(counts={"majority-judgement": 4})), "reveal", rounds=4))
    assert "1. Chantier garden (30 000 €) : mention du milieu : bien · " in judged
    assert "mention du milieu : " not in told(go(adopted(Adopt(counts={"approval": 4})), "reveal", rounds=4))


def test_a_count_says_where_shares_are_spent_and_votes_decide() -> None:
    view = go(adopted(Adopt(counts={"equal-shares": 4})), "reveal", rounds=4).view(ROOM)
    assert view.ballot is not None
    assert view.ballot.count is not None
    spent = "Les parts sont épuisées ; le reste va au plus de voix."
    by_shares, by_votes = (
        [plain(line) for line in ballot.counted(replace(view, ballot=replace(view.ballot, count=count)))]
        for count in (replace(view.ballot.count, shared=n) for n in (len(view.ballot.count.funded), 0))
    )
    assert spent not in by_shares
    assert by_votes[by_votes.index(spent) + 1].startswith("1. ")


def test_an_empty_catalogue_is_told() -> None:
    view = urn.to("ballot", rounds=4).view(ROOM)
    assert view.ballot is not None
    empty = replace(view, ballot=replace(view.ballot, eligible=(), ideas=()))
    (line,) = ballot.catalogue(empty)
    assert plain(line) == "Le catalogue est vide : aucune idée n’est recevable."


# ---- The record -----------------------------------------------------------------------------------------


def test_the_record_tells_how_the_room_chose() -> None:
    by_votes, judgement, shares = record().ballot
    assert (by_votes.method, by_votes.hands, by_votes.tied) == ("approval", 4, True)
    assert (judgement.hands, judgement.tied, judgement.adopted) == (0, False, False)
    assert (shares.hands, shares.tied) == (4, True)
    assert [way.adopted for way in (by_votes, shares)].count(True) == 1
    assert all(way.drawn == way.adopted for way in record().ballot)


def test_voices_are_told_round_by_round_with_who_fetched_them() -> None:
    night = {one.round: one for one in record().voices if one.public == "Ceux de nuit"}
    assert [night[n].voices for n in range(5)] == [4, 10, 10, 16, 16]
    assert [night[n].by for n in range(5)] == [(), ("Di",), (), ("Cy",), ()]
    parents = [one for one in record().voices if one.public == "Les parents"]
    assert [(one.came, one.by) for one in parents] == [(0, ()), (4, ()), (0, ()), (0, ()), (4, ())]


def test_the_catalogue_says_who_gave_and_what_each_idea_did() -> None:
    garden, clinic = record().catalogue
    assert (garden.title, garden.price, garden.round, garden.by, garden.place) == (
        "Chantier garden", 30, 4, ("Cy", "Di"), 1,
    )  # fmt: skip
    assert (plain(garden.changed), plain(garden.named)) == ("Santé +4", "Di y perd 2")
    assert (clinic.round, clinic.by, clinic.place) == (2, ("Cy",), 0)


def test_every_ballot_is_there_and_whoever_abstained_has_none() -> None:
    papers = record().papers
    publics = [one for one in papers if one.whose == "public" and one.idea == "Chantier clinic"]
    assert [(one.name, one.voices) for one in publics] == [
        ("Les habitués", 20), ("Les parents", 24), ("Ceux de nuit", 16),
    ]  # fmt: skip
    people = {(one.name, one.idea): one.word for one in papers if one.whose == "person"}
    assert people["Ana", "Chantier clinic"] == "à rejeter"
    assert "Bo" not in {name for name, _ in people}


def test_the_count_goes_idea_by_idea_and_two_recounts_follow() -> None:
    made = record()
    held = [one for one in made.counts if one.used]
    assert [(one.idea, one.place, one.left) for one in held] == [
        ("Chantier garden", 1, 30), ("Chantier clinic", 0, 30),
    ]  # fmt: skip
    assert (held[0].votes, held[0].grades, held[0].publics) == (
        50, (20, 30, 0, 16, 0), ("Les habitués", "Les parents"),
    )  # fmt: skip
    assert len({one.method for one in made.counts}) == 3
    assert [one.used for one in made.outcomes] == [True, False, False]
    for one in made.outcomes:
        assert (one.funded, one.served, one.publics, one.spent, one.money) == (1, 2, 3, 30, 60)


def test_what_the_vote_brought_each_is_what_counted() -> None:
    brought = {one.name: one.points for one in record().brought}
    last = voted().game.records[-1]
    for i, name in enumerate(("Ana", "Bo", "Cy", "Di")):
        assert brought.get(name, 0) == round(int(last.elected[i]) / 65536, 1)


def test_what_a_card_brings_at_the_last_reveal_comes_after_the_count_for_all_counts() -> None:
    """The desk, completed with the vote, makes people come: too late, and no count has them."""
    projects = [
        p
        if p.id != "desk"
        else p.model_copy(update={"effects": (VoicesEffect(effect="voices", public="night", by=30),)})
        for p in urn.scenario().projects
    ]
    whole = urn.to("bilan", projects=[p.model_dump(by_alias=True, exclude_unset=True) for p in projects])
    assert "Chantier desk" in build.record(whole).rounds[-1].completed
    made = build.record(whole)
    assert [one.voices for one in made.voices if one.public == "Ceux de nuit"][-1] == 16
    placed = [one.idea for one in made.counts if one.used and one.place]
    held = whole.game.records[-1].funded
    assert placed == [f"Chantier {whole.game.names.projects[p]}" for p in held.nonzero()[0]]
    assert sum(made.counts[0].grades) == 20 + 24 + 16 + 2 * 2


def test_before_the_end_no_recount_and_nobodys_gain_is_told() -> None:
    made = build.record(urn.to("debate", rounds=4))
    assert [one.used for one in made.outcomes] == [True]
    assert made.brought == ()
    early = build.record(urn.to("debate", rounds=1))
    assert (early.papers, early.counts, early.outcomes) == ((), (), ())
    assert {one.round for one in early.voices} == {0, 1}


def test_every_format_tells_the_vote() -> None:
    made = record()
    files = formats.written(made, ("html", "md", "csv", "json", "xlsx"), "it")
    for end in (".md", ".html", "-counts.csv", ".json"):
        assert "Chantier garden" in files[f"it{end}"].decode(), end
    assert json.loads(files["it.json"])["outcomes"][0]["funded"] == 1
    assert {*PARTS} <= {one.id for one in tables(made)}
    assert all(len(one.title) <= 31 for one in tables(made))


def test_the_ballot_can_be_left_out_and_without_people_nobody_signs_one() -> None:
    gone = without(record(), frozenset({"ballot"}))
    assert [getattr(gone, part) for part in PARTS] == [()] * len(PARTS)
    nobody = without(record(), frozenset({"people"}))
    assert nobody.brought == ()
    assert {one.name for one in nobody.papers if one.whose == "person"} == {""}
    assert {one.name for one in nobody.papers if one.whose == "public"} == {
        "Les habitués", "Les parents", "Ceux de nuit",
    }  # fmt: skip
    assert len(nobody.papers) == len(record().papers)


def test_the_story_tells_the_choice_who_came_what_was_funded_and_the_recounts() -> None:
    lines = [plain(line) for line in record().story]
    used = next(one for one in record().outcomes if one.used)
    for line in (
        f"Tiré au sort : {used.title}. Le plus de voix : 4 mains, Jugement majoritaire : 0 main et "
        "Parts égales : 4 mains.",
        "Ceux de nuit : 10 voix, +6, grâce à Di.",
        "Tour 2, « Situation gift » : une idée est recevable, « Chantier clinic ».",
        "Tour 4, « Situation rain » : un chantier est terminé, « Chantier desk ».",
        f"{used.title} : 1 idée, 2 publics sur 3, 30 000 €.",
        "Financé : « Chantier garden ».",
        "Pas financé : « Chantier clinic ».",
        "Serait financé : « Chantier garden ».",
    ):
        assert line in lines, line
    assert sum(line.startswith("Compté autrement, ") for line in lines) == 2


def test_its_pages_tell_who_votes_then_the_count_then_the_same_ballots_otherwise() -> None:
    who, count, again = _told(record())["needs"]
    assert [row["head"] for row in who["rows"][-5:]] == ["Début", *(f"Tour {n}" for n in range(1, 5))]
    first = count["rows"][0]
    assert [plain(first[key]) for key in ("head", "overheard", "said")] == [
        "1. Chantier garden : 30 000 €",
        "50 voix : très bien 20, bien 30, insuffisant 16",
        "Financé, reste 30 000 €. Pour : les habitués et les parents.",
    ]
    assert plain(count["rows"][-1]["head"]) == "Ce que le vote a rapporté à chacun"
    assert [plain(row["said"]) for row in again["rows"]] == ["Financerait : Chantier garden."] * 2


def test_sessions_side_by_side_compare_how_they_counted_and_what_came_of_it() -> None:
    other = build.record(go(session(), "reveal"))
    (table,) = (t for t in compared([("une", record()), ("autre", other)]).tables if t.id == "participation")
    rows: dict[str, tuple[Any, ...]] = {plain(str(row[0])): row[1:3] for row in table.rows}
    used = next(one for one in record().outcomes if one.used)
    assert rows["Façon de compter"] == (f"{used.title}, par le sort", NOTHING)
    assert rows["Idées recevables"] == (2, NOTHING)
    assert rows["Voix venues"] == (12, NOTHING)
    assert [plain(str(cell)) for cell in rows["Financé"]] == ["1 idée, 2 publics sur 3, 30 000 €", NOTHING]
    assert sum(key.startswith("Compté ainsi") for key in rows) == 3


def test_a_session_without_a_ballot_tells_nothing_of_one() -> None:
    made = build.record(go(session(), "reveal"))
    assert [getattr(made, part) for part in PARTS] == [()] * len(PARTS)
    assert not {*PARTS} & {one.id for one in tables(made)}


def test_everything_is_said_in_english_too() -> None:
    with language.using("en"):
        made = record("en")
        assert {table.title for table in tables(made)} >= {
            "How votes are counted",
            "The catalogue",
            "The ballots",
        }
        assert "Funded: “Chantier garden”." in made.story
    assert "1 idea, 2 of 3 publics" in told(voted(), "en") or "1 idea, 2 publics of 3" in told(voted(), "en")


# ---- Debates --------------------------------------------------------------------------------------------


def _debating(about: str, **more: object) -> Session:
    """The last debate of a session with a card about the vote."""
    card = {"id": "votes", "about": about, "question": "Et maintenant ?", "statement": "C’est voté.", **more}
    plain_ = urn.scenario().model_dump(by_alias=True, exclude_unset=True)["debates"]
    return urn.to("debate", rounds=4, debates=[card, *plain_])


def test_a_card_about_what_was_funded_is_asked_of_who_gave_to_it_alone() -> None:
    acts = _debating("funded").game.playing.acts
    asked = {act.project for act in acts if "votes" in (act.card, *act.others)}
    assert asked == {"garden"}
    assert any(act.project != "garden" for act in acts)


def test_what_was_given_to_an_idea_that_is_not_funded_is_an_act_of_who_gave_most() -> None:
    """The clinic was eligible before the last round; Cy, simulated, had given to it."""
    whole = _debating("unfunded")
    *others, last = whole.game.playing.acts
    assert (last.who, last.project, last.fact, last.card) == ("cy", "clinic", "outvoted", "votes")
    assert not [act for act in others if "votes" in (act.card, *act.others)]
    whole.do(PickAct(act=last.id))
    debate = whole.view(ROOM).debate
    assert debate is not None
    assert debate.picked is not None
    assert plain(debate.picked.sentence) == (
        "Cy avait donné pour « Chantier clinic », et le vote ne l’a pas financé."
    )
    assert plain(exercise._fact(whole.game, READER, whole.game.playing, last)) == (
        "« Chantier clinic » coûte 40 000 €."
    )
    asked = exercise_of(whole.game, last)
    assert asked.readings == ()
    said = dict(exercise.sentences(whole.game, READER, whole.game.playing, last, asked))
    assert set(said) == {"fact", "judgement", "presupposition"}
    yours = exercise.sentences(whole.game, Reader("fr", you="cy"), whole.game.playing, last, asked)
    assert dict(yours)["presupposition"] != said["presupposition"]


def test_without_a_card_about_it_or_before_the_vote_nobody_is_outvoted() -> None:
    for whole in (_debating("funded"), urn.to("debate", rounds=3)):
        assert "outvoted" not in [act.fact for act in whole.game.playing.acts]


def test_the_fact_of_an_act_says_what_became_of_an_idea_or_of_a_public() -> None:
    whole = urn.to("debate", rounds=4)
    record_ = whole.game.playing
    for project, said in (
        ("garden", "À la fin du tour, l’idée « Chantier garden » est financée."),
        ("fetching-parents", "À la fin du tour, personne n’est allé les chercher : les parents."),
    ):
        act = Act("4.di.gift", "di", project, "gift", "votes")
        assert plain(exercise._fact(whole.game, READER, record_, act)) == said
    early = urn.to("debate", rounds=2)
    act = Act("2.cy.gift", "cy", "clinic", "gift", "votes")
    fact = exercise._fact(early.game, READER, early.game.playing, act)
    assert plain(fact) == "À la fin du tour, l’idée « Chantier clinic » est recevable."
