"""Proof as a tree of all-of and one-of, weighed against the papers that came in."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal


@dataclass(frozen=True, slots=True)
class Proof:
    """A branch (`all`, `any`) with its parts, or a leaf (`paper`) with its code. `met` says whether it is satisfied."""

    kind: Literal["all", "any", "paper"]
    met: bool
    code: str = ""
    parts: tuple["Proof", ...] = ()


def weigh(tree: Mapping[str, Any], have: frozenset[str]) -> Proof:
    """Weigh a tree as a finding keeps it (`{"paper": …}`, `{"all": […]}`, `{"any": […]}`).

    A branch with a single part is that part; an empty one asks for nothing.
    """
    if "paper" in tree:
        return Proof("paper", tree["paper"] in have, tree["paper"])
    kind: Literal["all", "any"] = "any" if "any" in tree else "all"
    parts = tuple(weigh(branch, have) for branch in tree.get(kind) or ())
    if len(parts) == 1:
        return parts[0]
    flat = tuple(inner for p in parts for inner in (p.parts if p.kind == kind else (p,)))
    met = all(p.met for p in flat) if kind == "all" else not flat or any(p.met for p in flat)
    return Proof(kind, met, "", flat)


def missing(proof: Proof) -> tuple[str, ...]:
    """Return every paper that would help: the leaves of what is not yet satisfied, each once."""
    if proof.met:
        return ()
    if proof.kind == "paper":
        return (proof.code,)
    return tuple(dict.fromkeys(code for part in proof.parts for code in missing(part)))


def leaves(proof: Proof) -> tuple[str, ...]:
    """Return every paper that a tree names, each once."""
    if proof.kind == "paper":
        return (proof.code,)
    return tuple(dict.fromkeys(code for part in proof.parts for code in leaves(part)))
