"""Drafts of our own, by the families of words and figures that tell good from bad in both languages.

What counts or costs the work is bad however large the number: things sent, served, negotiated, cleaned up; time and
money spent; things that are merely bettered. A change measured on people, money, time or quality is good. An objective
that names a metric, the routine, a deliverable or nothing at all is bad.
"""

KR_GOOD_EN = """
Send-to-reply time under 4 hours
90% of emails answered within a day
Win 5 awards
Land 10 enterprise pilots
Secure 3 design partners
Get 12 case study customers to go public
20% of revenue from partners
Revenue from new products reaches 30%
Cut time to close from 12 days to 5
Reduce monthly spend on cloud by 15%
Lower spend per hire to $3,000
Pass 100% of compliance checks at first attempt
85% of employees complete the training and apply it within 30 days
Test flakiness down from 9% to 1%
Deployment frequency from 1 to 5 a week
Review turnaround under 24h
Books closed within 3 working days
Audit findings down to 2
Zero overdue invoices
Increase attendance at town halls from 40% to 75%
Course completion rate 80%
Article views up 60%
1,500 RSVPs for our event
Email click-through rate of 4%
30% of leads come from events
Sign 8 reseller agreements worth $2m
Retain 92% of key accounts
Renew 18 of 20 expiring contracts
Convert 25% of pilots
500 daily active users
Grow the waiting list to 5,000 people
Time to productivity for new hires: 90 to 45 days
Voluntary attrition below 8%
Women in leadership from 22% to 35%
Offer acceptance rate of 85%
Fill open roles in 35 days on average
eNPS of +30
Glassdoor rating 4.3
MTTR of 30 min
Error rate < 0.1%
Page weight below 500 KB
Crash-free sessions at 99.8%
Test suite runs in 6 minutes
Build time cut by half
Cloud cost per order falls 20%
Storage cost down $4k a month
Forecast accuracy within 5%
DSO from 54 to 40 days
Operating margin 14%
Cash runway of 18 months
Free trial to paid: 12%
CAC payback under 10 months
Net revenue retention of 115%
Stock cover of 4x on spare wheels
Quota attainment of 80% across reps
Average contract value up to $42k
Win rate against our main rival from 30 to 45%
Sales cycle 20% shorter
First contact resolution 75%
Ticket volume per customer down a third
CES of 6 out of 7
Escalations fall to 5 a month
Onboarding finished in 14 days for 80% of accounts
Health score green for 70% of accounts
Expansion revenue of $400k
Reference customers from 4 to 12
Share of voice 18%
Branded search up 30%
Organic sessions 120k a month
Bounce rate under 40%
Subscribers: 10k to 16k
Unsubscribes below 0.3%
Cost per lead $45
2 of our 3 largest customers renew
On-time delivery 97%
Stock accuracy 99%
Scrap rate 1.5%
OEE from 62% to 75%
Lost-time injuries: 0
Lead time 21 → 12 days
Supplier defects below 200 ppm
Complaints per 1,000 orders: 3
Launch in 3 countries with 500 users in each
Publish the guide and reach 10,000 readers
Hire a CFO who closes the books in 5 days
Ship the redesign to all users with conversion at or above 4%
70% of teams use the design system
Adoption of the new CRM by 90% of reps
Data quality score of 95
Security training passed by 98% of staff
Phishing click rate from 18% to 4%
Critical vulnerabilities fixed within 7 days
RPO of 1 hour
Availability 99.95%
Number of manual steps per release from 14 to 3
No more than 2 rollbacks a quarter
Students who finish: 60% → 80%
Donations of £250,000
Reduce approval steps to 2
Limit internal meetings to 4 hours a week
Cut customs forms per shipment to 1
Notify 95% of customers within an hour of an outage
Source 40% of hires from referrals
Spend per hire down to $3,000
Budget variance under 5%
Reserve ratio of 12%
Improve retention so that 500 users return weekly
Improve mean score of 200 stores to 4.2
Share price above $30
Report accuracy of 99%
Schedule adherence 96%
Screen time per session up 20%
Label error rate under 1%
Test coverage 85%
Track record of 20 on-time deliveries
Host 2,000 guests
Publish times cut from 3 days to 1
Draft-to-signature time: 12 days
Post-purchase rating 4.7
Present value of contracts: $3m
Survey response rate of 60%
Meet 98% of delivery slots
Order-to-cash in 20 days
Prepare orders in under 4 minutes
Submit 98% of claims without errors
Send rate errors below 0.2%
Print waste under 2%
Patch compliance 98% within 14 days
Import duties saved: $200k
Export sales up 30% to €4m
Clean energy share at 70%
Equipment uptime 97%
Poster session visits up 50%
Serve tables in under 6 minutes
Sessions per user from 3 to 6
10,000 sessions a day
Twice as many repeat visits
Visits per patient down to 2
Zero repeat visits after repair
Get 300 letters of support
Attract 60 applicants per opening
Obtain 25 endorsements from surgeons
Reach 1 million views
Guarantee claims below 0.5%
Return on ad spend of 4
Registered nurses per shift from 3 to 5
Standard deviation of delivery time below 1 day
"""

KR_BAD_EN = """
Send 200 outreach emails
Submit 10 grant applications
Make 300 cold calls a month
Book 4 conference slots
Spend 20% of our time on training
Allocate 2 days a month to refactoring
Invest $50k in advertising
Dedicate 10 hours a week to mentoring
Assist 400 families
Serve 2,000 meals
Record 6 podcasts
Draft 4 policies
Film 3 testimonials
Produce 8 case studies
Sponsor 2 meetups
Onboard 3 new suppliers
Draw up 5 personas
Merge 100 commits
Add 30 keywords to the campaign
Pilot the tool in 2 regions
Certify 12 engineers on AWS
Enrol 25 employees in the course
Coach 8 team leads
Create 20 landing pages
Post twice a week on LinkedIn
Tweet 5x per week
Contact 80 journalists
Follow up with 60 leads
Visit 25 shops
Prototype 3 concepts
Install 40 sensors
Equip 12 stores with tablets
Renovate 3 meeting rooms
Digitise 4,000 files
Import 12,000 records into the CRM
Clean up 500 contacts
Tag 1,000 pages
Automate 15 manual tests
Rewrite 30 help articles
Standardise 12 job descriptions
Cover 5 topics in training
Complete 3 online courses
Read 6 management books
Hold 1:1s with all 8 engineers
Facilitate 6 retrospectives
Moderate 2 panels
Schedule 10 demos
Prepare 3 board packs
Negotiate with 6 vendors
Shortlist 5 agencies
Review 40 contracts
Audit 10 suppliers
Assess 15 risks
Map 12 customer journeys
Define 8 KPIs
Set up 5 dashboards
Configure 3 environments
Decommission 4 servers
Migrate 20 services
Refactor 6 modules
Ship 10 bug fixes
Patch 30 machines
Deploy 4 models to production
Train 2 machine learning models
Label 10,000 images
Recruit 4 interns
Screen 60 CVs
Run 2 pulse surveys
Celebrate 4 team wins
Organise 1 offsite
Distribute 5,000 flyers
Print 1,000 brochures
Exhibit at 3 trade shows
Publish monthly reports for 12 months
Deliver 95% of the roadmap items
100% of planned features delivered
Finish 80% of the migration
Complete 90% of the tasks on time
Roadmap 100% delivered
12 sprints completed
3 proofs of concept built
8 user stories done
14 experiments with rye dough run
4 newsletters sent
Number of trainings held: 12
Reduce backlog from 120
Grow our 3 product lines
Optimise 4 key journeys
Improve service across our 6 sites
Strengthen ties with 10 strategic accounts
Support 5 internal departments
Help 3 teams adopt agile
Communicate the strategy to 100% of staff
Share the roadmap with 5 stakeholders
Present results to 4 committees
Translate 40 pages
Attend 100% of stand-ups
Update 25 procedures
"""

KR_GOOD_FR = """
90 % des courriels traités dans la journée
Remporter 5 appels d'offres
Décrocher 10 pilotes payants
20 % du chiffre d'affaires vient des partenaires
Ramener la clôture comptable de 12 à 5 jours
Réduire de 15 % la dépense cloud mensuelle
Dépense par recrutement sous 3 000 €
85 % des salariés formés utilisent l'outil chaque semaine
Taux de tests instables de 9 % à 1 %
Fréquence de mise en production : de 1 à 5 par semaine
Relectures terminées sous 24 h
Factures en retard : 0
Participation aux réunions plénières de 40 % à 75 %
Taux de complétion de la formation de 80 %
Lectures d'articles +60 %
1 500 inscrits à notre événement
Taux de clic de 4 %
30 % des prospects viennent des salons
Signer 8 contrats de revente pour 2 M€
Conserver 92 % des grands comptes
Renouveler 18 contrats sur 20
500 utilisateurs actifs par jour
Liste d'attente de 5 000 personnes
Délai d'autonomie des nouveaux : de 90 à 45 jours
Départs volontaires sous 8 %
Part des femmes cadres de 22 % à 35 %
85 % des offres d'embauche acceptées
Pourvoir les postes en 35 jours en moyenne
Note Glassdoor de 4,3
Taux d'erreur < 0,1 %
Temps de construction divisé par deux
Coût cloud par commande en baisse de 20 %
Délai de paiement client de 54 à 40 jours
Marge opérationnelle de 14 %
18 mois de trésorerie
Passage de l'essai au payant : 12 %
Rétention nette de 115 %
Panier moyen à 42 €
Cycle de vente raccourci de 20 %
Résolution au premier contact : 75 %
Nombre de tickets par client en baisse d'un tiers
Intégration terminée en 14 jours pour 80 % des comptes
Part de voix de 18 %
120 000 visites par mois
Coût par prospect de 45 €
Livraisons à l'heure : 97 %
Taux de rebut de 1,5 %
TRS de 62 % à 75 %
Accidents avec arrêt : 0
Réclamations pour 1 000 commandes : 3
Lancer l'offre dans 3 pays avec 500 utilisateurs dans chacun
Publier le guide et toucher 10 000 lecteurs
70 % des équipes utilisent le référentiel
Adoption du nouveau CRM par 90 % des commerciaux
Taux de clic sur le hameçonnage de 18 % à 4 %
Failles critiques corrigées sous 7 jours
Disponibilité des bornes de 97,5 %
250 000 € de dons
Étudiants diplômés : 60 % → 80 %
Dépôts de brevets : 3 par an
Empreinte carbone -10 %
Consommation d'eau en baisse de 30 %
Absentéisme de 7 % à 5 %
Porter à 60 % la part des achats locaux
Le temps d'attente ne dépasse pas 5 minutes
Neuf clients sur dix nous recommandent
Atteindre l'équilibre à 1,2 M€ de ventes
Ramener le nombre d'étapes de validation à 2
Limiter les réunions internes à 4 heures par semaine
Prévenir 95 % des clients dans l'heure
Dépense par recrutement ramenée à 3 000 €
Améliorer la fidélité afin que 500 utilisateurs reviennent chaque semaine
Note moyenne de 200 magasins : 4,2
Partage de la valeur : 8 % du résultat
Envois sans erreur : 99 %
Visites par patient : 2 au maximum
10 000 sessions par jour
60 candidatures par poste
Servir les tables en moins de 6 minutes
Préparer les commandes en moins de 4 minutes
98 % des dossiers déposés sans erreur
Postes vacants : de 40 à 12
Pourvoir 90 % des postes en 45 jours
Taux de réponse à l'enquête de 60 %
Contrôles conformes : 99 %
Relances ramenées de 400 à 100 par mois
Formations suivies jusqu'au bout : 80 %
Supports réutilisés par 40 équipes : de 10 % à 50 %
Obtenir 25 recommandations de chirurgiens
Toucher 1 million de lecteurs
Rassembler 300 signatures
Garanties activées : moins de 0,5 %
Compte courant moyen à 1 200 €
Conseils suivis par 70 % des patients
Affluence en hausse de 20 %
Le panier des habitués passe de 40 à 55 €
Trier 95 % des déchets
"""

KR_BAD_FR = """
Envoyer 200 courriels de prospection
Soumettre 10 dossiers de subvention
Passer 300 appels par mois
Consacrer 20 % de notre temps à la formation
Allouer 2 jours par mois à la dette technique
Investir 50 k€ en publicité
Dédier 10 heures par semaine au tutorat
Servir 2 000 repas
Enregistrer 6 podcasts
Rédiger 4 politiques internes
Filmer 3 témoignages
Produire 8 études de cas
Parrainer 2 rencontres
Référencer 3 nouveaux fournisseurs
Décrire 5 personas
Ajouter 30 mots-clés à la campagne
Expérimenter l'outil dans 2 régions
Certifier 12 ingénieurs
Inscrire 25 salariés à la formation
Coacher 8 chefs d'équipe
Créer 20 pages d'atterrissage
Poster deux fois par semaine sur LinkedIn
Contacter 80 journalistes
Relancer 60 prospects
Visiter 25 magasins
Maquetter 3 concepts
Installer 40 capteurs
Équiper 12 magasins de tablettes
Rénover 3 salles de réunion
Numériser 4 000 dossiers
Importer 12 000 fiches dans le CRM
Nettoyer 500 contacts
Automatiser 15 tests manuels
Réécrire 30 articles d'aide
Standardiser 12 fiches de poste
Suivre 3 formations en ligne
Lire 6 livres de management
Faciliter 6 rétrospectives
Planifier 10 démonstrations
Préparer 3 comités de direction
Négocier avec 6 fournisseurs
Présélectionner 5 agences
Relire 40 contrats
Auditer 10 fournisseurs
Évaluer 15 risques
Cartographier 12 parcours clients
Définir 8 indicateurs
Configurer 3 environnements
Décommissionner 4 serveurs
Migrer 20 services
Remanier 6 modules
Livrer 10 correctifs
Déployer 4 modèles en production
Étiqueter 10 000 images
Recruter 4 alternants
Trier 60 CV
Lancer 2 enquêtes internes
Organiser 1 séminaire
Distribuer 5 000 tracts
Imprimer 1 000 brochures
Exposer sur 3 salons
Livrer 95 % de la feuille de route
100 % des fonctionnalités prévues livrées
Terminer 80 % de la migration
Réaliser 90 % des tâches dans les temps
12 sprints terminés
3 prototypes construits
20 expériences menées
4 newsletters envoyées
Nombre de formations animées : 12
Développer nos 3 gammes
Optimiser 4 parcours clés
Améliorer le service sur nos 6 sites
Renforcer les liens avec 10 comptes stratégiques
Aider 3 équipes à passer en agile
Communiquer la stratégie à 100 % du personnel
Partager la feuille de route avec 5 parties prenantes
Présenter les résultats à 4 comités
Traduire 40 pages
Mettre à jour 25 procédures
Sensibiliser 300 salariés
Animer une communauté de 50 référents
Mobiliser 10 ambassadeurs
Tenir 4 comités
Diffuser 3 campagnes
Assurer 12 permanences
"""

OBJECTIVE_GOOD_EN = """
Make hospitals safer for the people who clean them
Become the bank that farmers trust
Give shop managers their evenings back
Turn first-time visitors into regulars
Let parents follow their child's progress without asking
Be the place where junior developers grow fastest
Create a support experience that people tell their friends about
Build the habit of shipping small
Win over sceptical pharmacists
Bring calm to on-call
Make moving house feel easy
Earn a reputation for honesty in insurance
Help small bakeries compete online
Restore trust after the outage
Put an end to weekend work
Open our science to everybody
Show that remote teams can lead
Lead the shift to reusable packaging
Be the obvious choice for school canteens
Delight patients at every step of their visit
Make every engineer confident in changing old code
Reinvent how we welcome newcomers
Enable volunteers to organise themselves
Grow a loyal community of cyclists
Strengthen the bond between alumni and the school
Improve the working day of drivers on rural routes
Inspire regional managers to act like owners
Unite two cultures after the merger
Simplify taxes for freelancers
Free nurses from paperwork
Establish ourselves in the Nordic market
Break into the premium segment
Prove our model outside the capital
Design products that last a lifetime
Create a workplace where nobody is afraid to ask
Transform the way we learn from failure
Deliver on the promises we made to our first customers
Make our data trustworthy for everyone who decides with it
Make the app a pleasure on old phones
Become the leading voice on ethical fashion
Be loved by the people who use us daily
Take customer onboarding from painful to joyful
Lay the ground for our entry into Brazil
Reach people who never visited a museum
Accelerate discovery for rare diseases
Attract talent that raises our level
Foster a team that looks after each other
Achieve a smooth start for every new branch
Offer students a fair chance wherever they live
"""

OBJECTIVE_BAD_EN = """
Ship the new mobile experience
Increase the number of demos
Improve our conversion rate
Raise the customer satisfaction score
Reduce the error rate
Do our job better
Be the best
Be a great bakery
Be the best consulting firm in the world
Achieve excellence
Achieve great results
Reach our targets
Hit our numbers
Meet the budget
Work harder on sales
Make progress on the roadmap
Get things done
Complete the project on time
Finish the migration
Design and launch a new website
Build and ship version 2
Develop and roll out the intranet
Research new suppliers
Write better documentation
Train the sales team on the new product
Hold more workshops
Keep systems running
Keep up the good work
Maintain the existing platform
Support existing customers
Provide day-to-day support
Ensure payroll runs smoothly
Monitor the servers
Operate the data centre
Process invoices on time
Manage the budget
Handle customer complaints
Continue the digital programme
Sustain current performance
Report monthly figures
10% more revenue
Revenue of $5M
NPS of 60
Cut costs by 15%
Grow headcount to 50
Open 3 new offices
Sign 20 customers
Marketing
Brand awareness
Cost reduction
Process improvement
Customer centricity
Team spirit
Increase bookings
Boost morale
Reduce churn
Grow faster
Get more customers
Acquire new guests
Become better
Implement agile
Adopt OKRs
Introduce a new bonus scheme
Upgrade the network
Install solar panels
Audit our suppliers
Review the pricing
Publish a sustainability report
Set up a legal department
Hire more people
Recruit a data team
Automate reporting
Test the new product
Collect feedback
Run a survey
Document our processes
Organise a hackathon
Renew the ISO certificate
Migrate legacy systems to the cloud
Create content
Create a knowledge base
Deliver project Apollo
Deliver the budget
Refactor the codebase
Fix the broken build
"""

OBJECTIVE_GOOD_FR = """
Rendre l'hôpital plus sûr pour ceux qui le nettoient
Devenir la banque en qui les agriculteurs ont confiance
Rendre leurs soirées aux responsables de magasin
Transformer les visiteurs d'un jour en habitués
Permettre aux parents de suivre leur enfant sans avoir à demander
Être l'endroit où les jeunes développeurs grandissent le plus vite
Créer un support dont on parle à ses amis
Prendre l'habitude de livrer petit
Convaincre les pharmaciens sceptiques
Ramener le calme dans les astreintes
Rendre le déménagement facile
Gagner une réputation d'honnêteté dans l'assurance
Aider les petites boulangeries à exister en ligne
Retrouver la confiance après la panne
En finir avec le travail du week-end
Ouvrir notre science à tous
Montrer que l'on peut diriger à distance
Mener le passage aux emballages réutilisables
Être le choix évident des cantines scolaires
Enchanter les patients à chaque étape de leur visite
Donner à chaque ingénieur l'assurance de toucher au vieux code
Réinventer l'accueil des nouveaux
Faire grandir une communauté de cyclistes fidèles
Resserrer le lien entre les anciens et l'école
Améliorer la journée des conducteurs des lignes rurales
Inciter les responsables régionaux à agir en propriétaires
Unir deux cultures après la fusion
Simplifier l'impôt des indépendants
Libérer les soignants des formulaires
Nous installer durablement sur le marché nordique
Percer dans le haut de gamme
Prouver notre modèle hors de la capitale
Concevoir des produits qui durent une vie
Changer notre façon d'apprendre de nos échecs
Tenir les promesses faites à nos premiers clients
Faire de nos données une source sûre pour tous ceux qui décident
Rendre l'application agréable sur de vieux téléphones
Devenir la voix de la mode éthique
Être aimés de ceux qui nous utilisent chaque jour
Préparer notre entrée au Brésil
Toucher ceux qui n'ont jamais visité un musée
Accélérer la recherche contre les maladies rares
Attirer des talents qui nous tirent vers le haut
Construire une équipe où l'on prend soin les uns des autres
Offrir aux élèves les mêmes chances partout
Faire vivre nos valeurs au quotidien
Redonner du sens au travail de nuit
Faire exister notre marque hors de France
Créer un lien durable avec nos adhérents
"""

OBJECTIVE_BAD_FR = """
Augmenter le nombre de démonstrations
Améliorer notre taux de conversion
Réduire le taux d'erreur
Faire mieux notre travail
Être les meilleurs
Être la meilleure entreprise du secteur
Atteindre l'excellence
Obtenir de bons résultats
Atteindre nos objectifs
Tenir le budget
Terminer le projet à temps
Finaliser la migration
Concevoir et lancer un nouveau site
Développer et déployer l'intranet
Rechercher de nouveaux fournisseurs
Former l'équipe commerciale au nouveau produit
Animer plus d'ateliers
Maintenir la plateforme existante
Assurer le support au quotidien
Garantir la continuité de service
Surveiller les serveurs
Traiter les factures à temps
Gérer le budget
Poursuivre le programme numérique
10 % de chiffre d'affaires en plus
NPS de 60
Réduire les coûts de 15 %
Ouvrir 3 agences
Signer 20 clients
Marketing
Notoriété de la marque
Réduction des coûts
Amélioration des processus
Esprit d'équipe
Augmenter les réservations
Réduire l'attrition
Acquérir de nouveaux clients
Instaurer une nouvelle prime
Mettre à niveau le réseau
Installer des panneaux solaires
Auditer nos fournisseurs
Revoir les tarifs
Publier un rapport RSE
Créer un service juridique
Recruter davantage
Automatiser le reporting
Tester le nouveau produit
Mener une enquête
Documenter nos processus
Organiser un hackathon
Renouveler le certificat ISO
Migrer vers le cloud
Créer du contenu
Créer une base de connaissances
Livrer le projet Apollo
Refondre le code
Corriger la chaîne de construction
Conduite du changement
Digitalisation des processus
Montée en charge de la plateforme
Suivi des indicateurs
"""
