"""Drafts of our own, good and bad, in both languages: what the coach must warn of, and what it must let pass.

A good key result says how far; a bad one names work, a wish or a number that counts the work. A good objective says a
change for somebody; a bad one is a task, a figure, the day-to-day or a mere theme.
"""

KR_GOOD_EN = """
Cut the wait for a first answer to under an hour
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
Get 100,000 newly registered users
Keep acquisition cost under $50
Achieve $10M in ARR
NPS +15 points
Sell 1,500 units through resellers
Instagram following up 20%
Get 5 mentions in national media
Quarterly revenue above $1,000,000
Weekly active users at 12,000
Pass the audit with zero major findings
Code coverage to 80%
Have 70% of users complete onboarding
Employee satisfaction of 8+
Fewer than 5 bugs reported in production
NPS > 60
Time on site up by 30 seconds
First response time <= 1 hr
Close 15 enterprise deals worth $1.2M
Win rate from 20 → 30%
DAU/MAU ratio from .2 to .3
1M downloads
100 five-star reviews
Release frequency: 2 per week
Code review turnaround of 4 hours
Delivery time down to 2 days
Demos booked: 20 per week
Deploy frequency from weekly to 5 per day
Training completion rate of 95%
Open rate at 40%
Test pass rate 99%
Support tickets per 100 users fall from 9 to 5
Increase sales qualified leads by 25 percent
20 new logos in EMEA
Average deal size rises to 45k
Fill 90% of open roles within 45 days
Reduce carbon footprint by 1,200 tonnes
Increase newsletter subscribers from 3k to 8k
Reach break-even with costs below $1.1M
Grow organic traffic 40%
Launch the referral programme and acquire 500 users through it
Three out of four customers renew
Customer lifetime value of $900
80 NPS among admins
Reduce average wait to 5 minutes
Users return 3 times per week
90-day retention of 35%
Hire 10 engineers with 95% still here after six months
Page speed score of 90
Attract 2,000 attendees
Ten customers pay for the beta
50% of revenue comes from new products
Book $750k of services revenue
"""

KR_BAD_EN = """
Launch the partner portal
Write a new onboarding guide
Hire three account managers
Deliver the mobile app by the end of March
Publish 12 blog posts
Run 5 workshops with the sales team
Improve tenant happiness
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
Increase turnover
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
Post 3 times a week on social media
Make 50 cold calls
Finish the 2026 budget
Create brand awareness
Hire 2 people in marketing by Q2
Complete 90% of planned sprints
10 articles published
Improve performance
5 features shipped
Speak at 5 conferences
Get ISO 27001 certified by June
Migrate from Python 2 to 3
Move to the new office
Switch to the new supplier
Deliver the top 3 priorities
Conduct a competitor analysis
Engage with customers
Work on our culture
Have regular one-to-ones
Start a podcast
Build landing page
Revamp pricing by end of Q3 2025
Be more data-driven
Create a process for handling complaints
Drive adoption
Translate the app into 4 languages
Add dark mode
Host 2 webinars
Finalize brand book
Understand why users leave
Raise quality in all 3 plants
Establish partnerships
Introduce OKRs in 5 teams
Achieve high customer satisfaction
Investigate the causes of churn
Get the new brand out
Fix 20 bugs
Deliver project on time
Ensure all employees are trained
Release v2.0 in Q4
Maximise efficiency of operations
"""

KR_GOOD_FR = """
Traiter une réclamation en moins d'une journée
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
Visites du site : 20 000 par mois
Commande moyenne à 80 €
Taux de transformation +3 pts
CSAT > 4,5
Le chiffre d'affaires dépasse 1,2 M€
Délai de livraison inférieur à 48 h
Réduire les coûts logistiques de 8%
30 nouveaux clients grands comptes
Obtenir 100 avis 5 étoiles
Fidéliser 85 % des clients
Atteindre 1,5 million de téléchargements
Faire progresser le NPS de 20 à 45
Satisfaction des apprenants : 4,4 sur 5
Temps de réponse moyen ramené à 2 h
60 % du chiffre d'affaires provient des nouveaux produits
Chaque client obtient une réponse en moins de 4 heures
Vendre 1 200 licences
Acquérir 500 nouveaux abonnés
Économiser 300 000 euros sur les achats
Nombre de bugs critiques ≤ 2
Réduire de moitié le nombre de réclamations
Livraison en moins de 24 h pour 9 commandes sur 10
Trois clients sur quatre renouvellent leur contrat
Accroître la part de femmes managers de 28 à 40 %
Limiter le turnover à 8 %
Être cité 10 fois dans la presse nationale
Convaincre 12 distributeurs
Une note de 4,7 sur l'App Store
Croissance de 25 % du trafic organique
2 000 participants au salon en ligne
Réaliser un chiffre d'affaires de 500 K€
Lancer la boutique en ligne et générer 80 k€ de ventes
Obtenir un taux de complétion de 85%
Le panier moyen augmente de 42 à 55 euros
Diminution des retours produits de 9 % à 5 %
Embarquer 40 clients pilotes avec un taux d'usage de 70 %
Rentabilité : marge brute de 38 % à 45 %
Réduire l'empreinte carbone de 120 tonnes
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
Poster 3 fois par semaine sur LinkedIn
Passer 50 appels de prospection
Boucler le budget 2026
Créer de la notoriété
Embaucher 2 personnes au marketing avant le T2
10 articles publiés
5 fonctionnalités livrées
Obtenir la certification ISO 27001 d'ici juin
Passer à la nouvelle version
Déménager dans les nouveaux locaux
Traiter les 3 priorités
Faire une étude de marché
Travailler sur notre culture
Démarrer un podcast
Ajouter un mode sombre
Traduire l'application en 4 langues
Comprendre pourquoi les clients partent
Nouer des partenariats
Introduire les OKR dans 5 équipes
Une communication plus fluide
Montée en compétences des équipes
Avoir des processus plus efficaces
Atteindre un haut niveau de satisfaction
Faire évoluer l'outil de reporting
Mener une campagne de communication
Accompagner les équipes dans le changement
Rénover les bureaux
S'assurer que tous les salariés sont formés
Être plus présents sur les réseaux sociaux
Identifier 10 partenaires potentiels
Proposer une offre plus lisible
Mise à jour du site
Valoriser nos réussites
Harmoniser les pratiques
Professionnaliser le recrutement
Capitaliser sur les retours clients
Livrer le projet dans les délais
Formation de 30 collaborateurs
Réalisation de 12 vidéos
Baisse des coûts
Avoir une équipe plus soudée d'ici la fin du trimestre
Sortie de la V2 en octobre
Consolider les relations avec nos fournisseurs
Organiser 2 séminaires
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
Build a world-class engineering team
Create an experience our users rave about
Become the employer people brag about
Design a user-friendly app
Foster a culture of learning
Expand into Asia with confidence
Make onboarding a joy
Establish a strong presence in Canada
Reduce friction for returning shoppers
Grow a community that helps itself
Strengthen our position with public hospitals
Educate the market about circular fashion
Support our customers through their first winter
Meet the expectations of demanding clients
Be known for reliability
Provide nurses with time for patients
Improve the quality of life of commuters
Own the conversation about fair pay
Accelerate growth through happier users
Raise the bar for hospitality
Simplify life for landlords
Open the door to large accounts
Develop the habits of a learning organisation
Get the whole company to think like customers
Take the pain out of expense reports
Conquer the Benelux
Secure our future with new revenue streams
Cultivate leadership at every level
Build trust with regulators
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
Improve NPS by 10 points
Build a mobile app
Increase profit
Employee engagement
Deploy SAP
Move to AWS
Hold weekly meetings
Keep customers satisfied
Achieve 99.9% uptime
Create a marketing plan
Double-digit growth of 12%
Sales
Growth
Deliver project X on time
Replace the old server
Conduct customer interviews
Maintain quality standards
Produce monthly reports
Operational excellence
Make the sales team hit 1M$
Launch v2 in Q3
Open a store in Lyon
Add 3 payment methods
Do marketing
Fix bugs
Handle incoming tickets
Increase traffic
Hire a CFO
Sign 5 partners
Digital transformation
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
Faire de chaque visite en magasin un bon souvenir
Devenir l'employeur dont on parle à ses amis
Apprivoiser le marché italien
Donner du temps aux soignants
Réussir notre entrée sur le marché espagnol
Accompagner nos clients dans leur transition énergétique
Construire une relation de confiance avec les régulateurs
Créer un environnement de travail où chacun progresse
Être reconnus pour notre fiabilité
Ouvrir les portes des grands comptes
Développer une culture de l'apprentissage
Offrir aux nouveaux une première semaine mémorable
Améliorer la vie des banlieusards
Renforcer notre lien avec les producteurs locaux
Bâtir une marque aimée des jeunes parents
Écouter nos clients pour bâtir le produit qu'ils attendent
Simplifier le parcours d'achat pour nos clients professionnels
Étendre notre influence au-delà de nos frontières
Remettre le client au cœur de nos décisions
Que nos équipes aient envie de venir le lundi
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
Améliorer le NPS de 10 points
Développer une application mobile
Engagement des collaborateurs
Excellence opérationnelle
Croissance
Passer sur AWS
Tenir des réunions hebdomadaires
Atteindre 99,9 % de disponibilité
Créer un plan marketing
Ventes
Remplacer l'ancien serveur
Mener des entretiens clients
Produire les rapports mensuels
Lancer la V2 au T3
Ouvrir un magasin à Lyon
Ajouter 3 moyens de paiement
Corriger les bugs
Gérer les tickets entrants
Augmenter le trafic
Recruter un DAF
Signer 5 partenaires
Transformation digitale
Conserver nos clients
Assurer le suivi des projets
Définir la stratégie 2027
Mise en conformité RGPD
Réaliser 3 M€ de ventes
Optimiser les coûts
"""


def lines(table: str) -> list[str]:
    """The drafts of a table, one a line."""
    return table.strip().splitlines()
