"""A photo that leaves is its picture and nothing else."""

import io

import numpy as np
import pytest
from PIL import Image, ImageCms

from controlroom.outbound.media.clean import refuse_unclean
from controlroom.outbound.media.edit import WHOLE, Box, Cover, Edit, Mark, Over
from controlroom.outbound.media.errors import DoesNotFit, NotMedia, TooManyPixels, WrongShape
from controlroom.outbound.media.look import look
from controlroom.outbound.media.made import Made, Told
from controlroom.outbound.media.needs import JPEG, PNG, PhotoNeed, needs
from controlroom.outbound.media.photo import make_photo
from tests.outbound.media.samples import SECRETS, camera_jpeg, noted_png, picture, shown

ANY = PhotoNeed(10_000_000, 8_000, (JPEG, PNG))
QUARTER = Box(WHOLE // 4, WHOLE // 4, WHOLE // 2, WHOLE // 2)


def made(content: bytes, edit: Edit | None = None, need: PhotoNeed = ANY) -> tuple[Made, bytes]:
    into = io.BytesIO()
    told = make_photo(io.BytesIO(content), edit or Edit(), need, into)
    refuse_unclean(into, told.mime)
    return told, into.getvalue()


def covered(over: Over, *boxes: Box) -> Edit:
    return Edit(covers=tuple(Cover(over, (Mark(0, box),)) for box in boxes))


def test_everything_a_camera_tells_is_seen_and_none_of_it_leaves() -> None:
    told = look(io.BytesIO(camera_jpeg()))
    assert set(told.told) == {
        Told.PLACE,
        Told.DEVICE,
        Told.TIME,
        Told.PERSON,
        Told.MAKER,
        Told.EDITOR,
    }
    about, content = made(camera_jpeg())
    assert (about.mime, about.size) == (JPEG, len(content))
    assert not [secret for secret in SECRETS if secret in content]
    left = Image.open(io.BytesIO(content))
    assert not left.getexif()
    assert left.info.keys() <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
    assert look(io.BytesIO(content)).told == ()


def test_a_second_picture_behind_the_first_does_not_come_along() -> None:
    both = io.BytesIO()
    small = [picture((160, 120))]
    picture((320, 240)).save(both, "MPO", save_all=True, append_images=small)
    assert Told.THUMBNAIL in look(io.BytesIO(both.getvalue())).told
    _, left = made(both.getvalue())
    assert left.count(b"\xff\xd8\xff") == 1


def test_a_broken_list_of_pictures_is_passed_over() -> None:
    head = b"\xff\xe2" + (100).to_bytes(2, "big") + b"MPF\0" + bytes(94)
    content = camera_jpeg()
    about, _ = made(content[:2] + head + content[2:])
    assert (about.width, about.height) == (640, 480)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photo_leaves_as_people_saw_it(orientation: int) -> None:
    content = camera_jpeg(picture((400, 200)), orientation)
    size = look(io.BytesIO(content))
    about, left = made(content)
    assert (about.width, about.height) == (size.width, size.height)
    corner = {1: (0, 0), 2: (0, -1), 3: (-1, -1), 4: (-1, 0), 5: (0, 0), 6: (0, -1), 7: (-1, -1)}
    row, column = corner.get(orientation, (-1, 0))
    assert shown(left)[row, column].min() > 240


@pytest.mark.parametrize("over", Over)
def test_nothing_of_what_is_covered_can_be_seen_and_nothing_else_is_touched(over: Over) -> None:
    _, left = made(camera_jpeg(), covered(over, QUARTER))
    before, after = shown(camera_jpeg()), shown(left)
    inside = np.s_[122:358, 162:478]
    # Detail between neighbouring pixels is what a face or a plate is read by.
    assert np.abs(np.diff(after[inside], axis=1)).mean() < 3
    assert np.abs(np.diff(before[inside], axis=1)).mean() > 50
    assert np.corrcoef(before[inside].ravel(), after[inside].ravel())[0, 1] < 0.1
    outside = np.ones(before.shape[:2], bool)
    outside[110:370, 150:490] = False
    assert np.abs(before[outside] - after[outside]).mean() < 12


def test_a_blur_leaves_too_little_of_small_and_of_long_regions() -> None:
    for box in (Box(5_000, 5_000, 300, 300), Box(1_000, 5_000, 8_000, 250)):
        _, left = made(camera_jpeg(), covered(Over.BLUR, box))
        x0, y0, x1, y1 = box.pixels(640, 480)
        part = shown(left)[y0 + 1 : y1 - 1, x0 + 1 : x1 - 1]
        assert np.abs(np.diff(part, axis=1)).mean() < 16


def test_cropping_turning_and_covering_use_places_of_the_picture_as_it_was() -> None:
    edit = Edit(
        turn=90, crop=Box(0, 0, WHOLE // 2, WHOLE), covers=covered(Over.BLOCK, QUARTER).covers
    )
    about, left = made(camera_jpeg(), edit)
    assert (about.width, about.height) == (480, 320)
    seen = shown(left)
    # Turned clockwise, the white corner of the upper left is at the upper right.
    assert seen[5, -5].min() > 240
    assert seen[240, 240].max() < 40
    assert edit.done() == ("crop", "turn 90", "block 1")


def test_a_region_beyond_the_edge_is_covered_as_far_as_there_is_a_picture() -> None:
    _, left = made(camera_jpeg(), covered(Over.BLOCK, Box(9_000, 9_000, 5_000, 5_000)))
    assert shown(left)[-2, -2].max() < 40


def test_a_photo_is_made_as_small_as_the_network_asks_and_no_smaller_than_needed() -> None:
    large = camera_jpeg(picture((1600, 1200)))
    for most in (400_000, 150_000):
        about, left = made(large, need=PhotoNeed(most, 1_200))
        assert most * 0.4 < len(left) <= most
        assert max(about.width, about.height) <= 1_200
    with pytest.raises(DoesNotFit):
        made(large, need=PhotoNeed(900, 1_200))


def test_transparency_stays_where_the_network_takes_it_and_is_white_elsewhere() -> None:
    about, left = made(noted_png())
    assert about.mime == PNG
    assert b"Quill" not in left
    assert b"darkroom" not in left
    assert Image.open(io.BytesIO(left)).convert("RGBA").getpixel((0, 0))[3] == 0
    flat, _ = made(noted_png(), need=PhotoNeed(5_000_000, 4_000))
    assert flat.mime == JPEG


def test_a_wide_colour_profile_becomes_the_usual_one_and_a_broken_one_harms_nothing() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for icc in (profile, b"no profile at all"):
        buffer = io.BytesIO()
        Image.new("RGB", (64, 64), (200, 40, 90)).save(buffer, "JPEG", icc_profile=icc)
        _, left = made(buffer.getvalue())
        assert np.abs(shown(left)[30, 30] - (200, 40, 90)).max() < 6


@pytest.mark.parametrize("mode", ["1", "L", "P", "LA", "CMYK", "I;16"])
def test_every_kind_of_pixel_is_taken(mode: str) -> None:
    buffer = io.BytesIO()
    image = picture((80, 60)).convert("L").convert("I").convert("I;16") if mode == "I;16" else None
    (image or picture((80, 60)).convert(mode)).save(buffer, "JPEG" if mode == "CMYK" else "PNG")
    about, _ = made(buffer.getvalue())
    assert (about.width, about.height) == (80, 60)


def test_a_picture_too_narrow_for_a_network_is_not_cut_by_us() -> None:
    need = needs()["instagram"].photo
    assert need is not None
    with pytest.raises(WrongShape):
        made(camera_jpeg(picture((900, 200))), need=need)


def test_a_bomb_is_refused_by_its_size_before_a_pixel_is_read() -> None:
    buffer = io.BytesIO()
    Image.new("1", (30_000, 30_000)).save(buffer, "PNG")
    with pytest.raises((TooManyPixels, NotMedia)):
        made(buffer.getvalue())


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"GIF89a",
        b"<svg xmlns='http://www.w3.org/2000/svg'><image href='file:///etc/passwd'/></svg>",
        camera_jpeg()[:4_000],
        b"\x89PNG\r\n\x1a\n" + bytes(100),
        b"%PDF-1.7",
    ],
)
def test_what_is_no_photo_is_said_so(content: bytes) -> None:
    with pytest.raises(NotMedia):
        made(content)
