"""The scenes there are pictures of, by name."""

SCENES = (
    "bus", "fire", "map", "night", "park", "poster", "queue", "road", "smoke", "street",
)  # fmt: skip
FACE = "face"
"""What is drawn for whoever asks for no scene: an abstract face."""
