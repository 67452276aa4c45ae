"""What lay in a town, in the week of the rooms, among groups, behind hoardings, in corners, before a chair
and in the urn, on paper."""

from collections.abc import Iterator
from typing import Any

from engine.language import amid, capital, ntr, signed, tr
from engine.report.chairs import Chaired
from engine.report.record import Group, Record, Site
from engine.report.strips import Bridge, Seal, Strip
from engine.report.votes import Counted, Outcome, Way
from engine.telling.ballot import money, voices
from engine.telling.vocabulary import grade_words, listed


def told(record: Record) -> Iterator[dict[str, Any]]:
    """The parts of which there is something to tell, each with its rows."""
    yield from _needs(record)
    yield from _week(record)
    yield from _groups(record)
    yield from _works(record)
    yield from _corners(record)
    yield from _agenda(record)
    yield from _votes(record)


def _needs(record: Record) -> Iterator[dict[str, Any]]:
    """What was heard in the town, then what nobody heard."""
    for heard, title, note in (
        (True, tr("Ce qui a été entendu"), ""),
        (
            False,
            tr("Ce qui n’a pas été entendu"),
            tr("Ces cartes sont restées face cachée jusqu’à la fin. On ne lisait que la phrase."),
        ),
    ):
        rows = [
            {
                "head": tr("Tour {n}", n=n.round) if heard else capital(n.at),
                "overheard": tr("« {text} »", text=n.overheard),
                "title": n.title,
                "said": n.said,
                "word": n.word if heard else "",
            }
            for n in record.needs
            if bool(n.round) is heard
        ]
        if rows:
            yield {"title": title, "note": note, "rows": rows}


def _week(record: Record) -> Iterator[dict[str, Any]]:
    """What had hours in the week of the rooms, then through whose hands the one object passed."""
    stays = [
        {"head": w.title, "overheard": w.hours, "title": "", "said": capital(w.word), "word": ""}
        for w in record.week
    ]
    hands = [
        {"head": tr("Tour {n}", n=h.round), "overheard": h.who, "title": "", "said": h.said, "word": ""}
        for h in record.hands
    ]
    if stays:
        yield {"title": tr("Qui a eu les salles"), "note": "", "rows": stays}
    if hands:
        yield {"title": record.hands[0].what, "note": "", "rows": hands}


def _agenda(record: Record) -> Iterator[dict[str, Any]]:
    """Who chaired each round, what waited, and among whom they were drawn."""
    rows = [
        {
            "head": tr("Tour {n}", n=a.round),
            "overheard": a.said,
            "title": "",
            "said": " ".join(_around(a)),
            "word": "",
        }
        for a in record.agenda
    ]
    if rows:
        note = tr("À un chantier reporté, on ne promet ni ne donne rien. Le tour compte quand même.")
        yield {"title": tr("Qui présidait, et ce qui a attendu"), "note": note, "rows": rows}


def _around(one: Chaired) -> Iterator[str]:
    """Who had volunteered, what there was time for, and what did not last till it was."""
    if one.volunteers:
        names = listed(list(one.volunteers))
        yield ntr("Se proposait : {names}.", "Se proposaient : {names}.", len(one.volunteers), names=names)
    else:
        yield tr("Personne ne se proposait.")
    yield ntr("Traité : {names}.", "Traités : {names}.", len(one.treated), names=", ".join(one.treated))
    if one.given_up:
        yield ntr(
            "Reporté, puis abandonné : {names}.", "Reportés, puis abandonnés : {names}.",
            len(one.given_up), names=", ".join(one.given_up),
        )  # fmt: skip


def _groups(record: Record) -> Iterator[dict[str, Any]]:
    """How many groups were awake, round by round, with those that were helped, woke or fell asleep; then how
    each stood in the end."""
    rows = [
        {
            "head": tr("Tour {n}", n=a.round) if a.round else tr("Début"),
            "overheard": a.said,
            "title": "",
            "said": " ".join(_notable(record, a.round)),
            "word": "",
        }
        for a in record.awake
    ]
    last = record.awake[-1].round if record.awake else 0
    ends = [tr("{name} : {what}", name=g.title, what=_stands(g)) for g in record.groups if g.round == last]
    if rows:
        now = {
            "head": tr("Où chacun en est"),
            "overheard": " · ".join(ends),
            "title": "",
            "said": "",
            "word": "",
        }
        yield {"title": tr("Combien de groupes en éveil"), "note": "", "rows": [*rows, now]}


def _notable(record: Record, number: int) -> Iterator[str]:
    """What befell groups in a round but for some life lost."""
    before = {g.title: g.life for g in record.groups if g.round == number - 1}
    for g in record.groups:
        if g.round == number and (g.help or (before.get(g.title, g.life) > 0) != (g.life > 0)):
            yield g.said


def _stands(one: Group) -> str:
    if one.life == 0:
        return tr("en sommeil, autonomie {autonomy}", autonomy=one.autonomy)
    return tr("vie {life}, autonomie {autonomy}", life=one.life, autonomy=one.autonomy)


def _works(record: Record) -> Iterator[dict[str, Any]]:
    """The hoardings, round by round, with what became of works and of the ground; then each works, and what
    it all cost."""
    rows = [
        _row(
            tr("Tour {n}", n=one.round),
            " · ".join([one.said, *_taken(record, one.round)]),
            " ".join(one.moved),
        )
        for one in record.hoardings
    ]
    if not record.sites:  # no hoarding ever went up
        return
    yield {"title": tr("Les palissades, tour par tour"), "note": "", "rows": rows}
    each = [_row(one.title, one.ground, _given(one)) for one in record.sites]
    costs = [(whose, ", ".join(_costs(record, whose))) for whose in ("gauge", "person")]
    heads = {"gauge": tr("Ce que la gêne a coûté"), "person": tr("Ce qu’elle a coûté à chacun")}
    each += [_row(heads[whose], words, "") for whose, words in costs if words]
    yield {"title": tr("Ce que les travaux sont devenus"), "note": "", "rows": each}


def _corners(record: Record) -> Iterator[dict[str, Any]]:
    """The strips, round by round, each beside who was there; then what stands, and what joins corners."""
    if not record.corners:
        return
    sat = {(one.round, one.corner): one for one in record.corners}
    rows = []
    for one in record.strips:
        seated = sat.get((one.round, one.corner))
        head = tr("Tour {n} · {what}", n=one.round, what=seated.said if seated else one.corner)
        rows.append(_row(head, _aloud(one), one.said))
    if rows:
        yield {"title": tr("Les bandes, tour par tour"), "note": "", "rows": rows}
    each = [_row(one.said, "", _stood(one)) for one in record.seals]
    each += [_row(one.title, "", _joined(one)) for one in record.bridges]
    if each:
        yield {"title": tr("Ce qui est reconnu, et ce qui relie"), "note": "", "rows": each}


def _aloud(one: Strip) -> str:
    """The words that were written, and those that were read where they differ."""
    parts = [tr("Écrit : « {text} »", text=one.written) if one.written else ""]
    if one.read and one.read != one.written:
        parts.append(tr("Lu : « {text} »", text=one.read))
    return " ".join(part for part in parts if part)


def _stood(one: Seal) -> str:
    if one.stands:
        return tr("Depuis le tour {n}.", n=one.rounds[0])
    return tr("Du tour {n} au tour {last}, puis défait.", n=one.rounds[0], last=one.rounds[-1])


def _joined(one: Bridge) -> str:
    if not one.by:
        return one.said
    return f"{one.said} {tr('Ont donné : {names}.', names=listed(list(one.by)))}"


def _votes(record: Record) -> Iterator[dict[str, Any]]:
    """Who voted, round by round; the count that was held, step by step, then the same ballots otherwise; then
    who said what."""
    if not record.ballot:
        return
    rounds = dict.fromkeys(one.round for one in record.voices)
    came = [
        _row(tr("Tour {n}", n=n) if n else tr("Début"), " · ".join(_voices(record, n)), _fetched(record, n))
        for n in rounds
    ]
    ways = [_row(one.title, one.said, _chosen(one)) for one in record.ballot if one.hands or one.adopted]
    theirs = [one.title for one in record.catalogue if one.submitted]
    if theirs:
        ways.append(_row(tr("Déjà au catalogue"), listed(theirs), tr("Déposées par d’autres.")))
    yield {"title": tr("Comment on compte, et qui vote"), "note": "", "rows": [*ways, *came]}
    steps = [_row(_head(one), _grades(one), _step(one)) for one in record.counts if one.used]
    if steps:
        held = next(one for one in record.outcomes if one.used)
        brought = ", ".join(f"{one.name}\N{NO-BREAK SPACE}{signed(one.points, 1)}" for one in record.brought)
        if brought:
            steps.append(_row(tr("Ce que le vote a rapporté à chacun"), brought, ""))
        yield {"title": tr("Le vote : {what}", what=held.said), "note": held.title, "rows": steps}
    again = [_row(one.title, one.said, _would(record, one)) for one in record.outcomes if not one.used]
    if again:
        yield {
            "title": tr("Les mêmes bulletins, comptés autrement"),
            "note": tr("Aucune façon de compter n’est la bonne : chacune dit qui l’on sert d’abord."),
            "rows": again,
        }


def _chosen(one: Way) -> str:
    if one.drawn:
        return tr("Tiré au sort.")
    hands = ntr("{n} main", "{n} mains", one.hands)
    return tr("{what} : choisi.", what=hands) if one.adopted else tr("{what}.", what=hands)


def _voices(record: Record, number: int) -> Iterator[str]:
    for one in record.voices:
        if one.round == number:
            yield f"{one.public}\N{NO-BREAK SPACE}{one.voices}" + (
                f" ({signed(one.came)})" if one.came else ""
            )


def _fetched(record: Record, number: int) -> str:
    went = [
        tr("{name} : {what}", name=one.public, what=listed(list(one.by)))
        for one in record.voices
        if one.round == number and one.by
    ]
    return tr("Allés les chercher. {what}.", what=" · ".join(went)) if went else ""


def _head(one: Counted) -> str:
    title = tr("{name} : {what}", name=one.idea, what=money(one.price))
    return f"{one.place}. {title}" if one.place else title


def _grades(one: Counted) -> str:
    """The votes, then the voices for each grade that somebody gave."""
    said = [f"{word}\N{NO-BREAK SPACE}{n}" for word, n in zip(grade_words(), one.grades, strict=True) if n]
    return tr("{name} : {what}", name=voices(one.votes), what=", ".join(said))


def _step(one: Counted) -> str:
    liked = (
        tr("Pour : {names}.", names=listed([amid(public) for public in one.publics])) if one.publics else ""
    )
    left = tr("Financé, reste {money}.", money=money(one.left)) if one.place else tr("Pas financé.")
    return " ".join(part for part in (left, liked) if part)


def _would(record: Record, outcome: Outcome) -> str:
    names = [one.idea for one in record.counts if one.method == outcome.method and one.place]
    return tr("Financerait : {names}.", names=listed(names)) if names else ""


def _row(head: str, overheard: str, said: str) -> dict[str, str]:
    return {"head": head, "overheard": overheard, "title": "", "said": said, "word": ""}


def _taken(record: Record, number: int) -> Iterator[str]:
    """The parts of the ground that were no more as they had been."""
    return (one.said for one in record.grounds if one.round == number and one.state != "old")


def _given(one: Site) -> str:
    word = capital(one.word)
    return tr("{word}. Ont donné : {names}.", word=word, names=listed(list(one.by))) if one.by else f"{word}."


def _costs(record: Record, whose: str) -> Iterator[str]:
    for one in record.nuisance:
        if one.whose == whose:
            points = signed(one.points, 0 if one.points == int(one.points) else 1)
            yield f"{one.name}\N{NO-BREAK SPACE}{points}"
