"""Groups in samples: nine tables, some awake, one that holds by itself, one that falls asleep next, three that
people may go and help.
"""

# ruff: noqa: E501 - each sample text stands on one line, beside its English

from dataclasses import replace

from engine.view.types import (
    Change,
    GroupMove,
    GroupsView,
    GroupTouch,
    GroupView,
    Legal,
    ProjectView,
    PromiseView,
    TokenCount,
    View,
)
from tests.game import samples
from tests.game.samples import t

_LIVES = ((4, 3), (1, 2), (3, 1), (2, 2), (0, 0), (0, 1), (1, 4), (0, 3), (0, 0))
"""Life and autonomy of each."""
_HELPED = (1, 3, 4)
"""Which of them people may go and help."""


def _names(worst: bool) -> tuple[tuple[str, str], ...]:
    """(title, where it is in a sentence) of each."""
    if worst:
        return (
            (t("Les Tilleuls-Saint-Aubrin", "Limes of Saint-Aubrin"), t("aux Tilleuls-Saint-Aubrin", "at the Limes of Saint-Aubrin")),
            (t("La Halle aux Grains", "The Old Corn Exchange"), t("à la Halle aux Grains", "at the Old Corn Exchange")),
            (t("Les Corderies royales", "The Royal Ropeworks"), t("aux Corderies royales", "at the Royal Ropeworks")),
            (t("Le Vieux-Bassin du Port", "The Old Harbour Basin"), t("au Vieux-Bassin du Port", "at the Old Harbour Basin")),
            (t("Les Quatre-Vents d’en haut", "Upper Four Winds"), t("aux Quatre-Vents d’en haut", "at Upper Four Winds")),
            (t("Le Clos-Marin", "The Sea Close"), t("au Clos-Marin", "at the Sea Close")),
            (t("La Sablière du Moulin", "The Mill Sandpit"), t("à la Sablière du Moulin", "at the Mill Sandpit")),
            (t("Le Haut-Pré", "The High Meadow"), t("au Haut-Pré", "at the High Meadow")),
            (t("Les Écluses de Kervalan", "Locks of Kervalan"), t("aux Écluses de Kervalan", "at the Locks of Kervalan")),
        )  # fmt: skip
    return (
        (t("Les Tilleuls", "The Limes"), t("aux Tilleuls", "at the Limes")),
        (t("La Halle", "The Market"), t("à la Halle", "at the Market")),
        (t("Les Corderies", "The Ropeworks"), t("aux Corderies", "at the Ropeworks")),
        (t("Le Vieux-Bassin", "The Old Basin"), t("au Vieux-Bassin", "at the Old Basin")),
        (t("Les Quatre-Vents", "Four Winds"), t("aux Quatre-Vents", "at Four Winds")),
        (t("Le Clos-Marin", "The Sea Close"), t("au Clos-Marin", "at the Sea Close")),
        (t("La Sablière", "The Sandpit"), t("à la Sablière", "at the Sandpit")),
        (t("Le Haut-Pré", "The High Meadow"), t("au Haut-Pré", "at the High Meadow")),
        (t("Les Écluses", "The Locks"), t("aux Écluses", "at the Locks")),
    )


def _id(i: int) -> str:
    return f"groupe-{i}"


def in_groups(view: View, case: samples.Case = "usual", asked: bool = False, over: bool = False) -> View:
    """The same moment where there are groups. `asked`: somebody has promised to come to the first that may be
    helped, and its member to ask for it; `over`: nothing is on the table any more."""
    names = _names(case == "worst")[: 3 if case == "few" else 9]
    members = {0: view.characters[2].id, 1: view.characters[0].id}
    members = {i: who for i, who in members.items() if i < len(names)}
    groups = tuple(
        GroupView(
            _id(i), title, at, *_LIVES[i], _LIVES[i][0] > 0, _LIVES[i][1] >= 3, members.get(i, ""),
            f"helping-{_id(i)}" if i in _HELPED and not over else "", _said(title, *_LIVES[i]),
        )
        for i, (title, at) in enumerate(names)
    )  # fmt: skip
    awake = sum(group.awake for group in groups)
    autonomy = sum(group.autonomy for group in groups if group.awake)
    history = tuple((awake - i % 3, autonomy - 2 * i) for i in range(view.phase.round + over, -1, -1))
    noun = t("conseils citoyens", "citizens’ councils") if case == "worst" else t("conseils", "councils")
    count = t("{n} {noun} sur {all}", "{n} of {all} {noun}").format(n=awake, noun=noun, all=len(groups))
    worth = t("Autonomie : {n} × 3 = {all}", "Autonomy: {n} × 3 = {all}").format(n=autonomy, all=autonomy * 3)
    there = GroupsView(
        t("Les neuf conseils", "The nine councils"), noun, groups, awake, autonomy, count, worth, -6, history
    )
    if over:
        return replace(view, groups=there)
    helping = tuple(_helping(group, view) for group in groups if group.card)
    projects = tuple(_touching(project, i, groups) for i, project in enumerate(view.projects))
    view = replace(view, groups=there, projects=(*projects, *helping))
    legal = tuple(_reaching(entry, there, helping) for entry in view.legal)
    view = replace(view, legal=legal)
    return coming(view, groups[1]) if asked else view


def _said(title: str, life: int, autonomy: int) -> str:
    if not life:
        return t("{title} : en sommeil, autonomie {a}", "{title}: asleep, autonomy {a}").format(
            title=title, a=autonomy
        )
    words = t("{title} : vie {l}, autonomie {a}", "{title}: life {l}, autonomy {a}")
    return words.format(title=title, l=life, a=autonomy)


def _helping(group: GroupView, view: View) -> ProjectView:
    title = t("Aller aider {at}", "Go and help {at}").format(at=group.at)
    rule = t(
        "Un temps de quelqu’un : 2 de vie en plus, 1 d’autonomie en moins. Aucun membre n’est autour de la table : personne ne peut demander cette aide.",
        "One time token of somebody: 2 more life, 1 less autonomy. No member is at the table: nobody can ask for this help.",
    )
    if group.member:
        rule = t(
            "Un temps de quelqu’un d’ailleurs : 2 de vie en plus, 1 d’autonomie en moins. Si {name} l’a demandé, d’un appui, l’autonomie reste.",
            "One time token of somebody from elsewhere: 2 more life, 1 less autonomy. If {name} asked for it, with one backing, autonomy stays.",
        ).format(name=view.character(group.member).short)
    gate = next(gauge for gauge in view.indicators if gauge.gate)
    return ProjectView(
        id=group.card, title=title, short=t("pour aller aider {at}", "to go and help {at}").format(at=group.at),
        text=rule, pictogram="hand", cost=TokenCount(1, 0, 1 if group.member else 0), placed=TokenCount(),
        promised=TokenCount(), changes=(Change(gate.id, gate.title, 6),), rounds_left=2, carte_blanche=False,
        effects=(), rung=t("coproduire", "coproduce"), rung_means="", group=group.id,
    )  # fmt: skip


def _touching(project: ProjectView, i: int, groups: tuple[GroupView, ...]) -> ProjectView:
    """The first moves two of them, the second five alike, the third three, each otherwise."""
    made: tuple[tuple[int, int, int], ...] = ()
    if i == 0:
        made = ((1, 2, -1), (7, 2, -1))
    elif i == 1:
        made = tuple((k, 2, -1) for k in range(4, 9))
    elif i == 2:
        made = ((3, -4, 0), (2, 0, 2), (1, 0, 1))
    made = tuple(one for one in made if one[0] < len(groups))
    touches = tuple(GroupTouch(groups[k].id, groups[k].title, life, autonomy) for k, life, autonomy in made)
    words = t("{title} : vie {l:+} et autonomie {a:+}", "{title}: life {l:+} and autonomy {a:+}")
    said = tuple(words.format(title=one.title, l=one.life, a=one.autonomy) for one in touches)
    return replace(project, touches=touches, effects=(*said, *project.effects))


def _reaching(entry: Legal, groups: GroupsView, helping: tuple[ProjectView, ...]) -> Legal:
    """What the rules say of who may give how much to help."""
    if entry.kind not in ("promise", "place", "ask"):
        return entry
    reach = [
        (f"{who}/{card.id}", TokenCount(0, 0, 1) if groups.group(card.group).member == who else TokenCount(1))
        for card in helping
        for who in (*entry.who, *dict(entry.limits))
    ]
    ids = entry.projects and (*entry.projects, *(card.id for card in helping))
    return replace(entry, reach=(*entry.reach, *reach), projects=ids)


def coming(view: View, group: GroupView) -> View:
    """Somebody promises to go and help a group, and its member to ask for it."""
    came = TokenCount(1)
    word = t("pour aller aider {at}", "to go and help {at}").format(at=group.at)
    made = [(view.characters[1].id, came)]
    if group.member:
        made.append((group.member, TokenCount(0, 0, 1)))
    told = tuple(
        PromiseView(f"9.{i}", who, group.card, tokens, word, False, word)
        for i, (who, tokens) in enumerate(made)
    )
    promised = TokenCount(1, 0, 1 if group.member else 0)
    projects = tuple(
        replace(one, promised=promised, if_kept=True) if one.id == group.card else one
        for one in view.projects
    )
    return replace(view, projects=projects, promises=(*view.promises, *told))


def revealed(view: View, case: samples.Case = "usual", quiet: bool = False) -> View:
    """A reveal at which one was helped and woke, one fell asleep, one was helped that had asked, one that had
    not, one asked in vain; `quiet`: they only wore out."""
    assert view.reveal is not None
    names = _names(case == "worst")[: 3 if case == "few" else 9]
    who = view.characters[1].short
    life = t("{l} : vie {a} → {b}.", "{l}: life {a} → {b}.")
    moves: list[GroupMove] = []
    for i, help_, lives, autonomies in (
        (0, "", (4, 3), (1, 1)),
        *(((1, "asked", (1, 2), (2, 2)), (2, "helped", (2, 3), (2, 1)), (3, "vain", (1, 0), (2, 2)),
           (4, "helped", (0, 1), (1, 0)), (5, "", (1, 0), (1, 1))) if not quiet else ()),
    ):  # fmt: skip
        if i >= len(names):
            continue
        title = names[i][0]
        woke, slept = lives[0] == 0 < lives[1], lives[0] > 0 == lives[1]
        said = {
            "helped": t(
                "{title} : aide de {who}, sans l’avoir demandée. ", "{title}: helped by {who}, unasked. "
            ),
            "asked": t(
                "{title} : aide de {who}, qu’il avait demandée. ",
                "{title}: helped by {who}, as it had asked. ",
            ),
            "vain": t(
                "{title} : aide demandée, et personne n’est venu. ",
                "{title}: asked for help, and nobody came. ",
            ),
            "": "",
        }[help_].format(title=title, who=who)
        if woke:
            said += t("{title} se réveille. ", "{title} wakes. ").format(title=title)
        if slept:
            said += t("{title} s’endort. ", "{title} falls asleep. ").format(title=title)
        said += life.format(l=title, a=lives[0], b=lives[1])
        moves.append(GroupMove(_id(i), title, help_, lives, autonomies, woke, slept, said))
    other = view.characters[-1]
    points = t("{name} : −1 (le nombre)", "{name}: −1 (the number)").format(name=other.short)
    counted = () if quiet else ((other.id, -1.0, points),)
    view = in_groups(view, case, over=True)
    return replace(view, reveal=replace(view.reveal, groups=tuple(moves), counted=counted))
