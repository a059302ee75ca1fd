"""Brings many rows into a table at once."""

from collections.abc import Callable, Sequence
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import connection
from django.db.models import BinaryField, Field, JSONField, Model
from psycopg import sql

Turn = Callable[[Any], Any]


def put(rows: Sequence[Model]) -> None:
    """Copy rows of one model into its table, as they stand."""
    if not rows:
        return
    fields = rows[0]._meta.concrete_fields
    named = sql.SQL(", ").join(sql.Identifier(str(f.column)) for f in fields)
    command = sql.SQL("copy {} ({}) from stdin").format(
        sql.Identifier(rows[0]._meta.db_table), named
    )
    turns = [(str(f.attname), turn) for f in fields for turn in [_turn(f)]]
    with connection.cursor() as cursor, cursor.copy(command) as copy:
        for row in rows:
            kept = row.__dict__
            copy.write_row([turn(kept[name]) if turn else kept[name] for name, turn in turns])


def _turn(field: Field[Any, Any]) -> Turn | None:
    """Return how a column's value is written; None where the driver knows how."""
    if isinstance(field, ArrayField):
        return _codes
    if isinstance(field, (JSONField, BinaryField)):
        return lambda value: field.get_db_prep_save(value, connection)
    return None


def _codes(values: list[str]) -> str:
    """Write a list of codes as PostgreSQL reads it. Raises ValueError for what is no code."""
    if not all(v.replace("-", "_").isidentifier() for v in values):
        raise ValueError(values)
    return "{" + ",".join(values) + "}"
