"""Which HTTP status a kind of problem has."""

from songfa.rules.problems import Kind

STATUS = {Kind.INVALID: 400, Kind.FORBIDDEN: 403, Kind.MISSING: 404, Kind.CONFLICT: 409}
