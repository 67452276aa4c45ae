"""The sessions that the facilitator's guide tells: played again, they are what it says."""

import re
from pathlib import Path

import pytest

from engine import demo, transcript
from engine.content import library

GUIDE = Path(__file__).parents[2] / "game" / "README.md"
COMMAND = re.compile(r"`coop demo (\S+) --duration (\S+) --seed (\d+) --headless`")
TOLD = {
    ("au-lendemain-de-la-crue", "90", "1"): (
        "La salle choisit, à main levée : « Laisser fermé le soir »",
        "On saute la grille.",
        "Youssef : promis 2 moyens aux caves ; donné 2 moyens et 1 appui à la maison de santé · NON TENU",
        "Un pacte entre Inès et Samia : Inès donne 1 moyen aux caves",
        "Assécher les caves. Le délai est passé.",
        "On tient, tout juste.",
        "Fatou Diarra : 12,2 / 7,5, objectif atteint",
    ),
    ("au-lendemain-de-la-crue", "90", "2"): (
        "Hugo : promis 1 temps et 2 moyens aux boutiques ; rien donné · NON TENU",
        "Promis, mais pas donné : par Odette et Samia.",
        "Des boutiques provisoires. Le délai est passé.",
        "Assécher les caves. Le délai est passé.",
        "Un muret et des batardeaux : terminé !",
        "Réparé, et dispersé.",
    ),
    ("le-rez-de-chaussee", "45", "4"): (
        "Promis, mais pas donné : par Mamadou.",
        "Mamadou a la clé : 2 jetons dans ce qui est terminé.",
        "« Ouvert le soir à 21 h 30 » et « Rendre la salle aux vélos » voulaient la même heure : « Rendre la",
        "Wassila : promis 1 appui au soir de 21 h 30 ; donné 1 appui au soir de 21 h 30, et 1 temps",
        "Peut-on mettre dehors une activité utile pour une activité choisie ?",
        "Une porte entrouverte.",
    ),
}


def test_the_guide_tells_three_sessions_that_a_command_plays_again() -> None:
    assert set(COMMAND.findall(GUIDE.read_text("utf-8"))) == set(TOLD)


@pytest.mark.no_cover  # lines that other tests walk
@pytest.mark.parametrize("session", TOLD)
def test_a_session_told_in_the_guide_goes_as_it_says(session: tuple[str, str, str]) -> None:
    slug, duration, seed = session
    scenario = library.load(slug).scenario
    assert scenario is not None
    played = demo.play(scenario, int(seed), duration, language="fr")
    said = " ".join(" ".join(transcript.lines(played, "fr")).split())
    for words in TOLD[session]:
        assert words in said
