"""The words in which the facts of a case are told. A pack may add matters; it adds no kind of fact."""

SERVICES = frozenset(
    [
        "consultation",
        "drafting",
        "litigation",
        "non_litigation",
        "arbitration",
        "criminal_defence",
        "criminal_representation",
        "duty_help",
        "state_compensation",
    ]
)
MATTERS = frozenset(
    [
        "abandonment",
        "abuse",
        "administrative",
        "business_commerce",
        "civil_status",
        "contract",
        "criminal",
        "divorce_property",
        "domestic_violence",
        "environment",
        "food_drug_injury",
        "gambling_debt",
        "good_samaritan",
        "incapacity",
        "inheritance",
        "labour_relation",
        "labour_wages",
        "land",
        "maintenance",
        "martyr_personality_rights",
        "medical_injury",
        "pension",
        "personal_injury_from_crime",
        "retrial_acquittal_compensation",
        "social_assistance",
        "social_insurance",
        "state_compensation",
        "traffic_injury",
        "trafficking_compensation",
        "work_injury",
    ]
)
STATUSES = frozenset(
    [
        "judicial_assistance",
        "left_behind_woman",
        "martyr_family",
        "migrant_worker",
        "preferential_treatment",
        "subsistence_allowance",
        "destitute_support",
        "veteran",
        "meritorious",
        "trafficking_victim",
        "trafficking_victim_being_identified",
        "accompanying_trafficking_victim",
        "agent_orange",
        "domestic_violence_victim",
        "hiv",
        "martyr_sibling",
    ]
)
DISABILITIES = frozenset(
    ["visual", "hearing", "speech", "limb", "intellectual", "mental", "multiple", "other"]
)
DISABILITY_GRADES = frozenset(["mild", "severe", "extremely_severe"])
ROLES = frozenset(
    [
        "suspect",
        "defendant",
        "accused",
        "victim",
        "witness",
        "prisoner",
        "private_prosecutor",
        "held_in_emergency",
        "incidental_civil_plaintiff",
        "compulsory_treatment_respondent",
        "diversion_measure",
        "denounced",
        "proposed_for_prosecution",
    ]
)
STAGES_OF_TRIAL = frozenset(
    [
        "investigation",
        "prosecution",
        "prosecution_review",
        "first_instance",
        "second_instance",
        "death_review",
        "retrial",
        "petition",
        "compulsory_treatment",
        "serving",
    ]
)
PENALTIES = frozenset(["death", "life", "other"])
PROCEDURES = frozenset(["ordinary", "simplified", "expedited"])
CUSTODIES = frozenset(["none", "emergency_hold", "bat", "tam_giu", "tam_giam"])
PLACES_OF_CUSTODY = frozenset({"compulsory_drug_isolation"})
STAGES = frozenset(["intake", "in_progress", "objection"])
EVENTS = frozenset(
    [
        "means_improved",
        "fraud_found",
        "withdrawal",
        "no_longer_entitled",
        "bureau_upheld_refusal",
        "facts_concealed",
        "illegal_use",
        "case_ended",
        "own_counsel",
        "prohibited_act",
    ]
)
NATIONALITIES = frozenset(["VN", "CN", "foreign"])
CAPACITIES = frozenset(["none", "limited", "full"])
ZONES = frozenset(["normal", "specially_difficult"])
GROUPS_CLAIMED = frozenset(
    [
        "k1",
        "k2",
        "k3",
        "k4",
        "k5",
        "k6",
        "k6a",
        "k7a",
        "k7b",
        "k7c",
        "k7d",
        "k7dd",
        "k7e",
        "k7g",
        "k7h",
        "kn",
        "kt",
    ]
)
