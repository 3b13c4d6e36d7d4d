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
        ("en", "Increase the number of visits", "number"), ("en", "Raise our conversion rate", "rate"), ("en", "Raise a new generation", None),
        ("en", "Be read by the Fortune 500", None),
        ("fr", "Augmenter le nombre de visites", "nombre"), ("fr", "Améliorer notre taux de conversion", "taux"), ("fr", "Accroître notre liberté", None),
    ],
    "obj-bau": [
        ("en", "Continue to serve the regions", "Continue"), ("en", "Maintain our service level", "Maintain"),
        ("en", "Ensure the day-to-day running of the shop", "Ensure"), ("en", "Ensure that newcomers feel welcome", None),
        ("fr", "Continuer à servir les régions", "Continuer"), ("fr", "Maintenir le niveau de service", "Maintenir"),
        ("fr", "Assurer le bon fonctionnement du magasin", "Assurer"), ("fr", "Assurer à chacun un accueil digne", None),
        ("en", "Process claims on time", "Process"), ("en", "Support existing customers", "Support"), ("en", "Support newcomers in their first week", None),
        ("fr", "Surveiller les machines", "Surveiller"), ("fr", "Traiter les sinistres à temps", "Traiter"),
    ],
    "obj-task": [
        ("en", "Launch the new website", "Launch"), ("en", "Create a dashboard", "Create a dashboard"), ("en", "Run the yearly conference", "Run the yearly conference"),
        ("en", "Build a culture of ownership", None), ("en", "Launch a product that nurses love", None), ("en", "Meet the needs of families", None),
        ("fr", "Lancer le nouveau site", "Lancer"), ("fr", "Créer un tableau de bord", "Créer un tableau"), ("fr", "Mise en place d'un CRM", "Mise"),
        ("fr", "Construire une culture de la confiance", None), ("fr", "Lancer une offre qui change la vie des familles", None),
        ("fr", "Faire de nos clients des amis", None),
        ("en", "Build and ship the app", "Build and ship"), ("en", "Validate our promise with farmers", None), ("en", "Make our app a pleasure", None),
        ("en", "Make an app", "Make an app"), ("en", "Prepare the team for a world without us", None), ("en", "Create a knowledge base", "Create a knowledge base"),
        ("fr", "Concevoir et lancer une boutique", "Concevoir et lancer"), ("fr", "Valider notre promesse avec les agriculteurs", None),
        ("fr", "Faire connaître notre outil aux écoles", None), ("fr", "Nous installer en Italie", None), ("fr", "Installer le logiciel", "Installer"),
        ("en", "Build a shop that farmers trust", None), ("en", "Build a shop our neighbours trust", None),
        ("fr", "Faire du site notre meilleur vendeur", None), ("fr", "Faire du contenu", "Faire du contenu"),
    ],
    "obj-bare": [
        ("en", "Quality", "Quality"), ("en", "Customer satisfaction", "Customer satisfaction"), ("en", "Make more profit", "Make more profit"),
        ("en", "Delight families", None), ("en", "Win back lost users", None),
        ("fr", "La qualité", "La qualité"), ("fr", "Satisfaction client", "Satisfaction client"), ("fr", "Qualité de service", "Qualité de service"),
        ("fr", "Réconcilier les équipes avec le plan", None),
        ("en", "Be the best sales team in the world", "Be the best sales team in the world"), ("en", "Achieve workshop excellence", "Achieve workshop excellence"),
        ("en", "Hit our bookings targets", "Hit our bookings targets"), ("en", "Make progress with suppliers", "Make progress with suppliers"), ("en", "Be the best friend of nurses", None), ("en", "Grow our market share", None),
        ("fr", "Être la meilleure équipe du secteur", "Être la meilleure équipe du secteur"), ("fr", "Atteindre nos objectifs", "Atteindre nos objectifs"),
        ("fr", "Acquérir de nouveaux clients", "Acquérir de nouveaux clients"), ("fr", "Être le meilleur ami des soignants", None),
        ("en", "Be excellent for our users", "Be excellent for our users"), ("fr", "Être excellents pour nos lecteurs", "Être excellents pour nos lecteurs"),
        ("en", "Make our new shop a success", "Make our new shop a success"), ("en", "Work hard and improve our bread", "Work hard and improve our bread"),
    ],
    "obj-vague": [
        ("en", "Improve the checkout", "Improve"), ("en", "Improve the checkout for parents in a hurry", None),
        ("fr", "Améliorer le passage en caisse", "Améliorer"), ("fr", "Améliorer le passage en caisse pour les parents pressés", None),
        ("en", "Grow sales and cut costs", "Grow"), ("en", "Grow sales to win back shelves", None),
        ("fr", "Accroître les ventes et réduire les coûts", "Accroître"),
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
