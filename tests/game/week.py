"""A week of rooms in samples: some hours taken, some wanted, one kept, what was put out; and a key."""

# ruff: noqa: E501 - each sample text stands on one line, beside its English

from dataclasses import replace

from engine.view.types import (
    BatonPass,
    BatonView,
    GoneView,
    HourView,
    Legal,
    ProjectView,
    TimetableView,
    View,
)
from tests.game import samples
from tests.game.samples import t


def _rooms(case: samples.Case) -> tuple[tuple[str, str], ...]:
    if case == "worst":
        return (
            ("grande", t("Grande salle de fête", "Great banqueting hall")),
            ("petite", t("Salle de kitchenette", "The kitchenette room")),
            ("fond", t("Salle du fond, cour", "The room at the back")),
            ("cave", t("Sous-sol, escalier B", "Staircase B basement")),
        )
    rooms = (
        ("grande", t("La grande salle", "The big room")),
        ("petite", t("La petite salle", "The small room")),
        ("fond", t("La salle du fond", "The back room")),
    )
    return rooms[:1] if case == "few" else rooms


def _times(case: samples.Case) -> tuple[tuple[str, str], ...]:
    times = (
        ("matin", t("Matin", "Morning")),
        ("apres-midi", t("Après-midi", "Afternoon")),
        ("soir", t("Soir", "Evening")),
        ("we-matin", t("Samedi matin", "Saturday morning")),
        ("we-apres-midi", t("Samedi après-m.", "Saturday p.m.")),
        ("we-soir", t("Samedi soir", "Saturday night")),
    )
    if case == "worst":
        return (*times, ("dimanche", t("Dimanche, fêtes", "Sundays, feasts")))
    return times[:2] if case == "few" else times


_BUILT = {
    "grande.soir": ("repas", "kitchen", "inhabitants"),
    "grande.we-apres-midi": ("ludo", "child", "associations"),
    "petite.matin": ("guichet", "work", "institutions"),
    "petite.apres-midi": ("guichet", "work", "institutions"),
    "fond.matin": ("retouches", "tools", "shops"),
    "fond.we-matin": ("bailleur", "legal", "landlords"),
}


def _titles(worst: bool) -> dict[str, str]:
    if worst:
        return {
            "repas": t(
                "Le repas partagé du jeudi soir, à prix libre", "The Thursday shared meal, pay what you can"
            ),
            "ludo": t(
                "La ludothèque qui descend au rez-de-chaussée", "The toy library that comes downstairs"
            ),
            "guichet": t("Le guichet emploi, formation et droits", "The desk for jobs, training and rights"),
            "retouches": t("L’atelier de couture et de retouches", "The sewing and alterations workshop"),
            "bailleur": t("La permanence mensuelle du bailleur", "The landlord’s monthly drop-in"),
        }
    return {
        "repas": t("Le repas du jeudi", "Thursday’s meal"),
        "ludo": t("La ludothèque", "The toy library"),
        "guichet": t("Le guichet emploi", "The jobs desk"),
        "retouches": t("L’atelier retouches", "The sewing room"),
        "bailleur": t("La permanence du bailleur", "The landlord’s drop-in"),
    }


_WANTED = {
    "grande.we-apres-midi": (0,),
    "petite.soir": (0, 1),
    "fond.we-apres-midi": (2,),
    "fond.we-soir": (2,),
}
"""Hour -> which of the open projects want it."""


def gone(case: samples.Case = "usual") -> tuple[GoneView, ...]:
    """What was put out so far."""
    if case == "few":
        return ()
    titles = _titles(case == "worst")
    by = titles["guichet"]
    writer = t("L’écrivain du mardi", "The Tuesday scribe")
    café = t("Le café des habitants", "The residents’ café")
    said = t("« {by} » prend l’heure de « {one} ».", "“{by}” takes the hour of “{one}”.")
    other = titles["bailleur"]
    one, two, *_ = samples.view("negotiation", "", case).projects
    lost = [tuple(replace(change, by=-change.by) for change in card.changes) for card in (one, two)]
    return (
        GoneView("ecrivain", writer, "paper", 1, by, said.format(by=by, one=writer), lost[0]),
        GoneView("cafe", café, "coffee", 2, other, said.format(by=other, one=café), lost[1]),
    )


def in_week(
    view: View, case: samples.Case = "usual", held: bool = True, said: bool = False, over: bool = False
) -> View:
    """The same moment in a place whose rooms are shared by the hour. `said`: who has the key has said which
    project comes first, and to whom the key goes; `held`: somebody holds whoever has it;
    `over`: nothing is wanted any more."""
    titles, out = _titles(case == "worst"), gone(case)
    rooms, times = _rooms(case), _times(case)
    open_ = () if over else view.projects
    wanted = {hour: tuple(open_[i].id for i in some if i < len(open_)) for hour, some in _WANTED.items()}
    hours = []
    for room, title in rooms:
        for time, when in times:
            hour = f"{room}.{time}"
            words = f"{title} : {when.lower()}" if case != "few" else f"{title}, {when}"
            id_, pictogram, family = _BUILT.get(hour, ("", "", "")) if case != "few" else ("", "", "")
            left = ""
            if out and hour in ("petite.matin", "fond.soir"):
                left = out[0 if room == "petite" else 1].title
            kept = t("Adrien dort", "Adrien sleeps") if hour == "grande.we-matin" else ""
            if hour == "grande.matin" and case == "worst":
                kept = t("Quelqu’un dort au-dessus", "Somebody sleeps above it")
            hours.append(
                HourView(room, time, words, kept, id_, titles.get(id_, ""), pictogram, family, left, wanted.get(hour, ()))
            )  # fmt: skip
    week = TimetableView(
        t("La semaine des trois salles", "The week of the three rooms"), rooms, times, tuple(hours), out
    )
    projects = tuple(_wanting(week, project, wanted) for project in view.projects)
    view = replace(view, timetable=week, projects=projects)
    return with_key(view, held, said)


def _wanting(week: TimetableView, project: ProjectView, wanted: dict[str, tuple[str, ...]]) -> ProjectView:
    mine = [hour for hour in week.hours if project.id in hour.wanted]
    out = tuple(hour.title for hour in mine if hour.project)
    named = t("« {title} »", "“{title}”")
    others = dict.fromkeys(id_ for hour in mine for id_ in hour.wanted if id_ != project.id)
    puts_out = t("Prend la place de {others}.", "Takes the place of {others}.")
    return replace(
        project,
        hours=tuple((hour.room, hour.time) for hour in mine),
        hours_said=" · ".join(hour.words for hour in mine),
        dislodges=out,
        dislodges_said=puts_out.format(others=", ".join(named.format(title=one) for one in out))
        if out
        else "",
        clashes=tuple(others),
    )


def with_key(view: View, held: bool = True, said: bool = False) -> View:
    """Somebody has the key."""
    holder = view.characters[0] if held else view.characters[-1]
    other = view.characters[1]
    words = t("{name} a la clé.", "{name} has the key.").format(name=holder.short)
    first = view.projects[0] if view.projects else None
    if said and first is not None:
        words += " " + t("Au prochain tour, la clé est à {name}.", "Next round, the key is {name}’s.").format(
            name=other.short
        )
        words += " " + t("« {title} » passe d’abord.", "“{title}” comes first.").format(title=first.title)
    history = tuple(who.id for who in (view.characters * 3)[2 : 2 + view.phase.round - 1])
    baton = BatonView(
        t("La clé", "The key"), t("la clé", "the key"), "key", holder.id, words,
        other.id if said else "", first.id if said and first is not None else "", 1, (*history, holder.id),
    )  # fmt: skip
    legal = tuple(entry for entry in view.legal if entry.kind not in ("prefer", "entrust"))
    if held and view.phase.kind == "negotiation":
        free = tuple(who.id for who in view.characters if who.id not in (holder.id, baton.entrusted))
        legal = (*legal, Legal("entrust", (holder.id,), ids=free))
        clash = tuple(one.id for one in view.projects if one.clashes and one.id != baton.first)
        legal = (*legal, Legal("prefer", (holder.id,), projects=clash)) if clash else legal
    return replace(view, baton=baton, legal=legal)


def revealed(view: View, out: int, case: samples.Case = "usual", stays: bool = False) -> View:
    """A reveal that put so many projects out of their hours, and after which the key is somebody else's."""
    assert view.reveal is not None
    view = in_week(view, case)
    assert view.baton is not None
    told = tuple(gone("usual" if case == "few" else case)[i % 2] for i in range(out))
    who = view.characters[0]
    to = who if stays else view.characters[-1]
    said = t("{name} garde la clé.", "{name} keeps the key.") if stays else t(
        "{name} a la clé : 3 jetons dans ce qui est terminé.", "{name} has the key: 3 tokens in what is complete."
    )  # fmt: skip
    paid = ((who.id, -1.0, t("{name} : −1", "{name}: −1").format(name=who.short)),)
    went = BatonPass(who.id, to.id, said.format(name=to.short), paid)
    return replace(
        view,
        reveal=replace(view.reveal, dislodged=told, baton=went),
        baton=replace(
            view.baton, holder=to.id, said=t("{name} a la clé.", "{name} has the key.").format(name=to.short)
        ),
    )
