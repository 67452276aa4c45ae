"""The sessions that the facilitator's guide tells: played again, they are what it says."""

import re
from pathlib import Path

import pytest

from engine import demo, transcript
from engine.content import library

GUIDE = Path(__file__).parents[2] / "game" / "README.md"
COMMAND = re.compile(r"`coop demo (\S+) --duration (\S+) --seed (\d+) --headless`")
TOLD = {
    ("au-lendemain-de-la-crue", "90", "2"): (
        "La salle choisit, à main levée : « Laisser fermé le soir »",
        "On saute la grille.",
        "Youssef : promis 2 moyens aux caves ; donné 2 moyens et 1 appui au muret · NON TENU",
        "Assécher les caves. Le délai est passé.",
        "Hugo : promis 1 temps et 1 moyen au local des ados ; rien donné · NON TENU",
        "Un local dont les ados ont la clé. Ce chantier ne se fera plus : il manquait 1 temps et 1 moyen.",
        "Réparé, et dispersé.",
        "Odette Rivoire : 4,4 / 2,5, objectif atteint",
    ),
    ("au-lendemain-de-la-crue", "90", "4"): (
        "Marc donne 3 moyens au fonds d’entraide ; Samia donne 2 temps au fonds d’entraide · rompu par Samia",
        "Samia : rien promis ; donné 2 temps aux abris · DON",
        "Le fonds d’entraide : terminé !",
        "Préparer une régie de quartier : terminé !",
        "La mémoire de la crue : terminé !",
        "Hugo : promis 1 temps et 1 moyen au muret, et 1 moyen au local des ados ; rien donné · NON TENU",
        "Fatou Diarra : 8,4 / 7,5, objectif atteint",
        "Hugo Perrin : 1,8 / 1,5, objectif atteint",
    ),
    ("le-rez-de-chaussee", "45", "5"): (
        "Promis, mais pas donné : par Sylvain et Adrien.",
        "Wassila y perd 3",
        "Ouvert le soir à 21 h 30. Ce chantier ne se fera plus : il manquait 1 appui. Perdu : 4 temps",
        "Rachid a la clé : 5 jetons dans ce qui est terminé.",
        "Quelle raison aurait été assez bonne pour ne pas donner ce qui était promis au soir de 21 h 30 ?",
        "Une salle bien tenue.",
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
