"""A ballot: there is something to choose for the money, somebody who wants it, somebody to fetch; what speaks
of a vote stands in a scenario that has one."""

from collections.abc import Iterator

from engine import numbers
from engine.check.conditions import at, every_condition
from engine.check.effects import every_effect
from engine.content.model import GRADES, Ballot, Condition, Duration, ProjectCard, Public, Scenario
from engine.content.reader import Loaded
from engine.diagnostics import Diagnostic, named
from engine.effects.voices import VoicesEffect
from engine.language import tr
from engine.play.phases.ballot import KIND as PHASE
from engine.play.phases.debate import OF_VOTES
from engine.play.phases.strips import words_in
from engine.rules.counting import APPROVED

WHOLE = True
IDEAS = 6
"""Ideas that a ballot wants, so that the room leaves some of them aside."""
WORDS = 45
"""Of the card of going to fetch somebody."""
Path = tuple[str | int, ...]
_COUNTED = ("funded", "served")
_CONDITIONS = (*_COUNTED, "elected", "counted_by")
_OF_IDEAS = ("price", "opinions", "voted")
_FETCHING = ("fetch", "short", "text")


def look(loaded: Loaded, scenario: Scenario) -> Iterator[Diagnostic]:
    if scenario.ballot is None:
        yield from _nowhere(loaded, scenario)
        return
    yield from _phase(loaded, scenario)
    yield from _prices(loaded, scenario, scenario.ballot)
    yield from _ideas(loaded, scenario, scenario.ballot)
    yield from _submitted(loaded, scenario, scenario.ballot)
    for i, public in enumerate(scenario.ballot.publics):
        yield from _public(loaded, scenario, i, public)
        yield from _fetched(loaded, i, public)
    yield from _never(loaded, scenario, scenario.ballot)
    for i, debate in enumerate(scenario.debates):
        if debate.about in OF_VOTES and debate.project in _unpriced(scenario):
            said = tr("« {card} » n’a pas de prix : ce débat ne vient jamais", card=debate.project)
            yield Diagnostic.at(
                loaded.where("debates", i, "project"), "vote-never", said, expected="price: …"
            )


# ---- Where there is none --------------------------------------------------------------------------------


def _nowhere(loaded: Loaded, scenario: Scenario) -> Iterator[Diagnostic]:
    """What speaks of a vote, where nothing is voted."""
    if PHASE in scenario.phases:
        message = tr("« phases » cite le vote, et le scénario n’a rien à voter")
        mark = loaded.where("phases", scenario.phases.index(PHASE))
        yield Diagnostic.at(mark, "ballot-phase", message, expected="ballot: …")
    for i, card in enumerate(scenario.projects):
        for key in _OF_IDEAS:
            if getattr(card, key):
                yield _missing(loaded, ("projects", i, key))
                break
    for path, effect in every_effect(scenario):
        if isinstance(effect, VoicesEffect):
            yield _missing(loaded, path)
    for path, condition in every_condition(scenario):
        for key in _CONDITIONS:
            if getattr(condition, key) is not None:
                yield _missing(loaded, (*path, key))
    for i, debate in enumerate(scenario.debates):
        if debate.about in OF_VOTES:
            said = tr("le scénario n’a rien à voter : ce débat ne vient jamais")
            yield Diagnostic.at(loaded.where("debates", i, "about"), "vote-never", said, expected="ballot: …")


def _missing(loaded: Loaded, path: Path) -> Diagnostic:
    message = tr("ceci parle d’un vote, et le scénario n’a rien à voter")
    return Diagnostic.at(loaded.where(*path), "ballot-missing", message, expected="ballot: …")


# ---- The vote -------------------------------------------------------------------------------------------


def _phase(loaded: Loaded, scenario: Scenario) -> Iterator[Diagnostic]:
    """Without its phase nobody marks a ballot; without the forecast it takes time of its own."""
    mark = loaded.where_key("phases") if scenario.phases else loaded.where_key("ballot")
    if PHASE not in scenario.phases:
        message = tr("« phases » ne cite pas le vote : personne ne remplira de bulletin")
        yield Diagnostic.at(mark, "ballot-phase", message, expected=PHASE)
    elif "forecast" not in scenario.phases:
        yield Diagnostic.at(
            mark,
            "ballot-phase",
            tr("« phases » ne cite pas les pronostics, dont le vote prend la place au dernier tour"),
            expected="forecast",
            hint=tr("Sans eux, le dernier tour est plus long que les autres."),
            severity="advice",
        )


def _prices(loaded: Loaded, scenario: Scenario, ballot: Ballot) -> Iterator[Diagnostic]:
    """Each idea fits in the money, and not all of them do."""
    ideas = _priced(scenario)
    dear = [(i, card) for i, card in ideas if _price(card) > ballot.money]
    for i, card in dear:
        message = tr("« {card} » coûte plus que tout l’argent à répartir", card=card.id)
        expected = tr("{n} au plus", n=ballot.money)
        yield Diagnostic.at(
            loaded.where("projects", i, "price"), "price-too-high", message, expected=expected
        )
    together = sum(_price(card) for _, card in ideas)
    if ideas and not dear and together <= ballot.money:
        yield Diagnostic.at(
            loaded.where("ballot", "money"),
            "nothing-to-choose",
            tr("toutes les idées ensemble coûtent {n} : il y a de quoi tout financer", n=together),
            expected=tr("moins de {n}", n=together),
        )
    if len(ideas) < IDEAS:
        yield Diagnostic.at(
            loaded.where_key("ballot"),
            "few-ideas",
            tr("{n} chantiers ont un prix : le vote n’a guère de quoi choisir", n=len(ideas)),
            expected=tr("{n} au moins", n=IDEAS),
            severity="advice",
        )


def _priced(scenario: Scenario) -> list[tuple[int, ProjectCard]]:
    """The projects that have to be voted, each with its place."""
    return [(i, card) for i, card in enumerate(scenario.projects) if card.price is not None]


def _unpriced(scenario: Scenario) -> list[str]:
    return [card.id for card in scenario.projects if card.price is None]


def _price(card: ProjectCard) -> int:
    return card.price or 0


def _likes(public: Public, card: ProjectCard) -> bool:
    return GRADES.index(card.opinions.get(public.id, "fair")) <= APPROVED


def _submitted(loaded: Loaded, scenario: Scenario, ballot: Ballot) -> Iterator[Diagnostic]:
    """What others have submitted is an idea, and asks for nothing: it never comes to the table."""
    for i, card in enumerate(scenario.projects):
        if card.id not in ballot.submitted or (card.price is not None and card.asks_nothing):
            continue
        yield Diagnostic.at(
            loaded.where_key("projects", i, "cost"),
            "idea-submitted",
            tr("« {card} » est déjà recevable au début : il lui faut un prix, et aucun coût", card=card.id),
            expected="price: …, cost: {}",
        )


# ---- Ideas ----------------------------------------------------------------------------------------------


def _ideas(loaded: Loaded, scenario: Scenario, ballot: Ballot) -> Iterator[Diagnostic]:
    for i, card in enumerate(scenario.projects):
        if card.price is None:
            key = next((key for key in _OF_IDEAS if getattr(card, key)), None)
            if key is not None:
                message = tr("« {card} » n’a pas de prix : rien n’y est voté", card=card.id)
                mark = loaded.where_key("projects", i, key)
                yield Diagnostic.at(mark, "idea-unpriced", message, expected="price: …")
            continue
        if not any(_likes(public, card) for public in ballot.publics):
            yield Diagnostic.at(
                loaded.where("projects", i),
                "idea-nobodys",
                tr(
                    "aucun public ne trouve bonne « {card} » : elle n’a pas une voix hors de la table",
                    card=card.id,
                ),
                expected="opinions: {…: good}",
                severity="advice",
            )
        if card.voted is None or not any((*card.voted.changes.values(), *card.voted.personal.values())):
            yield Diagnostic.at(
                loaded.where("projects", i),
                "idea-idle",
                tr("« {card} » ne change rien de plus une fois financée", card=card.id),
                expected="voted: {changes: …}",
                severity="advice",
            )


# ---- Publics --------------------------------------------------------------------------------------------


def _public(loaded: Loaded, scenario: Scenario, i: int, public: Public) -> Iterator[Diagnostic]:
    """Some ideas are to their taste, and others are not."""
    liked = [_likes(public, card) for _, card in _priced(scenario)]
    if liked and (all(liked) or not any(liked)):
        said = (
            tr("« {public} » trouve bonnes toutes les idées : ses voix ne choisissent rien", public=public.id)
            if all(liked)
            else tr("« {public} » ne trouve bonne aucune idée : rien ne lui dit de venir", public=public.id)
        )
        yield Diagnostic.at(
            loaded.where("ballot", "publics", i),
            "public-idle",
            said,
            expected="opinions: …",
            severity="advice",
        )


def _fetched(loaded: Loaded, i: int, public: Public) -> Iterator[Diagnostic]:
    """Whoever may be fetched has a card that says where, when and how; nobody else has."""
    mark = loaded.where("ballot", "publics", i)
    if public.others:
        lacking = [key for key in _FETCHING if getattr(public, key) is None]
        if lacking:
            message = tr("on peut aller chercher « {public} », et rien ne dit comment", public=public.id)
            yield Diagnostic.at(mark, "fetch-untold", message, expected=named(lacking))
    elif written := [key for key in (*_FETCHING, "brings") if getattr(public, key)]:
        message = tr("personne n’ira chercher « {public} » : aucun autre ne viendrait", public=public.id)
        place = loaded.where_key("ballot", "publics", i, written[0])
        yield Diagnostic.at(place, "fetch-never", message, expected="others: …", severity="advice")
    for register, words in public.text if public.text is not None else ():
        if words and words_in(words) > WORDS:
            yield Diagnostic.at(
                loaded.where("ballot", "publics", i, "text", register),
                "too-long",
                tr("cette carte compte {n} mots", n=words_in(words)),
                expected=tr("{n} au plus", n=WORDS),
            )


# ---- What is asked of it --------------------------------------------------------------------------------


def _never(loaded: Loaded, scenario: Scenario, ballot: Ballot) -> Iterator[Diagnostic]:
    """A condition that no vote can make true."""
    for path, condition in every_condition(scenario):
        for key in _COUNTED:
            value = getattr(condition, key)
            for duration in scenario.durations if value is not None else ():
                most = _most(scenario, ballot, key, duration)
                if at(value, duration, 0) > most:
                    yield _too_many(loaded, (*path, key), duration, most)
                    break
        yield from _named(loaded, scenario, ballot, path, condition)


def _most(scenario: Scenario, ballot: Ballot, key: str, duration: Duration) -> int:
    """How many ideas may be funded at most, or publics served."""
    ideas = [card for _, card in _priced(scenario) if _price(card) <= ballot.money]
    if key == "served":
        return sum(any(_likes(public, card) for card in ideas) for public in ballot.publics)
    money, several = ballot.money, 0
    for price in sorted(_price(card) for card in ideas):
        several += price <= money
        money -= price
    written = _treated(scenario) * numbers.ROUNDS[duration]
    return min(several, len(ballot.submitted) + written)


def _treated(scenario: Scenario) -> int:
    """How many projects of the table may be completed in a round."""
    slots = scenario.parameters.slots
    return slots if scenario.agenda is None else min(slots, scenario.agenda.treats)


def _too_many(loaded: Loaded, path: Path, duration: Duration, most: int) -> Diagnostic:
    said = (
        tr("en {duration}, l’argent ne suffit jamais à plus de {n} idées", duration=duration, n=most)
        if path[-1] == "funded"
        else tr("en {duration}, il n’y a jamais plus de {n} publics servis", duration=duration, n=most)
    )
    return Diagnostic.at(
        loaded.where(*path, duration), "condition-never", said, expected=tr("{n} au plus", n=most)
    )


def _named(
    loaded: Loaded, scenario: Scenario, ballot: Ballot, path: Path, condition: Condition
) -> Iterator[Diagnostic]:
    """An idea that is none, a way of counting that the room is not offered."""
    if condition.elected in _unpriced(scenario):
        message = tr("« {card} » n’a pas de prix : rien n’y est voté", card=condition.elected)
        expected = named(card.id for _, card in _priced(scenario))
        yield Diagnostic.at(loaded.where(*path, "elected"), "condition-never", message, expected=expected)
    if condition.counted_by is not None and condition.counted_by not in ballot.methods:
        message = tr("la salle ne peut pas choisir « {name} »", name=condition.counted_by)
        mark = loaded.where(*path, "counted_by")
        yield Diagnostic.at(mark, "condition-never", message, expected=named(ballot.methods))
