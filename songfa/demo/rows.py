"""Brings many rows into a table at once."""

from collections.abc import Sequence

from django.db import connection
from django.db.models import Model
from psycopg import sql


def put(rows: Sequence[Model]) -> None:
    """Copy rows of one model into its table, as they stand."""
    if not rows:
        return
    fields = rows[0]._meta.concrete_fields
    command = sql.SQL("copy {} ({}) from stdin").format(
        sql.Identifier(rows[0]._meta.db_table),
        sql.SQL(", ").join(sql.Identifier(str(f.column)) for f in fields),
    )
    with connection.cursor() as cursor, cursor.copy(command) as copy:
        for row in rows:
            copy.write_row(
                [f.get_db_prep_save(getattr(row, str(f.attname)), connection) for f in fields]
            )
