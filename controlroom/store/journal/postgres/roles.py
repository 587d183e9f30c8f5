"""The roles that a database of ours grants its rights to; nobody signs in as one of them."""

OWNER, DESK, STATION = "controlroom_owner", "controlroom_desk", "controlroom_station"
ROLES = (OWNER, DESK, STATION)
