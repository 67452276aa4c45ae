"""Groups of opinion among single voters: two principal components, then k-means, as Polis does.

Deterministic: the first centres are the farthest-apart voters, so the same answers give the same groups.
"""

import numpy as np
from numpy.typing import NDArray

FEWEST_VOTERS = 15
SMALLEST_GROUP = 5
MOST_GROUPS = 4
_PASSES = 50

Matrix = NDArray[np.float64]
Labels = NDArray[np.int64]


def find(answers: Matrix) -> Labels | None:
    """A group number for each voter, or None where no honest grouping exists.

    `answers` is (voters, questions): +1 yes, −1 no, 0 unsure, NaN not asked. None under 15 voters, or
    when every split has a group under 5 or separates nothing.
    """
    if answers.shape[0] < FEWEST_VOTERS or answers.shape[1] == 0:
        return None
    points = _project(answers)
    best: Labels | None = None
    best_score = 0.25  # under this silhouette (Kaufman & Rousseeuw 1990) there is no structure to name
    for k in range(2, MOST_GROUPS + 1):
        labels = _kmeans(points, k)
        if len(np.unique(labels)) < k or np.bincount(labels).min() < SMALLEST_GROUP:
            continue
        score = _silhouette(points, labels)
        if score > best_score:
            best, best_score = labels, score
    return best


def _project(answers: Matrix) -> Matrix:
    """Two principal components; an answer not given counts as the question's mean."""
    seen = ~np.isnan(answers)
    filled = np.where(seen, answers, 0.0)
    means = filled.sum(axis=0) / np.maximum(seen.sum(axis=0), 1)
    centred = np.where(seen, answers - means, 0.0)
    u, s, _ = np.linalg.svd(centred, full_matrices=False)
    points: Matrix = (u * s)[:, :2]
    return points


def _kmeans(points: Matrix, k: int) -> Labels:
    centres = [points[np.linalg.norm(points, axis=1).argmax()]]
    for _ in range(k - 1):
        gaps = np.min([np.linalg.norm(points - c, axis=1) for c in centres], axis=0)
        centres.append(points[gaps.argmax()])
    middle = np.array(centres)
    labels = np.zeros(len(points), dtype=np.int64)
    for _ in range(_PASSES):
        labels = np.linalg.norm(points[:, None] - middle[None], axis=2).argmin(axis=1)
        moved = np.array(
            [points[labels == g].mean(axis=0) if (labels == g).any() else middle[g] for g in range(k)]
        )
        if np.array_equal(moved, middle):
            break
        middle = moved
    return labels


def _silhouette(points: Matrix, labels: Labels) -> float:
    """Mean silhouette of a grouping, −1 to 1 (Rousseeuw 1987)."""
    distance = np.linalg.norm(points[:, None] - points[None], axis=2)
    groups = np.unique(labels)
    scores = []
    for i, own in enumerate(labels):
        mine = labels == own
        inside = distance[i][mine].sum() / max(mine.sum() - 1, 1)
        outside = min(distance[i][labels == g].mean() for g in groups if g != own)
        widest = max(inside, outside)
        scores.append((outside - inside) / widest if widest > 0 else 0.0)
    return float(np.mean(scores))
