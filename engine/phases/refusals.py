"""Every reason for which a command is refused: a code for programs, a sentence for a person.

The sentences are message ids; `refuse` puts them in the language in use.
"""

from collections.abc import Mapping
from typing import Final

from engine.commands import Refused
from engine.words import tr

REFUSALS: Final[Mapping[str, str]] = {
    # When
    "already-begun": "La séance a déjà commencé.",
    "wrong-phase": "Ce n’est pas le moment : cette action appartient à une autre étape.",
    "over": "La séance en est au bilan : on ne joue plus.",
    "read-only": "Cette séance est ouverte en lecture seule : rien ne peut y être ajouté.",
    "not-saved": "L’enregistrement a échoué : rien n’a changé.",
    # Beginning
    "unknown-duration": "Ce scénario ne se joue pas dans cette durée.",
    "too-few-characters": "Il faut au moins deux personnages en jeu.",
    "demo-held": "Dans une démonstration, tous les personnages sont simulés.",
    "training-held": "Pour s’entraîner, il faut tenir au moins un personnage.",
    "same-tables": "Deux tables portent le même nom.",
    # Who and what
    "unknown-character": "Ce personnage n’est pas en jeu.",
    "unknown-project": "Ce chantier n’est pas ouvert ce tour-ci.",
    "unknown-promise": "Cet engagement n’existe pas, ou plus.",
    "unknown-indicator": "Cet indicateur n’existe pas dans ce scénario.",
    "unknown-question": "Cette question n’est pas posée maintenant.",
    "unknown-table": "Aucune table ne porte ce nom.",
    "unknown-voter": "Ce numéro de participant n’existe pas.",
    "unknown-act": "Cet acte n’est pas de ceux du tour.",
    "unknown-note": "Cette parole n’est pas dans la liste, ou a été retirée.",
    "unknown-command": "On ne peut revenir qu’à une action déjà faite.",
    "simulated": "Ce personnage est simulé : il décide lui-même.",
    # Promises
    "not-simulated": "Ce personnage est tenu par quelqu’un : demandez-lui de vive voix.",
    "asks-itself": "Un personnage ne se demande rien à lui-même.",
    "already-asked": "Il a déjà répondu à cette demande ce tour-ci.",
    "no-tokens": "Ce personnage n’a pas autant de jetons.",
    "empty-promise": "Un engagement porte sur un jeton au moins.",
    "half-condition": "Une condition dit qui, et quel jeton.",
    "own-condition": "On ne met pas sa propre aide en condition.",
    "not-needed": "Ce chantier n’a pas besoin de ce jeton.",
    # Carte blanche
    "carte-blanche-used": "La carte blanche a déjà servi : une seule par séance.",
    "carte-blanche-kinds": "Il faut au moins deux sortes de jetons.",
    "carte-blanche-cost": "Ce chantier coûte plus que ce que tout le monde a en main.",
    "carte-blanche-nothing": "Ce chantier doit améliorer au moins un indicateur.",
    "carte-blanche-points": "Ce qu’il apporte dépasse une fois et demie ce qu’il coûte.",
    # Forecasts and votes
    "twice-the-same": "Le même engagement est choisi deux fois.",
    "already-voted": "Les réponses ont commencé à arriver : le choix ne change plus.",
    "already-shown": "Les pronostics sont déjà montrés.",
    "nothing-to-show": "Il n’y a pas de pronostic à montrer.",
    "own-promise": "On ne fait pas de pronostic sur son propre engagement.",
    # Secret choices
    "mirrored": "L’écran est projeté : tout le monde verrait. Choisissez sur papier, l’animateur saisira.",
    "confirmed": "Ce choix est déjà confirmé. Il faut d’abord le rouvrir.",
    "not-confirmed": "Ce choix n’est pas encore confirmé.",
    "nothing-placed": "Aucun jeton de cette sorte n’est posé là.",
    "choices-missing": "Tous les personnages tenus n’ont pas encore confirmé leur choix.",
    "already-passed": "L’ordinateur est déjà là.",
    # Clock
    "untimed": "Cette étape n’est pas minutée.",
    "paused": "Le minuteur est déjà en pause.",
    "running": "Le minuteur tourne déjà.",
}


def refuse(code: str) -> Refused:
    """The refusal to raise for a code of the table, its sentence in the language in use."""
    return Refused(code, tr(REFUSALS[code]))
