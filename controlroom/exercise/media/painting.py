"""Draws the scenes: roads, smoke, a bus, maps, posters; people are shapes without features."""

from collections.abc import Callable

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from controlroom.exercise.media.scenes import FACE
from controlroom.exercise.talk.chance import Dice, mix

Colour = tuple[int, int, int]
Canvas = ImageDraw.ImageDraw
_SKIES: tuple[tuple[Colour, Colour], ...] = (
    ((96, 140, 190), (214, 226, 236)), ((120, 130, 140), (200, 204, 206)),
    ((60, 70, 110), (240, 170, 120)), ((150, 160, 170), (226, 224, 214)),
)  # fmt: skip
_PAINTS: tuple[Colour, ...] = (
    (178, 44, 40), (40, 74, 140), (230, 230, 228), (30, 32, 36), (196, 160, 60), (70, 110, 84),
    (120, 124, 130),
)  # fmt: skip
_DRAWN = 640
"""Pixels across in which a scene is drawn before it is brought to its size."""


def paint(scene: str, grain: int, size: tuple[int, int]) -> Image.Image:
    """Returns a picture of a scene, the same for the same grain."""
    width, height = size
    small = _DRAWN, max(16, _DRAWN * height // width)
    dice = Dice(mix(grain))
    image = _PAINTERS[scene](small, dice)
    return image.resize(size, Image.Resampling.BILINEAR)


def _faded(size: tuple[int, int], top: Colour, bottom: Colour) -> Image.Image:
    column = Image.new("RGB", (1, 2))
    column.putpixel((0, 0), top)
    column.putpixel((0, 1), bottom)
    return column.resize(size, Image.Resampling.BILINEAR)


def _outdoors(size: tuple[int, int], dice: Dice) -> tuple[Image.Image, Canvas, int]:
    """Sky, hills and ground; returns also the height of the horizon."""
    width, height = size
    image = _faded(size, *dice.pick(_SKIES))
    draw = ImageDraw.Draw(image)
    horizon = height * (42 + dice.below(16)) // 100
    green = 60 + dice.below(50)
    for layer in range(3):
        top = horizon - height * (3 - layer) // 24
        hills = [(0, height)]
        for x in range(0, width + 41, 40):
            hills.append((x, top + dice.below(height // 14)))
        draw.polygon([*hills, (width, height)], fill=(green - 12 * layer, green + 16, green - 20))
    return image, draw, horizon


def _road_below(draw: Canvas, size: tuple[int, int], horizon: int, dice: Dice) -> int:
    """A road that runs to the horizon; returns where it ends there."""
    width, height = size
    far = width * (35 + dice.below(30)) // 100
    draw.polygon(
        [(far - 8, horizon), (far + 8, horizon), (width, height), (0, height)], (72, 74, 78)
    )
    for nth in range(9):
        near, next_ = (nth / 9) ** 2, ((nth + 0.5) / 9) ** 2
        points = [horizon + (height - horizon) * part for part in (near, next_)]
        lanes = [far + (width / 2 - far) * part for part in (near, next_)]
        draw.line([(lanes[0], points[0]), (lanes[1], points[1])], (226, 226, 220), 1 + nth // 2)
    return far


def _vehicles(
    draw: Canvas, size: tuple[int, int], horizon: int, far: int, dice: Dice, count: int
) -> None:
    width, height = size
    for nth in range(count):
        part = ((nth + 1) / (count + 1)) ** 1.6
        lane = dice.pick((0.22, 0.42, 0.6, 0.8))
        y = horizon + (height - horizon) * part
        x = far + (width * lane - far) * part
        _vehicle(draw, x, y, 6 + 74 * part, dice)


def _vehicle(draw: Canvas, x: float, y: float, wide: float, dice: Dice) -> None:
    tall = wide * dice.pick((0.55, 0.6, 0.95))
    colour = dice.pick(_PAINTS)
    draw.rounded_rectangle((x - wide / 2, y - tall, x + wide / 2, y), wide / 8, colour)
    glass = (x - wide * 0.38, y - tall * 0.88, x + wide * 0.38, y - tall * 0.52)
    draw.rectangle(glass, (34, 42, 52))
    for side in (-0.42, 0.26):
        lamp = (x + wide * side, y - tall * 0.36, x + wide * (side + 0.16), y - tall * 0.22)
        draw.rectangle(lamp, (220, 60, 48))


def _plume(image: Image.Image, x: int, y: int, dice: Dice, darkness: int) -> Image.Image:
    """Smoke that rises from a place and drifts."""
    mask = Image.new("L", image.size)
    draw = ImageDraw.Draw(mask)
    drift, size, at = dice.below(9) - 4, image.size[0] // 40, float(x)
    while y > -60 and size < image.size[0] // 3:
        jitter = dice.below(size + 1) - size / 2
        draw.ellipse(
            (at - size + jitter, y - size, at + size + jitter, y + size), 150 + dice.below(90)
        )
        y, at, size = y - size // 2 - 2, at + drift * 2, size + 2 + dice.below(4)
    mask = mask.filter(ImageFilter.GaussianBlur(7))
    smoke = Image.new("RGB", image.size, (darkness, darkness, darkness + 6))
    return Image.composite(smoke, image, mask)


def _road(size: tuple[int, int], dice: Dice) -> Image.Image:
    image, draw, horizon = _outdoors(size, dice)
    far = _road_below(draw, size, horizon, dice)
    _vehicles(draw, size, horizon, far, dice, 3 + dice.below(4))
    return image


def _queue(size: tuple[int, int], dice: Dice) -> Image.Image:
    image, draw, horizon = _outdoors(size, dice)
    far = _road_below(draw, size, horizon, dice)
    _vehicles(draw, size, horizon, far, dice, 26 + dice.below(14))
    for _ in range(3 + dice.below(5)):
        _figure(
            draw, dice.below(size[0]), size[1] - dice.below(size[1] // 5), 40 + dice.below(30), dice
        )
    return image


def _smoke(size: tuple[int, int], dice: Dice) -> Image.Image:
    image, draw, horizon = _outdoors(size, dice)
    far = _road_below(draw, size, horizon, dice)
    _vehicles(draw, size, horizon, far, dice, 4)
    return _plume(image, far + dice.below(120) - 60, horizon + 4, dice, 26 + dice.below(50))


def _fire(size: tuple[int, int], dice: Dice) -> Image.Image:
    image, draw, horizon = _outdoors(size, dice)
    far = _road_below(draw, size, horizon, dice)
    x, y, wide = far + 40, horizon + size[1] // 5, size[0] // 4
    image = _plume(image, x, y - 40, dice, 22)
    draw = ImageDraw.Draw(image)
    draw.rectangle((x - wide // 2, y - wide // 3, x + wide // 2, y), (70, 66, 62))
    glow = Image.new("RGB", image.size, (255, 150, 40))
    mask = Image.new("L", image.size)
    flames = ImageDraw.Draw(mask)
    for _ in range(26):
        at, tall = x + dice.below(wide) - wide // 2, 20 + dice.below(wide // 2)
        flames.polygon([(at - 12, y), (at + 12, y), (at + dice.below(17) - 8, y - tall)], 200)
    image = Image.composite(glow, image, mask.filter(ImageFilter.GaussianBlur(3)))
    _vehicle(ImageDraw.Draw(image), size[0] * 0.82, size[1] * 0.9, size[0] / 6, dice)
    return image


def _figure(draw: Canvas, x: float, y: float, tall: float, dice: Dice) -> None:
    """A person as two shapes."""
    coat = dice.pick(_PAINTS)
    draw.rounded_rectangle((x - tall / 6, y - tall * 0.78, x + tall / 6, y), tall / 8, coat)
    draw.ellipse((x - tall / 9, y - tall, x + tall / 9, y - tall * 0.78), (176, 140, 116))


def _bus(size: tuple[int, int], dice: Dice) -> Image.Image:
    width, height = size
    image = _faded(size, (30, 34, 44), (66, 66, 62))
    draw = ImageDraw.Draw(image)
    for nth in range(5):
        left = nth * width // 5 + 8
        window = (left, height // 9, left + width // 5 - 16, height * 5 // 12)
        draw.rounded_rectangle(window, 10, (14, 20, 34))
        if dice.below(2):
            light = left + 20 + dice.below(60)
            draw.ellipse((light, height // 5, light + 14, height // 5 + 14), (240, 200, 120))
    for row in range(3):
        for seat in range(4):
            left, top = seat * width // 4 + 12 + row * 8, height * (6 + row * 2) // 13
            draw.rounded_rectangle((left, top, left + width // 6, top + height // 5), 12,
                                   (52 + row * 14, 40, 90 + row * 16))  # fmt: skip
    draw.line([(0, height // 14), (width, height // 14)], (220, 190, 60), 5)
    person = Image.new("RGB", size)
    person.paste(image)
    _figure(
        ImageDraw.Draw(person),
        width * (45 + dice.below(30)) / 100,
        height * 0.93,
        height * 0.62,
        dice,
    )
    return person.filter(ImageFilter.GaussianBlur(1.4))


def _map(size: tuple[int, int], dice: Dice) -> Image.Image:
    width, height = size
    image = Image.new("RGB", size, (236, 234, 224))
    draw = ImageDraw.Draw(image)
    for _ in range(9):
        x, y = dice.below(width), dice.below(height)
        draw.ellipse(
            (x - 50, y - 34, x + 60, y + 40), dice.pick(((210, 226, 200), (200, 220, 236)))
        )
    for _ in range(12):
        ends = [(dice.below(width), 0), (dice.below(width), height)]
        draw.line(ends if dice.below(2) else [(0, dice.below(height)), (width, dice.below(height))],
                  (255, 255, 255), 6)  # fmt: skip
    way = [(n * width // 6, height // 2 + dice.below(height // 3) - height // 6) for n in range(7)]
    draw.line(way, (60, 110, 180), 12, joint="curve")
    draw.line(way[2:5], (196, 44, 40), 12, joint="curve")
    for x, y in (way[2], way[4]):
        draw.ellipse((x - 13, y - 13, x + 13, y + 13), (255, 255, 255), (196, 44, 40), 5)
    return image


def _poster(size: tuple[int, int], dice: Dice) -> Image.Image:
    width, height = size
    ground = dice.pick(((22, 52, 110), (240, 196, 40), (236, 236, 232)))
    ink = (250, 250, 250) if ground[0] < 100 else (24, 28, 36)
    image = Image.new("RGB", size, ground)
    draw = ImageDraw.Draw(image)
    draw.rectangle((14, 14, width - 14, height - 14), outline=ink, width=5)
    words = dice.pick(
        ("COFFEE WITH A COP", "LOCK IT. MARK IT.", "THINK BEFORE YOU CLICK", "OPEN DAY")
    )
    _words(draw, words, (width // 2, height // 4), width // 12, ink)
    _words(draw, "Westmarch Police", (width // 2, height * 5 // 6), width // 22, ink)
    for nth in range(3):
        _figure(draw, width * (nth + 1) / 4, height * 0.74, height * 0.3, dice)
    return image


def _words(draw: Canvas, text: str, at: tuple[int, int], tall: int, ink: Colour) -> None:
    room = at[0] * 2 * 3 // (2 * len(text))
    draw.text(at, text, ink, font_size=min(tall, room), anchor="mm")


def _street(size: tuple[int, int], dice: Dice) -> Image.Image:
    width, height = size
    image = _faded(size, *dice.pick(_SKIES))
    draw = ImageDraw.Draw(image)
    left, base = 0, height * 3 // 4
    while left < width:
        wide = 60 + dice.below(50)
        top = height // 4 + dice.below(height // 6)
        shade = 110 + dice.below(60)
        draw.rectangle((left, top, left + wide, base), (shade, shade * 3 // 4, shade * 3 // 5))
        draw.polygon([(left, top), (left + wide, top), (left + wide // 2, top - 26)], (84, 66, 62))
        for y in range(top + 16, base - 40, 44):
            for x in (left + wide // 5, left + wide * 3 // 5):
                draw.rectangle(
                    (x, y, x + wide // 5, y + 24), dice.pick(((250, 226, 150), (50, 60, 74)))
                )
        left += wide
    draw.rectangle((0, base, width, height), (86, 86, 88))
    for _ in range(4):
        _vehicle(draw, dice.below(width), base + 30 + dice.below(height // 8), 70, dice)
    return image


def _park(size: tuple[int, int], dice: Dice) -> Image.Image:
    width, height = size
    image, draw, horizon = _outdoors(size, dice)
    middle = width // 2 + dice.below(120) - 60
    draw.polygon([(middle - 6, horizon), (middle + 6, horizon), (width * 3 // 4, height),
                  (width // 4, height)], (186, 172, 140))  # fmt: skip
    for _ in range(9):
        x, y = dice.below(width), horizon + dice.below(height // 4)
        tall = 40 + (y - horizon)
        draw.rectangle((x - 4, y - tall // 2, x + 4, y), (84, 62, 44))
        crown = 40 + dice.below(60)
        draw.ellipse((x - tall / 2, y - tall * 1.4, x + tall / 2, y - tall * 0.3), (crown, 110, 50))
    _figure(draw, middle + 20, height * 0.9, height * 0.22, dice)
    return image


def _night(size: tuple[int, int], dice: Dice) -> Image.Image:
    width, height = size
    image = _faded(size, (8, 12, 28), (34, 36, 48))
    draw = ImageDraw.Draw(image)
    ends = [(width * 0.6, height // 2), (width * 0.4, height // 2)]
    draw.polygon([(0, height), (width, height), *ends], (40, 42, 48))
    lights = Image.new("RGB", size)
    glow = ImageDraw.Draw(lights)
    for nth in range(8):
        x, y = (nth + 1) * width // 9, height // 2 - nth % 2 * 60 - dice.below(50)
        colour = dice.pick(((255, 190, 90), (255, 190, 90), (70, 120, 255)))
        glow.ellipse((x - 16, y - 16, x + 16, y + 16), colour)
    lights = lights.filter(ImageFilter.GaussianBlur(14))
    return ImageChops.screen(image, lights)


def _face(size: tuple[int, int], dice: Dice) -> Image.Image:
    """A head and shoulders in two colours, no more."""
    width, height = size
    ground = tuple(90 + dice.below(120) for _ in range(3))
    image = Image.new("RGB", size, (ground[0], ground[1], ground[2]))
    draw = ImageDraw.Draw(image)
    skin = dice.pick(((236, 200, 172), (150, 104, 76), (96, 66, 50), (206, 164, 128)))
    middle, tall = width // 2, min(width, height)
    shoulders = (middle - tall * 0.4, height - tall * 0.3, middle + tall * 0.4, height + tall * 0.4)
    draw.ellipse(shoulders, dice.pick(_PAINTS))
    head = (
        middle - tall * 0.2,
        height / 2 - tall * 0.3,
        middle + tall * 0.2,
        height / 2 + tall * 0.2,
    )
    draw.ellipse(head, skin)
    hair = dice.pick(((40, 30, 26), (120, 80, 40), (180, 180, 180), (24, 24, 28)))
    draw.pieslice(head, 180, 360, hair)
    return image


_PAINTERS: dict[str, Callable[[tuple[int, int], Dice], Image.Image]] = {
    "bus": _bus, "fire": _fire, "map": _map, "night": _night, "park": _park, "poster": _poster,
    "queue": _queue, "road": _road, "smoke": _smoke, "street": _street, FACE: _face,
}  # fmt: skip
