"""Row-level security, generated from the models: the scope rule stands in the database too.

Run after every migration (`songfa setup`, the tests): drops and makes each policy anew, so that it can never
lag behind the models.
"""

from collections.abc import Mapping
from typing import Any

import pghistory.models
from django.apps import apps
from django.db import connection
from django.db.backends.utils import CursorWrapper

from songfa.access.models import Placed
from songfa.access.policy import ROLES, WEB
from songfa.base.models import Row

# The rule of each reach, held by a database role of its own: the planner sees plain conditions, folds the range into
# an index scan and looks at nothing else for those who see an area. `songfa.low` and `songfa.high` bound the paths;
# a missing setting compares as unknown: nothing is seen.
_RANGE = (
    "area_path >= current_setting('songfa.low', true) collate \"C\""
    " and area_path < current_setting('songfa.high', true) collate \"C\""
)
_SETTING = "(select nullif(current_setting('songfa.{}', true), '')::uuid)"
RULES = {
    "area": _RANGE,
    "unit": f"{_RANGE} and unit_id = {_SETTING.format('unit')}",
    "own": f"{_RANGE} and held_by_id = {_SETTING.format('own')}",
}
# the trail: acts in the places of an area; whoever sees less sees the acts on what they see
TRAIL = "audit_line"
# rows that are only ever added
ADDED_ONLY = (TRAIL, "insight_snapshot")
# rows that change and are never taken out: the ends of the trail's chains, and the tokens of forms that were sent
KEPT = ("audit_head", "audit_once")
MAY_ADD, MAY_ALL = "insert", "select, insert, update, delete"


def guarded() -> list[type[Row]]:
    """Return every model whose rows lie in a place."""
    return [m for m in apps.get_models() if issubclass(m, Placed)]


def protect(password: str | None = None) -> None:
    """Make the web's roles, their rights and the policies of each guarded table."""
    with connection.cursor() as cursor:
        _roles(cursor, password)
        everyone = ", ".join((WEB, *ROLES.values()))
        cursor.execute(f"grant usage on schema public to {everyone}")
        cursor.execute(f"grant {MAY_ALL} on all tables in schema public to {everyone}")
        cursor.execute(f"grant usage, select on all sequences in schema public to {everyone}")
        cursor.execute(f"grant execute on all functions in schema public to {everyone}")
        cursor.execute(f"revoke insert, update, delete on django_migrations from {everyone}")
        for table in ADDED_ONLY:
            cursor.execute(f"revoke update, delete, truncate on {table} from {everyone}")
        for table in KEPT:
            cursor.execute(f"revoke delete, truncate on {table} from {everyone}")
        for table in histories():
            cursor.execute(f"revoke all on {table} from {everyone}")
            cursor.execute(f"grant {MAY_ADD} on {table} to {everyone}")
        for model in guarded():
            _policies(cursor, model._meta.db_table, RULES)
        for table in read_again():
            cursor.execute(f"grant select on {table} to {everyone}")
            _policies(cursor, table, RULES, kept=True)
        _policies(cursor, TRAIL, _of_the_trail(), kept=True)


def histories() -> list[str]:
    """Return the tables of kept versions: the web adds to them through triggers."""
    return [m._meta.db_table for m in _events()]


def read_again() -> list[str]:
    """Return the histories of guarded rows that name themselves `reread`: read within scope, as the rows are.

    All other histories the web never reads.
    """
    return [m._meta.db_table for m in _events() if getattr(m.pgh_tracked_model, "reread", False)]


def _events() -> list[Any]:
    return [m for m in apps.get_models() if issubclass(m, pghistory.models.Event)]


def _roles(cursor: CursorWrapper, password: str | None) -> None:
    """Make the role that signs in, and one for each reach, into which it steps for the time of a request."""
    for role in (WEB, *ROLES.values()):
        cursor.execute("select 1 from pg_roles where rolname = %s", [role])
        if cursor.fetchone() is None:
            cursor.execute(f"create role {role} nosuperuser nobypassrls nocreatedb nocreaterole")
    reaches = ", ".join(ROLES.values())
    cursor.execute(f"grant {reaches} to {WEB}")
    if password:
        cursor.execute(
            f"select format('alter role {WEB} login password %%L', %s::text)", [password]
        )
        cursor.execute(cursor.fetchone()[0])
    cursor.execute("select current_user, rolsuper from pg_roles where rolname = current_user")
    me, is_super = cursor.fetchone()
    if not is_super:
        cursor.execute(f'grant {WEB}, {reaches} to "{me}"')


def _of_the_trail() -> dict[str, str]:
    """Return the rule of each reach for the lines of the trail, which bear a place but neither unit nor holder.

    A subject is looked up by its number, under the rule of its own table.
    """
    seen = " ".join(
        f"when '{m._meta.label}' then exists (select from {m._meta.db_table} s where s.id = subject_id)"
        for m in guarded()
        if hasattr(m, "machines")
    )
    known = f"{_RANGE} and case subject {seen} else false end"
    return {"area": _RANGE, "unit": known, "own": known}


def _policies(
    cursor: CursorWrapper, table: str, rules: Mapping[str, str], *, kept: bool = False
) -> None:
    """Write the rule of each reach; to what is `kept` anybody adds: versions through triggers, and the trail."""
    cursor.execute(f"alter table {table} enable row level security")
    cursor.execute(
        "select polname from pg_policy where polrelid = %s::regclass and polname like 'scope%%'",
        [table],
    )
    for (name,) in cursor.fetchall():
        cursor.execute(f"drop policy {name} on {table}")
    for reach, rule in rules.items():
        where = f"for select to {ROLES[reach]} using ({rule})"
        if not kept:
            where = f"for all to {ROLES[reach]} using ({rule}) with check ({rule})"
        cursor.execute(f"create policy scope_{reach} on {table} {where}")
    if kept:
        everyone = ", ".join((WEB, *ROLES.values()))
        cursor.execute(
            f"create policy scope_added on {table} for insert to {everyone} with check (true)"
        )
