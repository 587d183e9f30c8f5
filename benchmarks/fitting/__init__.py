"""Fits what a draft is weighed by as a whole to the labelled drafts that were looked at.

`samples` (what is learnt from) · `words` (the weights of words, a linear classifier) · `encoder`
(the encoder, taught further) · `exporting` (how it is written) · `__main__` (all of it together,
and how much a draft may weigh).
"""
