"""`make test` says what every part found, whatever the others found."""

import pytest

from tests import parts

FAILS, PASSES = ("-c", "print('bad'); raise SystemExit(3)"), ("-c", "print('good')")


@pytest.mark.parametrize(
    ("asked", "code", "verdict"),
    [
        ({"one": FAILS, "two": PASSES, "three": FAILS}, 1, "parts: 1 passed, 2 failed"),
        ({"one": PASSES, "two": PASSES}, 0, "parts: 2 passed, 0 failed"),
    ],
)
def test_every_part_runs_and_one_verdict_ends(
    asked: dict[str, tuple[str, ...]], code: int, verdict: str,
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    monkeypatch.setattr(parts, "PARTS", asked)
    monkeypatch.setattr(parts, "MEANWHILE", PASSES)
    assert parts.main() == code
    lines = capfd.readouterr().out.splitlines()
    assert lines.count("good") == list(asked.values()).count(PASSES)
    assert lines[-1] == verdict
    failed = [line for line in lines if line.startswith("Failed: ")]
    assert failed == (["Failed: one, three"] if code else [])
