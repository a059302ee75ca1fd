"""The tree of units, for plans: who stands above whom."""

from uuid import UUID

from django.db import connection

CLIMB = """
with recursive up(id, parent_id) as (
  select id, parent_id from access_unit where id = %s
  union
  select u.id, u.parent_id from access_unit u join up on u.id = up.parent_id
)
select id from up
"""


def above(unit_id: UUID) -> frozenset[UUID]:
    """Return a unit and every unit above it in the tree."""
    with connection.cursor() as cursor:
        cursor.execute(CLIMB, [unit_id])
        return frozenset(row[0] for row in cursor.fetchall())
