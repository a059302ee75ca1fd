"""China by table: pack, day, facts -> outcome, grounds and whatever else the row is about."""

from datetime import date
from typing import Any

import pytest

from songfa.rules.eligibility.check import check
from songfa.rules.packs.read import load
from tests.rules.test_eligibility_scenarios import differences

Row = tuple[str, str, str, dict[str, Any], dict[str, Any]]

SELF = {"is_recipient": True}
REVIEW = {"step": "review_and_decide", "amount": 7, "unit": "days", "from": "application_received"}
ASSIGN = {"step": "assign_after_grant", "amount": 3, "unit": "days", "from": "grant_decision"}
OBJECT = {
    "step": "justice_bureau_reviews_objection",
    "amount": 5,
    "unit": "days",
    "from": "objection_received",
}
FACILITY = {
    "step": "organ_or_facility_forwards_application",
    "amount": 24,
    "unit": "hours",
    "from": "application_made",
}
DUTY = {
    "step": "duty_lawyer_forwards_application",
    "amount": 24,
    "unit": "hours",
    "from": "application_made",
}
NOTICE = [
    {"step": "organ_notifies_agency", "amount": 3, "unit": "days", "from": "situation_found"},
    {
        "step": "agency_assigns_and_informs_organ",
        "amount": 3,
        "unit": "days",
        "from": "notice_received",
    },
]
REMEDIES = [
    "objection_to_justice_bureau",
    "administrative_reconsideration",
    "administrative_litigation",
]


def civil(matter: str, *, birth: str = "1985-05-05", **more: Any) -> dict[str, Any]:
    person = {"birth_date": birth, "statuses": [], **more.pop("person", {})}
    told = {"service": "litigation", "matter": matter, "person": person, "applicant": SELF}
    return {**told, **more}


def accused(*, birth: str = "1985-05-05", **more: Any) -> dict[str, Any]:
    person = {"birth_date": birth, "statuses": [], **more.pop("person", {})}
    criminal = {"role": "suspect", "stage": "investigation", "has_counsel": False}
    told: dict[str, Any] = {"service": "criminal_defence", "person": person}
    return {**told, "criminal": {**criminal, **more.pop("criminal", {})}, **more}


def expects(outcome: str, *grounds: str, **more: Any) -> dict[str, Any]:
    return {"outcome": outcome, "grounds": list(grounds), **more}


TEST, WAIVED, FREE = "means_test_required", "means_check_waived", "granted_without_means_test"
MUST, NOT = "mandatory_appointment", "not_covered"
Y = "2024-05-06"
LISTED = {
    "state_compensation": "1",
    "social_insurance": "2",
    "social_assistance": "2",
    "pension": "3",
    "maintenance": "4",
    "labour_relation": "5",
    "labour_wages": "5",
    "incapacity": "6",
    "work_injury": "7",
    "traffic_injury": "7",
    "food_drug_injury": "7",
    "medical_injury": "7",
    "environment": "8",
}
OLD = {
    "state_compensation": "1",
    "retrial_acquittal_compensation": "1",
    "social_insurance": "2",
    "social_assistance": "2",
    "pension": "3",
    "maintenance": "4",
    "labour_wages": "5",
    "good_samaritan": "6",
}
MIGRANT = {"statuses": ["migrant_worker"]}
PETITION = {"role": "prisoner", "stage": "petition"}
CAMPAIGN = "cn-23-left-behind-women-2018"
WOMAN = {"statuses": ["left_behind_woman"]}

TABLE: list[Row] = [
    *(
        (f"listed {matter}", "cn", Y, civil(matter), expects(TEST, f"LAL 31({item})"))
        for matter, item in LISTED.items()
    ),
    *(
        (f"2003 {matter}", "cn", "2019-03-01", civil(matter), expects(TEST, f"Regs2003 10(1)({i})"))
        for matter, i in OLD.items()
    ),
    *(
        (
            f"victim of {m}",
            "cn",
            Y,
            civil(m),
            expects(FREE, "LAL 32(4)", means_basis="none_required"),
        )
        for m in ("abuse", "abandonment", "domestic_violence")
    ),
    ("rescuer", "cn", "2022-01-01", civil("good_samaritan"), expects(FREE, "LAL 32(2)")),
    ("acquitted", "cn", Y, civil("retrial_acquittal_compensation"), expects(FREE, "LAL 32(3)")),
    (
        "kin of a martyr",
        "cn",
        Y,
        civil(
            "martyr_personality_rights",
            applicant={"is_recipient": False, "relation": "close_relative_of_martyr"},
        ),
        expects(FREE, "LAL 32(1)", applicant_valid=True),
    ),
    ("no kin", "cn", Y, civil("martyr_personality_rights"), expects(NOT, "LAL 31")),
    ("contract", "cn", Y, civil("contract"), expects(NOT, "LAL 31", remedies=REMEDIES)),
    ("2003 contract", "cn", "2021-01-04", civil("contract"), expects(NOT, "Regs2003 10")),
    (
        "2003 relation is not on the list",
        "cn",
        "2021-01-04",
        civil("labour_relation"),
        expects(
            NOT,
            "Regs2003 10",
            remedies=["objection_to_justice_bureau"],
            clocks=[{**OBJECT, "unit": "working_days"}],
        ),
    ),
    (
        "local matter",
        "cn",
        Y,
        civil("divorce_property", params={"local_matters": ["divorce_property"]}),
        expects(TEST, "LAL 31(9)"),
    ),
    ("divorce property", "cn", Y, civil("divorce_property"), expects(NOT, "LAL 31")),
    (
        "local matter and a listed one",
        "cn",
        Y,
        civil(
            "divorce_property",
            also_matters=["maintenance"],
            params={"local_matters": ["divorce_property"]},
        ),
        expects(TEST, "LAL 31(9)", "LAL 31(4)"),
    ),
    (
        "2003 local matter",
        "cn",
        "2020-01-04",
        civil("divorce_property", params={"local_matters": ["divorce_property"]}),
        expects(TEST, "Regs2003 10(2)"),
    ),
    (
        "also maintenance",
        "cn",
        Y,
        civil("divorce_property", also_matters=["maintenance"]),
        expects(TEST, "LAL 31(4)"),
    ),
    # waivers
    *(
        (
            f"waived {status}",
            "cn",
            Y,
            civil("traffic_injury", person={"statuses": [status]}),
            expects(WAIVED, "LAL 31(7)", "LAL 42(2)", means_basis="presumed"),
        )
        for status in (
            "subsistence_allowance",
            "judicial_assistance",
            "preferential_treatment",
            "martyr_family",
            "veteran",
        )
    ),
    (
        "minor without income",
        "cn",
        Y,
        civil("traffic_injury", birth="2010-01-01", person={"fixed_income": False}),
        expects(
            WAIVED,
            "LAL 31(7)",
            "LAL 42(1)",
            lawyer_requirement=["familiar_with_minors"],
        ),
    ),
    (
        "the day before 60",
        "cn",
        "2025-06-09",
        civil("pension", birth="1965-06-10", person={"fixed_income": False}),
        expects(TEST, "LAL 31(3)"),
    ),
    (
        "migrant worker, relation only",
        "cn",
        Y,
        civil("labour_relation", person=MIGRANT),
        expects(TEST, "LAL 31(5)"),
    ),
    (
        "migrant worker, injury",
        "cn",
        Y,
        civil("work_injury", person=MIGRANT, service="arbitration", group={"size": 12}),
        expects(WAIVED, "LAL 31(7)", "LAL 42(3)"),
    ),
    ("left-behind woman", "cn", Y, civil("maintenance", person=WOMAN), expects(TEST, "LAL 31(4)")),
    (
        "campaign of 2018",
        "cn-23",
        "2018-07-02",
        civil("maintenance", birth="1940-01-01", person=WOMAN, local_campaign=CAMPAIGN),
        expects(WAIVED, "Regs2003 10(1)(4)", CAMPAIGN),
    ),
    *(
        (
            f"campaign of 2018, {m}",
            "cn-23",
            "2018-07-02",
            civil(m, person=WOMAN, local_campaign=CAMPAIGN),
            expects(WAIVED, "Regs2003 10(2)", CAMPAIGN),
        )
        for m in ("domestic_violence", "abuse", "abandonment")
    ),
    (
        "campaign is over",
        "cn-23",
        "2025-07-02",
        civil("maintenance", birth="1940-01-01", person=WOMAN, local_campaign=CAMPAIGN),
        expects(TEST, "LAL 31(4)"),
    ),
    # means
    (
        "within the line",
        "cn",
        Y,
        civil(
            "labour_wages",
            household={"per_capita_monthly_income": 1500},
            params={"hardship_line_monthly": 1500},
        ),
        expects(
            TEST,
            "LAL 31(5)",
            "LAL 34",
            "LAL 41",
            means_result="pass",
            means_basis="data_checked",
        ),
    ),
    (
        "declared",
        "cn",
        Y,
        civil(
            "labour_wages",
            household={"per_capita_monthly_income": 1400},
            params={"hardship_line_monthly": 1500},
            documents=["hardship_statement", "integrity_commitment"],
        ),
        expects(TEST, "LAL 31(5)", "LAL 34", "LAL 41", means_basis="declared"),
    ),
    (
        "declared above the line",
        "cn",
        Y,
        civil(
            "labour_wages",
            household={"per_capita_monthly_income": 1600},
            params={"hardship_line_monthly": 1500},
            documents=["hardship_statement", "integrity_commitment"],
        ),
        expects(
            "refuse",
            "LAL 31(5)",
            "LAL 34",
            "LAL 41",
            means_result="fail",
            means_basis="declared",
        ),
    ),
    (
        "above the line",
        "cn",
        Y,
        civil(
            "labour_wages",
            household={"per_capita_monthly_income": 1501},
            params={"hardship_line_monthly": 1500},
        ),
        expects(
            "refuse",
            "LAL 31(5)",
            "LAL 34",
            "LAL 41",
            means_result="fail",
            clocks=[REVIEW, OBJECT],
            remedies=REMEDIES,
            lawyer_requirement=["none"],
        ),
    ),
    (
        "2003 within",
        "cn",
        "2015-02-02",
        civil(
            "maintenance",
            household={"per_capita_monthly_income": 1},
            params={"hardship_line_monthly": 2},
        ),
        expects(TEST, "Regs2003 10(1)(4)", "Regs2003 13", means_result="pass"),
    ),
    (
        "2003 above",
        "cn",
        "2015-02-02",
        civil(
            "maintenance",
            household={"per_capita_monthly_income": 3},
            params={"hardship_line_monthly": 2},
        ),
        expects("refuse", "Regs2003 10(1)(4)", "Regs2003 13", means_result="fail"),
    ),
    # criminal
    (
        "still a minor on the 18th birthday",
        "cn",
        Y,
        accused(birth="2006-05-06"),
        expects(
            MUST,
            "LAL 25(1)(1)",
            lawyer_requirement=["familiar_with_minors"],
            clocks=NOTICE,
            who_decides="case_handling_organ_notifies_agency_assigns",
        ),
    ),
    ("adult the day after", "cn", Y, accused(birth="2006-05-05"), expects(TEST, "LAL 24")),
    (
        "minor facing life",
        "cn",
        Y,
        accused(birth="2008-01-01", criminal={"possible_penalty": "life"}),
        expects(
            MUST,
            "LAL 25(1)(1)",
            "LAL 25(1)(4)",
            "LAL 26",
            lawyer_requirement=["familiar_with_minors", "criminal_practice_3_years"],
        ),
    ),
    (
        "deaf suspect",
        "cn",
        Y,
        accused(person={"disability": {"types": ["hearing"], "grade": 3}}),
        expects(MUST, "LAL 25(1)(2)"),
    ),
    (
        "limb disability is no head",
        "cn",
        Y,
        accused(person={"disability": {"types": ["limb"], "grade": 1}}, applicant=SELF),
        expects(TEST, "LAL 24"),
    ),
    (
        "another person whom the law names",
        "cn",
        Y,
        accused(criminal={"appointed_by_body": True}),
        expects(MUST, "LAL 25(1)(7)"),
    ),
    (
        "cannot recognise acts",
        "cn",
        Y,
        accused(criminal={"cannot_fully_recognise_acts": True}),
        expects(MUST, "LAL 25(1)(3)"),
    ),
    (
        "death review",
        "cn",
        Y,
        accused(
            criminal={
                "role": "defendant",
                "stage": "death_review",
                "death_review": True,
                "death_review_applied": True,
                "possible_penalty": "death",
            }
        ),
        expects(MUST, "LAL 25(1)(5)", "LAL 26", lawyer_requirement=["criminal_practice_3_years"]),
    ),
    (
        "death review, not applied",
        "cn",
        Y,
        accused(
            criminal={
                "role": "defendant",
                "stage": "death_review",
                "death_review": True,
                "death_review_applied": False,
                "possible_penalty": "death",
            }
        ),
        expects(NOT, "LAL 25(1)(5)", clocks=[], remedies=[]),
    ),
    (
        "in absentia",
        "cn",
        Y,
        accused(criminal={"role": "defendant", "stage": "first_instance", "in_absentia": True}),
        expects(MUST, "LAL 25(1)(6)"),
    ),
    (
        "compulsory treatment",
        "cn",
        Y,
        accused(
            service="criminal_representation",
            criminal={
                "role": "compulsory_treatment_respondent",
                "stage": "compulsory_treatment",
                "compulsory_treatment": True,
            },
        ),
        expects(MUST, "LAL 28", clocks=NOTICE),
    ),
    (
        "treatment, own lawyer",
        "cn",
        Y,
        accused(
            criminal={"role": "compulsory_treatment_respondent", "has_counsel": True},
        ),
        expects(NOT, "LAL 28"),
    ),
    (
        "minor with own lawyer",
        "cn",
        Y,
        accused(birth="2008-01-01", criminal={"has_counsel": True}),
        expects(NOT, "LAL 25(1)", emergency_aid=False),
    ),
    (
        "adult with own lawyer",
        "cn",
        Y,
        accused(criminal={"has_counsel": True}),
        expects(NOT, "LAL 24"),
    ),
    (
        "simplified procedure",
        "cn",
        Y,
        accused(
            criminal={"role": "defendant", "stage": "first_instance", "procedure": "simplified"}
        ),
        expects(TEST, "LAL 24"),
    ),
    (
        "ordinary procedure, nobody applied",
        "cn",
        Y,
        accused(criminal={"role": "defendant", "stage": "first_instance", "procedure": "ordinary"}),
        expects("discretionary_appointment", "LAL 25(2)", who_decides="court", clocks=[]),
    ),
    (
        "ordinary procedure, applied",
        "cn",
        Y,
        accused(
            criminal={"role": "defendant", "stage": "first_instance", "procedure": "ordinary"},
            applicant=SELF,
        ),
        expects(TEST, "LAL 24", clocks=[REVIEW, ASSIGN]),
    ),
    (
        "detained, through the duty lawyer",
        "cn",
        Y,
        accused(
            criminal={"detained": True}, applicant={"is_recipient": True, "channel": "duty_lawyer"}
        ),
        expects(TEST, "LAL 24", clocks=[DUTY, REVIEW, ASSIGN]),
    ),
    (
        "detained, mother applies",
        "cn",
        Y,
        accused(
            criminal={"detained": True}, applicant={"is_recipient": False, "relation": "mother"}
        ),
        expects(TEST, "LAL 24", "LAL 40(2)", applicant_valid=True, clocks=[REVIEW, ASSIGN]),
    ),
    (
        "at large, son applies",
        "cn",
        Y,
        accused(applicant={"is_recipient": False, "relation": "son"}),
        expects(TEST, "LAL 24", applicant_valid=True),
    ),
    (
        "duty help",
        "cn",
        Y,
        accused(service="duty_help"),
        expects(FREE, "LAL 22(5)", "LAL 30", who_decides="duty_lawyer", clocks=[]),
    ),
    (
        "duty help, own lawyer",
        "cn",
        Y,
        accused(service="duty_help", criminal={"has_counsel": True}),
        expects(NOT, "LAL 30"),
    ),
    *(
        (
            f"represents the {role}",
            "cn",
            Y,
            accused(
                service="criminal_representation",
                matter="personal_injury_from_crime",
                criminal={"role": role, "stage": "first_instance"},
                applicant=SELF,
            ),
            expects(TEST, "LAL 29"),
        )
        for role in ("victim", "private_prosecutor", "incidental_civil_plaintiff")
    ),
    (
        "victim with own lawyer",
        "cn",
        Y,
        accused(criminal={"role": "victim", "has_counsel": True}, applicant=SELF),
        expects(NOT, "LAL 29"),
    ),
    (
        "abused victim in the criminal case",
        "cn",
        Y,
        accused(
            service="criminal_representation",
            matter="abuse",
            criminal={"role": "private_prosecutor"},
            applicant=SELF,
        ),
        expects(FREE, "LAL 32(4)"),
    ),
    (
        "retrial ordered",
        "cn",
        Y,
        accused(criminal={**PETITION, "retrial_ordered": True}, applicant=SELF),
        expects(TEST, "LAL 33", clocks=[FACILITY, REVIEW, ASSIGN]),
    ),
    (
        "retrial under way",
        "cn",
        Y,
        accused(criminal={"role": "defendant", "stage": "retrial"}, applicant=SELF),
        expects(TEST, "LAL 33"),
    ),
    (
        "petition only",
        "cn",
        Y,
        accused(criminal={**PETITION, "retrial_ordered": False}, applicant=SELF),
        expects(NOT, "LAL 33"),
    ),
    (
        "retrial, own lawyer",
        "cn",
        Y,
        accused(
            criminal={**PETITION, "retrial_ordered": True, "has_counsel": True}, applicant=SELF
        ),
        expects(NOT, "LAL 33"),
    ),
    (
        "witness is on no list",
        "cn",
        Y,
        accused(criminal={"role": "witness"}, applicant=SELF),
        expects(NOT, "LAL 24"),
    ),
    # criminal before 2022
    (
        "2003 minor",
        "cn",
        "2012-04-05",
        accused(birth="1998-01-01", criminal={"role": "defendant", "stage": "first_instance"}),
        expects(MUST, "Regs2003 12(2)", clocks=[]),
    ),
    (
        "2003 defendant",
        "cn",
        "2012-04-05",
        accused(criminal={"role": "defendant", "stage": "first_instance"}),
        expects("discretionary_appointment", "Regs2003 12(1)"),
    ),
    (
        "2003 suspect in custody",
        "cn",
        "2012-04-05",
        accused(criminal={"detained": True}, applicant=SELF),
        expects(TEST, "Regs2003 11(1)", clocks=[FACILITY]),
    ),
    (
        "2003 victim",
        "cn",
        "2012-04-05",
        accused(criminal={"role": "victim", "stage": "first_instance"}, applicant=SELF),
        expects(TEST, "Regs2003 11(2)"),
    ),
    (
        "2003 private prosecutor",
        "cn",
        "2012-04-05",
        accused(criminal={"role": "private_prosecutor", "stage": "first_instance"}, applicant=SELF),
        expects(TEST, "Regs2003 11(3)"),
    ),
    (
        "2003 own lawyer",
        "cn",
        "2012-04-05",
        accused(criminal={"has_counsel": True}, applicant=SELF),
        expects(NOT, "Regs2003 12"),
    ),
    (
        "2003 witness",
        "cn",
        "2012-04-05",
        accused(criminal={"role": "witness"}, applicant=SELF),
        expects(NOT, "Regs2003 11"),
    ),
    # emergency
    *(
        (
            f"{days} days left",
            "cn",
            Y,
            civil("labour_wages", urgency={"days_to_limit": days}),
            expects(TEST, "LAL 31(5)", *(["LAL 44(1)"] if near else []), emergency_aid=near),
        )
        for days, near in ((-1, False), (0, True), (6, True), (7, False))
    ),
    (
        "preservation",
        "cn",
        Y,
        civil("labour_wages", urgency={"preservation_needed": True}),
        expects(TEST, "LAL 31(5)", "LAL 44(2)", emergency_aid=True),
    ),
    (
        "urgent but not covered",
        "cn",
        Y,
        civil("contract", urgency={"days_to_limit": 1}),
        expects(NOT, "LAL 31", emergency_aid=False),
    ),
    # who files
    (
        "guardian who violates",
        "cn",
        Y,
        civil(
            "abuse",
            birth="2015-01-01",
            applicant={"is_recipient": False, "relation": "mother", "guardian_is_violator": True},
        ),
        expects(
            FREE,
            "LAL 32(4)",
            "LAL 40(1)",
            applicant_valid=False,
            who_may_apply=["other_statutory_representative", "close_relative"],
        ),
    ),
    (
        "mother of a child",
        "cn",
        Y,
        civil(
            "maintenance",
            birth="2015-01-01",
            applicant={"is_recipient": False, "relation": "mother"},
        ),
        expects(TEST, "LAL 31(4)", "LAL 40(1)", applicant_valid=True),
    ),
    (
        "aunt, the guardian violates",
        "cn",
        Y,
        civil(
            "abuse",
            birth="2015-01-01",
            applicant={
                "is_recipient": False,
                "relation": "close_relative",
                "is_guardian": False,
                "other_guardian_is_violator": True,
            },
        ),
        expects(FREE, "LAL 32(4)", "LAL 40(1)", applicant_valid=True),
    ),
    (
        "aunt, no violation",
        "cn",
        Y,
        civil(
            "maintenance",
            birth="2015-01-01",
            applicant={"is_recipient": False, "relation": "close_relative", "is_guardian": False},
        ),
        expects(TEST, "LAL 31(4)", "LAL 40(1)", applicant_valid=False),
    ),
    (
        "son with his father's power of attorney",
        "cn",
        Y,
        civil(
            "maintenance",
            birth="1950-01-01",
            applicant={"is_recipient": False, "relation": "son", "via": "power_of_attorney"},
        ),
        expects(TEST, "LAL 31(4)", applicant_valid=True),
    ),
    (
        "a child gives nobody power of attorney",
        "cn",
        Y,
        civil(
            "maintenance",
            birth="2015-01-01",
            applicant={
                "is_recipient": False,
                "relation": "close_relative",
                "via": "power_of_attorney",
            },
        ),
        expects(TEST, "LAL 31(4)", "LAL 40(1)", applicant_valid=False),
    ),
    (
        "son for a father who can act",
        "cn",
        Y,
        civil("maintenance", applicant={"is_recipient": False, "relation": "son"}),
        expects(TEST, "LAL 31(4)", applicant_valid=False, who_may_apply=["recipient"]),
    ),
    (
        "person without capacity alone",
        "cn",
        Y,
        civil("maintenance", person={"capacity": "none"}),
        expects(TEST, "LAL 31(4)", "LAL 40(1)", applicant_valid=False),
    ),
    (
        "daughter asks for a declaration",
        "cn",
        Y,
        civil(
            "incapacity",
            applicant={"is_recipient": False, "relation": "daughter_of_person_to_be_declared"},
        ),
        expects(TEST, "LAL 31(6)", applicant_valid=True),
    ),
    (
        "in drug isolation",
        "cn",
        Y,
        civil("labour_wages", custody="compulsory_drug_isolation"),
        expects(TEST, "LAL 31(5)", clocks=[FACILITY, REVIEW, ASSIGN]),
    ),
    (
        "2003 guardian",
        "cn",
        "2012-04-05",
        civil("maintenance", applicant={"is_recipient": False, "relation": "mother"}),
        expects(TEST, "Regs2003 10(1)(4)", "Regs2003 16(1)", applicant_valid=True),
    ),
    (
        "2003 guardian in conflict",
        "cn",
        "2012-04-05",
        civil(
            "maintenance",
            applicant={"is_recipient": False, "relation": "mother", "guardian_is_violator": True},
        ),
        expects(TEST, "Regs2003 10(1)(4)", "Regs2003 16(2)", applicant_valid=False),
    ),
    # where
    (
        "wrong city",
        "cn",
        Y,
        civil("labour_wages", place={"applied_at": "A", "case_handling_organ_at": "B"}),
        expects("refer", "LAL 38", clocks=[]),
    ),
    (
        "where the cause arose",
        "cn",
        Y,
        civil(
            "labour_wages",
            service="arbitration",
            place={"applied_at": "A", "dispute_organ_at": "B", "cause_arose_at": "A"},
        ),
        expects(TEST, "LAL 31(5)", "LAL 38"),
    ),
    (
        "only the residence",
        "cn",
        Y,
        civil(
            "social_insurance",
            service="non_litigation",
            place={
                "applied_at": "A",
                "residence_at": "A",
                "dispute_organ_at": "B",
                "cause_arose_at": "B",
            },
        ),
        expects("refer", "LAL 38"),
    ),
    # foreigners
    (
        "no treaty",
        "cn",
        Y,
        civil(
            "labour_wages",
            person={"nationality": "foreign"},
            params={"treaty_or_reciprocity": False},
        ),
        expects(NOT, "LAL 69"),
    ),
    (
        "treaty",
        "cn",
        Y,
        civil(
            "labour_wages",
            person={"nationality": "foreign"},
            params={"treaty_or_reciprocity": True},
        ),
        expects(TEST, "LAL 31(5)", "LAL 69"),
    ),
    # direct
    (
        "advice",
        "cn",
        Y,
        {"service": "consultation", "matter": "contract"},
        expects("advice_only", "LAL 22(1)", "LAL 23"),
    ),
    (
        "2003 advice",
        "cn",
        "2010-01-05",
        {"service": "consultation"},
        expects("advice_only", "Regs2003 10(3)"),
    ),
    ("drafting", "cn", Y, {"service": "drafting"}, expects("advice_only", "LAL 22(2)")),
    # during the case
    *(
        (
            f"event {event}",
            "cn",
            Y,
            civil("maintenance", stage="in_progress", event=event),
            expects("terminate", f"LAL 48({item})", clocks=[OBJECT], remedies=REMEDIES),
        )
        for event, item in (
            ("fraud_found", 1),
            ("facts_concealed", 2),
            ("illegal_use", 3),
            ("means_improved", 4),
            ("case_ended", 5),
            ("own_counsel", 6),
            ("withdrawal", 7),
        )
    ),
    *(
        (
            f"2003 event {event}",
            "cn",
            "2018-05-06",
            civil("maintenance", stage="in_progress", event=event),
            expects("terminate", f"Regs2003 23({item})"),
        )
        for event, item in (
            ("means_improved", 1),
            ("case_ended", 2),
            ("own_counsel", 3),
            ("withdrawal", 4),
        )
    ),
    (
        "means improved where they play no part",
        "cn",
        Y,
        civil("domestic_violence", stage="in_progress", event="means_improved"),
        expects("continue", "LAL 32(4)"),
    ),
    (
        "refusal upheld",
        "cn",
        Y,
        civil("contract", stage="objection", event="bureau_upheld_refusal"),
        expects(
            "refuse",
            "LAL 49(3)",
            who_decides="justice_bureau",
            remedies=["administrative_reconsideration", "administrative_litigation"],
            clocks=[],
        ),
    ),
    (
        "objection pending",
        "cn",
        Y,
        civil("labour_wages", stage="objection"),
        expects(TEST, "LAL 31(5)", who_decides="justice_bureau", clocks=[OBJECT]),
    ),
]


@pytest.mark.parametrize("row", TABLE, ids=[row[0] for row in TABLE])
def test_finding_is_as_the_law_says(row: Row) -> None:
    _, pack, on, told, expected = row
    finding = check(told, load(pack), date.fromisoformat(on))
    assert differences(finding.to_json(), expected) == []
