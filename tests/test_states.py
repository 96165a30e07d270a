"""The table of states: complete, unambiguous, and read the way people write."""

from __future__ import annotations

import pytest

from rag.topic.states import fold, forms_of, loose_forms_of, shared_names, state_of, states


def test_all_members_of_the_united_nations_are_there_and_no_form_has_two_owners() -> None:
    # 193 members, the Holy See and Palestine (observers), Taiwan, Kosovo, the Cook Islands and Niue.
    assert sum(state.kind == "states" for state in states()) == 193 + 2 + 2 + 2
    owners: dict[str, str] = {}
    for state in states():
        assert len(state.forms) == len(set(map(fold, state.forms))), state.names[0]
        for form in state.forms:
            assert owners.setdefault(fold(form), state.names[0]) == state.names[0], form
    assert not owners.keys() & {fold(form) for form in shared_names()}


def test_every_bearer_of_a_shared_name_is_a_state() -> None:
    for form, bearers in shared_names().items():
        assert len(bearers) > 1, form
        for bearer in bearers:
            found = state_of(bearer)
            assert found is not None and found.names[0] == bearer


@pytest.mark.parametrize(
    ("name", "usual"),
    [
        ("US", "United States"),
        ("U.S.", "United States"),
        ("the U.S.", "United States"),
        ("usa", "United States"),
        ("united states of america", "United States"),
        ("American", "United States"),
        ("Britain", "United Kingdom"),
        ("ROK", "South Korea"),
        ("south koreans", "South Korea"),
        ("Republic of Korea", "South Korea"),
        ("Democratic People’s Republic of Korea", "North Korea"),
        ("democratic people's republic of korea", "North Korea"),
        ("Japan’s", "Japan"),
        ("Burma", "Myanmar"),
        ("Czech Republic", "Czechia"),
        ("Turkiye", "Turkey"),
        ("Swaziland", "Eswatini"),
        ("cote d’ivoire", "Côte d'Ivoire"),
        ("Macedonia", "North Macedonia"),
        ("Republic of China", "Taiwan"),
        ("People's Republic of China", "China"),
        ("Guinea", "Guinea"),
        ("Papua New Guinea", "Papua New Guinea"),
        ("Nigerien", "Niger"),
        ("Nigerian", "Nigeria"),
        ("Dominica", "Dominica"),
        ("DRC", "Democratic Republic of the Congo"),
        ("Congo-Brazzaville", "Republic of the Congo"),
        ("Northern Ireland", "Northern Ireland"),
        ("American Samoa", "American Samoa"),
        ("the Netherlands", "Netherlands"),
        ("Nato", "North Atlantic Treaty Organization"),
        ("WHO", "World Health Organization"),
        ("us", None),
        ("who", None),
        ("car", None),
        ("Indiana", None),
        ("Korea", None),
        ("Congo", None),
        ("Clinton", None),
        ("", None),
    ],
)
def test_a_name_belongs_to_one_state_or_to_none(name: str, usual: str | None) -> None:
    found = state_of(name)
    assert (found and found.names[0]) == usual


def test_forms_hold_names_abbreviations_and_people() -> None:
    assert forms_of("South Korea") == ("South Korea", "Republic of Korea", "ROK", "R.O.K.", "South Korean")
    assert {"United States", "US", "U.S.", "American"} <= set(forms_of("America"))
    assert forms_of("Taiwan") == forms_of("ROC")
    assert not set(forms_of("China")) & set(forms_of("Taiwan"))
    assert forms_of("Atlantis") == ()


@pytest.mark.parametrize(
    ("name", "forms"),
    [
        ("Korea", ("Korea", "Korean")),
        ("Koreans", ("Korea", "Korean")),
        ("Congo", ("Congo", "Congolese")),
        ("Dominican", ("Dominican",)),
    ],
)
def test_a_name_that_two_states_bear_gives_only_itself(name: str, forms: tuple[str, ...]) -> None:
    assert forms_of(name) == forms


def test_loose_forms_are_those_that_context_must_settle() -> None:
    assert loose_forms_of("South Korea") == ("Korea", "Korean")
    assert loose_forms_of("DPRK") == ("Korea", "Korean")
    assert loose_forms_of("Japan") == ()
    assert loose_forms_of("Korea") == ()


def test_every_form_finds_its_own_state() -> None:
    for state in states():
        for form in state.forms:
            assert forms_of(form) == state.forms, form
