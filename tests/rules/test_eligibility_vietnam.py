"""Vietnam by table: pack, day, facts -> outcome, groups, grounds and whatever else the row is about."""

from datetime import date
from typing import Any

import pytest

from songfa.rules.eligibility.check import check
from songfa.rules.packs.read import load
from tests.rules.test_eligibility_scenarios import differences

Row = tuple[str, str, str, dict[str, Any], dict[str, Any]]

FREE, TEST, NO = "granted_without_means_test", "means_test_required", "refuse"
VIA = {"is_recipient": True, "via": "proceedings_body"}
COMPLAINTS = [
    "complaint_to_head_of_organisation",
    "complaint_to_director_of_justice_department",
    "court",
]
Y = "2024-05-06"
NEAR = {"poor": False, "near_poor": True}
WELL = {"poor": False, "near_poor": False}


def clock(step: str, amount: int, unit: str, since: str = "acceptance") -> dict[str, Any]:
    return {"step": step, "amount": amount, "unit": unit, "from": since}


APPOINT = clock("appoint_provider_litigation", 3, "working_days")
APPOINT_12 = clock("appoint_provider_litigation", 12, "hours")
APPOINT_NOW = clock("appoint_provider_litigation", 0, "hours")
PROOF_5 = clock("supply_proof_of_eligibility", 5, "working_days")
PROOF_10 = clock("supply_proof_of_eligibility", 10, "working_days")
NOTIFY_12 = clock("proceedings_body_notifies_centre", 12, "hours", "request_received_by_body")
NOTIFY_24 = clock("proceedings_body_notifies_centre", 24, "hours", "request_received_by_body")
NOTICE = clock("written_notice_of_discontinuation", 0, "hours", "withdrawal_received")
HAND_OVER = clock("hand_over_file", 30, "days", "case_end")
COMPLAIN = [
    clock("head_decides_complaint", 3, "working_days", "complaint_received"),
    clock("director_decides_complaint", 15, "days", "complaint_received_by_director"),
]


def asks(
    *statuses: str, birth: str = "1985-05-05", home: dict[str, Any] | None = None, **more: Any
) -> dict[str, Any]:
    told: dict[str, Any] = {
        "service": "litigation",
        "matter": "land",
        "person": {
            "birth_date": birth,
            "statuses": list(statuses),
            "nationality": "VN",
            **more.pop("person", {}),
        },
        "household": WELL if home is None else home,
        "monthly_social_allowance": False,
        "applicant": {"is_recipient": True},
    }
    return {**told, **more}


def expects(outcome: str, groups: str, *grounds: str, **more: Any) -> dict[str, Any]:
    return {"outcome": outcome, "vn_groups": groups.split(), "grounds": list(grounds), **more}


def accused(role: str, custody: str | None = None, **more: Any) -> dict[str, Any]:
    held = {} if custody is None else {"custody": custody}
    return {"role": role, "stage": "investigation", **held, **more}


ND, FAIL = "ND144 2", "LTGPL 30(3)(a)"
AMENDED = "LTGPL 7(5) as amended 2026"
EIGHT = (
    "denounced",
    "proposed_for_prosecution",
    "held_in_emergency",
    "accused",
    "victim",
    "witness",
    "diversion_measure",
    "prisoner",
)
PROOFS: list[tuple[str, dict[str, Any], str, list[str], str, str]] = [
    ("meritorious", {}, "k1", ["meritorious_recognition_decision"], "LTGPL 7(1)", "TT08 33(1)(a)"),
    ("meritorious", {}, "k1", ["honour_title_decision"], "LTGPL 7(1)", "TT08 33(1)(b)"),
    ("meritorious", {}, "k1", ["resistance_medal"], "LTGPL 7(1)", "TT08 33(1)(c)"),
    ("meritorious", {}, "k1", ["meritorious_allowance_decision"], "LTGPL 7(1)", "TT08 33(1)(d)"),
    ("meritorious", {}, "k1", ["war_invalid_certificate"], "LTGPL 7(1)", "TT08 33(1)(dd)"),
    ("meritorious", {}, "k1", ["to_quoc_ghi_cong_medal"], "LTGPL 7(1)", "TT08 33(1)(e)"),
    (
        "",
        {"ethnic_minority": True, "residence_zone": "specially_difficult"},
        "k4",
        ["ethnicity_paper", "residence_paper"],
        "LTGPL 7(4)",
        "TT08 33(4)(a)",
    ),
    (
        "",
        {"ethnic_minority": True, "residence_zone": "specially_difficult"},
        "k4",
        ["proceedings_document"],
        "LTGPL 7(4)",
        "TT08 33(4)(b)",
    ),
    (
        "",
        {"birth": "2007-01-01", "criminal": accused("accused")},
        "k5",
        ["proceedings_document"],
        "LTGPL 7(5)",
        "TT08 33(5)",
    ),
    (
        "",
        {"home": NEAR, "criminal": accused("accused")},
        "k6",
        ["near_poor_certificate", "proceedings_document"],
        "LTGPL 7(6)",
        "TT08 33(6)",
    ),
]
TESTED: list[tuple[str, dict[str, Any], str, list[str], str, str]] = [
    (
        "martyr_family",
        {},
        "k7a",
        ["near_poor_certificate", "to_quoc_ghi_cong_certificate", "relationship_paper"],
        "LTGPL 7(7)(a)",
        "TT08 33(7)",
    ),
    (
        "agent_orange",
        {},
        "k7b",
        ["near_poor_certificate", "agent_orange_paper"],
        "LTGPL 7(7)(b)",
        "TT08 33(8)",
    ),
    (
        "",
        {"birth": "1960-01-01"},
        "k7c",
        ["social_home_admission_decision"],
        "LTGPL 7(7)(c)",
        "TT08 33(9)(a)",
    ),
    (
        "",
        {"birth": "1960-01-01"},
        "k7c",
        ["near_poor_certificate", "identity_card"],
        "LTGPL 7(7)(c)",
        "TT08 33(9)(b)",
    ),
    (
        "",
        {"person": {"disability": {"types": ["visual"], "grade": "mild"}}},
        "k7d",
        ["near_poor_certificate", "disability_certificate"],
        "LTGPL 7(7)(d)",
        "TT08 33(10)(a)",
    ),
    (
        "",
        {"person": {"disability": {"types": ["visual"], "grade": "mild"}}},
        "k7d",
        ["monthly_allowance_decision"],
        "LTGPL 7(7)(d)",
        "TT08 33(10)(b)",
    ),
    (
        "",
        {"birth": "2007-01-01", "criminal": accused("victim")},
        "k7dd",
        ["near_poor_certificate", "proceedings_document"],
        "LTGPL 7(7)(dd)",
        "TT08 33(11)",
    ),
    (
        "domestic_violence_victim",
        {},
        "k7e",
        ["social_home_admission_decision"],
        "LTGPL 7(7)(e)",
        "TT08 33(12)(a)",
    ),
    (
        "domestic_violence_victim",
        {},
        "k7e",
        ["near_poor_certificate", "no_contact_order"],
        "LTGPL 7(7)(e)",
        "TT08 33(12)(b)",
    ),
    (
        "domestic_violence_victim",
        {"monthly_social_allowance": True, "home": WELL},
        "k7e",
        ["monthly_allowance_decision", "medical_injury_certificate"],
        "LTGPL 7(7)(e)",
        "TT08 33(15)",
    ),
    (
        "trafficking_victim",
        {},
        "k7g",
        ["near_poor_certificate", "trafficking_victim_paper"],
        "LTGPL 7(7)(g)",
        "TT08 33(13)",
    ),
    (
        "hiv",
        {},
        "k7h",
        ["near_poor_certificate", "hiv_confirmation"],
        "LTGPL 7(7)(h)",
        "TT08 33(14)",
    ),
]


def _statuses(status: str) -> list[str]:
    return [status] if status else []


DROPPED: list[tuple[str, str, str, dict[str, Any]]] = [
    ("k7a", "a", "martyr_family", {}),
    ("k7b", "b", "agent_orange", {}),
    ("k7d", "d", "", {"person": {"disability": {"types": ["limb"], "grade": "mild"}}}),
]

TABLE: list[Row] = [
    (
        "in a social home, of no household",
        "vn",
        Y,
        asks(birth="1950-01-01", documents=["social_home_admission_decision"]),
        expects(TEST, "k7c", "LTGPL 7(7)(c)", ND, "TT08 33(9)(a)", means_result="pass"),
    ),
    *(
        (
            f"{group} proven by {papers[0]} {proof}",
            "vn",
            Y,
            asks(*_statuses(status), documents=papers, **facts),
            expects(FREE, group, article, proof, means_basis="none_required"),
        )
        for status, facts, group, papers, article, proof in PROOFS
    ),
    *(
        (
            f"{group} near-poor, {proof}",
            "vn",
            Y,
            asks(*_statuses(status), documents=papers, **{"home": NEAR, **facts}),
            expects(TEST, group, article, ND, proof, means_result="pass"),
        )
        for status, facts, group, papers, article, proof in TESTED
    ),
    *(
        (
            f"{group} of means",
            "vn",
            Y,
            asks(
                *_statuses(status),
                vn_groups=[group],
                **{**facts, "monthly_social_allowance": False, "home": WELL},
            ),
            expects(
                NO,
                "",
                "LTGPL 7(7)" if group == "k7c" else article,
                ND,
                FAIL,
                means_result="fail",
                clocks=COMPLAIN,
                remedies=COMPLAINTS,
                lawyer_requirement=["none"],
            ),
        )
        for status, facts, group, _, article, proof in TESTED
        if not proof.endswith("(b)") and proof != "TT08 33(15)"
    ),
    *(
        (
            f"child, {papers}",
            "vn",
            Y,
            asks(birth="2012-01-01", documents=[papers]),
            expects(FREE, "k3", "LTGPL 7(3)"),
        )
        for papers in ("birth_certificate", "proceedings_document", "sanction_document")
    ),
    (
        "poor",
        "vn",
        Y,
        asks(home={"poor": True}, documents=["poor_household_certificate"]),
        expects(FREE, "k2", "LTGPL 7(2)", "TT08 33(2)"),
    ),
    (
        "two groups",
        "vn",
        Y,
        asks("meritorious", home={"poor": True}),
        expects(FREE, "k1 k2", "LTGPL 7(1)", "LTGPL 7(2)"),
    ),
    (
        "disabled child, near-poor",
        "vn",
        Y,
        asks(
            birth="2012-01-01",
            home=NEAR,
            person={"disability": {"types": ["limb"], "grade": "severe"}},
        ),
        expects(FREE, "k3 k7d", "LTGPL 7(3)"),
    ),
    (
        "16th birthday",
        "vn",
        Y,
        asks(birth="2008-05-06", vn_groups=["k3"]),
        expects(NO, "", "LTGPL 7(3)", FAIL),
    ),
    (
        "minority, ordinary zone",
        "vn",
        Y,
        asks(ethnic_minority=True, residence_zone="normal", vn_groups=["k4"]),
        expects(NO, "", "LTGPL 7(4)", FAIL),
    ),
    (
        "sister of a martyr",
        "vn",
        Y,
        asks(
            "martyr_sibling",
            home=NEAR,
            vn_groups=["k7a"],
            documents=[
                "to_quoc_ghi_cong_certificate",
                "relationship_paper",
                "near_poor_certificate",
            ],
        ),
        expects(NO, "", "LTGPL 7(7)(a)", FAIL),
    ),
    (
        "foreign pensioner",
        "vn",
        Y,
        asks(birth="1950-01-01", home=NEAR, person={"nationality": "foreign"}, vn_groups=["k7c"]),
        expects(NO, "", "LTGPL 7(7)(c)", "LNCT 2", FAIL),
    ),
    (
        "foreign child",
        "vn",
        Y,
        asks(birth="2015-01-01", person={"nationality": "foreign"}),
        expects(FREE, "k3", "LTGPL 7(3)"),
    ),
    ("nobody in particular", "vn", Y, asks(), expects(NO, "", "LTGPL 7", FAIL)),
    (
        "on the allowance",
        "vn",
        Y,
        asks("hiv", monthly_social_allowance=True),
        expects(TEST, "k7h", "LTGPL 7(7)(h)", ND, means_result="pass"),
    ),
    (
        "means unknown",
        "vn",
        Y,
        {"service": "litigation", "person": {"statuses": ["hiv"]}},
        expects(TEST, "", "LTGPL 7(7)(h)", means_result=None),
    ),
    (
        "claim that awaits facts",
        "vn",
        Y,
        {"service": "litigation", "person": {"statuses": []}, "vn_groups": ["k2"]},
        expects(TEST, "", "LTGPL 7(2)"),
    ),
    # versions
    (
        "trafficking before",
        "vn",
        "2025-06-30",
        asks("trafficking_victim_being_identified", vn_groups=["k6a"]),
        expects(NO, "", "LTGPL 7", FAIL),
    ),
    (
        "trafficking after",
        "vn",
        "2025-07-01",
        asks("trafficking_victim", vn_groups=["k7g"], documents=["trafficking_victim_paper"]),
        expects(FREE, "k6a", "LTGPL 7(6a)"),
    ),
    (
        "accompanying child",
        "vn",
        "2025-07-01",
        asks("accompanying_trafficking_victim", birth="2008-01-01"),
        expects(FREE, "k6a", "LTGPL 7(6a)"),
    ),
    (
        "accompanying adult",
        "vn",
        "2025-07-01",
        asks("accompanying_trafficking_victim", vn_groups=["k6a"]),
        expects(NO, "", "LTGPL 7(6a)", FAIL),
    ),
    *(
        (
            f"aged 17, {role}",
            "vn",
            "2026-01-01",
            asks(birth="2008-06-01", criminal=accused(role), matter="criminal"),
            expects(FREE, "k5", AMENDED, rule_status="in_force"),
        )
        for role in EIGHT
    ),
    (
        "aged 17, held in emergency, 2025",
        "vn",
        "2025-12-31",
        asks(
            birth="2008-06-01",
            criminal=accused("held_in_emergency", "emergency_hold"),
            vn_groups=["k5"],
        ),
        expects(NO, "", "LTGPL 7(5)", FAIL),
    ),
    (
        "aged 17, victim, near-poor, 2026",
        "vn",
        "2026-01-01",
        asks(birth="2008-06-01", home=NEAR, criminal=accused("victim")),
        expects(FREE, "k5", AMENDED),
    ),
    (
        "aged 18",
        "vn",
        "2026-01-01",
        asks(birth="2008-01-01", criminal=accused("accused"), vn_groups=["k5"]),
        expects(NO, "", AMENDED, FAIL),
    ),
    *(
        (
            f"{group} in 2027",
            "vn",
            "2027-01-01",
            asks(*_statuses(status), **facts),
            expects(
                FREE, group, f"LTGPL 7(7)({letter}) as amended 2027", rule_status="unconfirmed"
            ),
        )
        for group, letter, status, facts in DROPPED
    ),
    *(
        (
            f"{group} in 2027, near-poor",
            "vn",
            "2027-03-01",
            asks(*_statuses(status), home=NEAR, **facts),
            expects(TEST, group, f"LTGPL 7(7)({letter})", ND, rule_status="unconfirmed"),
        )
        for group, letter, status, facts in (
            ("k7c", "c", "", {"birth": "1950-01-01"}),
            ("k7e", "e", "domestic_violence_victim", {}),
            ("k7h", "h", "hiv", {}),
        )
    ),
    (
        "near-poor in 2027",
        "vn",
        "2027-03-01",
        asks(home=NEAR),
        expects(FREE, "kn", "LTGPL 7 as amended 2027"),
    ),
    (
        "allowance in 2027",
        "vn",
        "2027-03-01",
        asks(monthly_social_allowance=True),
        expects(FREE, "kt", "LTGPL 7 as amended 2027"),
    ),
    # the criminal side
    (
        "custody, asked directly",
        "vn",
        Y,
        asks(home=NEAR, criminal=accused("suspect", "tam_giu"), service="criminal_defence"),
        expects(FREE, "k6", "LTGPL 7(6)", "LTGPL 31(2)", clocks=[APPOINT_12], emergency_aid=False),
    ),
    (
        "custody, through the body",
        "vn",
        Y,
        asks(
            home=NEAR,
            criminal=accused("suspect", "tam_giu"),
            service="criminal_defence",
            applicant=VIA,
        ),
        expects(
            FREE,
            "k6",
            "LTGPL 7(6)",
            "LTGPL 31(2)",
            "LTGPL 31(3)",
            "TT12 6(1)(c)",
            clocks=[NOTIFY_12, APPOINT_12, PROOF_5],
        ),
    ),
    (
        "custody in early 2018",
        "vn",
        "2018-02-01",
        asks(
            home=NEAR,
            criminal=accused("suspect", "tam_giu"),
            service="criminal_defence",
            applicant=VIA,
        ),
        expects(FREE, "k6", "LTGPL 7(6)", "LTGPL 31(2)", "LTGPL 31(3)"),
    ),
    (
        "pre-trial detention, through the body",
        "vn",
        Y,
        asks(
            home=NEAR,
            criminal=accused("accused", "tam_giam"),
            service="criminal_defence",
            applicant=VIA,
        ),
        expects(
            FREE,
            "k6",
            "LTGPL 7(6)",
            "LTGPL 31(2)",
            "LTGPL 31(3)",
            "TT12 6(1)(c)",
            clocks=[NOTIFY_24, APPOINT, PROOF_5],
        ),
    ),
    (
        "civil court passes it on",
        "vn",
        Y,
        asks("meritorious", applicant=VIA),
        expects(FREE, "k1", "LTGPL 7(1)", "LTGPL 30(4)", emergency_aid=True),
    ),
    (
        "counsel appointed",
        "vn",
        Y,
        asks(
            birth="2007-01-01",
            criminal=accused("accused", "none", appointed_by_body=True, has_counsel=False),
            service="criminal_defence",
            applicant=VIA,
        ),
        expects(
            "mandatory_appointment",
            "k5",
            "BLTTHS 76",
            "LTGPL 7(5)",
            "TT12 6(1)(c)",
            clocks=[APPOINT_NOW, PROOF_5],
            who_decides="proceedings_body_appoints_via_centre",
            emergency_aid=True,
        ),
    ),
    (
        "appointed, but not of Article 7",
        "vn",
        Y,
        asks(
            criminal=accused("accused", possible_penalty="death", appointed_by_body=True),
            service="criminal_defence",
        ),
        expects(NO, "", "LTGPL 7", FAIL),
    ),
    # urgency
    *(
        (
            f"{days} working days, {fact}",
            "vn",
            Y,
            asks("meritorious", documents=[], urgency={fact: days}),
            expects(
                FREE,
                "k1",
                "LTGPL 7(1)",
                *(["LTGPL 30(4)", f"TT12 6(1)({letter})", "TT12 6(2)(a)"] if near else []),
                emergency_aid=near,
            ),
        )
        for fact, letter in (("working_days_to_limit", "a"), ("working_days_to_hearing", "b"))
        for days, near in ((-1, False), (0, True), (4, True), (5, False))
    ),
    (
        "difficult zone",
        "vn",
        Y,
        asks(
            ethnic_minority=True,
            residence_zone="specially_difficult",
            documents=[],
            urgency={"working_days_to_hearing": 2},
        ),
        expects(
            FREE,
            "k4",
            "LTGPL 7(4)",
            "LTGPL 30(4)",
            "TT12 6(1)(b)",
            "TT12 6(2)(a)",
            clocks=[APPOINT, PROOF_10],
        ),
    ),
    (
        "harm threatens",
        "vn",
        Y,
        asks("meritorious", harm_to_avoid=True),
        expects(FREE, "k1", "LTGPL 7(1)", "LTGPL 30(4)", "TT12 6(1)(d)"),
    ),
    (
        "urgent with all papers",
        "vn",
        Y,
        asks(
            "meritorious",
            documents=["war_invalid_certificate"],
            urgency={"working_days_to_limit": 2},
        ),
        expects(FREE, "k1", "LTGPL 7(1)", "TT08 33(1)(dd)", emergency_aid=False),
    ),
    # refusals
    (
        "unlawful",
        "vn",
        Y,
        asks("meritorious", matter="gambling_debt", content_lawful=False),
        expects(NO, "k1", "LTGPL 30(3)(b)"),
    ),
    (
        "dead",
        "vn",
        Y,
        asks("meritorious", client_alive=False),
        expects(NO, "k1", "LTGPL 30(3)(c)", clocks=COMPLAIN),
    ),
    (
        "other organisation",
        "vn",
        Y,
        asks("meritorious", other_org_handling=True),
        expects(NO, "k1", "LTGPL 30(3)(d)"),
    ),
    (
        "commerce",
        "vn",
        Y,
        asks("meritorious", matter="business_commerce"),
        expects("not_covered", "k1", "LTGPL 27(1)", "LTGPL 30(1)", FAIL, remedies=COMPLAINTS),
    ),
    (
        "no resources",
        "vn",
        Y,
        asks("meritorious", resources_available=False),
        expects("refer", "k1", "LTGPL 35(2)"),
    ),
    (
        "at the commune",
        "vn",
        "2025-09-01",
        asks("meritorious", place={"applied_at": "commune_people_committee"}),
        expects("refer", "k1", "TT12 17a", who_decides="commune_people_committee"),
    ),
    # advice and representation
    (
        "simple question",
        "vn",
        Y,
        asks("meritorious", service="consultation", simple_question=True),
        expects(
            "advice_only",
            "k1",
            "LTGPL 32(2)",
            "TT12 8(2)",
            lawyer_requirement=["any_provider"],
            clocks=[],
        ),
    ),
    (
        "simple question, early 2018",
        "vn",
        "2018-02-01",
        {"simple_question": True},
        expects("advice_only", "", "LTGPL 32(2)", lawyer_requirement=["any_provider"]),
    ),
    (
        "written advice",
        "vn",
        Y,
        asks("meritorious", service="consultation"),
        expects(
            FREE,
            "k1",
            "LTGPL 7(1)",
            "LTGPL 32(2)",
            clocks=[clock("written_advice", 10, "days", "acceptance_or_full_papers")],
            lawyer_requirement=["any_provider"],
        ),
    ),
    (
        "complex advice",
        "vn",
        Y,
        asks("meritorious", service="consultation", complex=True),
        expects(
            FREE,
            "k1",
            "LTGPL 7(1)",
            "LTGPL 32(2)",
            clocks=[
                clock("written_advice", 10, "days", "acceptance_or_full_papers"),
                clock("written_advice_complex_max", 30, "days", "acceptance_or_full_papers"),
            ],
        ),
    ),
    (
        "out of court",
        "vn",
        Y,
        asks("meritorious", service="non_litigation"),
        expects(
            FREE,
            "k1",
            "LTGPL 7(1)",
            clocks=[clock("appoint_out_of_court_representative", 3, "working_days")],
        ),
    ),
    # where
    (
        "asked by the centre",
        "vn",
        Y,
        asks(
            "meritorious",
            place={"applied_at": "A", "residence_at": "B", "case_at": "B", "central_request": True},
        ),
        expects(FREE, "k1", "LTGPL 7(1)", "LTGPL 26(1)(c)"),
    ),
    (
        "case arose here",
        "vn",
        Y,
        asks(
            "meritorious",
            place={
                "applied_at": "A",
                "residence_at": "B",
                "case_at": "A",
                "central_request": False,
            },
        ),
        expects(FREE, "k1", "LTGPL 7(1)", "LTGPL 26(1)(b)"),
    ),
    (
        "elsewhere",
        "vn",
        Y,
        asks(
            "meritorious",
            place={
                "applied_at": "A",
                "residence_at": "B",
                "case_at": "B",
                "central_request": False,
            },
        ),
        expects("refer", "k1", "LTGPL 26(1)", "LTGPL 35(1)"),
    ),
    (
        "merged province",
        "vn-92",
        "2025-07-01",
        asks(
            "meritorious", place={"applied_at": "can_tho", "residence_before_merger": "soc_trang"}
        ),
        expects(FREE, "k1", "LTGPL 7(1)", "LTGPL 26(1)(a)"),
    ),
    (
        "merged province, other half",
        "vn-92",
        "2025-07-01",
        asks("meritorious", place={"applied_at": "can_tho", "residence_at": "hau_giang"}),
        expects(FREE, "k1", "LTGPL 7(1)", "LTGPL 26(1)(a)"),
    ),
    (
        "before the merger",
        "vn-92",
        "2025-06-30",
        asks(
            "meritorious",
            place={
                "applied_at": "can_tho",
                "residence_before_merger": "soc_trang",
                "case_at": "soc_trang",
            },
        ),
        expects("refer", "k1", "LTGPL 26(1)", "LTGPL 35(1)"),
    ),
    # during the case
    (
        "no longer poor",
        "vn",
        Y,
        asks(stage="in_progress", event="no_longer_entitled"),
        expects("continue", "", "LTGPL 37(3)"),
    ),
    (
        "withdrawn",
        "vn",
        Y,
        asks(stage="in_progress", event="withdrawal"),
        expects(
            "terminate", "", "LTGPL 37(1)(c)", "TT12 9(2)", clocks=[NOTICE, HAND_OVER], remedies=[]
        ),
    ),
    (
        "withdrawn, early 2018",
        "vn",
        "2018-02-01",
        asks(stage="in_progress", event="withdrawal"),
        expects("terminate", "", "LTGPL 37(1)(c)"),
    ),
    (
        "prohibited act",
        "vn",
        Y,
        asks(stage="in_progress", event="fraud_found"),
        expects("terminate", "", "LTGPL 37(1)(b)"),
    ),
    (
        "died during the case",
        "vn",
        Y,
        asks("meritorious", stage="in_progress", client_alive=False),
        expects("terminate", "k1", "LTGPL 30(3)(c)", "LTGPL 37(1)(a)"),
    ),
]


@pytest.mark.parametrize("row", TABLE, ids=[row[0] for row in TABLE])
def test_finding_is_as_the_law_says(row: Row) -> None:
    _, pack, on, told, expected = row
    finding = check(told, load(pack), date.fromisoformat(on))
    assert differences(finding.to_json(), expected) == []
