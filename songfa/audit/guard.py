"""The state machines in the database: a trigger, made from the tables of moves, refuses every other step.

A pack's code begins with its country (`cn-23`): so the database knows which machine a row lives under.
"""

from django.apps import apps
from django.db import connection

from songfa.audit.models import Stateful


def stateful() -> list[type[Stateful]]:
    return [m for m in apps.get_models() if issubclass(m, Stateful)]


def guard_states() -> None:
    """Make each guard anew; run after every migration."""
    with connection.cursor() as cursor:
        for model in stateful():
            table = model._meta.db_table
            named = model.machines.items()
            steps = ", ".join(f"('{c}', '{a}', '{b}')" for c, m in named for a, b in m.steps())
            states = ", ".join(f"('{c}', '{s}')" for c, m in named for s in m.states())
            country = "''" if "" in model.machines else "split_part(new.pack, '-', 1)"
            cursor.execute(
                f"""create or replace function guard_{table}() returns trigger language plpgsql as $$
                begin
                  if ({country}, new.state) not in ({states}) then
                    raise exception 'no such state: %', new.state using errcode = 'check_violation';
                  end if;
                  if tg_op = 'UPDATE' and new.state <> old.state
                    and ({country}, old.state, new.state) not in ({steps}) then
                    raise exception 'no move leads from % to %', old.state, new.state
                      using errcode = 'check_violation';
                  end if;
                  return new;
                end $$"""
            )
            cursor.execute(f"drop trigger if exists guard_state on {table}")
            cursor.execute(
                f"create trigger guard_state before insert or update of state on {table}"
                f" for each row execute function guard_{table}()"
            )
