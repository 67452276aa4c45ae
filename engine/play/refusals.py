"""Every reason for which a command is refused: a code for programs, a sentence for a person.

The sentences are message ids; `refuse` puts them in the language in use, with the names that they need.
"""

from collections.abc import Mapping
from typing import Final

from engine.content.model import KINDS
from engine.language import tr
from engine.play.commands import (
    Ask,
    Carry,
    Command,
    Entrust,
    Hear,
    Invite,
    Prefer,
    PutOff,
    Walk,
    Withdraw,
    Write,
)
from engine.play.game import Game
from engine.play.legal import Code, Refused

REFUSALS: Final[Mapping[Code, str]] = {
    # When
    "already-begun": "La séance a déjà commencé.",
    "wrong-phase": "Ce n’est pas le moment : cette action appartient à une autre étape.",
    "over": "La séance en est au bilan : on ne joue plus.",
    "read-only": "Cette séance est ouverte en lecture seule : rien ne peut y être ajouté.",
    "not-saved": "L’enregistrement a échoué : rien n’a changé.",
    "late": "Trop tard : la séance est passée à autre chose entre-temps.",
    "not-yours": "Ce n’est pas à vous d’en décider.",
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
    "taken": "Quelqu’un tient déjà {name}.",
    "simulated": "Personne ne tient {name} : c’est le jeu qui décide.",
    # Promises
    "not-simulated": "Quelqu’un tient {name} : demandez-lui de vive voix.",
    "asks-itself": "Un personnage ne se demande rien à lui-même.",
    "already-asked": "{name} a déjà répondu à cette demande ce tour-ci.",
    "already-promised": "{name} a déjà promis des jetons à ce chantier.",
    "two-offers": "Une seule offre à la fois : des jetons maintenant, ou sa parole pour le tour prochain.",
    "no-next-round": "C’est le dernier tour : il n’y en a pas de prochain à promettre.",
    "nothing-to-take": "Plus personne n’attend cela en échange.",
    "all-announced": "Les autres ont déjà annoncé.",
    "hearing-used": "L’audition a déjà eu lieu : une seule par séance.",
    "hears-itself": "Un personnage ne se fait pas entendre lui-même : choisissez quelqu’un d’autre.",
    "not-heard": "{name} n’a rien d’écrit pour une audition : choisissez quelqu’un d’autre.",
    "no-backing": "Il faut un jeton d’appui qui ne soit pas promis.",
    "already-verified": "Deux personnes sont déjà parties vérifier cette rumeur.",
    "nobody-to-verify": "Il faut deux personnages de deux familles qui se font confiance, un jeton chacun.",
    "no-tokens": "{name} n’a pas autant de jetons.",
    "empty-promise": "Un engagement porte sur un jeton au moins.",
    "half-condition": "Une condition dit qui, et quel jeton.",
    "own-condition": "On ne met pas sa propre aide en condition.",
    "cannot-give": "{name} n’a que ceci à donner : {kinds}.",
    "not-needed": "Ce chantier n’a pas besoin de ce jeton.",
    # Places
    "elsewhere": "{name} est ailleurs dans la ville : ses jetons ne comptent pas là-bas.",
    "one-each": "On va écouter à plusieurs : un temps chacun.",
    "not-a-place": "Ce lieu n’est pas sur le plan.",
    "already-there": "{name} est déjà là.",
    "walker-promised": "{name} a déjà promis des jetons ce tour-ci : il faut d’abord retirer cet engagement.",
    "walked": "{name} a déjà changé de lieu ce tour-ci.",
    "nobody-walks": "Dans ce scénario, personne ne va d’un lieu à l’autre.",
    # Groups
    "one-each-helps": "On aide d’un temps, on demande d’un appui : un seul par personne.",
    "asked-by-members": "Seul un membre demande de l’aide pour son groupe, d’un appui.",
    "not-from-within": "On n’aide pas son propre groupe : on demande, d’un appui.",
    # Corners
    "no-corners": "Dans ce scénario, la salle ne siège pas en coins.",
    "not-a-corner": "Aucun coin ne porte ce nom.",
    "not-a-guest": "On n’invite que ceux qui ne siègent nulle part.",
    "already-invited": "Ce coin l’invite déjà.",
    "guest-promised": "{name} a déjà promis des jetons ce tour-ci : sa place ne change plus.",
    "invited-once": "{name} n’a pas à choisir : il faut pour cela deux invitations.",
    "not-invited": "Ce coin n’a pas invité {name}.",
    "too-many-words": "C’est trop long : il faut ôter des mots.",
    "own-corner": "Une bande se lit dans un autre coin que le sien.",
    # An agenda
    "no-agenda": "Dans ce scénario, personne ne préside.",
    "nobody-chairs": "Personne ne préside encore : il faut d’abord tirer au sort.",
    "not-here": "{name} n’est pas encore là pour se proposer.",
    "agenda-too-long": "L’ordre du jour est trop long : {name}, qui préside, doit encore reporter.",
    "put-off": "Ce chantier est reporté : on ne le traite pas ce tour-ci.",
    # A ballot
    "no-ballot": "Dans ce scénario, on ne vote pas de budget.",
    "not-adopted": "Comment compter les voix n’est pas encore choisi : choisissez une règle, ou tirez au "
    "sort.",
    "not-eligible": "Cette idée n’est pas au catalogue : on ne vote que ce qui est recevable.",
    # What passes from hand to hand
    "no-baton": "Dans ce scénario, rien ne passe de main en main.",
    "already-entrusted": "C’est déjà dit : {name} l’aura.",
    "has-it-already": "{name} l’a déjà, ou n’est pas là pour le recevoir.",
    "no-clash": "Aucune heure n’est voulue deux fois : il n’y a rien à trancher.",
    "already-first": "C’est déjà dit : ce chantier passe d’abord.",
    "not-wanted-twice": "Ce chantier ne veut aucune heure qu’un autre veuille aussi.",
    # Pacts
    "pact-alone": "Un pacte se scelle à deux.",
    "pact-sealed": "Un pacte par personne et par tour : celui-ci est déjà scellé.",
    "pact-empty": "Dans un pacte, chacun donne un jeton au moins.",
    "pact-tokens": "Dans un pacte, on ne donne que les jetons que l’on a en main.",
    # Carte blanche
    "carte-blanche-used": "La carte blanche a déjà servi : une seule par séance.",
    "carte-blanche-kinds": "Il faut au moins deux sortes de jetons.",
    "carte-blanche-cost": "Ce chantier coûte plus que ce que tout le monde a en main.",
    "carte-blanche-nothing": "Ce chantier doit améliorer au moins un indicateur.",
    "carte-blanche-common": "Le bien commun ne se décrète pas : ce chantier le monte trop à lui seul.",
    "carte-blanche-gauge": "Tout pour une seule jauge, c’est trop. Qu’apporte-t-il d’autre, et à qui ?",
    "carte-blanche-points": "Ce qu’il apporte dépasse ce que son coût permet.",
    "no-card-waiting": "Aucune carte blanche n’attend d’être ouverte.",
    "amended": "Un seul amendement par carte blanche : il est déjà fait.",
    "amended-by-the-game": "Ici, ce sont les personnages joués par le jeu qui amendent.",
    "amend-nothing": "On prend un ou deux points à une jauge qu’il monte, ou un jeton qu’il demande.",
    # Forecasts and votes
    "twice-the-same": "Le même engagement est choisi deux fois.",
    "not-chosen": "La réponse n’est pas encore choisie : choisissez, ou tirez au sort.",
    "wrong-counts": "Ces nombres ne font pas un choix : comptez au moins une voix.",
    "already-sorted": "Ces phrases sont déjà triées : le journal les reprend.",
    "already-voted": "Les réponses ont commencé à arriver : le choix ne change plus.",
    "already-shown": "Les pronostics sont déjà montrés.",
    "nothing-to-show": "Il n’y a pas de pronostic à montrer.",
    "not-your-corner": "Seul le coin qui a écrit cette bande dit si c’est bien ce qu’il a dit.",
    "own-promise": "On ne se prononce pas sur son propre personnage.",
    # Secret choices
    "mirrored": "L’écran est projeté : tout le monde verrait. Choisissez sur papier, l’animation saisira.",
    "confirmed": "Le choix de {name} est déjà confirmé. Il faut d’abord le rouvrir.",
    "not-confirmed": "Le choix de {name} n’est pas encore confirmé.",
    "nothing-placed": "Aucun jeton de cette sorte n’est posé là.",
    "choices-missing": "Il manque encore le choix d’un ou de plusieurs personnages tenus.",
    "already-passed": "L’ordinateur est déjà là.",
    # Clock
    "untimed": "Cette étape n’est pas minutée.",
    "paused": "Le minuteur est déjà en pause.",
    "running": "Le minuteur tourne déjà.",
}


def refuse(code: Code, game: Game | None = None, command: Command | None = None) -> Refused:
    """The refusal to raise for a code of the table, its sentence in the language in use. It names the
    character that the command is about."""
    text = REFUSALS[code]
    if "{" not in text:
        return Refused(code, tr(text))
    who = _about(game, command, code)
    card = game.scenario.characters.get(who) if game else None
    kinds = [_kind(k) for k, n in zip(KINDS, game.tokens(who), strict=True) if n] if game and card else []
    name = card.short if card else tr("ce personnage")
    return Refused(code, tr(text, name=name, kinds=", ".join(kinds) or tr("rien")))


def _about(game: Game | None, command: Command | None, code: Code) -> str:
    """The character that a refused command is about; "" where there is none."""
    if isinstance(command, Withdraw) and game is not None:
        return next((p.who for p in game.playing.promises if p.id == command.promise), "")
    if code == "cannot-give":
        return str(getattr(command, "if_who", ""))
    if (code == "agenda-too-long" or isinstance(command, PutOff)) and game is not None:
        return game.playing.chaired
    if isinstance(command, Walk) and game is not None:
        return game.scenario.walker or ""
    if isinstance(command, Invite | Write | Carry) and code == "simulated" and game is not None:
        return _whose(game, command)
    if isinstance(command, Invite):
        return _guest(game, command)
    if isinstance(command, Entrust | Prefer) and game is not None:
        return game.holder if code == "simulated" else str(getattr(command, "to", ""))
    if isinstance(command, Hear):
        return command.heard if code == "not-heard" else command.asker
    if code == "simulated" or (isinstance(command, Ask) and code == "no-tokens"):
        return str(getattr(command, "asker", getattr(command, "who", "")))
    return str(getattr(command, "asked", getattr(command, "who", "")))


def _whose(game: Game, command: Invite | Write | Carry) -> str:
    """Whose place it is to say so: whoever reads, or whoever belongs to the corner."""
    if isinstance(command, Carry):
        return game.scribe
    return next((corner.member for corner in game.corners if corner.id == command.corner), "")


def _guest(game: Game | None, command: Invite) -> str:
    """The guest who is invited; where they have not promised, the one who sits there and would have to go."""
    pacts = game.playing.pacts if game is not None else ()
    promised = [record.who for record in game.playing.promises] if game is not None else []
    promised += [who for pact in pacts for who in (pact.who, pact.other)]
    if game is None or command.guest in promised or command.corner not in [c.id for c in game.corners]:
        return command.guest or ""
    asked = int(game.state.asked_by[game.corner(command.corner)])
    before = game.names.characters[asked] if asked >= 0 else ""
    return before if before in promised else command.guest or ""


def _kind(kind: str) -> str:
    return {"time": tr("du temps"), "means": tr("des moyens"), "backing": tr("de l’appui")}[kind]
