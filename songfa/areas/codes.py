"""Official codes of territory: their written forms, and the labels that make up a path.

China: GB/T 2260 (six digits: province, prefecture, county) and GB/T 10114 (three more for the
township). Vietnam: two digits for a province, three for a district (until 2025-07-01), five for a
commune, all independent of each other (Decision 19/2025/QĐ-TTg; before it, 124/2004/QĐ-TTg).
"""

CHINA = "cn"
VIETNAM = "vn"
COUNTRIES = (CHINA, VIETNAM)


def official(country: str, code: str) -> str:
    """Return the code as the register writes it, or "" when it cannot be a code of that country.

    China: trailing zeros may be left out (`23`, `2308`) or be too many (`230822000000`).
    """
    code = code.strip()
    if not (code.isascii() and code.isdigit()):
        return ""
    if country == VIETNAM:
        return code if len(code) in (2, 3, 5) else ""
    if len(code) == 12 and code.endswith("000"):
        code = code[:9]
    if len(code) == 9 and code.endswith("000"):
        code = code[:6]
    if len(code) in (2, 4):
        code = code.ljust(6, "0")
    return code if len(code) in (6, 9) else ""


def label(country: str, code: str) -> str:
    """Return the code without the zeros that only fill it up: the unit's part of a path."""
    if country == CHINA and len(code) == 6:
        for filling in ("0000", "00"):
            if code.endswith(filling):
                return code.removesuffix(filling)
    return code


def level(country: str, code: str) -> str:
    """Return the level of the tree at which a well-formed code stands."""
    if country == VIETNAM:
        return {2: "province", 3: "district", 5: "commune"}[len(code)]
    if len(code) == 9:
        return "township"
    return {2: "province", 4: "prefecture", 6: "county"}[len(label(country, code))]


def root(country: str) -> str:
    """Return the path of a whole country."""
    return f"{country}."


def below(path: str) -> tuple[str, str]:
    """Return the bounds of a subtree: every path p in it has low <= p < high in byte order."""
    return path, f"{path}~"
