"""What can be printed before a session, and taken home after it: asked for, followed, found."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

from engine.debrief.types import WhatIfResult
from engine.language import ntr, tr, typo
from engine.report.parts import FORMATS
from engine.view.types import View
from game.front.drafts import Form
from game.front.intents import Back, Draft, Make, Resume, ShowFolder
from game.front.making import Account, Job, Kit, Making
from game.front.state import ScenarioCard, Ui
from game.kit import Bar, Button, Column, Element, Grow, Label, Row, Sized
from game.pieces.over import close, sheet
from game.pieces.parts import chip_row, choice_chip
from game.screens.home.setup import begin_of, chosen

_WIDTH = 1300.0


@dataclass(frozen=True, slots=True)
class Printing(Form):
    """How the kit is to be printed."""

    kind: Literal["kit", "all"] = "kit"
    size: Literal["A4", "A3"] = "A4"
    large: bool = False


@dataclass(frozen=True, slots=True)
class Leaving(Form):
    """What becomes of people's words in the record: signed, unsigned, or left out."""

    words: Literal["signed", "unsigned", "none"] = "signed"


_LEFT_OUT = {
    "signed": (),
    "unsigned": ("names",),
    "none": ("missing", "words", "takeaways", "commitments", "followups"),
}


# ---- Before --------------------------------------------------------------------------------------------


def printing(view: View | None, ui: Ui) -> Element:
    """The kit of the session as it is prepared; the argument is that of the page where it is."""
    title = tr("Imprimer le matériel")
    card, _ = chosen(ui)
    if card is None:
        return sheet(title, Label(tr("Ce scénario n’a pas été trouvé."), "lead"), [close()], _WIDTH)
    form = ui.form(Printing)
    job = kit_of(card, ui)
    secret = tr("Les feuilles de rôle tiennent des secrets : ouvrez-les loin du projecteur, pliez-les.")
    contents = (("kit", tr("le matériel de la séance")), ("all", tr("et le jeu de cartes")))
    rows: list[Element] = [
        Label(_for_whom(job), "lead"),
        Label(_held(card, job), "body", "quiet"),
        _choices(tr("Contenu"), form, "kind", contents),
        _choices(tr("Papier"), form, "size", (("A4", "A4"), ("A3", "A3"))),
        _choices(tr("Caractères"), form, "large", ((False, tr("ordinaires")), (True, tr("gros")))),
        Label(secret, "small"),
    ]
    return _asking(ui, title, rows, job, tr("Préparer le PDF"))


def kit_of(card: ScenarioCard, ui: Ui) -> Kit:
    """What the session needs as it is prepared now."""
    begin, form, settings = begin_of(card, ui, False), ui.form(Printing), ui.settings
    held = tuple(entry[0] for entry in card.cast if begin.seats[entry[0]] == "held")
    return Kit(
        card.slug, begin.duration, begin.participants, held, form.kind, form.size, form.large,
        settings.language, settings.plain,
    )  # fmt: skip


def _for_whom(job: Kit) -> str:
    people = ntr("{n} personne", "{n} personnes", job.people)
    tongue = tr("en anglais") if job.language == "en" else tr("en français")
    said = tr("{minutes} min, {people}, {tongue}", minutes=job.duration, people=people, tongue=tongue)
    return tr("{said}, texte facile à lire", said=said) if job.easy else said


def _held(card: ScenarioCard, job: Kit) -> str:
    names = [typo(entry[1]) for entry in card.cast if entry[0] in job.held]
    if not names:
        return tr("Personne ne tient de personnage : il n’y aura pas de feuille de rôle.")
    return ntr(
        "Une feuille de rôle : {names}.",
        "{n} feuilles de rôle : {names}.",
        len(names),
        names=", ".join(names),
    )


# ---- After ---------------------------------------------------------------------------------------------


def recording(view: View | None, ui: Ui) -> Element:
    """The record of a session; the argument is its file. Words are only in that of one at its Bilan."""
    title = tr("Écrire le compte rendu")
    file = Path(ui.argument)
    here = view is not None and ui.file == ui.argument
    listed = next((one for one in ui.resumable if one.path == file), None)
    over = view.phase.kind == "bilan" if here and view is not None else listed is not None and listed.over
    form = ui.form(Leaving)
    job = Account(
        file, _LEFT_OUT[form.words] if over else (), ui.settings.language, ui.settings.plain,
        _computed(ui) if here else None,
    )  # fmt: skip
    forms = ", ".join(name.upper() for name in FORMATS)
    rows: list[Element] = [
        Label(tr("Ce qui s’est passé, promis, décidé, et dit."), "lead"),
        Label(tr("Formats : {forms}.", forms=forms), "small"),
    ]
    if listed is not None and not here:
        rows.insert(0, Label(typo(listed.title), "subheading"))
        if listed.damage:
            rows.append(Label(listed.damage, "small", "broken"))
    again: list[Element] = []
    if over:
        rows += _words(form, here)
        if listed is not None and not here:
            again = [Button(tr("Reprendre, et relire"), "record-resume", Resume(file))]
    else:
        rows.append(Label(tr("La séance n’est pas au Bilan : ses paroles n’y seront pas."), "strong"))
    word = tr("Les paroles sont relues : écrire") if over and form.words != "none" else tr("Écrire")
    return _asking(ui, title, rows, job, word, again)


def _computed(ui: Ui) -> WhatIfResult | None:
    """What was computed last at this Bilan, once it is whole."""
    last = ui.what_if if isinstance(ui.what_if, WhatIfResult) else None
    return last if last is not None and last.done >= last.total else None


def _words(form: Leaving, here: bool) -> list[Element]:
    """What becomes of the words, which are read through before anything is written."""
    told = tr("Relisez d’abord les paroles à voix haute : chacun peut corriger ou retirer les siennes.")
    if not here:
        told = tr(
            "Les paroles ont-elles été relues ? Sinon, reprenez la séance : page « Paroles », au Bilan."
        )
    choices = (
        ("signed", tr("signées, si l’auteur le veut")),
        ("unsigned", tr("sans aucun nom")),
        ("none", tr("laissées de côté")),
    )
    return [Label(told, "body"), _choices(tr("Les paroles"), form, "words", choices)]


# ---- Both ----------------------------------------------------------------------------------------------


def _choices(title: str, form: Form, field: str, choices: Sequence[tuple[object, str]]) -> Element:
    """What one field of a form may be."""
    now = getattr(form, field)

    def chosen(value: Any) -> Draft:
        return Draft(replace(form, **{field: value}))

    chips: list[Element] = [
        choice_chip(word, f"{field}-{value}", chosen(value), value == now) for value, word in choices
    ]
    return Row([Sized(Label(title, "strong"), 260.0), Grow(chip_row(chips))], "m")


def _asking(
    ui: Ui, title: str, rows: list[Element], job: Job, word: str, others: Sequence[Element] = ()
) -> Element:
    """What is asked; once it is being made, how far it has come, and then where it is."""
    now = ui.making if ui.making is not None and ui.making.job == job else None
    if now is None:
        start = Button(word, "make", Make(job), "primary")
        return sheet(
            title, Column(rows, "m"), [start, *others, Button(tr("Fermer"), "close", Back())], _WIDTH
        )
    if now.folder is not None:
        return _done(title, now, now.folder, job)
    if now.failed:
        again = Button(tr("Recommencer"), "make", Make(job), "primary")
        return sheet(
            title, Label(now.said, "lead", "broken"), [again, Button(tr("Fermer"), "close", Back())], _WIDTH
        )
    told = tr("Cela se fait pendant que vous continuez : vous pouvez fermer cette page.")
    bar = Bar(now.done / now.total, "kept", height=28.0)
    return sheet(title, Column([Label(now.said, "lead"), bar, Label(told, "small")], "m"), [close()], _WIDTH)


def _done(title: str, now: Making, folder: Path, job: Job) -> Element:
    rows: list[Element] = [
        Label(now.said, "lead"),
        Label(tr("Dans le dossier :"), "label"),
        Label(str(folder), "body", "ink"),
    ]
    buttons: list[Element] = [
        close(),
        Button(tr("Ouvrir le dossier"), "folder", ShowFolder(folder)),
        Button(tr("Refaire"), "make-again", Make(job)),
    ]
    return sheet(title, Column(rows, "m"), buttons, _WIDTH)
