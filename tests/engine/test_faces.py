"""Portraits: names are those of the style, expressions follow postures, and what was drawn once is kept."""

import json
from importlib.resources import files

import pytest

from engine.content import library
from engine.look import faces
from engine.look.expressions import BY_ZONE, of_zone

FATOU = {"head": "hijab", "skin": "#ae5d29", "clothing": "#ffcf77", "hair": "#ffcf77"}
PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture(autouse=True)
def own_cache(tmp_path, monkeypatch):
    monkeypatch.setenv("COOP_CACHE", str(tmp_path))
    return tmp_path / "faces"


@pytest.fixture(scope="module")
def style():
    return json.loads(files("dicebear_styles").joinpath("open-peeps.json").read_text("utf-8"))["components"]


CARICATURES = {"angryWithFang", "contempt", "cyclops", "monster", "rage", "veryAngry"}


def test_the_names_are_exactly_those_of_the_style_without_its_caricatures(style):
    known = faces.variants()
    assert set(known["head"]) == set(style["head"]["variants"])
    assert set(known["glasses"]) == set(style["accessories"]["variants"])
    assert set(known["beard"]) == set(style["facialHair"]["variants"])
    assert set(known["expression"]) == set(style["expression"]["variants"]) - CARICATURES


def test_every_posture_has_an_expression_of_its_own():
    maps = [loaded.scenario.map for loaded in map(library.load, library.slugs()) if loaded.scenario]
    labels = {label for grid in maps for row in grid for label in row}
    assert labels == set(BY_ZONE)
    shown = [of_zone(label) for label in labels]
    assert len(set(shown)) == len(labels)
    assert set(shown) <= set(faces.EXPRESSIONS)


def test_a_designers_own_zone_looks_calm():
    assert of_zone("somewhere-else") == "calm"


def test_parts_that_the_style_would_silently_replace_are_named():
    face = {**FATOU, "head": "hijabe", "skin": "brown", "glasses": None, "hat": "top"}
    assert faces.unknown(face) == [("head", "hijabe"), ("skin", "brown"), ("hat", "top")]
    assert faces.unknown(FATOU) == []


def test_an_unknown_part_is_not_drawn():
    with pytest.raises(ValueError, match="expression 'rage'"):
        faces.png(FATOU, "rage")


def test_a_portrait_is_drawn_once_and_then_kept(own_cache, monkeypatch):
    assert faces.cached(FATOU, "smile", 64) is None
    drawn = faces.png(FATOU, "smile", 64)
    assert drawn.startswith(PNG)
    assert faces.cached(FATOU, "smile", 64) == drawn
    monkeypatch.setattr(faces, "_draw", lambda *_: pytest.fail("drawn twice"))
    assert faces.png(FATOU, "smile", 64) == drawn
    assert [file.suffix for file in own_cache.iterdir()] == [".png"]


def test_expression_glasses_and_beard_change_the_portrait():
    smile = faces.png(FATOU, "smile", 64)
    marc = {**FATOU, "head": "short5"}
    pictures = {
        smile,
        faces.png(FATOU, "tired", 64),
        faces.png(marc, "smile", 64),
        faces.png({**marc, "beard": "full2"}, "smile", 64),
        faces.png({**marc, "glasses": "glasses"}, "smile", 64),
    }
    assert len(pictures) == 5


def test_a_folder_that_cannot_be_written_only_means_drawing_again(tmp_path, monkeypatch):
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    monkeypatch.setenv("COOP_CACHE", str(blocked))
    assert faces.png(FATOU, "calm", 48).startswith(PNG)
    assert faces.cached(FATOU, "calm", 48) is None


def test_without_a_chosen_folder_portraits_go_to_the_users_cache(monkeypatch):
    monkeypatch.delenv("COOP_CACHE")
    assert faces.folder().parts[-1] == "faces"
    assert "coop-ou-pas-coop" in str(faces.folder())
