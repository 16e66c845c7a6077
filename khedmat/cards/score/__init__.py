"""How good a card is, 0 to 100 in five visible parts; every lost point names its reason. Pure."""

from khedmat.cards.score.parts import Loss, Part, Score
from khedmat.cards.score.scoring import score
from khedmat.cards.score.standing import Facts
from khedmat.cards.score.weights import SCORE_VERSION

__all__ = ["SCORE_VERSION", "Facts", "Loss", "Part", "Score", "score"]
