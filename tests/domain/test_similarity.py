"""Two wordings of one thing meet, in English and in French; two things that only sound alike do not."""

import pytest

from okr_tui.domain.similarity import alike, pairs, wording
from okr_tui.domain.stems import stems


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "Reduce customer churn", "Lower the churn of clients"),
        ("en", "Reduce ramp time and optimize onboarding", "Optimise onboarding and cut the ramp time"),
        ("en", "Teams get an answer before they lose patience", "Customers get an answer before they lose patience"),
        ("en", "Less manual and more accurate lead routing", "Accurate routing of leads with less manual work"),
        ("en", "Develop a scalable onboarding approach", "Build an onboarding approach that scales"),
        ("fr", "Ne plus attendre les pièces", "Cesser d’attendre les pièces"),
        ("fr", "Faire des adhérents notre premier revenu", "Que les adhérents deviennent le premier de nos revenus"),
        ("fr", "Apprendre à chacun à entretenir son bateau", "Chacun apprend l’entretien de son bateau"),
        ("fr", "Réduire le délai de réponse aux clients", "Diminution du temps de réponse au client"),
    ],
)
def test_what_was_reworded_is_alike(language, one, other):
    assert alike(wording(one, language), wording(other, language), 80) >= 80


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "Complete the onboarding processes", "Develop a scalable onboarding approach"),
        ("en", "Deliver the tax review", "Deliver the security review"),
        ("en", "Grow the team in Berlin", "Grow the pipeline in Lyon"),
        ("fr", "Ouvrir le second ponton", "Ouvrir la boutique en ligne"),
        ("fr", "Réparer les voiles", "Vendre les voiles"),
    ],
)
def test_what_only_sounds_alike_is_not(language, one, other):
    assert alike(wording(one, language), wording(other, language), 80) == 0


def test_what_is_measured_is_told_without_numbers_and_directions():
    one = wording("Increase the number of sign-ups from 20 to 40", "en", figures=False)
    other = wording("Fewer sign-ups", "en", figures=False)
    assert one.key == other.key
    assert (one.direction, other.direction) == (1, -1)


def test_words_that_say_nothing_are_dropped_unless_there_are_no_others():
    assert "the" not in stems("The end of the queue", "en")
    assert stems("to be or not to be", "en")
    assert stems("", "fr") == ()


def test_pairs_are_told_once_each_with_their_likeness():
    texts = ["Answers arrive sooner", "Sooner arrive the answers", "Nobody waits at the door"]
    assert [(one, other) for one, other, _score in pairs([wording(each, "en") for each in texts], 80)] == [(0, 1)]


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        ("Cost of hosting", "Cost of hiring", "en"),
        ("Churn of small customers", "Churn of large customers", "en"),
        ("Improve the mobile app", "Improve the web app", "en"),
        ("Coût de l’hébergement", "Coût de l’embauche", "fr"),
    ],
)
def test_a_short_wording_that_is_about_something_else_is_not_alike(one: str, other: str, language: str):
    assert alike(wording(one, language), wording(other, language)) == 0


def test_a_short_wording_in_other_forms_of_its_words_stays_alike():
    assert (
        alike(wording("Délai moyen pour clore un ticket", "fr"), wording("délai moyen de clôture des tickets", "fr"))
        > 80
    )
