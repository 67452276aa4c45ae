"""Real views bent as bad as texts and numbers can get, or as few: nothing in them is made up from nothing.

`worst`: twelve people, four of them with the longest names, who hold and promise and are wordy; long titles;
forty who answer. `few`: three people who promise nothing. Names change everywhere that they are told.
"""

# ruff: noqa: E501 - each text stands on one line, beside its English

import re
from dataclasses import fields, is_dataclass, replace
from typing import Any, Literal, TypeVar

from engine import language
from engine.view.types import (
    CharacterView,
    Counts,
    DebateView,
    ExerciseView,
    FactView,
    ForecastView,
    HearingView,
    LetterView,
    MapView,
    PlaceWords,
    ProjectOutcome,
    RevealView,
    RoomChoice,
    SituationView,
    TokenCount,
    View,
)

Case = Literal["usual", "worst", "few"]
T = TypeVar("T")
PEOPLE = 40
LONG_NAMES = (
    ("Marie-Antoinette de La Rochefoucauld-Montmorency", "Vice-présidente de l'intercommunalité chargée de la rénovation urbaine", "Vice-chair of the metropolitan authority for urban renewal"),
    ("Jean-Christophe Vandenberghe-Maisonneuve", "Administrateur de la fédération des commerçants", "Board member of the shopkeepers' federation"),
    ("Sevgi Yıldızoğlu-Przybyszewska", "Médiatrice sociale, adulte-relais", "Community mediator"),
    ("Wilhelmina Ÿsebaert-Grünwaldová", "Représentante des copropriétaires de la résidence", "Co-owners' representative of the residence"),
)  # fmt: skip
LONG_TITLES = (
    ("Régie de quartier intercommunale d'insertion par l'activité économique et l'écoconstruction", "Intermunicipal neighbourhood company for work integration and sustainable construction"),
    ("Transformation participative de l'anticonstitutionnellement célèbre passerelle", "Participatory transformation of the uncharacteristically famous footbridge"),
)  # fmt: skip


def _t(fr: str, en: str) -> str:
    return language.typo(fr) if language.current() == "fr" else en


def bent(view: View, case: Case) -> View:
    """The view as it was (`usual`), or bent."""
    with language.using(language.current()):
        return {"usual": lambda v: v, "worst": worst, "few": few}[case](view)


# ---- Few ------------------------------------------------------------------------------------------------


def few(view: View) -> View:
    """Three people around the table, and one forecast of a promise long gone."""
    cast = view.characters[:3]
    ids = {who.id for who in cast}
    debate, shown, choice, places = view.debate, view.reveal, view.choice, view.map
    if debate:
        acts = tuple(act for act in debate.acts if act.who in ids)[:1]
        debate = replace(debate, acts=acts, picked=acts[0] if debate.picked else None)
        if debate.exercise:
            told = tuple((who, text) for who, text in debate.exercise.readings if who in ids)
            debate = replace(debate, exercise=replace(debate.exercise, readings=told))
        debate = replace(debate, first=_answered(debate.first, 3), second=_answered(debate.second, 3))
    if shown:
        facts = tuple(fact for fact in shown.facts if fact.who in ids)
        told = tuple(row for row in shown.in_you if row[0] in ids)
        fell = tuple(one for one in shown.fallen if {one.who, one.other} <= ids)
        shown = replace(
            shown, facts=facts, trust=tuple(t for t in shown.trust if t[0] in ids), in_you=told,
            fallen=fell,
        )  # fmt: skip
    if choice:
        confirmed, waiting = (
            tuple(id for id in some if id in ids) for some in (choice.confirmed, choice.waiting)
        )
        choice = replace(choice, confirmed=confirmed, waiting=waiting)
    if places:
        moves = tuple(move for move in places.moves if move.who in ids)
        places = replace(places, moves=moves, links=tuple(x for x in places.links if {x[0], x[1]} <= ids))
    asks = view.room_choice
    if asks:
        options = (replace(o, favoured=tuple(who for who in o.favoured if who in ids)) for o in asks.options)
        asks = replace(asks, options=tuple(options))
    left = tuple(entry for entry in view.handed_over if entry.who in ids)
    pacts = tuple(pact for pact in view.pacts if {pact.who, pact.other} <= ids)
    mandates = tuple(asked for asked in view.mandates if asked.who in ids)
    stands = view.hearing and replace(
        view.hearing, asker=cast[0].id, heard=cast[1].id, counts=_some(view.hearing.counts, 3)
    )
    forecasts = tuple(
        replace(asked, promise=replace(asked.promise, who=cast[0].id), counts=_some(asked.counts, 3))
        for asked in view.forecasts[:1]
    )
    gone = {who.id for who in view.characters} - ids | {promise.id for promise in view.promises}
    legal = tuple(
        replace(
            e, who=tuple(id for id in e.who if id in ids), ids=tuple(id for id in e.ids if id not in gone)
        )
        for e in view.legal
    )
    return replace(
        view, legal=legal, characters=cast, participants=3, tables=view.tables[:3], promises=(), answers=(), forecasts=forecasts,
        debate=debate, reveal=shown, choice=choice, map=places, room_choice=asks, handed_over=left,
        pacts=pacts, mandates=mandates,
        hearing=stands, may_hear=tuple(pair for pair in view.may_hear if pair[0] in ids),
    )  # fmt: skip


def _some(counts: Counts, people: int) -> Counts:
    """The same answers, from so many people; shares stay."""
    if counts.yes is None or counts.no is None:
        return replace(counts, received=people, expected=people, next_voter=people + 1)
    total = max(counts.received, 1)
    yes, no = counts.yes * people // total, counts.no * people // total
    return replace(counts, received=people, expected=people, yes=yes, no=no, unsure=people - yes - no)


def _answered(counts: Counts | None, people: int) -> Counts | None:
    return counts and _some(counts, people)


# ---- Worst ----------------------------------------------------------------------------------------------


def worst(view: View) -> View:
    """Twelve people with much to say, and long names wherever names are told."""
    view = _retold(view, _longer(view))
    cast = tuple(_heavier(who, i) for i, who in enumerate(_crowd(view)))
    pairs = list(zip(cast[8:], view.characters, strict=False))
    debate, shown, choice, places = view.debate, view.reveal, view.choice, view.map
    view = replace(view, tables=tuple(who.table for who in cast), characters=cast, participants=PEOPLE)
    the = _t("les grandes résidences", "the large council flats")
    view = replace(view, place=PlaceWords(the, the.capitalize(), the[4:].capitalize(), 2))
    if choice:
        choice = replace(choice, waiting=(*choice.waiting, *(new.id for new, _ in pairs)))
    return replace(
        view,
        title=_t("Renouvellement urbain : l'intercommunalité à l'épreuve", "Urban renewal: a metropolitan authority put to the test"),
        indicators=_gauges(view),
        projects=_projects(view),
        promises=_promises(view, pairs),
        forecasts=_forecasts(view),
        situation=view.situation and _wordy(view.situation),
        room_choice=view.room_choice and _many_answers(view.room_choice, cast),
        hearing=view.hearing and _at_length(view.hearing),
        letters=tuple(_late(letter) for letter in view.letters),
        countdowns=tuple(replace(one, title=_t("L'offre de reprise de la foncière", "The property fund's takeover offer")) for one in view.countdowns),
        choice=choice,
        reveal=shown and _revealed(shown, pairs),
        debate=debate and _debated(debate),
        map=places and _placed(places, pairs),
    )  # fmt: skip


def _at_length(hearing: HearingView) -> HearingView:
    """A question and an answer as long as they may be."""
    question = _t(
        "Pourquoi n'avez-vous prévenu personne, à la réunion de mars, que la commission intercommunale avait déjà choisi ?",
        "Why did you tell nobody, at the March meeting, that the metropolitan committee had already made its choice?",
    )
    said = _t(
        "Parce qu'on me l'avait demandé, et que je croyais pouvoir encore l'empêcher. J'ai écrit trois fois, on m'a répondu deux, et la troisième lettre est dans ma poche. Je ne l'ai pas ouverte : tant qu'elle est fermée, je peux encore vous regarder.",
        "Because I was asked to, and I believed that I could still prevent it. I wrote three times, they answered twice, and the third letter is in my pocket. I have not opened it: as long as it is closed, I can still look at you.",
    )
    told = {name: said for name in ("answer", "guideline") if getattr(hearing, name)}
    return replace(hearing, question=question, **told)


def _many_answers(choice: RoomChoice, cast: tuple[CharacterView, ...]) -> RoomChoice:
    """Three answers, wordy, that everybody at the table would take."""
    third = replace(choice.options[-1], id="third", chosen=False, tied=False)
    favoured = tuple(who.id for who in cast)
    title = _t("Demander un arrêté intercommunal", "Ask for a metropolitan by-law")
    text = _t(
        "On attend la commission de mars, et l'on affiche d'ici là les horaires provisoires.",
        "We wait for the March committee, and post provisional hours until then.",
    )
    options = tuple(
        replace(option, title=title, text=text, effects=option.effects * 2, favoured=favoured[i::3])
        for i, option in enumerate((*choice.options[:2], third))
    )
    return replace(choice, options=options)


def _late(letter: LetterView) -> LetterView:
    if not letter.says:
        return letter
    return letter._replace(
        says=_t(
            "La commission de sécurité refuse l'ouverture, et la facture des travaux est partie.",
            "The safety board refuses the opening, and the bill for the works has gone out.",
        )
    )


Pairs = list[tuple[CharacterView, CharacterView]]
"""Who joined the cast, and whom each doubles."""


def _longer(view: View) -> list[tuple[str, str]]:
    """What is said instead of what: names, first names, titles of projects."""
    words = []
    for who, (name, *_) in zip(view.characters, LONG_NAMES, strict=False):
        words += [(who.name, name), (who.short, name.split(" ")[0])]
    for project, title in zip(view.projects, LONG_TITLES, strict=False):
        words.append((project.title, _t(*title)))
    return words


def _retold(thing: T, words: list[tuple[str, str]]) -> T:
    """The same thing, with other words in all its texts."""
    told: Any = thing
    if isinstance(thing, str):
        for before, after in words:
            told = re.sub(rf"(?<!\w){re.escape(before)}(?!\w)", after, told)
    elif is_dataclass(thing) and not isinstance(thing, type):
        told = replace(thing, **{f.name: _retold(getattr(thing, f.name), words) for f in fields(thing)})
    elif isinstance(thing, tuple):
        inside = (_retold(part, words) for part in thing)
        told = type(thing)(*inside) if hasattr(thing, "_fields") else tuple(inside)
    return told  # type: ignore[no-any-return]


def _crowd(view: View) -> tuple[CharacterView, ...]:
    """The cast, and four more: those whose names became long, under other names."""
    roles = [
        replace(who, role=_t(*role)) for who, (_, *role) in zip(view.characters, LONG_NAMES, strict=False)
    ]
    new = []
    for who, name in zip(
        view.characters, ("Fatou Diarra", "Marc Vasseur", "Inès Belkacem", "Youssef Amrani"), strict=False
    ):
        new.append(replace(who, id=f"{who.id}-2", name=name, short=name.split(" ")[0]))
    return (*roles, *view.characters[len(roles) :], *new)  # fmt: skip


def _heavier(who: CharacterView, i: int) -> CharacterView:
    table = _t("Table des locataires du bâtiment Ampère", "Table of the Ampère building's tenants")
    table = f"Table {i + 1}" if i else table
    tokens = (TokenCount(2, 0, 1), TokenCount(0, 3, 0), TokenCount(0, 1, 2), TokenCount(2, 0, 0))[i % 4]
    return replace(who, held=True, table=table, tokens=tokens, influence=i % 5)


def _gauges(view: View) -> tuple[Any, ...]:
    """One more, full, with a long title."""
    *others, gate = view.indicators
    title = _t("Attractivité résidentielle du quartier", "Residential attractiveness of the area")
    kept = None if gate.if_kept is None else 99
    return (*others, replace(others[0], id="housing", title=title, pictogram="home", colour="green", value=100, since_round=12, if_kept=kept), gate)  # fmt: skip


def _projects(view: View) -> tuple[Any, ...]:
    """The dearest with what it lacks in every kind, and one more than there were."""
    if not view.projects:
        return ()
    first, *others = view.projects
    more = [
        *others,
        replace(others[-1], id="one-more", cost=TokenCount(4, 4, 4), promised=TokenCount(3, 4, 4)),
    ]
    placed = TokenCount(2, 3, 1)
    return (replace(first, cost=TokenCount(5, 6, 3), placed=placed, promised=TokenCount(2, 2, 1)), *more)


def _promises(view: View, pairs: Pairs) -> tuple[Any, ...]:
    """Everybody promises, on a condition, and much; somebody twice."""
    if not view.promises:
        return ()
    wordy = max(view.promises, key=lambda promise: len(promise.sentence))
    makers = [*(who.id for who in view.characters), view.characters[2].id]
    return tuple(
        replace(
            wordy, id=f"2.{i + 1}", who=who, tokens=TokenCount(3, 3, 2) if i == 0 else TokenCount(2, 1, 1)
        )
        for i, who in enumerate(makers)
    )


def _forecasts(view: View) -> tuple[ForecastView, ...]:
    """Three questions, of the wordiest promise too, and forty answers."""
    if not view.forecasts or not view.promises:
        return view.forecasts
    wordy = max(view.promises, key=lambda promise: len(promise.sentence))
    third = view.forecasts[0]
    third = replace(third, promise=wordy, counts=replace(third.counts, question="forecast:2.3"))
    return tuple(replace(f, counts=_some(f.counts, PEOPLE)) for f in (*view.forecasts, third))


def _wordy(situation: SituationView) -> SituationView:
    """As long as a situation may be."""
    return replace(
        situation,
        title=_t("La réunion de concertation est fixée un mardi à 14 h, à l'autre bout de l'agglomération", "The consultation meeting is set on a Tuesday at 2 pm, at the other end of town"),
        text=_t("La préfecture annonce une réunion publique sur le relogement, un jour ouvré, à quarante minutes de bus. Les personnes concernées travaillent, gardent leurs enfants ou n'ont plus de voiture depuis la crue. Le compte rendu servira pourtant de base au programme des trois prochaines années.",
                "The prefecture calls a public meeting about rehousing, on a working day, forty minutes away by bus. The people concerned work, look after their children, or lost their car in the flood. The minutes will nonetheless shape the programme of the next three years."),
        voice_name=LONG_NAMES[0][0],
        voice_says=_t("Si on n'y va pas, on dira que nous n'étions pas intéressés ; si on y va, on perd une journée de paie.", "If we do not go, they will say we did not care; if we go, we lose a day's pay."),
        question=_t("Faut-il y aller quand même, envoyer quelqu'un, ou demander publiquement un autre horaire ?", "Should we go anyway, send someone, or publicly ask for another time?"),
        effects=(_t("Droits −2", "Rights −2"), _t("Les chantiers demandent un appui de plus ce tour", "Projects need one more backing this round"), _t("Les habitants ont un temps de moins", "Inhabitants have one time less")),
    )  # fmt: skip


def _revealed(shown: RevealView, pairs: Pairs) -> RevealView:
    """All facts, heavy ones; six projects, two of them closed for good."""
    facts = [*shown.facts]
    facts += [replace(fact, who=new.id) for new, old in pairs for fact in shown.facts if fact.who == old.id]
    heavy = tuple(_heavy(fact) if i % 4 == 1 else fact for i, fact in enumerate(facts))
    first = shown.outcomes[0]
    outcomes: tuple[ProjectOutcome, ...] = (
        replace(first, state="lapsed", sentence=_t("Le délai est passé. Perdu : 2 temps, 1 moyen. Promis, mais pas donné : par Jean-Christophe et Marie-Antoinette.", "Time is over. Lost: 2 time, 1 means. Promised, but not given: by Jean-Christophe and Marie-Antoinette.")),
        *shown.outcomes[1:],
        replace(shown.outcomes[-1], lacking=TokenCount(2, 2, 1)),
    )  # fmt: skip
    return replace(shown, facts=heavy, outcomes=outcomes)


def _heavy(fact: FactView) -> FactView:
    """Much promised; of what was given, some went elsewhere, or came back."""
    if fact.fact in ("kept", "gift"):
        return replace(fact, returned=TokenCount(0, 1, 0))
    return replace(fact, promised=TokenCount(3, 3, 2), elsewhere=TokenCount(2, 1, 1), projects=())


def _debated(debate: DebateView) -> DebateView:
    """The acts told at length, and forty answers to each question."""
    acts = tuple(replace(act, sentence=_t(*_ACT)) for act in debate.acts)
    picked = debate.picked and replace(debate.picked, sentence=_t(*_ACT))
    first, second, statement = (
        _answered(some, PEOPLE) for some in (debate.first, debate.second, debate.statement)
    )
    asked = debate.exercise and _asked(debate.exercise)
    return replace(
        debate, acts=acts, picked=picked, first=first, second=second, statement=statement, exercise=asked
    )


def _asked(exercise: ExerciseView) -> ExerciseView:
    """Sentences on two lines, three rounds of the journal, and readings of the longest."""
    return replace(
        exercise,
        sentences=tuple(replace(said, text=_t(*_CLAIM)) for said in exercise.sentences),
        journal=tuple(_t(*_LOGGED) for _ in range(3)),
        readings=tuple((who, _t(*_READING)) for who, _ in exercise.readings),
    )


_CLAIM = (
    "À la fin du tour, le chantier « Une régie de quartier intercommunale pour l’entretien » quitte la table, sans être terminé.",
    "At the end of the round, the project “An intermunicipal company for the upkeep of the place” leaves the table, not complete.",
)  # fmt: skip
_LOGGED = (
    "Tour 6 : promis 3 temps, 3 moyens et 2 appuis à la régie de quartier intercommunale ; donné 1 temps à l’école du numérique.",
    "Round 6: promised 3 time, 3 means and 2 backing to the intermunicipal company; gave 1 time to the digital school.",
)  # fmt: skip
_READING = (
    "« Une régie de quartier intercommunale pour l’entretien » ferait baisser « Environnement et cadre de vie » : sans ces jetons, je respire. Pour moi : COOP.",
    "“An intermunicipal company for the upkeep of the place” would lower “Environment and surroundings”: without these tokens, I can breathe. To me: COOP.",
)  # fmt: skip
_ACT = (
    "Marie-Antoinette de La Rochefoucauld-Montmorency avait promis trois temps, trois moyens et deux appuis à la régie de quartier intercommunale ; elle en a donné un.",
    "Marie-Antoinette de La Rochefoucauld-Montmorency had promised three time, three means and two backing to the intermunicipal company; she gave one.",
)  # fmt: skip


def _placed(places: MapView, pairs: Pairs) -> MapView:
    """Twelve who move, each tied to each."""
    moves = [replace(move, who=new.id) for new, old in pairs for move in places.moves if move.who == old.id]
    ids = [move.who for move in (*places.moves, *moves)]
    links = tuple(
        (a, b, 0.5 + 0.05 * ((i + j) % 9)) for i, a in enumerate(ids) for j, b in enumerate(ids) if i < j
    )
    return replace(places, moves=(*places.moves, *moves), links=links)
