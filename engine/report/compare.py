"""Several records side by side: the tables of one workshop, or the sessions of a season.

One column for each session, in the order in which they were given: the same measures for all, and no ranking.
What people said is there unsigned, or only counted.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from engine.language import ntr, tr
from engine.report.cleaned import clean
from engine.report.record import Record
from engine.report.table import Cell, Column, Table

NOTHING = "–"
"""What stands where a session has no such thing: another scenario's gauge, a round that it did not have."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """`names` are the columns, in order; `notes` what cannot be compared, and what is not finished."""

    language: str
    date: str
    names: tuple[str, ...]
    notes: tuple[str, ...]
    tables: tuple[Table, ...]


Measure = tuple[str, str, Callable[[Record], Cell]]
"""What is measured, what it is, and its value in one record."""


def compared(records: Sequence[tuple[str, Record]]) -> Comparison:
    """Records, each with the name of its file, side by side in the language in use; at least one."""
    names = tuple(f"{n}. {clean(name)}" for n, (name, _) in enumerate(records, 1))
    told = [record for _, record in records]
    tables = (
        _table("sessions", tr("Les séances"), names, told, _session()),
        _table("we", tr("Je → nous"), names, told, _we(told)),
        _table("gauges", tr("Le quartier"), names, told, _gauges(told)),
        _table("promises", tr("Promesses"), names, told, _promises()),
        _table("opinions", tr("Ce qui rassemble, divise"), names, told, _opinions()),
        _table("participation", tr("Participation"), names, told, _participation(told)),
        _table("missing", tr("Qui manquait ?").rstrip(" ?\u202f"), names, told, _missing()),
        _table("commitments", tr("Promis, tenu ?").rstrip(" ?\u202f"), names, told, _commitments()),
    )
    date = max(record.date for record in told)
    return Comparison(told[0].language, date, names, tuple(_notes(names, told)), tables)


def _table(
    id_: str, title: str, names: Sequence[str], told: Sequence[Record], measures: Iterable[Measure]
) -> Table:
    columns = (Column(tr("Mesure")), *map(Column, names), Column(tr("Ce que c’est")))
    rows = tuple((what, *(value(record) for record in told), why) for what, why, value in measures)
    return Table(id_, title, columns, rows)


def _notes(names: Sequence[str], told: Sequence[Record]) -> Iterator[str]:
    yield tr("Les séances sont dans l’ordre où elles ont été données. Rien ici n’est un classement.")
    if len({record.title for record in told}) > 1:
        yield tr(
            "Les scénarios ne sont pas les mêmes : leurs jauges, leurs chantiers et leurs fins ne se "
            "comparent pas. Chaque jauge est sous le nom de son scénario."
        )
    if len({record.duration for record in told}) > 1:
        yield tr(
            "Les durées ne sont pas les mêmes : les nombres de tours et de promesses ne se comparent pas."
        )
    for name, record in zip(names, told, strict=True):
        if not record.over:
            yield tr("{name} : la séance n’est pas finie. Ses paroles n’y sont pas.", name=name)
        if not record.participants:
            yield tr("{name} : personne n’a joué, le jeu a joué seul.", name=name)


def _session() -> Iterator[Measure]:
    yield tr("Scénario"), "", lambda r: r.title
    yield tr("Date"), tr("le jour de la séance"), lambda r: r.date
    yield tr("Durée"), tr("en minutes, ou l’entraînement"), lambda r: _duration(r.duration)
    yield tr("Personnes"), tr("combien, dans la salle"), lambda r: r.participants
    yield tr("Tours joués"), tr("jusqu’à leur révélation"), lambda r: len(r.rounds)
    yield tr("Finie"), tr("« oui » une fois le Bilan atteint"), lambda r: tr("oui") if r.over else tr("non")
    yield tr("Fin"), tr("le titre de la fin de l’histoire"), lambda r: r.ending or NOTHING


def _duration(duration: str) -> str:
    return tr("entraînement") if duration == "training" else tr("{n} min", n=duration)


def _we(told: Sequence[Record]) -> Iterator[Measure]:
    trust = tr("confiance mutuelle des personnages, sur 100")
    yield tr("Confiance au début"), trust, lambda r: _or(r.trust_at_start)
    yield tr("Confiance à la fin"), trust, lambda r: r.rounds[-1].trust if r.rounds else _or(r.trust_at_start)
    share = tr("part des jetons en main donnée à ce qui fait monter le bien commun, en %")
    for n in range(max(len(record.rounds) for record in told)):
        yield tr("Part au commun, tour {n}", n=n + 1), share, lambda r, n=n: _share(r, n)  # type: ignore[misc]
    place = tr("moyenne de 1 (je) à 7 (nous) ; on ne sait pas qui a bougé")
    yield tr("Se placer, au début"), place, lambda r: _mean([(p.step, p.before) for p in r.placings])
    yield tr("Se placer, à la fin"), place, lambda r: _mean([(p.step, p.after) for p in r.placings])


def _or(value: Cell) -> Cell:
    return NOTHING if value is None else value


def _share(record: Record, n: int) -> Cell:
    return _or(record.rounds[n].commons_share) if n < len(record.rounds) else NOTHING


def _mean(counts: Sequence[tuple[int, int]]) -> Cell:
    total = sum(n for _, n in counts)
    return round(sum(step * n for step, n in counts) / total, 1) if total else NOTHING


def _gauges(told: Sequence[Record]) -> Iterator[Measure]:
    """Each scenario's gauges; those of another scenario stand apart, whatever their name."""
    several = len({record.title for record in told}) > 1
    for scenario, title in dict.fromkeys((r.title, g.title) for r in told for g in r.gauges):
        name = tr("{name} : {what}", name=scenario, what=title) if several else title
        for end, when in ((False, tr("au début")), (True, tr("à la fin"))):
            yield (
                tr("{gauge}, {when}", gauge=name, when=when),
                tr("une jauge du scénario"),
                lambda r, at=(scenario, title, end): _gauge(r, *at),  # type: ignore[misc]
            )


def _gauge(record: Record, scenario: str, title: str, end: bool) -> Cell:
    found = (g.end if end else g.start for g in record.gauges if (record.title, g.title) == (scenario, title))
    return next(found, NOTHING)


def _promises() -> Iterator[Measure]:
    yield tr("Promesses faites"), tr("à voix haute"), lambda r: len(r.promises)
    for fact, title, why in (
        ("kept", tr("Tenues"), tr("nombre de promesses tenues")),
        ("part", tr("En partie"), tr("nombre de promesses tenues en partie")),
        ("broken", tr("Non tenues"), tr("nombre de promesses non tenues")),
        ("void", tr("Sans objet"), tr("leur condition n’était pas remplie")),
    ):
        yield title, why, lambda r, fact=fact: _facts(r, fact)  # type: ignore[misc]
    yield tr("Pactes"), tr("scellés entre deux"), lambda r: len(r.pacts)


def _facts(record: Record, fact: str) -> int:
    """Promises of that fact; one whose condition was not met is void, whatever came all the same."""
    facts = ("void", "gift") if fact == "void" else (fact,)
    return sum(promise.fact in facts for promise in record.promises)


def _opinions() -> Iterator[Measure]:
    for stands, title in (
        ("unites", tr("Ce qui rassemble")), ("divides", tr("Ce qui divise")),
        ("leans", tr("Penche, sans accord")), ("few", tr("Trop peu de réponses")),
        ("foresaw", tr("Cru ensemble")),
    ):  # fmt: skip
        count = tr("nombre de questions posées à la salle")
        yield tr("{what}, combien", what=title), count, lambda r, stands=stands: len(_asked(r, stands))  # type: ignore[misc]
        if stands in ("unites", "divides"):
            why = tr("les questions elles-mêmes")
            yield title, why, lambda r, stands=stands: _lines(_asked(r, stands))  # type: ignore[misc]


def _asked(record: Record, stands: str) -> list[str]:
    """What the room was asked, where it stands so, and what it answered."""
    return [tr("{text} ({said})", text=o.text, said=o.said) for o in record.opinions if o.stands == stands]


def _lines(texts: Iterable[str]) -> str:
    return "\n".join(texts) or NOTHING


def _participation(told: Sequence[Record]) -> Iterator[Measure]:
    for n in range(max(len(record.participation) for record in told)):
        for who, title in (("residents", tr("les habitants")), ("others", tr("tous les autres"))):
            yield (
                tr("Tour {n}, {who}", n=n + 1, who=title),
                tr("ce que leurs observateurs ont vu"),
                lambda r, n=n, who=who: _lived(r, n, who),  # type: ignore[misc]
            )

    if any(record.needs for record in told):
        yield (
            tr("Besoins entendus"),
            tr("de ceux qui étaient face cachée dans la ville"),
            lambda r: _needs(r, heard=True),
        )
        yield (
            tr("Besoins jamais entendus"),
            tr("restés face cachée jusqu’à la fin"),
            lambda r: _needs(r, heard=False),
        )
    if any(record.week for record in told):
        yield tr("Chantiers délogés"), tr("une heure prise par un autre"), _put_out
    if any(record.awake for record in told):
        yield tr("Groupes en éveil, au début"), tr("et combien il y en a"), lambda r: _of_all(r, 0)
        yield tr("Groupes en éveil, à la fin"), tr("et combien il y en a"), lambda r: _of_all(r, -1)
        for help_, title in (
            ("asked", tr("Aides demandées, et venues")), ("vain", tr("Aides demandées en vain")),
            ("helped", tr("Aides non demandées")),
        ):  # fmt: skip
            yield title, tr("sur tous les tours"), lambda r, help_=help_: _helped(r, help_)  # type: ignore[misc]

    if any(record.grounds for record in told):
        all_ = tr("sur tous les tours")
        yield tr("Palissades dressées"), all_, lambda r: _sites(r, len(r.sites))
        yield tr("Palissades tombées"), all_, lambda r: _sites(r, sum(bool(one.down) for one in r.sites))
        yield tr("Tours sans avancer"), tr("un par palissade qui attend"), lambda r: _sites(r, _stalled(r))
        yield (
            tr("Ce que la gêne a coûté au bien commun"),
            tr("toutes les palissades, sur tous les tours"),
            lambda r: _sites(r, _cost(r)),
        )

    if any(record.corners for record in told):
        yield from _corners()
    if any(record.agenda for record in told):
        yield from _agenda()
    if any(record.ballot for record in told):
        yield from _votes(told)


def _corners() -> Iterator[Measure]:
    """What was read from corner to corner, and what came of it."""
    all_ = tr("sur tous les tours")
    for verdict, title in (
        ("yes", tr("Bandes reconnues")), ("partly", tr("Bandes reconnues en partie")),
        ("no", tr("Bandes désavouées")),
    ):  # fmt: skip
        yield title, all_, lambda r, verdict=verdict: _strips(r, verdict)  # type: ignore[misc]
    yield (
        tr("Bandes aux mots changés"),
        tr("lues avec d’autres mots que ceux qui étaient écrits"),
        lambda r: sum(one.arranged for one in r.strips) if r.corners else NOTHING,
    )
    yield (
        tr("Bandes qui tiennent à la fin"),
        tr("reconnues, et que rien n’a défaites"),
        lambda r: sum(one.stands for one in r.seals) if r.corners else NOTHING,
    )
    yield (
        tr("Ponts finis"),
        tr("des chantiers entre deux coins"),
        lambda r: sum(one.built > 0 for one in r.bridges) if r.corners else NOTHING,
    )


def _agenda() -> Iterator[Measure]:
    """Who chaired, and what became of what waited."""
    yield tr("Tours présidés par des gens"), tr("les autres, par le jeu"), _chaired_by_people
    yield (
        tr("Personnages qui ont présidé"),
        tr("combien, tirés au sort tour par tour"),
        lambda r: len({one.chair for one in r.agenda}) if r.agenda else NOTHING,
    )
    yield (
        tr("Tours où personne ne s’est proposé"),
        tr("le sort a désigné parmi tous"),
        lambda r: sum(not one.volunteers for one in r.agenda) if r.agenda else NOTHING,
    )
    yield tr("Chantiers reportés plus d’une fois"), tr("sur tous les tours"), _put_off_again
    yield (
        tr("Reportés, puis abandonnés"),
        tr("leur temps a passé pendant qu’ils attendaient"),
        lambda r: sum(len(one.given_up) for one in r.agenda) if r.agenda else NOTHING,
    )


def _chaired_by_people(record: Record) -> Cell:
    if not record.agenda:
        return NOTHING
    held = sum(one.played_by == "people" for one in record.agenda)
    return tr("{n} sur {all}", n=held, all=len(record.agenda))


def _put_off_again(record: Record) -> Cell:
    if not record.agenda:
        return NOTHING
    counts = Counter(title for one in record.agenda for title in one.put_off)
    return sum(n > 1 for n in counts.values())


def _votes(told: Sequence[Record]) -> Iterator[Measure]:
    """How votes were counted, what came of it, and of the same ballots counted otherwise."""
    yield tr("Façon de compter"), tr("choisie avant de connaître les idées"), _adopted
    yield tr("Idées recevables"), tr("ce qui pouvait être voté"), lambda r: _if_voted(r, len(r.catalogue))
    yield (
        tr("Voix venues"),
        tr("celles que quelqu’un est allé chercher, sur tous les tours"),
        lambda r: _if_voted(r, sum(one.came for one in r.voices if one.by)),
    )
    yield tr("Financé"), tr("ce que le vote a donné"), lambda r: _outcome(r, None)
    for method, title in dict.fromkeys((one.method, one.title) for r in told for one in r.outcomes):
        what = tr("Compté ainsi : {method}", method=title)
        why = tr("les mêmes bulletins, de chaque façon")
        yield what, why, lambda r, method=method: _outcome(r, method)  # type: ignore[misc]


def _if_voted(record: Record, count: Cell) -> Cell:
    return count if record.ballot else NOTHING


def _adopted(record: Record) -> Cell:
    way = next((way for way in record.ballot if way.adopted), None)
    if way is None:
        return NOTHING
    return tr("{what}, par le sort", what=way.title) if way.drawn else way.title


def _outcome(record: Record, method: str | None) -> Cell:
    """What a count came to: the one held where no method is named."""
    held = (one.said for one in record.outcomes if (one.used if method is None else one.method == method))
    return next(held, NOTHING)


def _strips(record: Record, verdict: str) -> Cell:
    if not record.corners:
        return NOTHING
    return sum(one.verdict == verdict for one in record.strips)


def _sites(record: Record, count: Cell) -> Cell:
    return count if record.grounds else NOTHING


def _stalled(record: Record) -> int:
    return sum(len(one.stalled) for one in record.sites)


def _cost(record: Record) -> Cell:
    """Points that hoardings took from the gauge of the common good."""
    gates = {gauge.title for gauge in record.gauges if gauge.common_good}
    return int(sum(one.points for one in record.nuisance if one.whose == "gauge" and one.name in gates))


def _of_all(record: Record, place: int) -> Cell:
    if not record.awake:
        return NOTHING
    one = record.awake[place]
    return tr("{n} sur {all}", n=one.awake, all=one.all)


def _helped(record: Record, help_: str) -> Cell:
    return sum(one.help == help_ for one in record.groups) if record.groups else NOTHING


def _put_out(record: Record) -> Cell:
    return sum(bool(one.until) for one in record.week) if record.week else NOTHING


def _needs(record: Record, heard: bool) -> Cell:
    return sum(bool(one.round) is heard for one in record.needs) if record.needs else NOTHING


def _lived(record: Record, n: int, who: str) -> Cell:
    if n >= len(record.participation):
        return NOTHING
    rung, seen = (getattr(record.participation[n], name) for name in (who, f"{who}_observers"))
    return ntr("{rung} ({n} observation)", "{rung} ({n} observations)", seen, rung=rung) if rung else NOTHING


def _missing() -> Iterator[Measure]:
    yield tr("Combien de fois"), tr("paroles notées, après relecture"), lambda r: len(r.missing)
    yield tr("Qui"), tr("mot pour mot, sans nom d’auteur"), lambda r: _lines(s.text for s in r.missing)


def _commitments() -> Iterator[Measure]:
    yield tr("« Je m’engage à »"), tr("combien, à la fin de la séance"), lambda r: len(r.commitments)
    why = tr("ce qu’en disent les personnes, plus tard ; un non n’est pas un verdict")
    for became, title in (
        ("kept", tr("c’est tenu")), ("going", tr("c’est en route")), ("not-kept", tr("pas cette fois")),
        (None, tr("à demander")),
    ):  # fmt: skip
        yield title, why, lambda r, became=became: _became(r, became)  # type: ignore[misc]


def _became(record: Record, became: str | None) -> int:
    if not record.followups:
        return len(record.commitments) if became is None else 0
    return sum(one.became == became for one in record.followups)
