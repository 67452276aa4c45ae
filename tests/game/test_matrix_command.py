"""`coop balance --matrix`, and what is said where a name is missing."""

import json

import pytest

from game.cli import main


def test_without_a_scenario_the_command_says_what_is_missing(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["balance"]) == 2
    assert "Il manque le nom du scénario." in capsys.readouterr().err


def test_the_matrix_tells_every_pair_and_what_sets_them_apart(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from engine import balance
    from tests.engine.test_matrix import plainly

    real = balance.profile
    few = lambda one, duration, *_: real(one, duration, 4, plainly, sessions=1)  # noqa: E731
    monkeypatch.setattr(balance, "profile", few)
    main(["balance", "--matrix", "--duration", "45"])
    told = capsys.readouterr().out
    assert "au-lendemain-de-la-crue / le-rez-de-chaussee" in told
    assert "ce qui les sépare le plus" in told
    main(["balance", "--matrix", "--duration", "45", "--json"])
    data = json.loads(capsys.readouterr().out)
    assert data["duration"] == "45"
    assert len(data["pairs"]) == len(data["scenarios"]) * (len(data["scenarios"]) - 1) // 2
