"""What can be wrong with a photo or clip; each is one sentence for whoever attaches it."""

from controlroom.model.errors import WorldError


class MediaError(WorldError):
    """A file cannot be used as it is."""


class NotMedia(MediaError):
    sentence = "This file is no photo or clip that can be read."
    remedy = "Photos: JPEG, PNG, WebP, GIF. Clips: MP4, MOV, MKV, AVI, WebM."


class TooManyPixels(MediaError):
    sentence = "This picture is too large to be opened safely: {width} × {height} pixels."
    remedy = "Make a smaller copy first; {most} megapixels are enough for every network."


class TooLong(MediaError):
    sentence = "This clip lasts {seconds} s; here at most {most} s go out."
    remedy = "Trim it, or send a still and a link instead."


class TooShort(MediaError):
    sentence = "This clip lasts {seconds} s; at least {least} s are needed here."
    remedy = "Take more of it, or send a still instead."


class WrongShape(MediaError):
    sentence = "This picture is too narrow or too wide for this network."
    remedy = "Crop it."


class DoesNotFit(MediaError):
    sentence = "This file cannot be made small enough: at most {most} MB are taken here."
    remedy = "Crop or trim it."


class NotClean(MediaError):
    """What was made still bears something it must not; it is thrown away."""

    sentence = "The copy still holds data that must not leave ({what})."
    remedy = "Nothing was sent. Attach a plain JPEG or MP4 copy of the file."


class WorkBrokeOff(MediaError):
    sentence = "The file could not be worked on ({reason})."
    remedy = "Try again; if it stays so, attach a copy made with another program."


class CaptionsUnreadable(MediaError):
    sentence = "Line {line} of the captions cannot be read."
    remedy = "WebVTT and SubRip files are taken, in UTF-8."
