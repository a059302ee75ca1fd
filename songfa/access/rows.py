"""Row-level security, generated from the models: the scope rule stands in the database too.

Run after every migration (`songfa setup`, the tests): drops and makes each policy anew, so that it can never
lag behind the models.
"""

import pghistory.models
from django.apps import apps
from django.db import connection
from django.db.backends.utils import CursorWrapper

from songfa.access.models import Placed
from songfa.base.models import Row

# `songfa.low` and `songfa.high` bound the paths; a missing setting compares as unknown: nothing is seen.
# The planner folds the range into an index scan. Whether a unit or a person bounds it further is read once a
# query (sub-selects), and the CASE keeps the planner from taking those bounds for rare.
_ONLY = "((select current_setting('songfa.{0}', true)) in ('', {1}::text))"
RULE = (
    "area_path >= current_setting('songfa.low', true) collate \"C\""
    " and area_path < current_setting('songfa.high', true) collate \"C\""
    " and case (select current_setting('songfa.unit', true) || current_setting('songfa.own', true))"
    f" when '' then true else {_ONLY.format('unit', 'unit_id')} and {_ONLY.format('own', 'held_by_id')} end"
)
# rows that are only ever added
ADDED_ONLY = ("audit_line", "insight_snapshot")
# rows that change and are never taken out: the ends of the trail's chains, and the tokens of forms that were sent
KEPT = ("audit_head", "audit_once")
MAY_ADD, MAY_ALL = "insert", "select, insert, update, delete"


def guarded() -> list[type[Row]]:
    """Return every model whose rows lie in a place."""
    return [m for m in apps.get_models() if issubclass(m, Placed)]


def protect(password: str | None = None) -> None:
    """Make the web role, its rights, a policy for each guarded table and a guard for each state machine."""
    with connection.cursor() as cursor:
        _role(cursor, password)
        cursor.execute("grant usage on schema public to songfa_web")
        cursor.execute(f"grant {MAY_ALL} on all tables in schema public to songfa_web")
        cursor.execute("grant usage, select on all sequences in schema public to songfa_web")
        cursor.execute("grant execute on all functions in schema public to songfa_web")
        cursor.execute("revoke insert, update, delete on django_migrations from songfa_web")
        for table in ADDED_ONLY:
            cursor.execute(f"revoke update, delete, truncate on {table} from songfa_web")
        for table in KEPT:
            cursor.execute(f"revoke delete, truncate on {table} from songfa_web")
        for table in histories():
            cursor.execute(f"revoke all on {table} from songfa_web")
            cursor.execute(f"grant {MAY_ADD} on {table} to songfa_web")
        for model in guarded():
            _policy(cursor, model._meta.db_table)


def histories() -> list[str]:
    """Return the tables of kept versions: the web adds to them through triggers and never reads them."""
    return [m._meta.db_table for m in apps.get_models() if issubclass(m, pghistory.models.Event)]


def _role(cursor: CursorWrapper, password: str | None) -> None:
    cursor.execute("select 1 from pg_roles where rolname = 'songfa_web'")
    if cursor.fetchone() is None:
        cursor.execute("create role songfa_web nosuperuser nobypassrls nocreatedb nocreaterole")
    if password:
        cursor.execute(
            "select format('alter role songfa_web login password %%L', %s::text)", [password]
        )
        cursor.execute(cursor.fetchone()[0])
    cursor.execute("select current_user, rolsuper from pg_roles where rolname = current_user")
    me, is_super = cursor.fetchone()
    if not is_super:
        cursor.execute(f'grant songfa_web to "{me}"')


def _policy(cursor: CursorWrapper, table: str) -> None:
    cursor.execute(f"alter table {table} enable row level security")
    cursor.execute(f"drop policy if exists scope on {table}")
    cursor.execute(
        f"create policy scope on {table} for all to songfa_web using ({RULE}) with check ({RULE})"
    )
