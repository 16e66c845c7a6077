"""A grey picture → an even, straight one, and where its ink is."""

from itertools import accumulate, pairwise
from operator import mul
from typing import NamedTuple

from PIL import Image, ImageChops, ImageFilter

INK = 1
_LIGHTEST_INK, _DARKEST_PAPER = 220, 110
_STEEPEST = 4.0  # degrees
_DUST = 4  # pixels: what fills no third of a square of them is dust
_SHOWN = [0] + [255] * 255
_SOLID = [0] * 70 + [255] * 186
_NARROW = 800  # pixels: enough to see how a page leans


class Straight(NamedTuple):
    """A page with even light whose lines are level. `ink`: INK or 0; `leaned` degrees before, against the clock."""

    grey: Image.Image
    ink: Image.Image
    leaned: float


def straightened(picture: Image.Image) -> Straight:
    """A photo has a shadow, and no sheet lies quite straight in a scanner."""
    even = _even(picture)
    leaned = _lean(_ink(even))
    if leaned:
        even = even.rotate(-leaned, resample=Image.Resampling.BICUBIC, fillcolor=255)
    return _clean(even, leaned)


def _clean(even: Image.Image, leaned: float) -> Straight:
    """Dust, and what shines through the paper, is neither ink nor grey."""
    ink = _ink(even)
    shown = ink.point(_SHOWN)
    solid = ImageChops.lighter(_solid(shown), _solid(ImageChops.offset(shown, _DUST // 2)))
    near = solid.filter(ImageFilter.MaxFilter(5)).resize(ink.size, Image.Resampling.NEAREST)
    return Straight(Image.composite(even, Image.new("L", ink.size, 255), near), ImageChops.darker(ink, near), leaned)


def _solid(shown: Image.Image) -> Image.Image:
    """Squares that hold more than dust. A thin rule on the edge of two is whole in those half a square aside."""
    return shown.reduce(_DUST).point(_SOLID)


def _even(picture: Image.Image) -> Image.Image:
    """Only what is darker than the paper around it is dark."""
    small = picture.reduce(8)
    paper = small.filter(ImageFilter.MaxFilter(5)).filter(ImageFilter.BoxBlur(6))
    return ImageChops.invert(ImageChops.subtract(paper.resize(picture.size, Image.Resampling.BILINEAR), picture))


def _ink(even: Image.Image) -> Image.Image:
    limit = min(max(_parting(even.histogram()), _DARKEST_PAPER), _LIGHTEST_INK)
    return even.point([INK if shade <= limit else 0 for shade in range(256)])


def _parting(counts: list[int]) -> int:
    """The shade that parts ink from paper: the two differ most (N. Otsu, 1979)."""
    darkness = list(map(mul, counts, range(256)))
    below, dark = list(accumulate(counts)), list(accumulate(darkness))
    total, whole = below[-1], dark[-1]

    def apart(shade: int) -> float:
        paper = total - below[shade]
        if not below[shade] or not paper:
            return 0.0
        return (dark[shade] / below[shade] - (whole - dark[shade]) / paper) ** 2 * below[shade] * paper

    return max(range(255), key=apart)


def _lean(ink: Image.Image) -> float:
    """Degrees against the clock at which its lines and rules stand; 0 where it hardly leans."""
    small = ink.point(_SHOWN).reduce(max(1, ink.width // _NARROW))
    coarse = max(_steps(0, _STEEPEST, 0.5), key=lambda angle: _crispness(small, angle))
    fine = max(_steps(coarse, 0.4, 0.1), key=lambda angle: _crispness(small, angle))
    return fine if abs(fine) > 0.1 else 0.0


def _steps(middle: float, reach: float, step: float) -> list[float]:
    """From the middle outwards: what does not lean at all is best left alone."""
    count = round(reach / step)
    return [middle + step * number for number in sorted(range(-count, count + 1), key=abs)]


def _crispness(picture: Image.Image, angle: float) -> int:
    """How much rows of a picture differ once it is turned back."""
    turned = picture.rotate(-angle, resample=Image.Resampling.BILINEAR)
    rows = turned.resize((1, turned.height), Image.Resampling.BOX).tobytes()
    return sum((one - other) ** 2 for one, other in pairwise(rows))
