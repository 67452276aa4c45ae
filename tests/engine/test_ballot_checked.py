"""What is wrong with a ballot, told where it stands: file, line, column; what balance tries of it."""

from pathlib import Path

import pytest

from engine.balance.changes import every
from engine.balance.games import SEED
from engine.balance.matrix import _DEVICES
from engine.balance.votes import lines, votes
from engine.check import status
from engine.check.groups import _otherwise
from engine.content import library
from engine.diagnostics import Diagnostic, Mark
from engine.fixed import Ints
from engine.rules.board import Board, build
from engine.simulate import Summary, run
from tests.engine import councils, examples, urn
from tests.engine.examples import Change
from tests.engine.examples import place_of as place
from tests.engine.small import scenario as small

BALLOT = """
ballot:
  title: Le budget de la cour
  money: 40
  methods: [approval, equal-shares]
  publics:
    - id: jeunes
      title: Les jeunes
      voices: 12
    - id: anciens
      title: Les anciens
      voices: 9
      others: 6
      brings: 2
      fetch: Monter au troisième
      short: pour les anciens
      text: À 15 h, deux étages à pied.
phases: [situation, negotiation, forecast, choice, ballot, reveal, debate]
"""
SCENARIO, BAL, CLE = "scenario.yaml", "cards/projects/bal.yaml", "cards/projects/cle.yaml"
POTAGER, BANC, ATELIER = (f"cards/projects/{card}.yaml" for card in ("potager", "banc", "atelier"))


def _idea(file: str, rung: str, price: int, opinions: str, voted: str) -> Change:
    told = f"price: {price}\nopinions: {{{opinions}}}\nvoted: {{changes: {{{voted}}}}}"
    return file, f"rung: {rung}", f"rung: {rung}\n{told}"


CARDS = (
    _idea(BAL, "initiative", 15, "jeunes: good", "health: 4"),
    _idea(CLE, "delegate", 15, "anciens: very-good", "rights: 4"),
    _idea(POTAGER, "concert", 20, "anciens: good, jeunes: reject", "health: 5"),
    _idea(BANC, "coproduce", 10, "jeunes: very-good", "rights: 3"),
    (SCENARIO, "notes:\n", "notes:\n  ballot: {say: [Votez.], do: [Passer l'ordinateur.]}\n"),
    (SCENARIO, "notes:\n", "notes:\n  method: {say: [Comment ?], do: [Compter les mains.]}\n"),
)


def written(to: Path, *changed: Change, ballot: str = BALLOT, cards: tuple[Change, ...] = CARDS) -> Path:
    """The good scenario with four ideas, one project that acts at once, and two publics; then `changed`."""
    return examples.grown(to, ballot, *cards, *changed)


def told(folder: Path) -> list[Diagnostic]:
    """What is wrong, but for the good scenario having few cards and no English."""
    return [one for one in status(folder) if one.code not in ("count", "untranslated", "few-ideas")]


def where(one: Diagnostic) -> tuple[str, int, int]:
    return Path(one.file).name, one.line, one.column


def test_four_ideas_and_two_publics_have_nothing_wrong_but_being_few(tmp_path: Path) -> None:
    folder = written(tmp_path)
    assert told(folder) == []
    (few,) = [one for one in status(folder) if one.code == "few-ideas"]
    assert (few.severity, few.expected) == ("advice", "6 au moins")


def _later(public: str, by: int) -> str:
    effect = f"{{effect: voices, public: {public}, by: {by}}}"
    return f"later: {{in: 1, says: Oui., plain: {{says: Oui.}}, effects: [{effect}]}}\npictogram:"


LONG = " ".join(["Oui oui oui oui oui."] * 9) + " Oui."
CLE_DEBATE = 'about: completed\nproject: cle\nquestion: "{project} : qui garde le double ?"'
TEXT = "À 15 h, deux étages à pied."


@pytest.mark.parametrize(
    ("file", "old", "new", "code", "at", "expected"),
    [
        (SCENARIO, "choice, ballot, reveal", "choice, reveal", "ballot-phase", "phases", "ballot"),
        (SCENARIO, "negotiation, forecast, choice", "negotiation, choice", "ballot-phase", "phases",
         "forecast"),
        (SCENARIO, "[approval, equal-shares]", "[approval, approval]", "listed-twice", "approval]", ""),
        (SCENARIO, "[approval, equal-shares]", "[approval, shares]", "unknown-choice", "shares]",
         "equal-shares"),
        (SCENARIO, "  publics:\n", "  submitted: [cles]\n  publics:\n", "name-unknown", "cles]", "cle"),
        (SCENARIO, "money: 40", "money: 60", "nothing-to-choose", "60", "moins de 60"),
        (BAL, "price: 15", "price: 41", "price-too-high", "41", "40 au plus"),
        (BAL, "price: 15\n", "", "idea-unpriced", "opinions", "price"),
        (ATELIER, "rung: inform", "rung: inform\nvoted: {changes: {health: 2}}", "idea-unpriced", "voted",
         "price"),
        (BAL, "{jeunes: good}", "{jeunes: fair}", "idea-nobodys", "id: bal", "good"),
        (BAL, "voted: {changes: {health: 4}}\n", "", "idea-idle", "id: bal", "voted"),
        (BAL, "{health: 4}}\n", "{health: 0}}\n", "idea-idle", "id: bal", "voted"),
        (BAL, "{jeunes: good}", "{jeune: good}", "name-unknown", "jeune: good", "jeunes"),
        (BAL, "{jeunes: good}", "{jeunes: good, all: good}", "name-unknown", "all: good", "anciens"),
        (BAL, "{jeunes: good}", "{jeunes: god}", "unknown-choice", "god}", "good"),
        (BAL, "voted: {changes: {health: 4}}", "voted: {changes: {helth: 4}}", "name-unknown", "helth",
         "health"),
        (SCENARIO, TEXT, f"{TEXT}\n    - {{id: passants, title: Les passants, voices: 3}}", "public-idle",
         "{id: passants", "opinions"),
        (SCENARIO, "      fetch: Monter au troisième\n", "", "fetch-untold", "id: anciens", "fetch"),
        (SCENARIO, f"      text: {TEXT}\n", "", "fetch-untold", "id: anciens", "text"),
        (SCENARIO, "      others: 6\n", "", "fetch-never", "fetch:", "others"),
        (SCENARIO, f"text: {TEXT}", f"text: {LONG}\n      plain: {{text: Oui.}}", "too-long", "Oui oui",
         "45 au plus"),
        (SCENARIO, "title: Le budget de la cour", "title: Le budget de la cour et du jardin", "too-long",
         "Le budget", "32"),
        (SCENARIO, "title: Les anciens", "title: Les anciens du troisième", "too-long", "Les anciens", "20"),
        (SCENARIO, "Monter au troisième", "Monter au troisième voir les anciens à trois heures", "too-long",
         "Monter", "42"),
        (SCENARIO, "short: pour les anciens", "short: pour aller chercher tous les anciens", "too-long",
         "pour aller", "34"),
        (SCENARIO, TEXT, f"{TEXT}\n    - {{id: jeunes, title: Les passants, voices: 3}}", "listed-twice",
         "jeunes, title: Les passants", ""),
        (SCENARIO, "title: Les anciens", "title: Les jeunes", "same-name",
         "Les jeunes\n      voices: 9", ""),
        (SCENARIO, "{mutual_trust: 40}", "{funded: 4}", "condition-never", "4}\n    success", "3 au plus"),
        (SCENARIO, "{mutual_trust: 40}", "{funded: {45: 1, training: 4}}", "condition-never", "4}}",
         "3 au plus"),
        (SCENARIO, "{mutual_trust: 40}", "{served: 3}", "condition-never", "3}", "2 au plus"),
        (SCENARIO, "{mutual_trust: 40}", "{funded: {45: 1}}", "duration-missing", "{45: 1}}", "training"),
        (SCENARIO, "{mutual_trust: 40}", "{elected: atelier}", "condition-never", "atelier}", "bal"),
        (SCENARIO, "{mutual_trust: 40}", "{elected: jardin}", "name-unknown", "jardin}", ""),
        (SCENARIO, "{mutual_trust: 40}", "{counted_by: majority-judgement}", "condition-never", "majority",
         "approval, equal-shares"),
        ("cards/situations/panne.yaml", "pictogram:",
         _later("jeunes", 0),
         "effect-nothing", "{effect: voices", ""),
        ("cards/situations/panne.yaml", "pictogram:",
         _later("jeune", 3),
         "name-unknown", "jeune,", "jeunes"),
        ("cards/debates/cle.yaml", CLE_DEBATE, "about: funded\nproject: atelier\nquestion: Fallait-il ?",
         "vote-never", "atelier", "price"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_ballot_is_told_where_it_stands(
    file: str, old: str, new: str, code: str, at: str, expected: str, tmp_path: Path
) -> None:
    folder = written(tmp_path, (file, old, new))
    found = told(folder)
    assert [one.code for one in found] == [code], [(one.code, one.message) for one in found]
    assert expected in found[0].expected + found[0].hint
    assert where(found[0]) == place(folder, file, at)


def test_a_public_that_finds_everything_good_chooses_nothing(tmp_path: Path) -> None:
    liked = [(file, "opinions: {", "opinions: {anciens: good, ") for file in (BAL, BANC)]
    (found,) = told(written(tmp_path, *liked))
    assert (found.code, found.severity) == ("public-idle", "advice")


def test_one_public_is_no_vote(tmp_path: Path) -> None:
    start, stop = BALLOT.index("    - id: anciens"), BALLOT.index("phases:")
    cards = (CARDS[0], CARDS[3], *CARDS[4:])
    folder = written(tmp_path, ballot=BALLOT[:start] + BALLOT[stop:], cards=cards)
    (found,) = told(folder)
    assert (found.code, "2 au moins" in found.expected + found.message) == ("out-of-bounds", True)


@pytest.mark.parametrize(
    ("file", "old", "new", "code", "at"),
    [
        (SCENARIO, "notes:\n", "phases: [situation, negotiation, forecast, choice, ballot, reveal]\nnotes:\n",
         "ballot-phase", "ballot,"),
        (BAL, "rung: initiative", "rung: initiative\nprice: 30", "ballot-missing", "30"),
        (BAL, "rung: initiative", "rung: initiative\nopinions: {jeunes: good}", "ballot-missing", "{jeunes"),
        (BAL, "rung: initiative", "rung: initiative\neffects:\n  - {effect: voices, public: all, by: 3}",
         "ballot-missing", "{effect: voices"),
        (SCENARIO, "{mutual_trust: 40}", "{funded: 1}", "ballot-missing", "1}\n    success"),
        (SCENARIO, "{mutual_trust: 40}", "{served: 1}", "ballot-missing", "1}\n    success"),
        (SCENARIO, "{mutual_trust: 40}", "{elected: bal}", "ballot-missing", "bal}"),
        (SCENARIO, "{mutual_trust: 40}", "{counted_by: approval}", "ballot-missing", "approval}"),
        ("cards/debates/parole.yaml",
         'about: broken\nquestion: "{name} avait promis {promised}. Fallait-il le dire avant ?"',
         "about: funded\nquestion: Fallait-il le financer ?", "vote-never", "funded"),
    ],
)  # fmt: skip
def test_what_speaks_of_a_vote_stands_in_a_scenario_that_has_one(
    file: str, old: str, new: str, code: str, at: str, tmp_path: Path
) -> None:
    folder = written(tmp_path, (file, old, new), ballot="", cards=())
    (found,) = told(folder)
    assert (found.code, where(found)) == (code, place(folder, file, at))


def test_where_groups_make_the_common_good_no_vote_does() -> None:
    plain, voted = councils.scenario(), urn.scenario()
    idea = voted.projects[1]  # the clinic, which moves the common good once it is funded
    assert idea.voted is not None
    both = plain.model_copy(update={"ballot": voted.ballot, "projects": (*plain.projects, idea)})
    gate = both.model_copy(update={"gate": "common"}) if "gate" in type(both).model_fields else both
    found = [one.code for one in _otherwise(Nowhere(), gate)]  # type: ignore[arg-type]
    assert "groups-gate" in found


class Nowhere:
    """What was read of no file."""

    def where(self, *_path: str | int) -> Mark:
        return Mark()


@pytest.mark.parametrize("slug", library.slugs())
def test_shipped_ballots_have_nothing_wrong(slug: str) -> None:
    ours = ("ballot", "idea-", "fetch-", "public-", "price-", "nothing-to", "vote-", "few-ideas")
    assert [one for one in status(slug) if one.code.startswith(ours)] == []


# ---- Balance --------------------------------------------------------------------------------------------


def test_balance_tries_voices_prices_points_and_what_endings_ask_of_a_vote() -> None:
    ending = {"id": "spring", "at": "end", "success": True, "title": "Ensemble", "text": "On a voté.",
              "when": {"every": [{"funded": {"150": 2}}, {"served": 1}]}}  # fmt: skip
    plain = urn.scenario().model_dump(by_alias=True, exclude_unset=True)["endings"]
    scenario = urn.scenario(endings=[ending, plain[-1]])
    changes = {one.field: one for one in every(scenario, "150")}
    for field, n, said in (
        ("ballot.money", 65, "Il y a 65 000 € à répartir"),
        ("ballot.people", 3, "Un bulletin pèse 3 voix"),
        ("ballot.publics.parents.voices", 18, "Les parents : 18 voix au début"),
        ("ballot.publics.night.fetched", 7,
         "Ceux de nuit : 7 voix viennent à chaque fois"),
        ("ballot.publics.night.brings", 4,
         "Aller chercher : Ceux de nuit donne 4 à Bien-être social"),
        ("price", 24, "« Chantier bikes » coûte 24 000 €"),
        ("voted.for.bo", -2, "« Chantier clinic », une fois financé retire 2 à Bo"),
        ("voted.changes.common", 5, "« Chantier clinic », une fois financé donne 5 à Bien-être social"),
        ("endings.spring.when.every[0].funded.150", 3, "La fin « Ensemble » demande 3 idées financées"),
        ("endings.spring.when.every[1].served", 2, "La fin « Ensemble » demande 2 publics servis"),
    ):  # fmt: skip
        assert " ".join(changes[field].words(n).split()) == said
        changed = changes[field].to(scenario, n)
        assert changed != scenario, field
    board = build(changes["ballot.publics.parents.voices"].to(scenario, 18), "150")
    assert board.publics.tolist() == [20, 18, 4]
    assert build(changes["ballot.money"].to(scenario, 65), "150").money == 65
    asked = changes["endings.spring.when.every[0].funded.150"]
    assert (asked.low, asked.high) == (1, 4)
    assert "ballot.publics.regulars.fetched" not in changes
    assert not [one for one in every(small(), "150") if "ballot" in one.field or one.field == "price"]


def test_a_vote_plays_unlike_another_evening() -> None:
    for key in ("ballot", "fetched"):
        assert _DEVICES[key](urn.scenario())
        assert not _DEVICES[key](small())
    assert _DEVICES["submitted"](urn.begun())
    assert not _DEVICES["submitted"](urn.scenario())


def played(board: Board, how: Ints, games: int) -> Summary:
    """As `play_here`, by plain rules: they count the same."""
    return run(board, how, games, SEED, plain=True)


def test_balance_counts_the_same_ballots_in_every_way() -> None:
    scenario, games = urn.scenario(), 12
    counted = votes(scenario, "150", games, played)
    assert counted is not None
    assert [idea.id for idea in counted.ideas] == [p.id for p in scenario.projects if p.price]
    for way in ("approval", "majority-judgement", "equal-shares"):
        for idea in counted.ideas:
            assert 0 <= idea.funded[way] <= idea.eligible <= 1
        assert counted.several[way] == pytest.approx(sum(idea.funded[way] for idea in counted.ideas))
        assert counted.spent[way] == pytest.approx(sum(i.price * i.funded[way] for i in counted.ideas))
        assert 0 <= counted.served[way] <= 3
        assert counted.spent[way] <= 60
    assert max(counted.several.values()) > 0
    data = counted.as_data()
    assert set(data) == {"ideas", "funded", "served", "spent", "apart"}
    assert set(data["ideas"]["garden"]) == {
        "price", "eligible", "approval", "majority-judgement", "equal-shares",
    }  # fmt: skip
    told = [" ".join(line.split()) for line in lines(counted)]
    assert told[0] == "milliers d’euros recevable Le plus de voix Jugement majoritaire Parts égales"
    *table, apart = lines(counted)
    assert len(table) == 1 + 4 + 3
    assert len({len(line) for line in table}) == 1, "a table"
    assert f"{round(100 * counted.apart)} %" in " ".join(apart.split())
    if any(len(set(idea.funded.values())) > 1 for idea in counted.ideas):
        assert counted.apart >= 1 / games
    assert votes(small(), "150", games, played) is None


def test_balance_finds_what_others_have_submitted_eligible_in_every_game() -> None:
    counted = votes(urn.begun(), "150", 12, played)
    assert counted is not None
    assert {idea.id: idea.eligible for idea in counted.ideas}["bikes"] == 1
