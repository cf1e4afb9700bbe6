"""Somebody else could be taken for the human-rights side, or an office go unrecognised."""

import pytest

from ewdash.model import heard

KNOWN = [
    ("United Nations High Commissioner for Human Rights", "high_commissioner"),
    ("Acting High Commissioner For Human Rights", "high_commissioner"),
    ("The UN Deputy High Commissioner for Human Rights", "deputy_high_commissioner"),
    ("Assistant Secretary General for Human Rights", "assistant_secretary_general"),
    (
        "Assistant Secretary-General for Human Rights and Head of the United Nations Human Rights Office in "
        "New York",
        "assistant_secretary_general",
    ),
    ("Special Rapporteur on the situation of human rights in Myanmar", "special_procedure"),
    ("Chair of the Working Group on Arbitrary Detention", "special_procedure"),
    ("Chair, HRC fact-finding mission (Myanmar)", "investigative_body"),
    (
        "Chair of the Independent International Commission of Inquiry on the Syrian Arab Republic",
        "investigative_body",
    ),
    ("Chairperson of the Commission on Human Rights in South Sudan", "investigative_body"),
    ("Under-Secretary-General, Special Adviser on the Prevention of Genocide", "prevention"),
    ("Secretary-General’s Special Representative on Sexual Violence in Conflict", "sexual_violence"),
    ("SRSG for Children and Armed Conflict", "children"),
]
OTHERS = [
    "",
    "Secretary-General",
    "Former High Commissioner for Human Rights",
    "Adviser to the High Commissioner for Human Rights",
    "Director of the New York Office of the High Commissioner for Human Rights",
    "High Commissioner for Refugees",
    "Minister for Human Rights",
    "Council of Europe Commissioner for Human Rights",
    "Special Rapporteur of the African Commission on Human and Peoples’ Rights",
    "Chair of the OPCW Fact-Finding Mission",
    "Head of the Independent International Fact-Finding Mission on the Conflict in Georgia",
    "Chair of the International Commission of Inquiry for Mali",
    "Coordinator of the Group of Experts on the Democratic Republic of the Congo",
    "Chair of the Security Council Working Group on Children and Armed Conflict",
    "Special Representative of the Secretary-General for Mali",
    "Special Adviser on the Responsibility to Protect",
]


@pytest.mark.parametrize(("label", "group"), KNOWN)
def test_an_office_is_known_however_the_record_writes_it(label, group):
    found = heard.office(label)
    assert found is not None
    assert (found.group, found.side) == (group, heard.SIDE_OF[group])


@pytest.mark.parametrize("label", OTHERS)
def test_an_office_of_others_is_none_of_them(label):
    assert heard.office(label) is None


def test_a_name_behind_an_office_goes():
    found = heard.office("Special Rapporteur on trafficking in persons, Ms. Jane Doe")
    assert found == heard.Office("Special Rapporteur on trafficking in persons", "special_procedure")
