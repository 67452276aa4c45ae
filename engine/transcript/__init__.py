"""A session as text to read, or as data. The same session gives the same bytes.

for line in transcript.lines(demo.play(scenario, seed=7), "fr"): print(line)
for line in transcript.replay(path, "fr"): print(line)
"""

from engine.transcript.export import replay_json
from engine.transcript.story import lines, replay

__all__ = ["lines", "replay", "replay_json"]
