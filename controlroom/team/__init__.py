"""Officers, roles and rights: what the journal says of them, folded.

`fold.Fold` takes entries and holds the state; `rights.answer`, `rights.of_officer` and
`rights.of_profile` ask it who may do what and why; `snapshot` puts it away and brings it back.
"""
