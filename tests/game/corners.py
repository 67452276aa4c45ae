"""A room in corners in samples: strips written, read and judged, bridges half and whole, guests who sit there."""

# ruff: noqa: E501 - each sample text stands on one line, beside its English

from dataclasses import replace

from engine.view.types import (
    BridgeView,
    CornersView,
    CornerView,
    GuestView,
    Legal,
    ProjectView,
    SealView,
    StripView,
    View,
)
from tests.game import samples
from tests.game.samples import t

WORDS = 25


def _corners(case: samples.Case) -> tuple[tuple[str, str, str], ...]:
    """(id, title, where) of each."""
    if case == "worst":
        return (
            (
                "butte",
                t("La Butte-Chaumont", "The Upper Hill"),
                t("à la Butte-Chaumont", "on the Upper Hill"),
            ),
            (
                "vallon",
                t("Le Vallon d’Ombre", "The Shady Dale"),
                t("au Vallon d’Ombre", "down in Shady Dale"),
            ),
            ("gare", t("La Gare du Nord", "The North Depot"), t("à la Gare du Nord", "at the North Depot")),
            ("lavandiers", t("Les Lavandiers", "The Washhouses"), t("aux Lavandiers", "at the Washhouses")),
            ("ecluses", t("Les Cinq Écluses", "The Five Locks"), t("aux Cinq Écluses", "at the Five Locks")),
            ("moulins", t("Les Moulins", "The Windmills"), t("aux Vieux Moulins", "at the Old Windmills")),
        )
    four = (
        ("butte", t("La Butte", "The Hill"), t("à la Butte", "on the Hill")),
        ("vallon", t("Le Vallon", "The Dale"), t("au Vallon", "in the Dale")),
        ("gare", t("La Gare", "The Station"), t("à la Gare", "at the Station")),
        ("lavandiers", t("Les Lavandiers", "The Launderers"), t("aux Lavandiers", "at the Launderers’")),
    )
    return four[:2] if case == "few" else four


def _says(case: samples.Case) -> tuple[tuple[str, str], ...]:
    """(as written, as arranged) of each."""
    usual = (
        (t("Mardi à 21 h, une lampe sur neuf dans l’escalier. Ma mère compte les marches tout haut, pour ne pas tomber.", "Tuesday, nine at night, one lamp out of nine on the stairs. My mother counts the steps aloud, so as not to fall."),
         t("Les habitants de la Butte demandent un meilleur éclairage de l’escalier, afin de sécuriser les déplacements des aînés.", "Residents of the Hill ask for better lighting on the stairs, to make it safer for older people to get around.")),
        (t("On nous écrit « proposition de logement ». On veut visiter deux fois, une fois le jour, une fois à 22 h.", "They write to us “an offer of housing”. We want to visit twice, once by day, once at ten at night."),
         t("Les locataires du Vallon souhaitent visiter les logements proposés, à des horaires variés, avant de se prononcer.", "Tenants of the Dale would like to visit the housing on offer at various times before they decide.")),
        (t("À la Gare, personne ne vient, on y passe. On veut un banc où attendre sans acheter un café.", "Nobody comes to the Station, one passes through. We want a bench to wait on without buying a coffee."),
         t("À la Gare, on veut un banc où attendre.", "At the Station, we want a bench to wait on.")),
        (t("Un arrêt, d’accord. Pas devant chez l’un ou chez l’autre, devant l’horloge, où tout le monde regarde déjà.", "A bus stop, all right. Not outside one home or another, outside the clock, where everybody looks already."),
         t("La table est favorable à un nouvel arrêt, à un emplacement neutre et bien visible.", "The table is in favour of a new bus stop, at a neutral and visible place.")),
    )  # fmt: skip
    if case != "worst":
        return usual
    long = (
        t("Trois cent quarante-deux familles attendent depuis l’automne une réponse écrite, signée, datée, que personne n’envoie ; nos enfants grandissent pendant que votre administration réfléchit encore.", "Three hundred and forty-two families have waited since autumn for a written, signed, dated answer which nobody sends; our children grow up while your administration is still thinking."),
        t("Les ménages concernés souhaiteraient vivement bénéficier d’un accompagnement personnalisé, renforcé, transversal, respectueux des calendriers institutionnels partagés entre partenaires signataires du contrat de ville métropolitain.", "Households concerned would very much welcome personalised, reinforced, cross-cutting support which respects institutional calendars shared between signatory partners of the metropolitan contract."),
    )  # fmt: skip
    return tuple([*usual, long, long][i] if i % 2 else long for i in range(6))


_ARRANGED = (1, 2)
_TO = {2: (1, 0), 4: (2, 3, 0, 1), 6: (2, 3, 5, 0, 1, 4)}
_VERDICTS = ("yes", "no", "partly", "yes", "no", "yes")


def _strip(case: samples.Case, i: int, step: str) -> StripView:
    corners, (text, other) = _corners(case), _says(case)[i]
    id_, title, _ = corners[i]
    to = _TO[len(corners)][i] if step != "write" else -1
    arranged = to >= 0 and (i in _ARRANGED or (case == "worst" and i % 2 == 0))
    unread = step == "read" and case == "usual" and i == 3
    if unread:
        to, arranged = -1, False
    verdict = _VERDICTS[i] if step == "sealed" else ""
    read = (other if arranged else text) if to >= 0 else ""
    a, b = text.split(), read.split()
    changed = max(len(a), len(b)) - sum(one == two for one, two in zip(a, b, strict=False)) if read else 0
    words = {
        "yes": t("« C’est ce que nous avons dit. »", "“This is what we said.”"),
        "partly": t("« En partie. »", "“In part.”"),
        "no": t("« Ce n’est pas ce que nous avons dit. »", "“This is not what we said.”"),
        "": "",
    }[verdict]
    at, name = (corners[to][2], corners[to][1]) if to >= 0 else ("", "")
    how = t("{c} : bande lue {at}, mot pour mot.", "{c}: strip read {at}, word for word.").format(c=title, at=at)
    if arranged:
        how = t(
            "{c} : bande lue {at} ; {n} mots ne sont pas comme ils sont écrits.",
            "{c}, to be read {at}: {n} words are not as they are written.",
        ).format(c=title, at=at, n=changed)
    return StripView(
        corner=id_, title=title, number=i + 1, text="" if step == "write" and case == "usual" and i == 3 else text,
        to=corners[to][0] if to >= 0 else "", to_title=name, read=read, arranged=arranged, changed=changed if arranged else 0,
        verdict=verdict, said=f"{how} {words}".strip(), told=f"{how} {words}".strip(), verdict_said=words,  # type: ignore[arg-type]
        question=f"fidelity:2.{i + 1}" if step == "read" and i == 0 else "",
        counts=(6, 1, 2) if (step == "read" and i == 0) or (step == "sealed" and i < 2) else None,
    )  # fmt: skip


_BRIDGES = (
    (0, 1, "half", (True, False)), (0, 2, "open", (True, True)), (1, 3, "none", (False, False)),
    (2, 3, "built", (True, True)), (0, 3, "half", (False, True)), (4, 5, "none", (False, False)),
    (1, 4, "open", (True, True)),
)  # fmt: skip


def _bridges(view: View, case: samples.Case) -> tuple[BridgeView, ...]:
    corners, found = _corners(case), []
    names = (
        t("Le 22 va jusqu’à la Gare", "Bus 22 goes to the Station"),
        t("La page écrite à deux", "The page written by two"),
        t("Le banc de l’horloge", "The bench at the clock"),
    )
    signs = ("path", "table", "key")
    for k, (one, other, state, said) in enumerate(_BRIDGES):
        if max(one, other) >= len(corners):
            continue
        ends = {"one": corners[one][1], "other": corners[other][1], "title": names[k % 3]}
        words = {
            "built": t("« {title} » relie {one} et {other}.", "“{title}” joins {one} and {other}."),
            "open": t("« {title} » peut venir : {one} et {other} se sont lus fidèlement.", "“{title}” may come: {one} and {other} were read faithfully."),
            "half": t("« {title} » attend que {other} soit fidèlement lu.", "“{title}” waits for {other} to be read faithfully."),
            "none": t("« {title} » attend que {one} et {other} se lisent fidèlement.", "“{title}” waits for {one} and {other} to read each other faithfully."),
        }[state]  # fmt: skip
        found.append(
            BridgeView(
                f"pont-{k}",
                names[k % 3],
                signs[k % 3],
                corners[one][0],
                corners[other][0],
                *said,
                state,
                words.format(**ends),
            )  # type: ignore[arg-type]
        )
    return tuple(found)


def in_corners(view: View, case: samples.Case = "usual", step: str = "", over: bool = False) -> View:
    """The same moment where there are corners, at a step of their strips ("" before any is written); at the
    end (`over`), with all strips of two rounds."""
    corners = _corners(case)[: len(view.characters) - 1]
    people = [who.id for who in view.characters]
    members, scribe, guests = people[: len(corners)], people[len(corners)], people[len(corners) + 1 :][:4]
    sits = {who: i % len(corners) for i, who in enumerate(guests[:-1] if len(guests) > 1 else guests)}
    projects = list(view.projects)
    shown = []
    for i, (id_, title, at) in enumerate(corners):
        here = tuple(who for who, place in sits.items() if place == i)
        own = projects[i].id if i < len(projects) and i < 3 else ""
        names = [view.character(who).short for who in (members[i], *here)]
        strip = _strip(case, i, step) if step else None
        invited = here[0] if here else guests[-1] if i == 2 and guests else ""
        shown.append(CornerView(id_, title, at, members[i], here, invited, own, strip, f"{title} : {', '.join(names)}"))  # fmt: skip
    sealed = tuple(
        SealView(corners[i][0], corners[j][0], 1, t("{a}, fidèlement lue {b}", "{a}, faithfully read {b}").format(a=corners[i][1], b=corners[j][2]))
        for i, j in ((0, 1), (1, 0), (0, 2))
        if max(i, j) < len(corners)
    )  # fmt: skip
    told = CornersView(
        title=t("Les quatre tables", "The four tables"), noun=t("tables", "tables"), scribe=scribe, words=WORDS,
        corners=tuple(shown), guests=tuple(_guest(view, who, sits, corners) for who in guests),
        bridges=_bridges(view, case), seals=sealed, faithful=len(sealed),
        faithful_said=t("{n} bandes reconnues", "{n} strips recognised").format(n=len(sealed)),
        worth_said=t("Reconnue : {g} +3 ; désavouée : {g} −3", "Recognised: {g} +3; disowned: {g} −3").format(g=next(one.title for one in view.indicators if one.gate)),
        arranged_said=t("Mots changés, sans désaveu : {g} +2", "Words changed, not disowned: {g} +2").format(g=view.indicators[0].title),
        strips=tuple(tuple(_strip(case, i, "sealed") for i in range(len(corners))) for _ in range(6 if case == "worst" else 2)) if over else (),
    )  # fmt: skip
    there = tuple(_project(one, i, corners) for i, one in enumerate(view.projects))
    return replace(view, corners=told, projects=there)


def _guest(
    view: View, who: str, sits: dict[str, int], corners: tuple[tuple[str, str, str], ...]
) -> GuestView:
    name = view.character(who).short
    if who not in sits:
        return GuestView(
            who, "", (), t("{n} n’est invité nulle part.", "{n} is invited nowhere.").format(n=name)
        )
    id_, _, at = corners[sits[who]]
    return GuestView(who, id_, (id_,), t("{n} siège {at}.", "{n} sits {at}.").format(n=name, at=at))


def _project(project: ProjectView, i: int, corners: tuple[tuple[str, str, str], ...]) -> ProjectView:
    if i < 3 and i < len(corners):
        id_, _, at = corners[i]
        said = t("On n’y donne que si l’on siège {at}.", "Only those who sit {at} give to it.").format(at=at)
        return replace(project, corners=(id_,), corners_said=said)
    if i == 3 and len(corners) > 2:
        (one, _, here), (other, _, there) = corners[0], corners[2]
        said = t(
            "Un pont : on n’y donne que si l’on siège {a} ou {b}.",
            "A bridge: only those who sit {a} or {b} give to it.",
        ).format(a=here, b=there)
        return replace(project, corners=(one, other), corners_said=said)
    return project


def phase(step: str, case: samples.Case = "usual") -> View:
    """The phase of the strips, at one of its steps."""
    there = in_corners(samples.view("forecast", "ask", case), case, step)
    steps = tuple(
        ("strips", t("Bandes", "Strips")) if kind == "forecast" else (kind, title)
        for kind, title in there.phase.steps
    )
    label = {
        "write": t("Porter les bandes", "Carry the strips"),
        "read": t("Est-ce ce que nous avons dit ?", "Is this what we said?"),
    }.get(step, t("Les choix", "The choices"))
    now = replace(
        there.phase,
        kind="strips",
        step=step,
        title=t("Bandes", "Strips"),
        steps=steps,
        next_label=label,
    )
    legal = (
        *there.legal,
        Legal("vote", ids=("fidelity:2.1",)),
        Legal("tally", ids=("fidelity:2.1",)),
        Legal("write", ids=("butte",)),
    )
    return replace(there, phase=now, forecasts=(), legal=legal)  # fmt: skip


def revealed(view: View, case: samples.Case = "usual") -> View:
    """A reveal of a round in which strips were read."""
    assert view.reveal is not None
    there = in_corners(view, case, "sealed")
    assert there.corners is not None
    count = len(there.corners.corners)
    seals = tuple(one._replace(round=there.phase.round) for one in there.corners.seals)
    told = replace(view.reveal, strips=tuple(_strip(case, i, "sealed") for i in range(count)))
    return replace(there, reveal=told, corners=replace(there.corners, seals=seals))
