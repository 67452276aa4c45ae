"""The exercise of a debate in words: three sentences about an act, what the journal says, two readings."""

from collections.abc import Callable, Mapping
from typing import Final

from engine.language import amid, tr
from engine.play import forsworn, outvoted, postponed
from engine.play.commands import Claim
from engine.play.game import Game
from engine.play.reworded import FACT, strip_of_act
from engine.play.table import Act, Exercise, Reading, RoundRecord, StripRecord
from engine.rules.ballot import is_idea
from engine.rules.record import Record
from engine.telling import agenda, corners, debates, sites
from engine.telling.ballot import money
from engine.telling.fetching import public_fetched
from engine.telling.gauges import indicator_title
from engine.telling.helping import group_helped
from engine.telling.people import short
from engine.telling.projects import title, toward
from engine.telling.reader import Reader, project_card
from engine.telling.vocabulary import places, promised_and_given, tokens

_ROUNDS: Final = 3
"""Rounds of the journal that are quoted, the last of them."""


def sentences(
    game: Game, reader: Reader, record: RoundRecord, act: Act, asked: Exercise
) -> tuple[tuple[Claim, str], ...]:
    """The three sentences in the order in which they stand, each with what it is."""
    said: Mapping[Claim, Callable[[], str]] = {
        "fact": lambda: _fact(game, reader, record, act),
        "judgement": lambda: tr("« {text} »", text=debates.question(game, reader, record, act)[1]),
        "presupposition": lambda: _presupposed(game, reader, record, act, asked),
    }
    return tuple((claim, said[claim]()) for claim in asked.order)


def _fact(game: Game, reader: Reader, record: RoundRecord, act: Act) -> str:
    """What anybody can check, and that the words of the act itself do not say already."""
    if act.fact == FACT:
        return _of_strip(game, reader, strip_of_act(record, act))
    if act.fact == outvoted.FACT:
        card = project_card(game, act.project)
        price = money(card.price or 0) if card is not None else ""
        return tr("« {project} » coûte {money}.", project=title(game, reader, act.project), money=price)
    if act.fact == postponed.FACT:
        return agenda.time_for(len(record.put_off) + game.board.treats, game.board.treats)
    if not act.project:
        held = tokens(record.tokens[game.names.character(act.who)])
        if act.who == reader.you:
            return tr("Vous aviez {tokens} en main, et vous avez tout gardé.", tokens=held)
        return tr("{name} avait {tokens} en main, et a tout gardé.", name=short(game, act.who), tokens=held)
    told, p = game.records[record.number - 1], game.names.project(act.project)
    helped = group_helped(game.scenario, act.project)
    if helped is not None:
        at = reader.read(helped.at)
        if told.completed[p]:
            return tr("À la fin du tour, quelqu’un est allé aider {at}.", at=at)
        return tr("À la fin du tour, personne n’est allé aider {at}.", at=at)
    fetched = public_fetched(game.scenario, act.project)
    if fetched is not None:
        who = amid(reader.read(fetched.title))
        if told.completed[p]:
            return tr("À la fin du tour, quelqu’un est allé les chercher : {who}.", who=who)
        return tr("À la fin du tour, personne n’est allé les chercher : {who}.", who=who)
    built = {"project": title(game, reader, act.project)}
    if is_idea(game.board, p) and told.completed[p]:
        return _of_idea(told, p, built["project"])
    if hoarding := sites.fact(game, reader, act.project, record.number):
        return hoarding
    if told.completed[p]:
        return tr("À la fin du tour, le chantier « {project} » est terminé.", **built)
    if told.lapsed[p]:
        return tr("À la fin du tour, le chantier « {project} » quitte la table, sans être terminé.", **built)
    return tr("À la fin du tour, le chantier « {project} » n’est pas terminé.", **built)


def _of_idea(told: Record, p: int, project: str) -> str:
    """An idea completed is eligible; in the last round, funded or not."""
    if not told.funded.any():
        return tr("À la fin du tour, l’idée « {project} » est recevable.", project=project)
    if told.funded[p]:
        return tr("À la fin du tour, l’idée « {project} » est financée.", project=project)
    return tr("À la fin du tour, l’idée « {project} » n’est pas financée.", project=project)


def _of_strip(game: Game, reader: Reader, strip: StripRecord) -> str:
    """The words as they were written; on paper only, whose they are."""
    corner = corners.name(game, reader, strip.corner)
    if own := corners.written(game, reader, strip):
        return tr("{corner}, sur sa bande : « {text} »", corner=corner, text=own)
    return tr("Cette bande vient d’un autre coin : {corner}.", corner=corner)


def _presupposed(game: Game, reader: Reader, record: RoundRecord, act: Act, asked: Exercise) -> str:
    name, yours = short(game, act.who), act.who == reader.you
    if asked.presupposed is not None:
        text = reader.read(asked.presupposed)
        return tr("On dit de vous : « {text} »", text=text) if yours else tr(
            "On dit de {name} : « {text} »", name=name, text=text
        )  # fmt: skip
    told = (_of_you if yours else _of_them)(name)[act.fact]
    return told[record.number % len(told)]()


def _of_them(name: str) -> Mapping[str, tuple[Callable[[], str], ...]]:
    """What one would suppose of somebody's reasons, by what they did."""
    meant = (
        lambda: tr("{name} n’avait pas l’intention de tenir.", name=name),
        lambda: tr("{name} savait déjà, en promettant, que ce serait non.", name=name),
    )
    return {
        "kept": (
            lambda: tr("{name} tient parole parce que cela l’arrange.", name=name),
            lambda: tr("{name} tient parole pour qu’on le voie.", name=name),
        ),
        "part": meant,
        "broken": meant,
        forsworn.FACT: meant,
        "gift": (
            lambda: tr("{name} donne pour qu’on lui doive quelque chose.", name=name),
            lambda: tr("{name} ne savait pas quoi faire de ces jetons.", name=name),
        ),
        "void": (lambda: tr("{name} a mis une condition pour ne rien devoir.", name=name),),
        "none": (
            lambda: tr("{name} n’attend rien des autres.", name=name),
            lambda: tr("{name} attend que les autres fassent le travail.", name=name),
        ),
        outvoted.FACT: (
            lambda: tr("{name} pense que tout était décidé d’avance.", name=name),
            lambda: tr("{name} ne donnera plus rien à une idée.", name=name),
        ),
        postponed.FACT: (
            lambda: tr("{name} ne voulait pas que l’on en parle.", name=name),
            lambda: tr("{name} voulait présider pour cela.", name=name),
        ),
        FACT: (
            lambda: tr("{name} voulait que ces mots plaisent ailleurs.", name=name),
            lambda: tr("{name} n’a pas vraiment écouté.", name=name),
        ),
    }


def _of_you(_name: str) -> Mapping[str, tuple[Callable[[], str], ...]]:
    """What one would suppose that others think of one's own act."""
    meant = (
        lambda: tr("Les autres vont croire que vous l’avez fait exprès."),
        lambda: tr("Les autres ne comptaient pas vraiment sur vous."),
    )
    return {
        "kept": (
            lambda: tr("Les autres trouvent cela normal."),
            lambda: tr("Les autres vont maintenant tenir parole, eux aussi."),
        ),
        "part": meant,
        "broken": meant,
        forsworn.FACT: meant,
        "gift": (
            lambda: tr("Les autres savent pourquoi vous avez donné."),
            lambda: tr("Les autres vous rendront la pareille."),
        ),
        "void": (lambda: tr("Les autres ont compris votre condition."),),
        "none": (
            lambda: tr("Cela n’a gêné personne."),
            lambda: tr("Les autres pensent que vous avez vos raisons."),
            lambda: tr("Les autres n’avaient pas besoin de vous."),
        ),
        outvoted.FACT: (
            lambda: tr("Les autres trouvent que vous avez perdu votre temps."),
            lambda: tr("Les autres ont voté contre vous."),
        ),
        postponed.FACT: (
            lambda: tr("Les autres croient que vous en aviez peur."),
            lambda: tr("À votre place, les autres auraient fait pareil."),
        ),
        FACT: (
            lambda: tr("Ce coin va croire que vous parlez à sa place."),
            lambda: tr("Ailleurs, personne n’a remarqué."),
        ),
    }


def claim_word(claim: Claim) -> str:
    """What a sentence may be."""
    return {
        "fact": tr("un fait"), "judgement": tr("un jugement"), "presupposition": tr("un présupposé"),
    }[claim]  # fmt: skip


def why(claim: Claim) -> str:
    """How one tells."""
    return {
        "fact": tr("Le journal le dit : chacun peut le vérifier."),
        "judgement": tr("On peut être d’accord ou non : le journal n’en décide pas."),
        "presupposition": tr("On le suppose sans l’avoir demandé : le journal n’en dit rien."),
    }[claim]


def journal(game: Game, reader: Reader, who: str) -> tuple[str, ...]:
    """What somebody promised and gave in the last rounds, the latest last."""
    return tuple(_round(game, reader, record, who) for record in game.table.rounds[-_ROUNDS:])


def _round(game: Game, reader: Reader, record: RoundRecord, who: str) -> str:
    promised = [(p.project, p.tokens) for p in record.promises if p.who == who]
    given = record.given.get(who, {}).items()
    said = [places((some, toward(game, reader, id_)) for id_, some in rows) for rows in (promised, given)]
    told = tr("Tour {n} : {what}.", n=record.number, what=promised_and_given(*said))
    return " ".join(filter(None, (told, _apart(game, reader, record, who))))


def _apart(game: Game, reader: Reader, record: RoundRecord, who: str) -> str:
    """What they had promised in a pact; "" where they had none."""
    if forsworn.pact_of(record, who) is None:
        return ""
    other, project, some = forsworn.pledged(record, who)
    what = {"tokens": tokens(some), "toward": toward(game, reader, project)}
    if other == reader.you:
        return tr("Promis à vous, à part : {tokens} {toward}.", **what)
    return tr("Promis à {other}, à part : {tokens} {toward}.", other=short(game, other), **what)


def reading(game: Game, reader: Reader, of: Reading) -> str:
    """What an act is to somebody, in their own words."""
    fields = {"toward": toward(game, reader, of.project), "project": title(game, reader, of.project)}
    if of.serves == 0:
        dear = indicator_title(game, reader, of.indicator)
        return tr(
            "Pour moi, cet acte ne change presque rien. Moi, c’est « {gauge} » qui me tient à cœur.",
            gauge=dear,
        )
    said = _through_itself(of, fields)
    if of.indicator:
        said = _through_gauge(of, {**fields, "gauge": indicator_title(game, reader, of.indicator)})
    return f"{said} " + (tr("Pour moi : COOP.") if of.serves > 0 else tr("Pour moi : pas COOP."))


def _through_gauge(of: Reading, fields: dict[str, str]) -> str:
    return {
        (True, 1): lambda: tr("Ces jetons {toward} aident « {gauge} », et j’y tiens.", **fields),
        (True, -1): lambda: tr("« {project} » fait baisser « {gauge} », et j’y tiens.", **fields),
        (False, -1): lambda: tr("Sans ces jetons {toward}, « {gauge} » attend, et j’y tiens.", **fields),
        (False, 1): lambda: tr(
            "« {project} » ferait baisser « {gauge} » : sans ces jetons, je respire.", **fields
        ),
    }[of.gave, of.serves]()


def _through_itself(of: Reading, fields: dict[str, str]) -> str:
    return {
        (True, 1): lambda: tr("« {project} », je l’attendais, et ces jetons aident.", **fields),
        (True, -1): lambda: tr("« {project} » me coûte, et personne ne m’a demandé.", **fields),
        (False, -1): lambda: tr("« {project} », je l’attendais, et ces jetons manquent.", **fields),
        (False, 1): lambda: tr("« {project} » me coûterait : sans ces jetons, je respire.", **fields),
    }[of.gave, of.serves]()
