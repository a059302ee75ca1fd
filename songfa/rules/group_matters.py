"""Group matters: sections of the packs on lists of recipients and on the fast track."""

from songfa.rules.packs.schema import Code, Entry, Flag, Named, Positive, Text


class RecipientListRule(Named):
    """How a list of recipients is checked (code `recipients`).

    `wrong_check_digit` and `in_another_file` say whether such a row is refused or only warned about.
    """

    id_required: Flag = True
    wrong_check_digit: Text = "refuse"
    in_another_file: Text = "refuse"
    most_rows: Positive = 2000


class FastTrack(Named):
    """Group matters in which hardship is not checked: which matters, whose, and from how many people on."""

    matters: tuple[Code, ...]
    groups: tuple[Code, ...]
    people: Positive
    refers = {"matters": "matters", "groups": "groups"}

    def takes(self, matter: str, groups: list[str], people: int) -> bool:
        """Return whether a matter of so many people goes this way."""
        return (
            matter in self.matters
            and bool(set(self.groups) & set(groups))
            and people >= self.people
        )


SECTIONS: dict[str, type[Entry]] = {
    "recipient_lists": RecipientListRule,
    "fast_tracks": FastTrack,
}
