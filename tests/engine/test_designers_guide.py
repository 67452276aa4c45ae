"""The designer's guide tells the truth: its first scenario is clean, and it names every key."""

import re
import shutil
from pathlib import Path

import pytest
import yaml

from engine.briefing.reading import shipped
from engine.check import status
from engine.content import model
from engine.content.library import load
from engine.effects import EFFECTS
from engine.look import faces, pictograms
from engine.look.things import SETTINGS, THINGS
from engine.outline import OUTLINES
from engine.rules.board import build, names
from engine.rules.counting import APPROVAL, JUDGEMENT, SHARES

GUIDE = Path(__file__).parents[2] / "scenarios"
GUIDES = [GUIDE / "README.md", GUIDE / "README.en.md"]
ANY_BLOCK = re.compile(r"```yaml\n(.*?)```", re.DOTALL)
BLOCK = re.compile(r"```yaml\n# (?:fichier|file): (\S+)\n(.*?)```", re.DOTALL)
WRITTEN = (
    model.Scenario, model.Indicator, model.CharacterCard, model.FaceCard, model.CastMember, model.Belief,
    model.ProjectCard, model.SituationCard, model.Voice, model.DebateCard, model.NoteCard, model.Condition,
    model.Ending, model.Parameters, model.Panel, model.Tokens, model.Act, model.Clock, model.Tick, model.Full,
    model.Later, model.Choose, model.Option, model.Leaving, model.Says, model.Drawing, model.Mandate,
    model.Hearing, model.Heard, model.Rumour, model.Outcome, model.Place, model.Timetable, model.Baton,
    model.Room, model.HalfDay, model.Kept, model.Groups, model.Group, model.Asleep,
    model.Works, model.Softens, model.Sites, model.Ground,
    model.Corners, model.Corner, model.Strips, model.Strip, model.Agenda, model.Ballot, model.Public,
    model.Voted,
)  # fmt: skip


@pytest.fixture(params=GUIDES, ids=lambda path: path.name)
def guide(request: pytest.FixtureRequest) -> str:
    return str(request.param.read_text("utf-8"))


def test_the_first_scenario_of_the_guide_has_no_defect(guide: str, tmp_path: Path) -> None:
    written = BLOCK.findall(guide)
    folder = tmp_path / "ma-place"
    for name, text in written:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    defects = [one for one in status(str(folder)) if one.severity != "advice"]
    assert defects == []
    assert load(folder).scenario is not None


def test_the_guide_names_every_key_that_a_designer_may_write(guide: str) -> None:
    absent = {
        f"{part.__name__}.{field.alias or key}"
        for part in WRITTEN
        for key, field in part.model_fields.items()
        if not re.search(rf"\b{field.alias or key}\b", guide)
    } - {"Scenario.characters"}
    assert absent == set()


def test_the_guides_pacts_and_mandates_make_a_scenario(guide: str, tmp_path: Path) -> None:
    block = next(text for text in re.findall(r"```yaml\n(.*?)```", guide, re.DOTALL) if "pacts: true" in text)
    folder = tmp_path / "au-lendemain-de-la-crue"
    shutil.copytree(GUIDE / "au-lendemain-de-la-crue", folder)
    card = folder / "scenario.yaml"
    without = re.sub(r"^(pacts:.*|mandates:\n(?:  .*\n)+)", "", card.read_text("utf-8"), flags=re.MULTILINE)
    card.write_text(without + block, "utf-8")
    assert [one for one in status(folder) if one.severity == "error" and one.file == str(card)] == []
    scenario = load(folder).scenario
    assert scenario is not None
    assert scenario.pacts
    assert set(scenario.mandates) == {"bailleur-charge-de-secteur", "jeune-du-city-stade"}


def test_the_rumour_of_the_guide_is_one_that_a_situation_may_have(guide: str) -> None:
    block = next(found for found in ANY_BLOCK.findall(guide) if "\nrumour:" in f"\n{found}")
    scenario = load("au-lendemain-de-la-crue").scenario
    assert scenario is not None
    rumour = model.Rumour.model_validate(yaml.safe_load(block)["rumour"])
    assert [key for key, _ in rumour.outcomes()] == ["when_true", "when_false", "believed"]
    gauges = {getattr(effect, "indicator", "") for _, one in rumour.outcomes() for effect in one.effects}
    assert gauges <= set(scenario.indicators)


def test_the_panel_that_the_guide_refers_to_is_there(guide: str) -> None:
    block = next(found for found in ANY_BLOCK.findall(guide) if "\nbriefing:" in found)
    assert yaml.safe_load(block)["briefing"] in {panel.id for panel in shipped().panels}


def test_the_guide_lists_every_head_beard_pair_of_glasses_and_pictogram(guide: str) -> None:
    names = {
        name for key in ("head", "glasses", "beard") for name in faces.variants()[key]
    } | pictograms.NAMES
    assert {name for name in names if f"`{name}`" not in guide} == set()


def test_the_guide_names_every_effect_rung_and_phase(guide: str) -> None:
    words = (*EFFECTS, *model.RUNGS, *model.FAMILIES, *model.KINDS, *OUTLINES)
    assert [word for word in words if f"`{word}`" not in guide] == []


def test_the_steps_of_a_round_that_the_guide_lists_are_played(guide: str, tmp_path: Path) -> None:
    from tests.engine import examples

    line = next(line for line in guide.splitlines() if line.startswith("phases: "))
    folder = examples.good(tmp_path)
    card = folder / "scenario.yaml"
    card.write_text(f"{line}\n" + card.read_text("utf-8"), "utf-8")
    assert [d for d in status(folder) if d.severity == "error"] == []
    scenario = load(folder).scenario
    assert scenario is not None
    assert scenario.phases == ("situation", "negotiation", "choice", "reveal", "debate")


def test_the_drawing_of_the_guide_is_one_that_the_game_draws(guide: str) -> None:
    block = next(found for found in ANY_BLOCK.findall(guide) if found.startswith("drawing:"))
    drawing = model.Drawing.model_validate(yaml.safe_load(block)["drawing"])
    scenario = load("au-lendemain-de-la-crue").scenario
    assert scenario is not None
    assert drawing.setting == scenario.drawing.setting
    assert set(drawing.gauges) <= set(scenario.indicators)
    assert set(drawing.projects) <= {card.id for card in scenario.projects}
    assert set(drawing.clocks) == {clock.id for clock in scenario.clocks}
    for what, things in (("gauge", drawing.gauges), ("project", drawing.projects), ("clock", drawing.clocks)):
        assert all(what in THINGS[name].shows for name in things.values())


def test_the_guide_lists_every_thing_that_can_be_drawn(guide: str) -> None:
    assert [name for name in (*THINGS, *SETTINGS) if not re.search(rf"\b{name}\b", guide)] == []
    assert [name for name in THINGS if f"| `{name}` |" not in guide] == []


def test_the_town_of_the_guide_makes_a_scenario_whose_need_lies_face_down(guide: str, tmp_path: Path) -> None:
    block = next(found for found in ANY_BLOCK.findall(guide) if "\nface_down:" in found)
    whole, part = re.split(r"^# .*\n", block, flags=re.MULTILINE)[1:]
    folder = tmp_path / "au-lendemain-de-la-crue"
    shutil.copytree(GUIDE / "au-lendemain-de-la-crue", folder)
    card = folder / "scenario.yaml"
    card.write_text(card.read_text("utf-8") + whole, "utf-8")
    need = yaml.safe_load((GUIDE.parent / "cards/projects/table-de-quartier.yaml").read_text("utf-8"))
    more = yaml.safe_load(part)
    need = {**need, **more, "plain": need["plain"] | more["plain"]}
    own = folder / "cards/projects/table-de-quartier.yaml"
    own.parent.mkdir(parents=True)
    own.write_text(yaml.safe_dump(need, allow_unicode=True), "utf-8")
    loaded = load(folder)
    assert loaded.scenario is not None, [one for one in loaded.diagnostics if one.severity == "error"]
    found = next(card for card in loaded.scenario.projects if card.id == "table-de-quartier")
    assert (found.where, found.overheard is None) == ("les-quais", False)
    assert {place.id for place in loaded.scenario.places} == {"les-quais", "le-haut"}


def test_the_week_and_the_key_of_the_guide_make_a_scenario_that_nothing_is_wrong_with(
    guide: str, tmp_path: Path
) -> None:
    block = next(found for found in ANY_BLOCK.findall(guide) if "\ntimetable:" in found)
    whole, takes, *parts = re.split(r"^# .*\n", block, flags=re.MULTILINE)[1:]
    kinds = ("projects/table-de-quartier", "projects/jardin-partage", "situations/visite-officielle",
             "debates/venir-pour-la-photo")  # fmt: skip
    folder = tmp_path / "au-lendemain-de-la-crue"
    shutil.copytree(GUIDE / "au-lendemain-de-la-crue", folder)
    card = folder / "scenario.yaml"
    card.write_text(card.read_text("utf-8") + whole, "utf-8")
    for name, part in zip(kinds, (takes, "occupies: [preau.soir]", *parts), strict=True):
        written = {**yaml.safe_load((GUIDE.parent / f"cards/{name}.yaml").read_text("utf-8"))}
        written |= yaml.safe_load(part)
        if "about" in written:
            del written["situation"]
        own = folder / f"cards/{name}.yaml"
        own.parent.mkdir(parents=True, exist_ok=True)
        own.write_text(yaml.safe_dump(written, allow_unicode=True), "utf-8")
    found = status(folder)
    defects = [one for one in found if one.severity == "error" and one.code != "translation-stale"]
    assert [(one.file, one.line, one.message) for one in defects] == []
    assert not {"week-idle", "plain-missing"} & {one.code for one in found}
    scenario = load(folder).scenario
    assert scenario is not None
    assert scenario.timetable is not None
    assert scenario.baton is not None
    assert scenario.timetable.hours == ("preau.matin", "preau.soir", "salle.matin", "salle.soir")


def test_the_groups_of_the_guide_make_a_scenario_that_nothing_is_wrong_with(
    guide: str, tmp_path: Path
) -> None:
    block = next(found for found in ANY_BLOCK.findall(guide) if "\ngroups:" in found)
    whole, *parts = re.split(r"^# .*\n", block, flags=re.MULTILINE)[1:]
    folder = tmp_path / "au-lendemain-de-la-crue"
    shutil.copytree(GUIDE / "au-lendemain-de-la-crue", folder)
    card = folder / "scenario.yaml"
    unworn = card.read_text("utf-8").replace("decay: {each: -1, commons: -3}", "decay: {each: -1}")
    card.write_text(unworn + whole, "utf-8")
    for name, part in zip(("projects/table-de-quartier", "situations/reunion-a-14h"), parts, strict=True):
        written = yaml.safe_load((GUIDE.parent / f"cards/{name}.yaml").read_text("utf-8"))
        own = folder / f"cards/{name}.yaml"
        own.parent.mkdir(parents=True, exist_ok=True)
        own.write_text(yaml.safe_dump(written | yaml.safe_load(part), allow_unicode=True), "utf-8")
    found = status(folder)
    stale = ("translation-stale", "groups-gate", "groups-start")  # the rest was written without groups
    defects = [one for one in found if one.severity == "error" and one.code not in stale]
    assert [(one.file, one.line, one.message) for one in defects] == []
    assert "plain-missing" not in {one.code for one in found}
    scenario = load(folder).scenario
    assert scenario is not None
    assert scenario.groups is not None
    board = build(scenario, "90")
    assert (board.life.tolist(), board.autonomy.tolist()) == ([3, 1, 0, 0], [3, 2, 1, 0])
    assert board.start[board.gate] == scenario.groups.points * (3 + 2)
    out = dict.fromkeys([member.character for member in scenario.cast][5:], "out")
    assert len(build(scenario, "90", out).life) == 3  # type: ignore[arg-type]


def test_the_works_of_the_guide_make_a_scenario_that_nothing_is_wrong_with(
    guide: str, tmp_path: Path
) -> None:
    block = next(found for found in ANY_BLOCK.findall(guide) if "\nsites:" in found)
    whole, works, *parts = re.split(r"^# .*\n", block, flags=re.MULTILINE)[1:]
    other = "works: {ground: [nord, sud], then: [{time: 2, backing: 1}, {means: 2}], each: {commons: -4}}"
    kinds = ("projects/table-de-quartier", "projects/jardin-partage", "projects/atelier-velos",
             "situations/visite-officielle", "situations/reunion-a-14h")  # fmt: skip
    folder = tmp_path / "au-lendemain-de-la-crue"
    shutil.copytree(GUIDE / "au-lendemain-de-la-crue", folder)
    card = folder / "scenario.yaml"
    card.write_text(card.read_text("utf-8") + whole, "utf-8")
    for name, part in zip(kinds, (works, other, *parts), strict=True):
        written = yaml.safe_load((GUIDE.parent / f"cards/{name}.yaml").read_text("utf-8"))
        own = folder / f"cards/{name}.yaml"
        own.parent.mkdir(parents=True, exist_ok=True)
        own.write_text(yaml.safe_dump(written | yaml.safe_load(part), allow_unicode=True), "utf-8")
    found = status(folder)
    defects = [one for one in found if one.severity == "error" and one.code != "translation-stale"]
    assert [(one.file, one.line, one.message) for one in defects] == []
    assert "plain-missing" not in {one.code for one in found}
    scenario = load(folder).scenario
    assert scenario is not None
    board, index = build(scenario, "90"), names(scenario)
    table, garden, bikes = (
        index.project(id_) for id_ in ("table-de-quartier", "jardin-partage", "atelier-velos")
    )
    assert (board.phases[table], board.phases[garden], board.phases[bikes]) == (2, 3, 1)
    assert board.ground[table] & board.ground[garden]
    assert board.softens[bikes, table] == 1
    assert board.softens[bikes, garden] == 0


def test_the_corners_of_the_guide_make_a_scenario_that_nothing_is_wrong_with(
    guide: str, tmp_path: Path
) -> None:
    blocks = ANY_BLOCK.findall(guide)
    at = next(n for n, found in enumerate(blocks) if "\ncorners:\n" in found)
    whole, lies, *parts = re.split(r"^# .*\n", blocks[at] + blocks[at + 1], flags=re.MULTILINE)[1:]
    kinds = ("projects/table-de-quartier", "projects/jardin-partage", "situations/visite-officielle",
             "situations/reunion-a-14h", "debates/venir-pour-la-photo", "projects/local-jeunes")  # fmt: skip
    folder = tmp_path / "au-lendemain-de-la-crue"
    shutil.copytree(GUIDE / "au-lendemain-de-la-crue", folder)
    card = folder / "scenario.yaml"
    card.write_text(card.read_text("utf-8") + whole, "utf-8")
    for name, part in zip(
        kinds, (lies, "corners: [le-haut, le-quai]", *parts, "corners: [le-quai]"), strict=True
    ):
        written = yaml.safe_load((GUIDE.parent / f"cards/{name}.yaml").read_text("utf-8"))
        written |= yaml.safe_load(part)
        if "about" in written:
            del written["situation"]
        own = folder / f"cards/{name}.yaml"
        own.parent.mkdir(parents=True, exist_ok=True)
        own.write_text(yaml.safe_dump(written, allow_unicode=True), "utf-8")
    found = status(folder)
    defects = [one for one in found if one.severity == "error" and one.code != "translation-stale"]
    assert [(one.file, one.line, one.message) for one in defects] == []
    assert "plain-missing" not in {one.code for one in found}
    scenario = load(folder).scenario
    assert scenario is not None
    assert "strips" in scenario.phases
    board, index = build(scenario, "90"), names(scenario)
    table, garden = (index.project(id_) for id_ in ("table-de-quartier", "jardin-partage"))
    assert board.ends[[table, garden]].tolist() == [[0, -1], [0, 1]]
    assert board.strip_points.tolist() == [3, -3]
    assert board.scribe == index.character("elue-aux-quartiers")


def test_the_agenda_of_the_guide_makes_a_scenario_that_nothing_is_wrong_with(
    guide: str, tmp_path: Path
) -> None:
    block = next(found for found in ANY_BLOCK.findall(guide) if "\nagenda:\n" in found)
    whole, about = re.split(r"^# .*\n", block, flags=re.MULTILINE)[1:]
    folder = tmp_path / "au-lendemain-de-la-crue"
    shutil.copytree(GUIDE / "au-lendemain-de-la-crue", folder)
    card = folder / "scenario.yaml"
    others = re.sub(r"^parameters: .*\n", "", card.read_text("utf-8"), flags=re.MULTILINE)
    card.write_text(others + whole, "utf-8")
    name, part = "debates/venir-pour-la-photo", yaml.safe_load(about)
    debate = yaml.safe_load((GUIDE.parent / f"cards/{name}.yaml").read_text("utf-8"))
    debate = {**debate, **part, "plain": debate["plain"] | part["plain"]}
    del debate["situation"]
    own = folder / f"cards/{name}.yaml"
    own.parent.mkdir(parents=True)
    own.write_text(yaml.safe_dump(debate, allow_unicode=True), "utf-8")
    found = status(folder)
    wanting = ("translation-stale", "notes-missing")  # the rest was written without a chair
    defects = [one for one in found if one.severity == "error" and one.code not in wanting]
    assert [(one.file, one.line, one.message) for one in defects] == []
    of_agendas = ("plain-missing", "agenda-idle", "agenda-starves", "put-off-never", "placeholder-empty")
    assert [one.message for one in found if one.code in of_agendas] == []
    scenario = load(folder).scenario
    assert scenario is not None
    assert "agenda" in scenario.phases
    board = build(scenario, "90")
    assert (board.treats, board.slots) == (3, 5)


def test_the_vote_of_the_guide_makes_a_scenario_that_nothing_is_wrong_with(
    guide: str, tmp_path: Path
) -> None:
    block = next(found for found in ANY_BLOCK.findall(guide) if "\nballot:\n" in found)
    whole, idea, voices, when, about = re.split(r"^# .*\n", block, flags=re.MULTILINE)[1:]
    others = {
        "jardin-partage": (30, "{parents: good, gens-de-nuit: very-good}"),
        "atelier-velos": (18, "{gens-de-nuit: good, anciens: reject}"),
        "city-stade-eclaire": (35, "{parents: very-good, anciens: poor}"),
        "memoire-de-la-crue": (25, "{anciens: good}"),
        "marche-des-relais": (40, "{anciens: very-good, gens-de-nuit: reject}"),
    }
    parts = {
        "projects/table-de-quartier": idea,
        "situations/visite-officielle": voices,
        "situations/reunion-a-14h": when,
        "debates/venir-pour-la-photo": about,
    } | {
        f"projects/{id_}": f"price: {price}\nopinions: {opinions}\nvoted: {{changes: {{health: 3}}}}"
        for id_, (price, opinions) in others.items()
    }
    folder = tmp_path / "au-lendemain-de-la-crue"
    shutil.copytree(GUIDE / "au-lendemain-de-la-crue", folder)
    card = folder / "scenario.yaml"
    card.write_text(card.read_text("utf-8") + whole, "utf-8")
    for name, part in parts.items():
        written = yaml.safe_load((GUIDE.parent / f"cards/{name}.yaml").read_text("utf-8"))
        written |= yaml.safe_load(part)
        if "about" in written:
            del written["situation"]
        own = folder / f"cards/{name}.yaml"
        own.parent.mkdir(parents=True, exist_ok=True)
        own.write_text(yaml.safe_dump(written, allow_unicode=True), "utf-8")
    found = status(folder)
    defects = [one for one in found if one.severity == "error" and one.code != "translation-stale"]
    assert [(one.file, one.line, one.message) for one in defects] == []
    of_votes = ("plain-missing", "few-ideas", "idea-nobodys", "idea-idle", "public-idle", "fetch-never")
    assert [one.message for one in found if one.code in of_votes] == []
    scenario = load(folder).scenario
    assert scenario is not None
    assert "ballot" in scenario.phases
    board, index = build(scenario, "90"), names(scenario)
    table = index.project("table-de-quartier")
    assert (board.money, board.ballot_people, board.price[table]) == (60, 2, 20)
    assert board.opinion[:, table].tolist() == [0, 1, 3]
    assert board.publics.tolist() == [18, 12, 2]
    assert board.methods.tolist() == [APPROVAL, JUDGEMENT, SHARES]
    assert board.fetching.tolist() == [
        -1,
        *(index.project(f"fetching-{id_}") for id_ in ("parents", "gens-de-nuit")),
    ]
