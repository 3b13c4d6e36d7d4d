"""Drafts of our own, good and bad, in both languages: what the coach must warn of, and what it must let pass.

A good key result says how far; a bad one names work, a wish or a number that counts the work. A good objective says a
change for somebody; a bad one is a task, a figure, the day-to-day or a mere theme.
"""

KR_GOOD_EN = """
Raise the share of trials that become paying customers from 8% to 14%
Cut median build time from 22 minutes to 9
Reach a net promoter score of 55
95% of invoices are paid within 30 days
Reduce unplanned downtime to under 20 minutes a month
Win 40 new mid-market customers
Sign 12 partners in the Nordics
Grow monthly recurring revenue from $210k to $300k
Bring support backlog down from 480 tickets to 60
Lift open rate of onboarding emails to 45%
Employee eNPS goes from 12 to 35
At least 70 % of new hires recommend us as a place to work
Average rating in the app store ≥ 4.6
Decrease cost per acquired customer by 18%
9 out of 10 users finish the setup without help
Double the number of weekly active teams
Halve the time from lead to first call
Zero data losses reported by customers
p95 page load below 1.2 s
Ship the new checkout so that cart abandonment falls from 71% to 60%
Launch in Portugal and win 300 paying customers there
Migrate 80% of active customers to the new billing system
Onboard 50 pilot customers with a satisfaction of 4.5/5
Generate 1,200 qualified leads from organic search
Reduce time to hire from 62 to 40 days
Less than 2% of orders come back damaged
Energy use per shipped unit falls by 15 %
3x more visitors from referrals
Customer effort score improves from 3.9 to 5.1
Churn of small accounts: 6% → 3.5%
Gross margin of the services team reaches 41%
Get 200 sign-ups for the beta in the first month
Increase average order value by €12
Rank in the top 5 for our three main keywords
60% of managers hold a weekly one-to-one with everybody on their team
Reduce the number of escaped defects per release from 14 to 4
1,000 households use the app every day
Share of deployments that need a rollback drops below 3 percent
Answer 90% of chats in under two minutes
Bring in 2 million euros of new contracts
New customers see their first report within 1 day instead of 6
Absenteeism down to 3.5% from 5.2%
Increase the number of active contributors by a third of today's
Collect $500k in outstanding invoices
Raise $3M in seed funding
Deliver 99.95% availability of the payment service
Create 150 qualified opportunities in healthcare
Build a pipeline worth $4 million
Publish the pricing calculator and raise demo requests from 40 to 90 a month
Half of our customers use at least two products
Weekly visits to the help centre reach 25k
Time from commit to production: 3 days to 4 hours
Twice as many returning visitors
Get 30 customers to renew for two years
"""

KR_BAD_EN = """
Launch the partner portal
Write a new onboarding guide
Hire three account managers
Deliver the mobile app by the end of March
Publish 12 blog posts
Run 5 workshops with the sales team
Improve customer happiness
More engaged employees
Better collaboration between design and engineering
Set up a data warehouse
Roll out the new CRM to all teams
Redesign the homepage
New pricing page published
The mobile app is live in Q2 2026
Complete the security audit
Finish migrating to the cloud
Create a dashboard for the board
Interview 30 customers
Train 40 store managers
Conduct 15 user interviews
Hold monthly town halls
Attend 4 trade fairs
Implement single sign-on
Optimise our 7 internal processes
Roll out the programme in 3 steps
Become a trusted brand in our 5 markets
Increase revenue
Reduce costs significantly
Grow our community
Make the product faster
Have a stronger employer brand
Strengthen relations with key accounts
Be recognised as an expert in logistics
Send 3 newsletters a month
Define the 2027 roadmap
Document the top 3 incident procedures
Organise a customer event in Berlin
Develop a training course for new managers
Prepare the ISO 27001 certification
Ship version 4.2
Test the new packaging in 2 shops
Increase awareness of our brand
Improve p95 latency
Set up weekly meetings with marketing
Successfully launch the loyalty programme
Customers love the new product
We will build an integration with Salesforce
Onboarding flow redesigned and released
Analyse the results of the last survey
Recruit a head of finance
Raise brand visibility
Create 10 videos
Reduce technical debt
Present the strategy to all 6 departments
Make progress on diversity
Deliver 3 major features
Collect feedback from 100 users
Launch the website by 15 June 2026
Automate invoicing
Deploy the tool to 100%
Migrate all services to Kubernetes
Update the brand guidelines
High quality of service
Enhance the checkout experience
"""

KR_GOOD_FR = """
Faire passer le taux de conversion de 2,1 % à 3,5 %
Réduire le délai moyen de livraison de 6 à 3 jours
Atteindre un NPS de 50
90 % des factures sont réglées à 30 jours
Ramener le nombre de tickets ouverts de 320 à 80
Signer 25 nouveaux clients dans la santé
Augmenter le panier moyen de 12 €
Moins de 2 % des commandes sont retournées
Doubler le nombre d'équipes actives chaque semaine
Diviser par deux le temps de réponse du support
Zéro accident avec arrêt sur le site
Passer de 40 k€ à 65 k€ de revenu mensuel récurrent
Obtenir une note moyenne de 4,6/5 sur les magasins d'applications
8 clients sur 10 terminent l'inscription sans aide
Le taux d'absentéisme passe de 7 % à 5 %
Hausse de 15 points de la notoriété spontanée
Baisse de 20 % de la consommation d'énergie par unité produite
Lancer l'offre étudiante et convaincre 400 abonnés
Migrer 80 % des clients actifs vers la nouvelle facturation
Déployer le nouveau parcours pour faire passer l'abandon de 70 % à 55 %
Au moins 75 % des collaborateurs recommandent l'entreprise
Générer 300 opportunités qualifiées
Temps de chargement p95 inférieur à 1,5 s
Répondre à 95 % des demandes en moins de 4 heures
La moitié des clients utilisent deux produits
Recueillir 2 M€ de promesses de dons
Taux de rétention à 6 mois : 62 % → 75 %
Réduire de 30 % le coût d'acquisition
Gagner 3 points de part de marché
Atteindre 10 000 utilisateurs actifs par mois
Réduction du turnover de 18 % à 12 %
Augmentation du chiffre d'affaires récurrent de 1,2 M€ à 1,8 M€
Chaque semaine, 500 visiteurs viennent par recommandation
Tripler les ventes en ligne
Dépasser 4 000 abonnés payants
Le délai entre la commande et la première facture tombe à 2 jours
Faire baisser le taux d'erreur de préparation sous 0,5 %
Convertir 120 essais gratuits en abonnements
70 % des managers font un point individuel chaque semaine
Aucune réclamation restée sans réponse au bout de 48 heures
Score d'engagement de l'équipe supérieur à 80
Recruter 200 adhérents dans la région
Porter la part des ventes à l'international à 35 %
Lever 3 millions d'euros
Passer le taux d'ouverture de 22 à 35 %
Ouvrir 5 000 comptes en ligne
1 utilisateur sur 3 revient dans la semaine
Réduire le temps d'intégration d'un nouveau client à moins de 10 jours
Multiplier par 3 le nombre de contributeurs réguliers
Part des dossiers complets du premier coup : de 55 % à 80 %
"""

KR_BAD_FR = """
Lancer le portail partenaires
Rédiger un nouveau guide d'accueil
Recruter trois commerciaux
Livrer l'application mobile avant fin mars
Publier 12 articles de blog
Animer 5 ateliers avec l'équipe commerciale
Améliorer la satisfaction des clients
Des collaborateurs plus impliqués
Meilleure collaboration entre les équipes
Mise en place d'un entrepôt de données
Mettre en place un rituel hebdomadaire
Déployer le nouveau CRM dans toutes les équipes
Refonte de la page d'accueil
Nouvelle grille tarifaire publiée
L'application est en ligne au T2 2026
Réaliser l'audit de sécurité
Finaliser la migration vers le cloud
Créer un tableau de bord pour la direction
Interroger 30 clients
Former 40 responsables de magasin
Organiser un événement client à Lyon
Participer à 4 salons professionnels
Optimiser nos 7 processus internes
Déployer le programme en 3 étapes
Devenir une marque reconnue sur nos 5 marchés
Augmenter le chiffre d'affaires
Réduire fortement les coûts
Faire grandir notre communauté
Rendre le produit plus rapide
Avoir une marque employeur plus attractive
Renforcer les liens avec les grands comptes
Être reconnus comme experts de la logistique
Envoyer 3 newsletters par mois
Définir la feuille de route 2027
Documenter les 3 procédures prioritaires
Conception d'un module de formation
Élaboration de la stratégie de communication
Préparer la certification ISO 27001
Sortir la version 4.2
Tester le nouvel emballage dans 2 boutiques
Accroître la visibilité de la marque
Améliorer la latence p95
Instaurer un point hebdomadaire avec le marketing
Réussir le déploiement du programme de fidélité
Les clients adorent le nouveau produit
Nous allons construire une intégration avec Salesforce
Parcours d'inscription refondu et livré
Analyser les résultats de la dernière enquête
Recrutement d'un directeur financier
Gagner en visibilité
Produire 10 vidéos
Résorber la dette technique
Présenter la stratégie aux 6 directions
Progresser sur la diversité
Livrer 3 fonctionnalités majeures
Recueillir l'avis de 100 utilisateurs
Mettre en ligne le site pour le 15 juin 2026
Automatisation de la facturation
Une meilleure qualité de service
Fluidifier le parcours d'achat
Intégration de Stripe
Lancement de l'offre premium au T3
Mener 15 entretiens utilisateurs
Communiquer davantage sur nos réussites
Mettre à jour la charte graphique
Développer notre présence en Espagne
Favoriser l'autonomie des équipes
Sécuriser la chaîne d'approvisionnement
Migration terminée à 100 %
"""

OBJECTIVE_GOOD_EN = """
Make new customers feel at home from their first day
Become the tool that small accountants recommend to each other
Give every team the confidence to release on a Friday
Help patients get an appointment without a phone call
Turn support into a reason to stay with us
Win the trust of public buyers
Build a culture in which people speak up
Create a workplace that people recommend to their friends
Delight first-time buyers
Make finding the right size effortless for our shoppers
Free our sales people from paperwork so that they can be with customers
Put security into everybody's hands
Prove that our service pays for itself
Be the first choice of independent bookshops
Earn a place on the shortlist of every large retailer
Let anybody in the company answer their own data questions
Develop leaders who grow other leaders
Deliver an exceptional experience to every guest
Restore our customers' faith in our delivery promises
Bring back the users we lost last year
Make our suppliers partners in cutting waste
Create momentum in the German market
Rebuild trust between sales and product
Show investors that the model works
Unlock growth in the mid-market
Inspire the next generation of engineers to join us
Design a hiring experience that candidates love
Establish ourselves as the reference for green logistics
Turn data into better decisions for store managers
Make it easy for newcomers to contribute
Successfully launch our new product to delighted customers
Build a healthy pipeline of future managers
Improve the experience of nurses who use our software on the ward
Everyone knows why we do what we do
Reach profitability without losing our soul
Accelerate learning so that we stop repeating mistakes
Stop losing customers in their first month
Become a company that keeps its promises
"""

OBJECTIVE_BAD_EN = """
Launch the new website
Increase sales by 20%
Revenue
Customer satisfaction
Hire 5 engineers
Continue supporting our customers
Maintain the current service level
Ensure the day-to-day running of the office
Migrate to the new payment provider
Implement the new HR system
Reach 10,000 users
Reduce churn from 5% to 3%
Redesign the mobile app
Write the annual report
Grow revenue
Quality
Create a new dashboard
Develop a training plan
Improve sales
Run the annual conference
Keep the lights on
Earn $2M in Europe
Complete the office move
Roll out the new CRM
Update our documentation
Publish a white paper
Set up a help desk
Build an API
Manage supplier contracts
Innovation
Increase productivity
Recruit a sales team
Organise the summer party
Deliver the roadmap
Get 50 new customers
Integrate with Salesforce
Ensure compliance with regulations
Train all managers
Reduce costs
Finish the backlog
"""

OBJECTIVE_GOOD_FR = """
Que chaque nouveau client se sente chez lui dès le premier jour
Devenir l'outil que les comptables se recommandent
Donner à chaque équipe l'assurance de livrer un vendredi
Permettre aux patients de prendre rendez-vous sans téléphoner
Faire du support une raison de rester chez nous
Gagner la confiance des acheteurs publics
Bâtir une culture où chacun ose parler
Créer un lieu de travail que l'on recommande à ses amis
Enchanter ceux qui achètent pour la première fois
Rendre le choix de la taille évident pour nos clients
Libérer les commerciaux de la paperasse pour qu'ils soient auprès des clients
Mettre la sécurité entre les mains de tous
Prouver que notre service se rembourse tout seul
Être le premier choix des libraires indépendants
Redonner aux clients foi en nos délais
Faire revenir les utilisateurs perdus l'an dernier
Faire de nos fournisseurs des alliés contre le gaspillage
Développer des managers qui font grandir les autres
Offrir une expérience exceptionnelle à chaque visiteur
Montrer aux investisseurs que le modèle fonctionne
Conquérir les entreprises de taille moyenne
Donner envie à la prochaine génération de nous rejoindre
Transformer nos données en meilleures décisions pour les magasins
Faciliter l'arrivée des nouveaux contributeurs
Construire une équipe soudée et fière de son travail
S'imposer comme la référence de la logistique verte
Améliorer le quotidien des soignants qui utilisent notre logiciel
Chacun sait pourquoi nous faisons ce que nous faisons
Ne plus perdre de clients au premier mois
Rendre nos produits accessibles à tous
Accélérer notre apprentissage pour cesser de répéter les mêmes erreurs
Simplifier la vie des familles au moment de l'inscription
Créer une dynamique sur le marché allemand
Réconcilier les ventes et le produit
Devenir une entreprise qui tient ses promesses
"""

OBJECTIVE_BAD_FR = """
Lancer le nouveau site web
Augmenter les ventes de 20 %
Chiffre d'affaires
Satisfaction client
Recruter 5 ingénieurs
Continuer à accompagner nos clients
Maintenir le niveau de service actuel
Assurer le bon fonctionnement des bureaux
Migrer vers le nouveau prestataire de paiement
Mettre en place le nouveau SIRH
Atteindre 10 000 utilisateurs
Réduire le taux de résiliation de 5 % à 3 %
Refonte de l'application mobile
Rédiger le rapport annuel
Augmenter le chiffre d'affaires
Qualité
Créer un tableau de bord
Élaborer un plan de formation
Améliorer les ventes
Organiser la conférence annuelle
Gagner 2 M€ en Europe
Finaliser le déménagement
Déployer le nouveau CRM
Mettre à jour la documentation
Publier un livre blanc
Mise en place d'un centre d'assistance
Construire une API
Gérer les contrats des fournisseurs
L'innovation
Améliorer la productivité
Recrutement d'une équipe commerciale
Livrer la feuille de route
Obtenir 50 nouveaux clients
Garantir la conformité réglementaire
Former tous les managers
Réduire les coûts
Terminer le backlog
Suivre les indicateurs
Poursuivre la gestion des stocks
"""


def lines(table: str) -> list[str]:
    """The drafts of a table, one a line."""
    return table.strip().splitlines()
