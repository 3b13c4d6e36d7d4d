import pytest

from okr_tui.domain.drafts.coach import judge
from okr_tui.domain.drafts.draft import Draft
from tests.domain.drafts.judging import codes, words

CASES = {
    "obj-metric": [
        ("en", "Increase sales by 20%", "20%"), ("en", "Reach 500 customers", "500"), ("en", "Earn $2M abroad", "2"),
        ("en", "Be the best place to buy shoes in 2027", None), ("en", "Feel at home on our 3 sites", None),
        ("fr", "Augmenter les ventes de 20 %", "20 %"), ("fr", "Atteindre 500 clients", "500"), ("fr", "Gagner 2 M€ à l'étranger", "2"),
        ("fr", "Devenir le meilleur caviste de la ville en 2027", None), ("fr", "Se sentir chez soi sur nos 3 sites", None),
    ],
    "obj-bau": [
        ("en", "Continue to serve the regions", "Continue"), ("en", "Maintain our service level", "Maintain"),
        ("en", "Ensure the day-to-day running of the shop", "Ensure"), ("en", "Ensure that newcomers feel welcome", None),
        ("fr", "Continuer à servir les régions", "Continuer"), ("fr", "Maintenir le niveau de service", "Maintenir"),
        ("fr", "Assurer le bon fonctionnement du magasin", "Assurer"), ("fr", "Assurer à chacun un accueil digne", None),
    ],
    "obj-task": [
        ("en", "Launch the new website", "Launch"), ("en", "Create a dashboard", "Create a dashboard"), ("en", "Run the yearly conference", "Run the yearly conference"),
        ("en", "Build a culture of ownership", None), ("en", "Launch a product that nurses love", None), ("en", "Meet the needs of families", None),
        ("fr", "Lancer le nouveau site", "Lancer"), ("fr", "Créer un tableau de bord", "Créer un tableau"), ("fr", "Mise en place d'un CRM", "Mise"),
        ("fr", "Construire une culture de la confiance", None), ("fr", "Lancer une offre qui change la vie des familles", None),
        ("fr", "Faire de nos clients des amis", None),
    ],
    "obj-bare": [
        ("en", "Quality", "Quality"), ("en", "Customer satisfaction", "Customer satisfaction"), ("en", "Make more profit", "Make more profit"),
        ("en", "Delight families", None), ("en", "Win back lost users", None),
        ("fr", "La qualité", "La qualité"), ("fr", "Satisfaction client", "Satisfaction client"), ("fr", "Qualité de service", "Qualité de service"),
        ("fr", "Réconcilier les équipes avec le plan", None),
    ],
    "obj-vague": [
        ("en", "Improve the checkout", "Improve"), ("en", "Improve the checkout for parents in a hurry", None),
        ("fr", "Améliorer le passage en caisse", "Améliorer"), ("fr", "Améliorer le passage en caisse pour les parents pressés", None),
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("code", "lang", "text", "about"), [(code, *case) for code, cases in CASES.items() for case in cases]
)
def test_each_rule_names_the_words_that_caused_it(code, lang, text, about):
    found = codes(text, lang, "objective")
    assert (words(text, code, lang, "objective") if code in found else None) == about


def test_the_kind_of_change_is_asked_for_where_it_could_have_been_chosen():
    text = "Let nurses go home on time"
    assert codes(text, "en", "objective") == []
    assert [each.code for each in judge(Draft("objective", text)).findings] == ["obj-no-change-kind"]
    assert judge(Draft("objective", text, change="correct")).findings == ()


def test_a_why_in_its_field_says_what_for():
    assert "obj-vague" in codes("Improve the checkout", "en", "objective", change="change")
    assert "obj-vague" not in codes(
        "Improve the checkout", "en", "objective", change="change", why="so that parents get home"
    )
    assert "obj-task" not in codes(
        "Launch the portal", "en", "objective", change="build", why="so that tenants can wait less"
    )
