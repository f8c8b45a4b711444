"""How well found stories agree with the true ones: B-cubed and pairs."""

from collections import Counter
from collections.abc import Sequence


def b_cubed(truth: Sequence[str], found: Sequence[int]) -> tuple[float, float, float]:
    """Return B-cubed precision, recall and F1 (Bagga & Baldwin 1998)."""
    cells = Counter(zip(truth, found, strict=True))
    true_sizes, found_sizes = Counter(truth), Counter(found)
    precision = sum(n * n / found_sizes[f] for (_, f), n in cells.items()) / len(truth)
    recall = sum(n * n / true_sizes[t] for (t, _), n in cells.items()) / len(truth)
    return precision, recall, 2 * precision * recall / (precision + recall)


def b_cubed_f1(truth: Sequence[str], found: Sequence[int]) -> float:
    """Return B-cubed F1 alone."""
    return b_cubed(truth, found)[2]


def pairwise_f1(truth: Sequence[str], found: Sequence[int]) -> float:
    """Return F1 over pairs of articles in one story."""
    cells = Counter(zip(truth, found, strict=True))
    both, true_pairs, found_pairs = (
        sum(n * (n - 1) // 2 for n in sizes.values())
        for sizes in (cells, Counter(truth), Counter(found))
    )
    return 2 * both / (true_pairs + found_pairs)
