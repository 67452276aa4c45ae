"""A room in corners: each has its people, a project of its own that can be paid from there, and strips that
are short enough; what speaks of corners stands in a scenario that has some."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from engine import numbers
from engine.check.conditions import at, every_condition
from engine.check.effects import every_effect
from engine.content.model import KINDS, Corners, Duration, ProjectCard, Scenario
from engine.content.reader import Loaded
from engine.diagnostics import Diagnostic, named
from engine.effects.seal import SealEffect
from engine.language import tr
from engine.play.phases.strips import KIND as PHASE
from engine.play.phases.strips import words_in
from engine.play.reworded import FACT

WHOLE = True
CORE = 2
"""Members of corners that even a small room holds: with fewer, nobody hears anybody."""
Path = tuple[str | int, ...]
Trio = tuple[int, ...]
_CONDITIONS = ("faithful", "bridges")
_TIED = ("needs", "overheard", "works")


def look(loaded: Loaded, scenario: Scenario) -> Iterator[Diagnostic]:
    if scenario.corners is None:
        yield from _nowhere(loaded, scenario)
        return
    corners = scenario.corners
    yield from _phase(loaded, scenario)
    yield from _seats(loaded, corners)
    yield from _core(loaded, scenario, corners)
    yield from _gate(loaded, scenario, corners)
    yield from _words(loaded, corners)
    yield from _bare(loaded, scenario, corners)
    yield from _projects(loaded, scenario)
    yield from _reach(loaded, scenario, corners)
    yield from _never(loaded, scenario, corners)
    yield from _effects(loaded, scenario)
    yield from _debates(loaded, scenario)


# ---- Where there are none -------------------------------------------------------------------------------


def _nowhere(loaded: Loaded, scenario: Scenario) -> Iterator[Diagnostic]:
    """What speaks of corners, where the room does not sit in any."""
    if PHASE in scenario.phases:
        message = tr("« phases » cite les bandes, et la salle ne siège pas en coins")
        mark = loaded.where("phases", scenario.phases.index(PHASE))
        yield Diagnostic.at(mark, "corners-phase", message, expected="corners: …")
    for i, card in enumerate(scenario.projects):
        if card.corners:
            yield _missing(loaded, ("projects", i, "corners"))
    for path, effect in every_effect(scenario):
        if isinstance(effect, SealEffect):
            yield _missing(loaded, path)
    for path, condition in every_condition(scenario):
        for key in _CONDITIONS:
            if getattr(condition, key) is not None:
                yield _missing(loaded, (*path, key))
    for i, debate in enumerate(scenario.debates):
        if debate.about == FACT:
            yield _no_debate(
                loaded, i, "about", tr("la salle ne siège pas en coins : ce débat ne vient jamais")
            )


def _missing(loaded: Loaded, path: Path) -> Diagnostic:
    message = tr("ceci parle de coins, et la salle ne siège pas en coins")
    return Diagnostic.at(loaded.where(*path), "corners-missing", message, expected="corners: …")


def _no_debate(loaded: Loaded, i: int, key: str, said: str) -> Diagnostic:
    return Diagnostic.at(loaded.where("debates", i, key), "strip-never", said)


# ---- The room -------------------------------------------------------------------------------------------


def _phase(loaded: Loaded, scenario: Scenario) -> Iterator[Diagnostic]:
    """Without its phase, nobody would write or read anything."""
    if PHASE not in scenario.phases:
        mark = loaded.where_key("phases") if scenario.phases else loaded.where_key("corners")
        message = tr("« phases » ne cite pas les bandes : aucun coin n’entendra les autres")
        yield Diagnostic.at(mark, "corners-phase", message, expected=PHASE)


def _seats(loaded: Loaded, corners: Corners) -> Iterator[Diagnostic]:
    """Each has one seat: at home in one corner, a guest, or the one who reads."""
    taken: set[str] = set()
    seats: list[tuple[Path, str]] = [(("corners", "scribe"), corners.scribe)]
    seats += [(("corners", "these", i, "member"), corner.member) for i, corner in enumerate(corners.these)]
    seats += [(("corners", "guests", i), who) for i, who in enumerate(corners.guests)]
    for path, who in seats:
        if who in taken:
            message = tr("« {name} » a déjà une place dans la salle", name=who)
            expected = tr("une seule place : un coin, une invitation, ou les bandes à lire")
            yield Diagnostic.at(loaded.where(*path), "seat-twice", message, expected=expected)
        taken.add(who)


def _core(loaded: Loaded, scenario: Scenario, corners: Corners) -> Iterator[Diagnostic]:
    """Even a small room needs two who write and the one who reads."""
    core = {member.character for member in scenario.cast if member.core}
    members = [corner.member for corner in corners.these]
    lacking = [who for who in (corners.scribe,) if who not in core]
    if len(core.intersection(members)) < CORE:
        lacking += [who for who in members if who not in core][: CORE - len(core.intersection(members))]
    if lacking:
        yield Diagnostic.at(
            loaded.where_key("cast"),
            "corners-core",
            tr("une petite salle n’aurait personne pour écrire dans deux coins, et pour lire"),
            expected="core: true",
            hint=named(lacking),
            severity="advice",
        )


def _gate(loaded: Loaded, scenario: Scenario, corners: Corners) -> Iterator[Diagnostic]:
    """The common good is what is recognised: changing the words never moves it."""
    if corners.strips.arranged.get(scenario.gate):
        others = [key for key in scenario.indicators if key != scenario.gate]
        yield Diagnostic.at(
            loaded.where("corners", "strips", "arranged", scenario.gate),
            "arranged-gate",
            tr("changer les mots ne fait pas bouger le bien commun : c’est à « faithful » et « disowned »"),
            expected=named(others),
        )


def _words(loaded: Loaded, corners: Corners) -> Iterator[Diagnostic]:
    """Nobody in the room could write as many: the program cannot either, in any language."""
    most = corners.strips.words
    for i, corner in enumerate(corners.these):
        for j, strip in enumerate(corner.says):
            for key, text in (("text", strip.text), ("arranged", strip.arranged)):
                for register, words in text:
                    if words and words_in(words) > most:
                        mark = loaded.where("corners", "these", i, "says", j, key, register)
                        message = tr("cette bande compte {n} mots", n=words_in(words))
                        expected = tr("{n} au plus", n=most)
                        yield Diagnostic.at(mark, "strip-too-long", message, expected=expected)


# ---- Projects and bridges -------------------------------------------------------------------------------


def _bare(loaded: Loaded, scenario: Scenario, corners: Corners) -> Iterator[Diagnostic]:
    own = {card.corners[0] for card in scenario.projects if len(card.corners) == 1}
    for i, corner in enumerate(corners.these):
        if corner.id not in own:
            message = tr("« {corner} » n’a pas de chantier à lui : rien ne s’y fait", corner=corner.id)
            expected = f"corners: [{corner.id}]"
            yield Diagnostic.at(
                loaded.where("corners", "these", i), "corner-bare", message, expected=expected
            )


def _projects(loaded: Loaded, scenario: Scenario) -> Iterator[Diagnostic]:
    """What comes by its corner, or by two seals, waits for nothing else."""
    opened = {other for card in scenario.projects for other in card.opens}
    for i, card in enumerate(scenario.projects):
        if not card.corners:
            continue
        if len(card.corners) != len(set(card.corners)):
            message = tr("« {card} » relie un coin à lui-même", card=card.id)
            expected = tr("un coin, ou deux coins différents")
            yield Diagnostic.at(
                loaded.where("projects", i, "corners"), "bridge-itself", message, expected=expected
            )
        for key in _TIED:
            if getattr(card, key):
                yield _tied(loaded, (i, key), card)
        if card.id in opened:
            yield _tied(loaded, (i, "corners"), card)


def _tied(loaded: Loaded, place: tuple[int, str], card: ProjectCard) -> Diagnostic:
    message = tr("« {card} » est d’un coin, ou un pont : rien d’autre ne le fait venir", card=card.id)
    return Diagnostic.at(
        loaded.where_key("projects", *place),
        "corner-tied",
        message,
        expected=tr("ni needs, ni works, ni overheard, et aucun opens qui le cite"),
    )


def _reach(loaded: Loaded, scenario: Scenario, corners: Corners) -> Iterator[Diagnostic]:
    """A project that those who may give to it can never pay, whoever is invited, as long as it stays."""
    hands = {m.character: tuple(getattr(m.tokens, kind) for kind in KINDS) for m in scenario.cast}
    home = {corner.id: corner.member for corner in corners.these}
    seated = {*home.values(), *corners.guests}
    always = [hand for who, hand in hands.items() if who not in seated]
    guests = [hands[who] for who in corners.guests if who in hands]
    rounds = scenario.parameters.open_rounds
    for i, card in enumerate(scenario.projects):
        if (
            not card.corners
            or not home.keys() >= set(card.corners)
            or not _by_all(card, hands.values(), rounds)
        ):
            continue
        ends = len(set(card.corners))
        there = _sum(
            [*always, *(hands[home[corner]] for corner in set(card.corners) if home[corner] in hands)]
        )
        invited = [_sum(some) for n in range(ends + 1) for some in combinations(guests, n)]
        each = [_sum([there, some]) for some in invited]
        if not _payable(_cost(card), each, rounds):
            yield _unpaid(loaded, (i, card), each, rounds)


def _cost(card: ProjectCard) -> Trio:
    return tuple(getattr(card.cost, kind) for kind in KINDS)


def _sum(several: Sequence[Trio]) -> Trio:
    return tuple(sum(hand[kind] for hand in several) for kind in range(len(KINDS)))


def _by_all(card: ProjectCard, hands: Iterable[Trio], rounds: int) -> bool:
    """Whether the whole table could pay it, as another rule asks."""
    return all(wanted <= n * rounds for wanted, n in zip(_cost(card), _sum([*hands]), strict=True))


def _payable(cost: Trio, each: Sequence[Trio], rounds: int) -> bool:
    """Whether a cost can be paid in so many rounds, each with one of these hands."""
    lacking = {cost}
    for _ in range(rounds):
        lacking = {
            tuple(max(0, n - more) for n, more in zip(lack, hand, strict=True))
            for lack in lacking
            for hand in each
        }
    return tuple([0] * len(cost)) in lacking


def _unpaid(loaded: Loaded, spot: tuple[int, ProjectCard], each: Sequence[Trio], rounds: int) -> Diagnostic:
    i, card = spot
    most = [max(hand[kind] for hand in each) * rounds for kind in range(len(KINDS))]
    short = next((k for k, wanted in enumerate(_cost(card)) if wanted > most[k]), None)
    message = tr("« {card} » : ceux qui peuvent y donner n’ont jamais de quoi le payer", card=card.id)
    if short is None:
        expected, place = tr("moins de jetons, en {rounds} tours", rounds=rounds), ("projects", i, "cost")
        return Diagnostic.at(loaded.where(*place), "corner-out-of-reach", message, expected=expected)
    expected = tr("{n} au plus, en {rounds} tours", n=most[short], rounds=rounds)
    mark = loaded.where("projects", i, "cost", KINDS[short])
    return Diagnostic.at(mark, "corner-out-of-reach", message, expected=expected)


# ---- What is asked of them ------------------------------------------------------------------------------


def _never(loaded: Loaded, scenario: Scenario, corners: Corners) -> Iterator[Diagnostic]:
    """A condition that asks for more seals or bridges than a session can have."""
    for path, condition in every_condition(scenario):
        for key in _CONDITIONS:
            value = getattr(condition, key)
            for duration in scenario.durations if value is not None else ():
                most = _most(scenario, corners, key, duration)
                if at(value, duration, 0) > most:
                    yield _too_many(loaded, (*path, key), key, duration, most)
                    break


def _most(scenario: Scenario, corners: Corners, key: str, duration: Duration) -> int:
    """How many seals, or bridges built, a session of that duration may have at most."""
    n, rounds = len(corners.these), numbers.ROUNDS[duration]
    if key == "bridges":  # one comes in the round after its second seal
        bridges = sum(len(set(card.corners)) > 1 for card in scenario.projects)
        return min(bridges, scenario.parameters.slots * (rounds - 1))
    given = any(isinstance(effect, SealEffect) and effect.by > 0 for _, effect in every_effect(scenario))
    return n * (n - 1) if given else min(n * (n - 1), n * rounds)


def _too_many(loaded: Loaded, path: Path, key: str, duration: Duration, most: int) -> Diagnostic:
    said = (
        tr("en {duration}, il n’y a jamais plus de {n} ponts finis", duration=duration, n=most)
        if key == "bridges"
        else tr("en {duration}, jamais plus de {n} bandes reconnues ne tiennent", duration=duration, n=most)
    )
    expected = tr("{n} au plus", n=most)
    return Diagnostic.at(loaded.where(*path, duration), "condition-never", said, expected=expected)


def _effects(loaded: Loaded, scenario: Scenario) -> Iterator[Diagnostic]:
    for path, effect in every_effect(scenario):
        if isinstance(effect, SealEffect) and effect.of == effect.at and effect.of in _ids(scenario):
            message = tr("cet effet ne change rien : un coin n’est pas lu chez lui")
            yield Diagnostic.at(loaded.where(*path), "effect-nothing", message)


def _ids(scenario: Scenario) -> list[str]:
    return [corner.id for corner in scenario.corners.these] if scenario.corners is not None else []


def _debates(loaded: Loaded, scenario: Scenario) -> Iterator[Diagnostic]:
    for i, debate in enumerate(scenario.debates):
        if debate.about == FACT and debate.project is not None:
            said = tr("une bande n’est d’aucun chantier : ce débat ne vient jamais")
            yield _no_debate(loaded, i, "project", said)
