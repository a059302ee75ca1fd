"""What the web's own role in the database may not do, if somebody should ever speak through it."""

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction

from songfa.access.policy import bound
from songfa.access.rows import TRAIL, guarded
from songfa.audit.models import Head, Once
from tests.town import NOON, Town

# tables of ours that the web reads without a rule for each row, and why that shows nobody's affairs
OPEN_TABLES = {
    "areas_area": "public territory",
    "areas_succession": "public territory",
    "access_unit": "offices are public",
    "access_posting": "who works where; needed to find the actor",
    "access_user": "accounts of staff; needed to sign in",
    "aid_attempt": "fingerprints and numbers",
    "aid_draft": "sealed; found by a signed cookie",
    "aid_link": "fingerprints of one-time addresses",
    "aid_receipt": "fingerprints of codes",
    "aid_sequence": "numbers",
    "audit_head": "marks of the trail",
    "audit_once": "tokens of forms and ids",
    "network_apitoken": "fingerprints of keys; needed to let a program in",
}


def refused(statement: str) -> None:
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.parametrize(
    "statement",
    [
        "grant songfa to songfa_web", "alter role songfa_web superuser", "alter role songfa_area bypassrls",
        "create role intruder login", "create database elsewhere",
        "alter table aid_file disable row level security", "drop policy scope_area on aid_file",
        "alter table aid_file disable trigger guard_state", "set session_replication_role = replica",
        "create table intruder (a int)", "create schema intruder", "truncate aid_file", "drop table aid_file",
        "create function intruder() returns int language sql as 'select 1'", "create extension dblink",
        "copy (select 1) to program 'true'", "copy aid_log from '/etc/passwd'", "select pg_read_file('/etc/passwd')",
        "select lo_import('/etc/passwd')", "select rolpassword from pg_authid",
        "delete from audit_line", "update audit_line set n = n", "delete from audit_head", "delete from audit_once",
        "update insight_snapshot set year = year", "select * from people_personevent", "delete from django_migrations",
    ],
)  # fmt: skip
def test_the_webs_role_cannot(town: Town, statement: str) -> None:
    with bound(town.actor("head")):
        refused(statement)


def test_the_webs_role_is_nobody_else(db: None) -> None:
    """In the tests the owner lends its session to the role; the web itself signs in as the role and stays it."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication,"
            " array(select roleid::regrole::text from pg_auth_members where member = r.oid order by 1)"
            " from pg_roles r where rolname like 'songfa\\_%%' order by rolname"
        )
        reaches = ["songfa_area", "songfa_own", "songfa_unit"]
        assert cursor.fetchall() == [(False, []), (False, []), (False, []), (False, reaches)]
        cursor.execute(
            "select proname from pg_proc where pronamespace = 'public'::regnamespace and prosecdef"
        )
        assert cursor.fetchall() == []


def test_ends_of_chains_and_used_tokens_stay(town: Town) -> None:
    Once.objects.create(token="00000000-0000-4000-8000-000000000001", created_at=NOON, result="x")
    assert Head.objects.exists()
    with bound(town.actor("head")):
        refused("delete from audit_head")
        refused("delete from audit_once")
        Once.objects.update(result="y")


def test_every_table_of_ours_is_guarded_row_by_row_or_known_to_be_open() -> None:
    rooms = [
        m for m in apps.get_models() if m.__module__.startswith("songfa.") and not m._meta.proxy
    ]
    kept = {
        m._meta.db_table
        for m in rooms
        if m._meta.db_table.endswith("event") and hasattr(m, "pgh_id")
    }
    ruled = {m._meta.db_table for m in guarded()} | {TRAIL}
    assert {m._meta.db_table for m in rooms} - ruled - kept == set(OPEN_TABLES)
