"""What a reveal laid open, told line by line: promised beside given, what was built, what moved."""

from collections.abc import Iterator

from engine.language import capital, signed, stopped, tr
from engine.telling.gauges import worn
from engine.telling.vocabulary import changes, places, promised_and_given
from engine.transcript import ballot, corners, groups, sites
from engine.view.types import FactView, HeardNeed, ProjectOutcome, RumourView, View


def quoted(says: str) -> str:
    """A text as somebody says it."""
    return tr("« {says} »", says=says)


def reveal(view: View) -> Iterator[str]:
    """A reveal, from what each promised and gave to what moved."""
    now = view.reveal
    if now is None:
        return
    for fact in now.facts:
        what = promised_and_given(
            places((promised, toward) for toward, promised, _ in fact.projects),
            places((given, toward) for toward, _, given in fact.projects),
        )
        line = tr("{name} : {what}", name=view.character(fact.who).short, what=what)
        yield " · ".join([f"- {line}", *_beside(fact)])
    for outcome in now.outcomes:
        title = outcome.project.title
        done = _done(view, outcome) if outcome.state == "complete" else stopped(title)
        waits = tr("Reporté.") if outcome.project.put_off else ""
        yield "  " + " ".join(filter(None, (done, waits, outcome.sentence, _under_way(outcome))))
        if outcome.benefits:
            yield "  " + " · ".join(capital(words) for _, words in outcome.benefits)
    yield from (f"  {gone.said} {changes(gone.lost)}".rstrip() for gone in now.dislodged)
    if now.baton is not None:
        points = (words for _, _, words in now.baton.points)
        yield "  " + " · ".join([now.baton.said, *points])
    yield from (f"  {line}" for line in (*groups.moved(view), *sites.moved(view), *corners.moved(view)))
    yield from (f"  {line}" for line in ballot.counted(view))
    if view.rumour and view.rumour.verdict:
        yield f"  {known(view.rumour)}"
    yield from (f"  {_heard(need)}" for need in now.heard)
    for line in (*now.lifted, *now.opened, *now.ticked):
        yield f"  {line}"
    yield from (f"  {word.sentence}" for word in view.given_words)
    yield from _private(view)
    if now.trust:
        moves = [f"{view.character(who).short} {signed(by)}" for who, by in now.trust]
        yield "  " + tr("Confiance envers : {moves}", moves=", ".join(moves))
    commons = now.commons
    yield f"  {commons.title} {commons.before} → {commons.after} ({commons.why}). {commons.sentence}"
    if now.others:
        wear = worn(now.wear)
        yield f"  {changes(now.others)}" + (f" ({wear})" if wear else "")


def _done(view: View, outcome: ProjectOutcome) -> str:
    """A project completed: built, or for nothing, eligible where it has to be voted, or somebody fetched."""
    project = outcome.project
    if outcome.in_vain:
        return tr("{project} : fait pour rien.", project=project.title)
    if project.fetches:
        return ballot.fetched(view, project)
    if project.idea is not None:
        return tr("{project} : recevable !", project=project.title)
    return tr("{project} : terminé !", project=project.title)


def _heard(need: HeardNeed) -> str:
    """A need that was turned over: what it is, and what came of it at once."""
    told = f"{need.said} {quoted(need.title)}. {need.text}"
    return f"{told} ({' · '.join(need.effects)})" if need.effects else told


def _under_way(outcome: ProjectOutcome) -> str:
    """What a project that is begun, and not complete, did to the gauges; "" for nothing."""
    project = outcome.project
    if outcome.state == "complete" or not project.during or not any(project.placed):
        return ""
    return stopped(tr("Travaux en cours : {what}", what=changes(project.during)))


def _private(view: View) -> Iterator[str]:
    """The pacts, opened, and the mandates that were decided."""
    for pact in view.pacts:
        words = {"pact": pact.between, "terms": pact.terms, "word": pact.result}
        yield "  " + tr("{pact} : {terms} · {word}", **words)
    yield from (f"  {line}" for line in mandates(view))


def mandates(view: View) -> Iterator[str]:
    """What was asked in secret, and what came of it."""
    for asked in view.mandates:
        yield (
            tr("{who} : « {text} » {result}", who=asked.title, text=asked.text, result=asked.result)
            if asked.came
            else f"{asked.title}. {asked.result}"
        )


def _beside(fact: FactView) -> Iterator[str]:
    """What else there is to tell of a fact: its word, a condition that bound nobody, what came back."""
    if fact.word:
        yield fact.word
    if fact.asked_by:
        yield fact.asked_by
    if any(fact.unmet):
        yield tr("sous condition, non remplie")
    yield from fact.came_back
    if fact.says:
        yield quoted(fact.says)


def known(rumour: RumourView) -> str:
    """What was said, and what it was worth."""
    said = tr("On disait : « {says} »", says=rumour.says)
    return f"{said} {rumour.verdict}. {rumour.outcome}"
