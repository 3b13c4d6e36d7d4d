import pytest

from tests.domain.drafts.judging import codes, words

NO_METRIC = [
    ("en", "Customers are happy in 2027", True), ("en", "Happy customers by Q3", True), ("en", "Improve p95 latency", True),
    ("en", "Settle our top 3 priorities", True), ("en", "Upgrade to version 4.2", True), ("en", "Done by 15 June 2026", True),
    ("en", "Done by 2026-06-15", True), ("en", "Certified after ISO 27001", True), ("en", "95th percentile looks fine", True),
    ("en", "Finished in the next 3 months", True), ("en", "Profitable within 2 years", True),
    ("en", "Churn below 3 percent", False), ("en", "p95 latency under 300 ms", False), ("en", "$2M in new business", False),
    ("en", "NPS of 40 in 2027", False), ("en", "Twice as many visits", False), ("en", "Rank in the top 3 for “payroll”", False),
    ("en", "Three quarters of orders arrive in 2 days", False), ("en", "Rating from 3.9 to 4.5", False),
    ("fr", "Des clients contents en 2027", True), ("fr", "Améliorer la latence p95", True), ("fr", "Régler le top 3 des irritants", True),
    ("fr", "Passer à la version 4.2", True), ("fr", "Terminé pour le 15 juin 2026", True), ("fr", "Rentables d'ici 2 ans", True),
    ("fr", "Prêts au T2", True), ("fr", "Moins de 3 % de résiliations", False), ("fr", "2 M€ de ventes", False),
    ("fr", "Latence p95 sous 300 ms", False), ("fr", "Un NPS de 40 en 2027", False), ("fr", "Note moyenne de 3,9 à 4,5", False),
    ("fr", "Deux fois plus de visites", False), ("fr", "Réduire de moitié les litiges", False), ("fr", "1 234 567 visites", False),
    ("en", "Bring churn down from 9%", True), ("en", "Bring churn down from 9% to 6%", False), ("en", "Cut waits from 9 days → 6", False),
    ("en", "Upgrade version 4 to 90% of users", False), ("en", "Trusted by the Fortune 500", True), ("en", "A 5-star welcome", True),
    ("en", "A 5-star rating in the guide", False), ("en", "Answer within an hour", False), ("en", "Complaints down a third", False),
    ("fr", "Un accueil 5 étoiles", True), ("fr", "Entrer au CAC 40", True), ("fr", "Répondre dans l'heure", False),
    ("fr", "Des réclamations en baisse d'un tiers", False), ("fr", "Une note de 5 étoiles", False),
    ("en", "80% completion rate (up from 64%)", False), ("en", "Plan 60% complete", True), ("en", "Energy label from D to B", False),
    ("en", "A line from A to B", True), ("fr", "Étiquette énergie de D à B", False), ("fr", "La gamme de A à G", True),
    ("en", "Beat the top 4 rivals in the blind tasting", False), ("en", "Understand our top 4 rivals", True),
    ("en", "Listen to the top 3 members", True), ("en", "Climb to the top 3 of the league", False),
    ("fr", "Devancer les 3 grands concurrents au test", False), ("fr", "Comprendre le top 3 de nos concurrents", True),
]  # fmt: skip

TASK = [
    ("en", "Launch the portal", True), ("en", "Launching the portal by May", True), ("en", "Portal launched", True),
    ("en", "The portal is live", True), ("en", "We will launch the portal", True), ("en", "Write 12 articles", True),
    ("en", "Roll out the new CRM", True), ("en", "Deploy the agent to 100%", True), ("en", "Deliver 80% of the planned features", True),
    ("en", "Interview 30 users", True), ("en", "Train 40 managers", True), ("en", "Train 100% of managers", True),
    ("en", "Hire 3 people", True), ("en", "Fix 20 bugs", True), ("en", "Create a dashboard", True),
    ("en", "Migrate 80% of customers to the new plan", False), ("en", "Launch in Spain and win 200 customers there", False),
    ("en", "Ship search so that tickets fall from 90 to 40", False), ("en", "Release frequency of 3 per week", False),
    ("en", "Open rate at 40%", False), ("en", "Create 150 opportunities", False), ("en", "Reduce the time to launch to 9 days", False),
    ("fr", "Lancer le portail", True), ("fr", "Lancement du portail", True), ("fr", "Portail lancé", True),
    ("fr", "Lancez le portail", True), ("fr", "Mise en place de rituels", True), ("fr", "Nous allons rédiger le guide", True),
    ("fr", "Réussir le lancement du portail", True), ("fr", "Migrer les serveurs à 100 %", True), ("fr", "Former 40 managers", True),
    ("fr", "Rencontrer 30 clients", True), ("fr", "Livrer 80 % des fonctionnalités prévues", True), ("fr", "Corriger 20 bugs", True),
    ("fr", "Migrer 80 % des clients vers la nouvelle offre", False), ("fr", "Lancer l'offre et convaincre 200 abonnés", False),
    ("fr", "Déployer la recherche pour faire passer les tickets de 90 à 40", False), ("fr", "Visites du site : 20 000", False),
    ("fr", "Commande moyenne à 80 €", False), ("fr", "Livraison en moins de 24 h", False),
    ("en", "Post 3x/week", True), ("en", "Write twice a week", True), ("en", "Send 50 offers", True), ("en", "Assess 9 risks", True),
    ("en", "Finish 70% of the migration", True), ("en", "Complete 98% of delivery slots on time", False), ("en", "Make our shop open in 2 s", False),
    ("en", "Publish a price list and reach 900 readers", False), ("en", "Complaints settled within 5 days", False), ("en", "Shop opened within 5 days", True),
    ("en", "Prepare orders within 4 minutes", False),
    ("fr", "Poster 3 fois/semaine", True), ("fr", "Envoyer 50 devis", True), ("fr", "Trier 90 dossiers", True), ("fr", "Terminer 70 % de la migration", True),
    ("fr", "Publier les tarifs et toucher 900 lecteurs", False), ("fr", "Postes vacants : de 30 à 12", False), ("fr", "Faire grandir la communauté de 10 %", False),
]  # fmt: skip

VAGUE = [
    ("en", "Better support", "Better"), ("en", "Improve the help centre", "Improve"), ("en", "We grow significantly", "grow"),
    ("en", "Improve the help centre's rating to 4.5", None), ("en", "Optimise checkout: 60% → 70%", None), ("en", "Win the cup", None),
    ("fr", "Un meilleur support", "meilleur"), ("fr", "Améliorer l'accueil", "Améliorer"), ("fr", "Optimisation de nos flux", "Optimisation"),
    ("fr", "Mieux accueillir les visiteurs", "Mieux"), ("fr", "Améliorer la note de 3,9 à 4,5", None), ("fr", "Réduire de 10 % les retours", None),
    ("en", "Reduce noise from 70 dB", "Reduce"), ("en", "Streamline 4 journeys", "Streamline"), ("en", "Win 40 clients for a better price", None),
    ("fr", "Simplifier 4 démarches", "Simplifier"), ("fr", "Simplifier : de 9 à 4 étapes", None),
]  # fmt: skip

DECORATIVE = [
    ("en", "Streamline our 7 processes", "7"), ("en", "Finish the change in 3 steps", "3"), ("en", "Hold 5 workshops", "5"),
    ("en", "12 articles published", "12"), ("en", "Interview 20 customers", "20"), ("en", "Number of articles written: 12", "12"),
    ("en", "5 workshops with a rating of 4.5", None), ("en", "20 new customers", None), ("en", "Sales in 5 countries up 10%", None),
    ("fr", "Revoir nos 7 processus", "7"), ("fr", "Réussir le changement en 3 étapes", "3"), ("fr", "Animer 5 ateliers", "5"),
    ("fr", "12 articles publiés", "12"), ("fr", "Interroger 20 clients", "20"), ("fr", "Être reconnus sur nos 4 familles de produits", "4"),
    ("fr", "5 ateliers notés 4,5 sur 5", None), ("fr", "20 nouveaux clients", None),
    ("en", "Spend 20% of the week on training", "20%"), ("en", "Invest at least $30k in tools", "30"), ("en", "Spend per hire down to $900", None),
    ("en", "Tidy up service despite 30 fewer hands", "30"), ("en", "Despite 30 fewer hands, answer 90% in time", None),
    ("en", "Win trust on a budget of $90k", "90"), ("en", "Better care for 4 wards, from 6 to 3 complaints", None),
    ("en", "Deepen ties with 12 schools", "12"), ("en", "Deepen ties so that 12 schools stay", None), ("en", "Merge 30 commits", "30"),
    ("en", "Land 3 projects", None), ("en", "Reduce review steps to 2", None), ("en", "40 visits", "40"), ("en", "40,000 visits", None),
    ("fr", "Consacrer 20 % de la semaine à la formation", "20 %"), ("fr", "Investir 30 k€ dans les outils", "30"),
    ("fr", "Dépense par élève ramenée à 900 €", None), ("fr", "Soigner l'accueil, alors que 30 postes sont vacants", "30"),
    ("fr", "Soigner l'accueil avec un budget de 90 k€", "90"), ("fr", "Resserrer les liens avec 90 % des écoles", None),
    ("fr", "Fiabiliser 12 dossiers", "12"), ("fr", "Décrocher 3 projets", None), ("fr", "Ramener les étapes à 2", None), ("fr", "40 000 visites", None),
    ("en", "Send out 9 CSAT questionnaires", "9"), ("en", "Be quoted in 3 dailies", None), ("fr", "Être cités dans 3 quotidiens", None),
]  # fmt: skip

NO_BASELINE = [
    ("en", "Reach an NPS of 50", True), ("en", "NPS from 30 to 50", False), ("en", "Double sign-ups", False),
    ("en", "Maintain an NPS of 50", False), ("fr", "Atteindre un NPS de 50", True), ("fr", "Passer le NPS de 30 à 50", False),
    ("fr", "Doubler les inscriptions", False), ("fr", "Maintenir un NPS de 50", False), ("fr", "NPS : 30 → 50", False),
]  # fmt: skip

HEALTH = [
    ("en", "Maintain uptime above 99.9%", "Maintain"), ("en", "Keep churn below 2%", "Keep"), ("en", "Reduce churn to 2%", None),
    ("fr", "Maintenir la disponibilité à 99,9 %", "Maintenir"), ("fr", "Conserver 95 % des clients", "Conserver"),
    ("fr", "Tenir un délai sous 2 jours", "Tenir"), ("fr", "Rester sous 2 % de résiliation", "Rester"), ("fr", "Porter la marge à 40 %", None),
    ("en", "Guarantee 99.9% uptime", "Guarantee"), ("fr", "Garantir 99,9 % de disponibilité", "Garantir"),
]  # fmt: skip

TWO_IN_ONE = [
    ("en", "NPS to 50 and churn below 2%", "50 and churn below 2%"), ("en", "Increase sales and reduce costs", "and reduce"),
    ("en", "NPS from 30 to 50", None), ("en", "4 out of 5 users come back", None),
    ("fr", "NPS à 50 et résiliations sous 2 %", "50 et résiliations sous 2 %"), ("fr", "Augmenter les ventes et réduire les coûts", "et réduire"),
    ("fr", "NPS de 30 à 50", None),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "found"), NO_METRIC)
def test_a_key_result_needs_a_number_that_measures(lang, text, found):
    assert ("kr-no-metric" in codes(text, lang)) is found


@pytest.mark.parametrize(("lang", "text", "found"), TASK)
def test_making_something_is_a_task_unless_it_says_what_comes_of_it(lang, text, found):
    assert ("kr-task" in codes(text, lang)) is found


@pytest.mark.parametrize(
    ("code", "lang", "text", "about"),
    [
        (code, *case)
        for code, cases in (
            ("kr-vague", VAGUE), ("kr-decorative-number", DECORATIVE), ("kr-health", HEALTH), ("kr-two-in-one", TWO_IN_ONE),
        )
        for case in cases
    ],
)  # fmt: skip
def test_the_words_that_caused_a_finding_are_named(code, lang, text, about):
    assert (words(text, code, lang) if code in codes(text, lang) else None) == about


@pytest.mark.parametrize(("lang", "text", "found"), NO_BASELINE)
def test_a_target_without_a_start_is_a_hint(lang, text, found):
    assert ("kr-no-baseline" in codes(text, lang)) is found


def test_what_stands_in_the_fields_counts_as_evidence():
    assert codes("Activation rate", "en", shape="metric", baseline=20, target=40, unit="%") == []
    assert codes("Activation rate", "en", shape="metric", target=40) == ["kr-no-baseline"]
    assert codes("Improve activation", "en", shape="metric") == ["kr-vague", "kr-no-metric"]
    assert codes("Ship the wizard to teams", "en", shape="metric", baseline=2, target=40, unit="teams") == []


def test_fields_that_only_say_that_it_gets_done_are_no_evidence():
    assert codes("Ship the wizard", "en", shape="metric", baseline=0, target=100, unit="% done") == [
        "kr-task",
        "kr-no-metric",
    ]
    assert codes("Ship the wizard", "en", shape="metric", baseline=0, target=1) == ["kr-task", "kr-no-metric"]
    assert codes("Tag the old pages", "en", shape="metric", baseline=0, target=100, unit="%") == ["kr-no-metric"]
    assert codes("Part des équipes qui ont un plan", "fr", shape="metric", baseline=0, target=100, unit="%") == []
    assert codes("Share of teams with a plan", "en", shape="metric", baseline=0, target=100, unit="%") == []


def test_other_kinds_of_key_result_are_asked_for_what_they_need():
    assert codes("The bank lends us the money", "en", shape="yes-no") == []
    assert codes("Ship the wizard", "en", shape="yes-no") == ["kr-task"]
    assert codes("Ship the wizard", "en", shape="milestones") == []
    assert codes("Maintain uptime", "en", shape="keep", low=99.9) == []
