"""A vote without a computer, in words: how ballots are counted by hand, what the rules of the table-top game
say of ideas, of publics and of ballots."""

from collections.abc import Iterator
from typing import Any, Final

from engine.content.model import Ballot, ProjectCard, Public
from engine.fixed import to_float
from engine.language import signed, tr
from engine.paper.groups import unbroken
from engine.paper.wanted import Wanted
from engine.rules.board import build
from engine.telling import ballot as telling
from engine.telling import people
from engine.telling.gauges import indicator_title
from engine.telling.projects import title as name
from engine.telling.vocabulary import grade_words, listed

SIGNS: Final = ("++", "+", "=", "\u2212", "\u00d7")
"""What stands for each grade, the best first, where there is no room for its word."""
NEAR: Final = 10
"""Euros that purses may lack for having been rounded: one counts again without."""
_LEAST: Final = 0.05
"""What is felt by fewer points is nothing, on paper."""


def ideas(wanted: Wanted) -> tuple[ProjectCard, ...]:
    """What has to be voted, in the order of the scenario."""
    there = wanted.scenario.ballot is not None
    return tuple(card for card in wanted.scenario.projects if there and card.price is not None)


def already(wanted: Wanted) -> str:
    """The ideas that others have submitted, in a line; "" where there are none."""
    scenario = wanted.scenario
    names = [tr("« {project} »", project=name(scenario, wanted.reader, id_)) for id_ in scenario.submitted]
    return tr("Déjà au catalogue, déposées par d’autres : {names}.", names=listed(names)) if names else ""


def title(wanted: Wanted) -> str:
    """What is voted; "" where nothing is."""
    written = wanted.scenario.ballot
    return wanted.reader.read(written.title) if written is not None else ""


def legend() -> str:
    """The signs of grades, with their words: those that count as votes first."""
    told = [f"{sign}\u00a0{word}" for sign, word in zip(SIGNS, grade_words(), strict=True)]
    return tr("{signs}. Les deux premiers sont des voix pour l’idée.", signs=" · ".join(told))


# ---- Ways of counting -------------------------------------------------------------------------------------


def methods(wanted: Wanted, written: Ballot) -> list[dict[str, Any]]:
    """A page for each way of counting: what it is, how to do it by hand, the same small vote counted so."""
    return [
        {
            "id": method,
            "title": telling.method_title(method),
            "told": telling.method_told(method, wanted.reader.easy),
            "how": tr("À la main"),
            "steps": list(_STEPS[method]()),
            "example": tr(
                "Un exemple : {money}, {voices}",
                money=telling.money(MONEY), voices=telling.voices(sum(VOTERS)),
            ),
            **_EXAMPLE[method](),
        }
        for method in dict.fromkeys(written.methods)
    ]  # fmt: skip


def _approval() -> Iterator[str]:
    yield tr("Pour chaque idée, additionnez les voix qui la disent « bien » ou « très bien ».")
    yield tr(
        "Financez celle qui en a le plus, puis la suivante, et ainsi de suite. Trop chère pour ce qui "
        "reste ? Passez à la suivante."
    )
    yield tr(
        "À égalité, la moins chère d’abord, puis la première sur la feuille. Une idée sans aucune voix n’est "
        "jamais financée."
    )


def _judgement() -> Iterator[str]:
    yield tr("Pour chaque idée, comptez les voix de chaque mention, la meilleure d’abord.")
    yield tr(
        "Trouvez la voix du milieu : la moitié de toutes les voix, arrondie en dessous, plus une. La "
        "mention où vous tombez en comptant jusque-là est celle de l’idée."
    )
    yield tr(
        "Même mention ? Comptez les voix meilleures et les voix pires que cette mention. Plus de "
        "meilleures : écrivez + et leur nombre ; sinon, − et le nombre des pires. Un + passe avant un −, "
        "un grand + avant un petit, un petit − avant un grand."
    )
    yield tr(
        "Encore égales ? Ôtez à chacune une voix de cette mention, et reprenez à l’étape 2. Toujours ? La "
        "moins chère, puis la première sur la feuille."
    )
    yield tr(
        "Financez dans cet ordre, la meilleure mention d’abord. Trop chère pour ce qui reste ? Passez à la "
        "suivante. Jamais une idée « à rejeter », ni une idée sans aucune voix « bien » ou « très bien »."
    )


def _shares() -> Iterator[str]:
    yield tr(
        "Divisez l’argent par toutes les voix, au centime : c’est la bourse de chaque voix. Une ligne par "
        "public et par bulletin : leurs voix paient la même chose."
    )
    yield tr(
        "Une idée peut être payée si les bourses de ses voix (« bien » ou « très bien ») y suffisent ; s’il "
        "manque moins de {n} €, refaites-les sans rien arrondir. Chaque voix paie alors : le prix ÷ ses "
        "voix. Qui n’a pas autant donne tout ; on recommence pour les autres : ce qui manque ÷ les voix qui "
        "restent.",
        n=NEAR,
    )
    yield tr(
        "Son poids : le prix ÷ ce que paie une voix au plus, au centième. Si toutes paient pareil, c’est le "
        "nombre de ses voix."
    )
    yield tr(
        "Financez l’idée qui a le plus grand poids. Cherchez-la par nombre de voix, et arrêtez-vous dès "
        "que la suivante a moins de voix que le meilleur poids trouvé. Deux poids à un centième près ? "
        "Refaites-les sans rien arrondir. À égalité, la moins chère, puis celle qui a le plus de voix, "
        "puis la première sur la feuille."
    )
    yield tr(
        "Ôtez des bourses ce qui est payé, et reprenez à l’étape 2, jusqu’à ce que plus rien ne puisse "
        "être payé."
    )
    yield tr(
        "L’argent qui reste va aux autres idées, comme par « {most} ».", most=telling.method_title("approval")
    )


_STEPS: Final = {"approval": _approval, "majority-judgement": _judgement, "equal-shares": _shares}

MONEY: Final = 100
VOTERS: Final = (22, 18, 10)
PRICES: Final = (50, 45, 24, 20)
GRADES: Final = ((1, 1, 4), (0, 2, 1), (2, 0, 0), (0, 2, 2))
"""The small vote that is counted on the page of each way of counting: thousands of euros, the voices of three
ballots, the price of four ideas, the grade that each ballot gives each idea. Each way funds others."""
FUNDED: Final = {"approval": (0, 1), "majority-judgement": (2, 1, 3), "equal-shares": (0, 2, 3)}
"""What each funds, in order."""


def names() -> tuple[str, ...]:
    """What the four ideas are called."""
    return tr("Les jeux"), tr("Les bancs"), tr("Les lampes"), tr("La fresque")


def _table(heads: list[str], more: list[list[str]], lines: list[str], method: str) -> dict[str, Any]:
    """The small vote as a table, with what one writes there, and what comes of it."""
    voters = [
        tr("{word} : {who}", word=who, who=telling.voices(n)) for who, n in zip("ABC", VOTERS, strict=True)
    ]
    rows = [
        [name, telling.money(price), *(SIGNS[grade] for grade in grades), *cells]
        for name, price, grades, cells in zip(names(), PRICES, GRADES, more, strict=True)
    ]
    order = FUNDED[method]
    spent = telling.money(sum(PRICES[idea] for idea in order))
    funded = tr(
        "Financées : {ideas} ; {money}.", ideas=listed([names()[idea] for idea in order]), money=spent
    )
    return {
        "heads": [tr("Idée"), tr("Prix"), *voters, *heads],
        "rows": rows,
        "lines": [_bound(line) for line in (*lines, funded)],
        "blocks": [{"title": names()[idea], "price": PRICES[idea]} for idea in order],
        "money": MONEY,
    }


def _bound(sum_: str) -> str:
    """A sum whose signs stay beside their numbers."""
    return sum_.replace(" ÷ ", "\u00a0÷\u00a0").replace(" × ", "\u00a0×\u00a0")


def _approval_counted() -> dict[str, Any]:
    return _table(
        [tr("Voix pour")],
        [["22 + 18 = 40"], ["22 + 10 = 32"], ["18 + 10 = 28"], ["22"]],
        [tr("Les jeux, puis les bancs : il reste 5 000 €. Rien d’autre n’y tient.")],
        "approval",
    )


def _judgement_counted() -> dict[str, Any]:
    good, very, fair = grade_words()[1], grade_words()[0], grade_words()[2]
    return _table(
        [tr("Au milieu"), tr("Départage")],
        [[good, "\u221210"], [good, "+22"], [very, ""], [fair, ""]],
        [
            tr("50 voix : la moitié est 25, la voix du milieu est la 26e."),
            tr(
                "Les lampes : 28 « très bien », la 26e en est. Les bancs : 22 « très bien », puis 10 « "
                "bien » : la 26e est « bien » ; 22 meilleures, 18 pires : +22. Les jeux : 40 « bien » ; 0 "
                "meilleure, 10 pires : −10."
            ),
            tr("Les lampes, puis les bancs : il reste 31 000 €. Les jeux n’y tiennent pas ; la fresque, si."),
        ],
        "majority-judgement",
    )  # fmt: skip


def _shares_counted() -> dict[str, Any]:
    return _table(
        [tr("Ses voix")],
        [["A, B : 40"], ["A, C : 32"], ["B, C : 28"], ["A : 22"]],
        [
            tr("100 000 € ÷ 50 : chaque voix a 2 000 €."),
            tr(
                "Les jeux : 50 000 ÷ 40 = 1 250 € par voix ; poids 40. Les bancs n’ont que 32 voix : on "
                "s’arrête. Il reste à A et B 750 € par voix, à C 2 000 €."
            ),
            tr(
                "Les bancs : 22 × 750 + 10 × 2 000 = 36 500 €, pas assez. Les lampes : 24 000 ÷ 28 = 857 "
                "€, B n’a que 750 : il donne tout, 13 500 €. C paie 10 500 ÷ 10 = 1 050 € ; poids 24 000 ÷ "
                "1 050 = 22,86. La fresque n’a que 22 voix : on s’arrête. Il reste à A 750 €, à B rien, à "
                "C 950 €."
            ),
            tr(
                "Plus rien ne peut être payé. Il reste 26 000 € : les bancs n’y tiennent pas ; la fresque, "
                "si."
            ),
        ],
        "equal-shares",
    )


_EXAMPLE: Final = {
    "approval": _approval_counted, "majority-judgement": _judgement_counted, "equal-shares": _shares_counted,
}  # fmt: skip


# ---- The rules --------------------------------------------------------------------------------------------


def _gate(wanted: Wanted) -> str:
    return indicator_title(wanted.scenario, wanted.reader, wanted.scenario.gate)


def rules(wanted: Wanted) -> Iterator[str]:
    """What an idea is, how publics are fetched, what cards do to how many vote."""
    written = wanted.scenario.ballot
    if written is None:
        return
    yield tr(
        "Une carte qui a un prix est une idée. Ses jetons réunis, elle est recevable : faites ce que dit « "
        "Recevable », et cochez-la sur la feuille de dépouillement. Elle ne revient plus. « Financée » ne "
        "se fait qu’au dernier tour, si le vote la finance."
    )
    if written.submitted:
        yield tr(
            "Les idées « Déjà au catalogue » sont recevables depuis le début : d’autres les ont déposées. On "
            "n’y pose pas de jetons, et on les vote comme les autres."
        )
    if written.fetched:
        yield tr(
            "Aller chercher un public : un temps, posé sur son rond. À la révélation, ses voix augmentent "
            "de ce que dit sa carte, et « {gate} » aussi. Une fois par tour et par public, tant qu’il "
            "reste des ronds. C’est un chantier comme un autre : on peut le promettre ; il n’est jamais "
            "abandonné.",
            gate=_gate(wanted),
        )
    yield tr(
        "Une carte dit « +3 voix » à un public ? Ajoutez-les à ses voix, ou ôtez-les ; jamais moins de "
        "zéro. Ses ronds ne changent pas."
    )


def set_up(wanted: Wanted) -> Iterator[str]:
    """The room chooses how votes will be counted, before a card is turned over."""
    if wanted.scenario.ballot is None:
        return
    yield tr(
        "Avant de retourner une carte : lisez à voix haute les façons de compter, affichez-les, puis "
        "choisissez à mains levées. Égalité : revotez, puis tirez au sort. On ne la change plus."
    )
    if wanted.scenario.submitted:
        yield tr(
            "Posez les cartes « Déjà au catalogue » à côté du tableau des publics, face visible ; elles ne "
            "sont pas de la pioche."
        )
    if wanted.scenario.ballot.fetched:
        yield tr("Posez les cartes « Aller chercher » à côté du tableau des publics, face visible.")


def no_forecast(wanted: Wanted) -> Iterator[str]:
    """That the last round votes instead of forecasting."""
    if wanted.scenario.ballot is not None:
        yield tr("Sauf au dernier tour, où l’on vote.")


def ballot(wanted: Wanted) -> Iterator[str]:
    """The phase in which ballots are marked."""
    written = wanted.scenario.ballot
    if written is None:
        return
    yield tr(
        "Au dernier tour seulement, les choix faits. Dites quelles idées sont recevables, avec celles que "
        "les jetons de ce tour achèvent. En secret, chaque personnage donne une mention à chacune, et plie "
        ": son bulletin pèse {n} voix. Rien de coché : passable. Sans bulletin : il s’abstient.",
        n=written.people,
    )


def reshuffled(wanted: Wanted) -> Iterator[str]:
    """What never comes back to the deck."""
    if wanted.scenario.ballot is not None:
        yield tr("Une idée recevable ne revient pas.")


def counted(wanted: Wanted) -> Iterator[str]:
    """The vote, where gauges are about to move."""
    if wanted.scenario.ballot is not None:
        yield tr(
            "Au dernier tour, comptez les bulletins par la façon choisie (sa page le dit) : d’abord les "
            "voix de chaque public, avec qui vient d’arriver, puis les bulletins. Posez les idées "
            "financées sur la règle, dans l’ordre. Une ligne « voix » d’un chantier fini à ce tour vient "
            "trop tard."
        )


def moved(wanted: Wanted) -> Iterator[str]:
    """What moves the gauges besides what is complete."""
    if wanted.scenario.ballot is not None:
        yield tr("Au dernier tour, de même, « Financée » de chaque idée financée.")


def felt(wanted: Wanted) -> Iterator[str]:
    """What each gains by what is funded."""
    if wanted.scenario.ballot is not None:
        yield tr(
            "De même pour ce que dit « Financée » d’une idée financée. Ce que cela fait à chacun est au "
            "carnet.",
        )


def before(wanted: Wanted) -> Iterator[str]:
    """What to make ready."""
    written = wanted.scenario.ballot
    if written is not None:
        yield tr(
            "« {title} » : affichez les façons de compter et le tableau des publics ; coupez les "
            "bulletins, et les bandes à poser sur la règle.",
            title=title(wanted),
        )


# ---- For whoever leads ------------------------------------------------------------------------------------


def rows(wanted: Wanted) -> list[dict[str, str]]:
    """On the sheet that is filled in: ideas and voices."""
    written = wanted.scenario.ballot
    if written is None:
        return []
    return [
        {"title": tr("Idées recevables, en tout"), "start": str(len(written.submitted))},
        {
            "title": tr("Voix des publics, en tout"),
            "start": str(sum(public.voices for public in written.publics)),
        },
    ]


def each_feels(wanted: Wanted) -> Iterator[tuple[str, str]]:
    """What each idea brings each once it is funded, if the common good rose: gauges and by name."""
    seats = {member.character: "held" for member in wanted.scenario.cast}
    board = build(wanted.scenario, wanted.duration, seats)  # type: ignore[arg-type]
    projects = [card.id for card in wanted.scenario.projects]
    for card in ideas(wanted):
        points = board.felt_voted[:, projects.index(card.id)].tolist()
        told = " · ".join(
            f"{people.short(wanted.scenario, member.character)}\u00a0{_signed(round(to_float(by), 1))}"
            for member, by in zip(wanted.scenario.cast, points, strict=True)
            if abs(to_float(by)) >= _LEAST
        )
        yield wanted.reader.read(card.title), told or tr("rien")


def leading(wanted: Wanted) -> Iterator[tuple[str, str]]:
    """How whoever leads holds the choice of a method, and the count."""
    if wanted.scenario.ballot is None:
        return
    yield (
        tr("Choisir comment on comptera"),
        tr(
            "Ne dites jamais laquelle est la bonne : aucune ne l’est. Personne n’a encore vu une idée ; "
            "c’est ce qui rend le choix honnête."
        ),
    )
    yield (
        tr("Dépouiller"),
        tr(
            "Ouvrez les bulletins un à un, lisez-les sans nom, écrivez les mentions sur la feuille. Une "
            "autre personne refait chaque somme."
        ),
    )
    yield (
        tr("Au bilan"),
        tr(
            "Recomptez les mêmes bulletins par les autres façons, et posez les bandes sur leur règle. "
            "Demandez : avec l’autre, vous auriez perdu ; est-elle moins juste ?"
        ),
    )


def _signed(points: float) -> str:
    return signed(points, 0 if points == int(points) else 1)


def fetched_told(wanted: Wanted, public: Public) -> str:
    """What coming for them does, on the card of fetching them."""
    more = tr("+{n} voix", n=min(public.fetched, public.others))
    if not public.brings:
        return more
    return unbroken(f"{more} · {_gate(wanted)} {signed(public.brings)}")


def share(wanted: Wanted, written: Ballot) -> str:
    """What a purse is, on the sheet of purses."""
    return tr(
        "Argent ÷ toutes les voix : {money} ÷ ……… = ……… € par voix. Une colonne par idée financée : ce que "
        "paie chaque voix, et ce qui lui reste.",
        money=telling.money(written.money),
    )
