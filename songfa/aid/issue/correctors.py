"""Who may issue a document anew that was wrong."""

from songfa.rules.verbs import Verb

# whoever may do the act writes its document anew; the others are written by whoever may write by hand
ACTS = {
    "grant": Verb.AID_GRANT,
    "refuse": Verb.AID_REFUSE,
    "supplement_notice": Verb.AID_ASK_PAPERS,
    "transfer": Verb.AID_TRANSFER,
    "assignment": Verb.AID_ASSIGN,
    "appointment_for_litigation": Verb.AID_ASSIGN,
    "change_personnel_notice": Verb.AID_ASSIGN,
    "replacement_for_litigation": Verb.AID_ASSIGN,
    "change_refusal": Verb.AID_REFUSE_CHANGE,
    "termination": Verb.AID_TERMINATE,
    "termination_letter": Verb.AID_TERMINATE,
    "discontinuation": Verb.AID_DISCONTINUE,
    "objection_decision": Verb.AID_DISMISS,
    "cooperation_letter": Verb.AID_COOPERATE,
    "closing_report": Verb.AID_CLOSE,
}
CORRECTORS = (Verb.AID_ISSUE, *dict.fromkeys(ACTS.values()))


def corrected_by(kind: str) -> Verb:
    """Return the verb by which a document of a kind may be written anew."""
    return ACTS.get(kind, Verb.AID_ISSUE)
