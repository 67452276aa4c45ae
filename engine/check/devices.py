"""What makes an evening bite: acts have a situation, causes are told, links open, somebody is heard."""

from collections.abc import Iterator

from engine import numbers
from engine.check.endings import impossible
from engine.content.model import Condition, Mandate, Scenario
from engine.content.reader import Loaded
from engine.diagnostics import Diagnostic
from engine.language import tr

WHOLE = True
Path = tuple[str | int, ...]


def look(loaded: Loaded, scenario: Scenario) -> Iterator[Diagnostic]:
    yield from _acts(loaded, scenario)
    yield from _causes(loaded, scenario)
    yield from _links(loaded, scenario)
    yield from _seats(loaded, scenario)
    yield from _mandates(loaded, scenario)
    yield from _hearing(loaded, scenario)
    yield from _rumours(loaded, scenario)
    for path, condition in _conditions(scenario):
        yield from impossible(loaded, scenario, path, condition)


def _conditions(scenario: Scenario) -> Iterator[tuple[Path, Condition | None]]:
    """Every condition that is not an ending's, and where it is written."""
    for i, situation in enumerate(scenario.situations):
        yield ("situations", i, "when"), situation.when
    for i, clock in enumerate(scenario.clocks):
        for j, tick in enumerate(clock.ticks):
            yield ("clocks", i, "ticks", j, "when"), tick.when
    for i, member in enumerate(scenario.cast):
        if member.leaves is not None:
            yield ("cast", i, "leaves", "unless"), member.leaves.unless


def _acts(loaded: Loaded, scenario: Scenario) -> Iterator[Diagnostic]:
    free = {card.id for card in scenario.situations if card.when is None}
    for i, act in enumerate(scenario.acts):
        if not free & set(act.situations):
            yield Diagnostic.at(
                loaded.where("acts", i, "situations"),
                "act-conditional",
                tr(
                    "toutes les situations de « {act} » ont une condition : aucune ne viendra peut-être",
                    act=act.id,
                ),
                hint=tr("Gardez dans chaque acte une situation sans « when »."),
            )
    named = {s for act in scenario.acts for s in act.situations} | scenario.led_to
    for i, card in enumerate(scenario.situations if scenario.acts else ()):
        if card.id not in named:
            yield Diagnostic.at(
                loaded.where("situations", i),
                "situation-no-act",
                tr(
                    "« {card} » n’est d’aucun acte, et rien ne l’amène : elle vient à n’importe quel tour",
                    card=card.id,
                ),
                severity="advice",
            )


def _causes(loaded: Loaded, scenario: Scenario) -> Iterator[Diagnostic]:
    """A situation that has a cause says it: it is what makes a room feel that it has a past."""
    for i, card in enumerate(scenario.situations):
        if card.because is None and (card.when is not None or card.id in scenario.led_to):
            yield Diagnostic.at(
                loaded.where("situations", i),
                "cause-untold",
                tr("« {card} » vient pour une raison, et ne la dit pas", card=card.id),
                expected="because: Parce que…",
                severity="advice",
            )


def _links(loaded: Loaded, scenario: Scenario) -> Iterator[Diagnostic]:
    """Projects that can never come, since they wait for themselves."""
    waits = {project.id: set(project.needs) for project in scenario.projects}
    for project in scenario.projects:
        for other in project.opens:
            waits.setdefault(other, set()).add(project.id)
    free: set[str] = set()
    while more := {id_ for id_, needed in waits.items() if id_ not in free and needed <= free}:
        free |= more
    for i, project in enumerate(scenario.projects):
        if project.id not in free:
            message = tr("« {card} » attend un chantier qui l’attend : il ne vient jamais", card=project.id)
            yield Diagnostic.at(loaded.where("projects", i), "project-never", message)


def _seats(loaded: Loaded, scenario: Scenario) -> Iterator[Diagnostic]:
    cast = {member.character for member in scenario.cast}
    for i, member in enumerate(scenario.cast):
        if (member.leaves is None) != (member.heir is None):
            key = "leaves" if member.heir is None else "heir"
            message = tr("« leaves » et « heir » vont ensemble : qui s’en va laisse sa place à quelqu’un")
            yield Diagnostic.at(loaded.where_key("cast", i, key), "heir-missing", message)
        elif member.heir in cast:
            message = tr("« {name} » est déjà dans la distribution", name=member.heir)
            yield Diagnostic.at(loaded.where("cast", i, "heir"), "heir-in-cast", message)


def _mandates(loaded: Loaded, scenario: Scenario) -> Iterator[Diagnostic]:
    """A mandate that can be done or not, and that something hangs on."""
    hands = {member.character: member.tokens.total() for member in scenario.cast}
    for who, mandate in scenario.mandates.items():
        if not mandate.brings + mandate.costs:
            message = tr("le mandat de « {name} » ne rapporte et ne coûte rien", name=who)
            yield Diagnostic.at(loaded.where("mandates", who), "mandate-idle", message)
        yield from _kept(loaded, scenario, who, mandate, hands.get(who, 0))


def _kept(loaded: Loaded, scenario: Scenario, who: str, mandate: Mandate, hand: int) -> Iterator[Diagnostic]:
    """What a mandate asks to keep can be kept, at each duration."""
    if mandate.keep is None:
        return
    for duration in scenario.durations:
        wanted = mandate.keep if isinstance(mandate.keep, int) else mandate.keep.get(duration)
        most = hand * numbers.ROUNDS[duration]
        if wanted is None or not 1 <= wanted <= most:
            yield Diagnostic.at(
                loaded.where("mandates", who, "keep"),
                "mandate-keep",
                tr("le mandat de « {name} » ne peut pas se tenir en {duration}", name=who, duration=duration),
                expected=tr("de {least} à {most} jetons", least=1, most=most),
            )


def _hearing(loaded: Loaded, scenario: Scenario) -> Iterator[Diagnostic]:
    """Somebody can ask for it, in a round that has it; whoever may be asked has something to say."""
    if scenario.hearing is None:
        return
    mark = loaded.where_key("hearing")
    if scenario.phases and "hearing" not in scenario.phases:
        message = tr("« phases » ne cite pas l’audition : elle ne viendra jamais")
        yield Diagnostic.at(mark, "hearing-never", message, expected="hearing")
    elif not any(member.tokens.backing for member in scenario.cast):
        message = tr("personne n’a de jeton d’appui : l’audition ne peut être demandée")
        yield Diagnostic.at(mark, "hearing-never", message, expected="backing")
    for i, member in enumerate(scenario.cast):
        if member.character not in scenario.hearing.heard:
            yield Diagnostic.at(
                loaded.where("cast", i, "character"),
                "hearing-silent",
                tr("« {name} » n’a rien d’écrit pour l’audition", name=member.character),
                hint=tr("Jouée par le programme, cette personne ne pourra pas être entendue."),
                severity="advice",
            )


def _rumours(loaded: Loaded, scenario: Scenario) -> Iterator[Diagnostic]:
    """A rumour goes round early enough for its truth to come, and for what that changes to count."""
    rounds = max(numbers.ROUNDS[duration] for duration in scenario.durations)
    begins = {"first": 1, "middle": 2, "last": rounds}
    act_of = {id_: act for act in scenario.acts for id_ in act.situations}
    for i, card in enumerate(scenario.situations):
        first = begins[act_of[card.id].rounds] if card.id in act_of else 1
        if card.rumour is not None and first + card.rumour.after > rounds:
            yield Diagnostic.at(
                loaded.where_key("situations", i, "rumour"),
                "rumour-late",
                tr("la vérité de cette rumeur ne vient qu’après le dernier tour : elle ne change rien"),
                hint=tr("Mettez la situation dans un acte plus tôt, ou « in » plus court."),
            )
