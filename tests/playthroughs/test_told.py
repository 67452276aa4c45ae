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
        "Réparer les abris de la place. Le délai est passé.",
        "Luc −20",
        "Un pacte entre Fatou et Samia",
        "Le quartier se relève, et se croit.",
        "Marc Vasseur : −5,6",
    ),
    ("au-lendemain-de-la-crue", "90", "2"): (
        "Hugo : promis 1 temps et 1 moyen aux boutiques ; rien donné · NON TENU",
        "Une nuit, l’eau est revenue dans les halls.",
        "Un local dont les ados ont la clé. Il manque 1 moyen.",
        "Réparé, et dispersé.",
        "Odette Rivoire : 6,8 / 2,5, objectif atteint",
    ),
    ("le-rez-de-chaussee", "45", "1"): (
        "Parce que les comptes ne sont toujours pas sur la porte.",
        "Mamadou demande à entendre Nadia, pour un jeton d’appui.",
        "A répondu : 0 oui, 13 non, 3 ne sait pas",
        "On dit « chez nous ».",
        "Solène Le Goff : −2,2",
    ),
}


def test_the_guide_tells_three_sessions_that_a_command_plays_again() -> None:
    assert set(COMMAND.findall(GUIDE.read_text("utf-8"))) == set(TOLD)


@pytest.mark.parametrize("session", TOLD)
def test_a_session_told_in_the_guide_goes_as_it_says(session: tuple[str, str, str]) -> None:
    slug, duration, seed = session
    scenario = library.load(slug).scenario
    assert scenario is not None
    played = demo.play(scenario, int(seed), duration, language="fr")
    said = " ".join(" ".join(transcript.lines(played, "fr")).split())
    for words in TOLD[session]:
        assert words in said
