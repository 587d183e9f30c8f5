"""The posts of a team in PostgreSQL: what the station on duty read, for every workstation.

`parcel` (what one read brought, ready to be sent) → `spool` (on this disk until it is there) →
`writing` (into the database, under the number of the duty) → `reading` (out of it, as far as this
login may) → `position` (how far a cache has followed). The tables, and who may see what, are in
`store.journal.postgres.archive`.
"""
