"""Writing a file: through SQLAlchemy Core, which is loaded when something is first written."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2


def writing_engine(connect: Callable[[], Any]) -> Engine:
    """Returns an engine whose transactions hold the file from their beginning.

    Args:
        connect: makes a bare connection.
    """
    engine = create_engine(
        "sqlite+pysqlite://",
        module=dbapi2,
        creator=connect,
        poolclass=QueuePool,
        pool_size=1,
        max_overflow=0,
    )
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
