"""The tables of `desk.db`, as statements that write name them."""

from sqlalchemy import Boolean, Column, Integer, LargeBinary, MetaData, Table, Text

_tables = MetaData()

board = Table(
    "board",
    _tables,
    Column("id", Integer, primary_key=True),
    Column("name", Text),
    Column("place", Integer),
    Column("closed_ms", Integer),
)
board_column = Table(
    "board_column",
    _tables,
    Column("id", Integer, primary_key=True),
    Column("board_id", Integer),
    Column("place", Integer),
    Column("closed_ms", Integer),
    Column("stream", Integer),
    Column("title", Text),
    Column("width", Integer),
    Column("filter", Text),
    Column("paused", Boolean),
    Column("anchor", Integer),
    Column("offset", Integer),
    Column("pinned", Boolean),
)
side = Table(
    "side",
    _tables,
    Column("kind", Text, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("screens", Text, primary_key=True),
    Column("is_out", Boolean),
    Column("x", Integer),
    Column("y", Integer),
    Column("width", Integer),
    Column("height", Integer),
)
read_up_to = Table(
    "read_up_to",
    _tables,
    Column("column_id", Integer, primary_key=True),
    Column("post_id", Integer),
)
post_read = Table(
    "post_read",
    _tables,
    Column("stream_id", Integer, primary_key=True),
    Column("post_id", Integer, primary_key=True),
)
draft = Table(
    "draft",
    _tables,
    Column("id", Text, primary_key=True),
    Column("updated_ms", Integer),
    Column("body", LargeBinary),
)
saved_search = Table(
    "saved_search",
    _tables,
    Column("id", Integer, primary_key=True),
    Column("name", Text),
    Column("query", Text),
)
alert_rule = Table(
    "alert_rule",
    _tables,
    Column("id", Integer, primary_key=True),
    Column("name", Text),
    Column("query", Text),
    Column("stream", Integer),
    Column("level", Integer),
    Column("sound", Boolean),
    Column("quiet_minutes", Integer),
)
alert = Table(
    "alert",
    _tables,
    Column("id", Integer, primary_key=True),
    Column("rule", Integer),
    Column("name", Text),
    Column("level", Integer),
    Column("post", Integer),
    Column("at_ms", Integer),
    Column("count", Integer),
    Column("more", Boolean),
    Column("is_read", Boolean),
    Column("query", Text),
    Column("stream", Integer),
    Column("text", Text),
)
shared_board = Table(
    "shared_board",
    _tables,
    Column("key", Text, primary_key=True),
    Column("board_id", Integer),
    Column("seq", Integer),
    Column("missing", Text),
)
looked = Table(
    "looked",
    _tables,
    Column("draft", Text, primary_key=True),
    Column("content", Text),
    Column("opened", Text),
    Column("at_ms", Integer),
)
