"""An agenda in samples: who volunteers for the chair, who was drawn, what is put off."""

from dataclasses import replace

from engine.telling import agenda as words
from engine.view.types import AgendaView, Legal, View
from tests.game import ballots, samples
from tests.game.samples import t


def _told(view: View, case: samples.Case, volunteers: int, off: int, drawn: bool) -> AgendaView:
    """So many of the first characters volunteer; the last of them is drawn, and has put so many off."""
    ids = tuple(project.id for project in view.projects if not (project.fetches or project.carte_blanche))
    standing = tuple(who.id for who in view.characters[:volunteers])
    names = ", ".join(who.short for who in view.characters[:volunteers])
    chair = view.characters[min(max(volunteers, 1), len(view.characters)) - 1]
    treats = max(1, len(ids) - 2)
    gone = ids[:off] if drawn else ()
    titles = " · ".join(project.title for project in view.projects if project.id in gone)
    missing = len(ids) - treats - off if drawn else 0
    return AgendaView(
        title=t("L’ordre du jour", "The agenda"),
        treats=treats,
        projects=ids,
        told=words.time_for(len(ids), treats),
        volunteers=standing,
        standing=t("Se proposent : {names}.", "Volunteering: {names}.").format(names=names)
        if names
        else t(
            "Personne ne se propose : le sort désignera parmi tous.",
            "Nobody volunteers: the lot will fall among all.",
        ),
        chair=chair.id if drawn else "",
        drawn=t("Le sort désigne {name}.", "The lot falls on {name}.").format(name=chair.short)
        if drawn
        else "",
        put_off=gone,
        waits=t("{name} reporte {titles}.", "{name} puts off {titles}.").format(
            name=chair.short, titles=titles
        )
        if gone
        else "",
        too_many=missing,
        missing=words.to_put_off(missing),
    )


def chairing(
    step: str = "chair", case: samples.Case = "usual", volunteers: int = 3, off: int = 0, voted: bool = True
) -> View:
    """The phase of the agenda: who would take the chair ("chair"), or what waits ("list")."""
    base = replace(samples.view("negotiation", "", case), answers=(), promises=(), unheard=())
    there = ballots.voted(base, case) if voted else base
    told = _told(there, case, volunteers, off, step == "list")
    title = t("Ce qui attend", "What waits") if step == "list" else t("Qui préside ?", "Who chairs?")
    label = t("Ouvrir la négociation", "Open the negotiation")
    if step == "chair":
        label = t("Tirer au sort qui préside", "Draw who chairs")
    now = replace(there.phase, kind="agenda", step=step, title=title, next_label=label)
    held = tuple(who.id for who in there.characters if who.held)
    legal = (
        Legal("volunteer", who=held) if step == "chair" else Legal("put-off", (told.chair,), told.projects)
    )
    onward = () if told.too_many else (Legal("advance"),)
    return put_off(replace(there, phase=now, agenda=told, legal=(*onward, legal)))


def put_off(view: View) -> View:
    """The same, its projects knowing that they wait."""
    assert view.agenda is not None
    gone = view.agenda.put_off
    return replace(view, projects=tuple(replace(one, put_off=one.id in gone) for one in view.projects))


def negotiating(case: samples.Case = "usual", voted: bool = True) -> View:
    """The negotiation after that."""
    base = replace(samples.view("negotiation", "", case), answers=())
    there = ballots.voted(base, case) if voted else base
    return put_off(replace(there, agenda=_told(there, case, 3, 2, True)))
