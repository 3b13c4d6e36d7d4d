"""French words of the coach, without accents: lists of infinitives, from which the other forms are made."""

from collections.abc import Iterable

from okr_tui.domain.drafts import lexicon as sort
from okr_tui.domain.drafts.lexicon import Lexicon, paired, sorted_words

_OUTPUT = """
lancer livrer rediger recruter deployer implementer migrer installer integrer publier embaucher finaliser terminer
achever refondre:refonds:refondons:refondu:refondue:refonte ecrire:ecris:ecrivons:ecrivez:ecrit:ecrite:ecrites:ecrits
organiser documenter configurer parametrer heberger acheter renouveler commander prototyper programmer planifier
automatiser executer auditer analyser cartographier lister demarrer introduire:introduit:introduite ajouter enregistrer
traduire:traduit:traduite:traduites traduisons digitaliser numeriser dematerialiser standardiser centraliser moderniser
restructurer reorganiser externaliser archiver presenter envoyer annoncer diffuser filmer imprimer assembler specifier
renommer evaluer etudier benchmarker choisir:choisis:choisissons:choisi:choisie:choisis revoir:revoyons:revu tester
corriger nommer remplacer basculer harmoniser formaliser realiser tenir actualiser elaborer mettre-en-place
industrialiser outiller sortir:sors:sortons:sorti:sortie uniformiser instaurer inaugurer rebaptiser consolider initier
amorcer concretiser cadrer rationaliser poster afficher distribuer creer soumettre:soumis:soumise negocier effectuer
prioriser identifier recenser inventorier repertorier designer maquetter coder developper-un renover nettoyer etiqueter
equiper decommissionner referencer importer exporter transcrire:transcrit:transcrite editer remanier supprimer purger
cataloguer indexer exposer sponsoriser parrainer homologuer certifier labelliser
inscrire:inscris:inscrivons:inscrit:inscrite enroler provisionner cabler raccorder expedier repeindre retirer dupliquer
esquisser ebaucher reecrire:reecrit:reecrite:reecrits relancer experimenter brancher retravailler
"""
_SOFT = """
creer construire:construis:construisons:construit:construite:construits batir:batis:batissons:bati:batie developper
concevoir:concevons:concu:concue:concus livrer etablir:etablis:etablissons:etabli:etablie
fournir:fournis:fournissons:fourni:fournie produire:produis:produisons:produit:produite
ouvrir:ouvrons:ouvert:ouverte:ouverts:ouvertes definir:definis:definissons:defini:definie:definies
mettre:mettons:mettez:mis:mise:mises preparer generer structurer monter fonder dessiner faire:faisons:fait:faite poser
"""
_ACTIVITY = """
interviewer interroger former sonder rencontrer visiter appeler contacter coacher accompagner collecter
recueillir:recueilli:recueillis recolter mener animer conduire:conduit participer assister discuter echanger lire:lu
observer consulter inviter sensibiliser enseigner reunir:reunis:reuni demarcher prospecter eduquer identifier recenser
repertorier corriger tester evaluer analyser cartographier informer communiquer ecouter questionner solliciter tenir
envoyer soumettre:soumis:soumise rediger ecrire:ecris:ecrivons:ecrivez:ecrit:ecrite publier poster presenter planifier
diffuser relancer servir:sers:servons:servi:servie relire:relis:relisons:relu:relue preselectionner trier rechercher
negocier faciliter moderer mobiliser conseiller orienter celebrer promouvoir evangeliser federer alerter partager
certifier comparer compter controler inspecter prioriser distribuer etiqueter referencer
inscrire:inscris:inscrivons:inscrit:inscrite standardiser valider verifier expedier equiper
"""
_MOVE = """
augmenter ameliorer accroitre:accroissons:accru:accrue croitre booster reduire:reduis:reduisons:reduit:reduite diminuer
baisser optimiser renforcer accelerer developper maximiser minimiser etendre:etendu elargir:elargissons abaisser ramener
resorber alleger doper stimuler favoriser fluidifier simplifier rationaliser limiter raccourcir:raccourcissons
intensifier consolider dynamiser doubler tripler multiplier diviser hausser elever gagner couper porter passer faire
"""
_DOWN = """
ramener resorber alleger supprimer reduire:reduit:reduisons diminuer baisser abaisser minimiser raccourcir limiter
diviser couper eliminer reduction diminution baisse division
"""
_IMPROVE = """
ameliorer optimiser renforcer simplifier fluidifier rationaliser consolider moderniser dynamiser valoriser perfectionner
fiabiliser solidifier affiner
"""
_EFFORT = "consacrer allouer dedier investir:investissons depenser affecter"
_HEALTH = """
maintenir:maintenons:maintiens:maintien:maintient:maintenu:maintenue:maintenant conserver garder
tenir:tenons:tiens:tenu:tenue rester preserver continuer perenniser stabiliser soutenir
garantir:garantis:garantissons:garanti:garantie
"""
_ROUTINE = """
maintenir:maintenons:maintiens:maintien:maintient:maintenu conserver garder continuer poursuivre:poursuivons:poursuite
preserver perenniser rester gerer administrer superviser piloter suivre:suivons:suivi surveiller traiter facturer
"""
_ENSURE = "assurer garantir:garantissons veiller securiser fournir effectuer"
_SUCCEED = """
reussir:reussis:reussissons:reussi:reussite effectuer accomplir realiser proceder mener assurer garantir faire avoir
etre finir:finissons:fini conduire reussite
"""
_PLAIN = """
faire avoir etre augmenter ameliorer accroitre developper booster reduire diminuer optimiser renforcer accelerer gagner
maximiser minimiser gerer travailler consolider stimuler dynamiser baisser acquerir:acquerons obtenir:obtenons
atteindre:atteignons reussir:reussissons finir:finissons terminer mener realiser accomplir soutenir:soutenons
"""
_EMPTY = """
mieux meilleur meilleure meilleurs meilleures bon bonne bons bonnes bien excellence excellent excellente excellents
excellentes choses chose entreprise entreprises societe organisation monde marche secteur projet projets objectif
objectifs resultats resultat chiffres progres succes nouveau nouvel nouvelle nouveaux nouvelles possible general
generale travail activite ensemble
"""
_BACKGROUND = "alors bien quoique quoiqu sachant malgre tandis etant compte budget enveloppe investissement"
_RATE = "nombre taux pourcentage ratio score indice quota nps csat"
_CHANGE = """
ravir enchanter aider permettre devenir gagner transformer rendre donner offrir liberer inspirer faire montrer prouver
conquerir seduire convaincre
"""
_NOUNS_OF_MOVES = """
augmentation amelioration accroissement croissance boost reduction diminution baisse optimisation renforcement
acceleration developpement maximisation minimisation extension elargissement hausse progression simplification
fluidification intensification consolidation dynamisation stimulation limitation evolution
"""

_VAGUE = """
mieux meilleur meilleure meilleurs meilleures plus davantage bon bonne bons bonnes fort forte forts fortes nettement
significativement sensiblement considerablement fortement rapidement efficacement efficace efficaces performant
performante performants performantes robuste robustesse qualite excellence excellent excellente fluide fluides grand
grande satisfaisant satisfaisante satisfaits satisfait engages engage engagees reconnu reconnue moins plusieurs certains
divers nombreux adapte adaptee optimal optimale optimaux regulierement progressivement simple moderne durable
durablement positif positive leader incontournable innovant innovante agile bien
"""
_DELIVERABLE = """
site sites projet projets page pages application applications appli app plateforme plateformes portail outil outils
tableau tableaux rapport rapports document documents documentation guide guides charte feuille roadmap plan plans
strategie presentation enquete enquetes sondage newsletter blog article articles video videos podcast campagne campagnes
evenement evenements webinaire webinaires atelier ateliers formation formations cours parcours processus process
procedure procedures politique politiques cadre systeme systemes logiciel logiciels crm erp sirh api integration
integrations fonctionnalite fonctionnalites module modules prototype mvp version versions base entrepot infrastructure
architecture modele modeles gabarit bibliotheque comite service departement agence agences bureau bureaux magasin
magasins boutique boutiques programme programmes intranet chatbot interface formulaire formulaires catalogue manuel wiki
faq brochure logo contrat budget script scripts test tests serveur serveurs reseau backlog audit cahier specification
specifications maquette maquettes composant composants referentiel grille inventaire contenu contenus affiche affiches
tract tracts banniere bannieres infographie infographies prospectus plaquette plaquettes registre annuaire glossaire
simulateur configurateur memento automatisation automatisations flux borne bornes livret livrets liste fiche fiches
methodologie reunion reunions canal etude analyse bilan persona personas kit extension dispositif
"""
_WORK = """
atelier ateliers fonctionnalite fonctionnalites entretien entretiens interview interviews reunion reunions session
sessions seance seances formation formations article articles post posts billet billets video videos webinaire
webinaires webinar webinars podcast podcasts evenement evenements campagne campagnes email emails mail mails newsletter
newsletters projet projets initiative initiatives test tests experience experiences rapport rapports document documents
processus process etape etapes phase phases action actions tache taches outil outils sprint sprints version versions
livrable livrables jalon jalons appel appels visite visites presentation presentations enquete enquetes reponse reponses
questionnaire questionnaires etude etudes cas livre livres guide guides page pages cours module modules programme
programmes procedure procedures politique politiques idee idees proposition propositions prototype prototypes modele
modeles pilier piliers priorite priorites axe axes chantier chantiers domaine domaines sujet sujets theme themes role
roles ingenieur ingenieurs developpeur developpeurs recruteur recruteurs recrutement recrutements embauche embauches
integration integrations composant composants conference conferences revue revues audit audits analyse analyses
publicite publicites equipe equipes departement departements vague vagues lot lots hackathon hackathons meetup meetups
plan plans salarie salaries employe employes collaborateur collaborateurs personnel effectif effectifs manager managers
persona personas amelioration ameliorations gamme gammes canal canaux ligne lignes service services agent agents
publication publications salon salons rencontre rencontres cahier cahiers flux fiche fiches site sites indicateur
indicateurs ecran ecrans hypothese hypotheses concept concepts poc preuve preuves pilote pilotes maquette maquettes
table tables correctif correctifs correction corrections retrospective retrospectives comite comites permanence
permanences seminaire seminaires lecon lecons certification certifications badge badges ouvrage ouvrages chapitre
chapitres episode episodes cv parties partie alternant alternants stagiaire stagiaires apprenti apprentis prestataire
prestataires capteur capteurs tablette tablettes machine machines salle salles risque risques critere criteres fichier
fichiers image images mot-cle mots-cles fournisseur fournisseurs agence agences manuel manuels controle controles
inspection inspections evaluation evaluations tract tracts brochure brochures affiche affiches infographie infographies
banniere bannieres contenu contenus temoignage temoignages norme normes automatisation automatisations referent
referents commission commissions repas tutoriel tutoriels support supports
"""
_OUTCOME = """
client clients cliente clientes utilisateur utilisateurs utilisatrice utilisatrices compte comptes abonne abonnes
abonnement abonnements inscription inscriptions inscrit inscrits lead leads prospect prospects affaire affaires vente
ventes commande commandes opportunite opportunites telechargement telechargements visiteur visiteurs membre membres
adherent adherents donateur donateurs patient patients etudiant etudiants eleve eleves incident incidents bug bugs
anomalie anomalies defaut defauts erreur erreurs plainte plaintes reclamation reclamations ticket tickets panne pannes
recommandation recommandations reservation reservations conversion conversions essai essais renouvellement
renouvellements unite unites etoile etoiles point points nps csat mention mentions vue vues partage partages clic clics
transaction transactions achat achats candidature candidatures candidat candidats emploi emplois partenaire partenaires
revendeur revendeurs contrat contrats demande demandes accident accidents menage menages participant participants
acheteur acheteurs avis note faille failles defaillance defaillances demission demissions depart departs contributeur
contributeurs installation installations visite-site abonnees habitant habitants beneficiaire beneficiaires usager
usagers lecteur lecteurs licence licences benevole benevoles signature signatures rendez-vous rdv demo demos ambassadeur
ambassadeurs filleul filleuls parrainage parrainages devis retour-client rupture ruptures litige litiges visite visites
session sessions lecture lectures
"""
_STOP = """
le la les l un une des du de d a au aux en dans sur pour par avec sans sous entre vers chez et ou mais ni que qui dont
est sont etre etaient ce cet cette ces mon ma mes notre nos votre vos leur leurs son sa ses se s y il elle ils elles on
nous vous ne pas plus tout toute tous toutes chaque aucun aucune c n j m t qu si afin via lors pendant durant depuis
avant apres jusqu jusque
"""
_OWN = """
le la les un une des du de et pour par avec nos notre dans sur au aux en d l qu est sont que qui ce ces sa ses leurs
chaque tous toutes mieux
"""
_LEAD = """
nous allons devons voulons souhaitons faut il pour que l equipe le la les un une avoir etre ont a ayant avec succes
successfully rapidement pleinement entierement enfin aussi puis ensuite d ici objectif but commencer arriver pouvoir
vouloir devoir
"""
_TIME = """
trimestre annee an ans mois semaine semaines fin debut moitie t1 t2 t3 t4 s1 s2 q1 q2 q3 q4 prochain prochaine cette cet
ce janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre printemps ete automne hiver
annuel annuelle annuellement jours jour semestre rentree d ici
"""
_QUALITY = """
succes reussi reussie reussis reussies exceptionnel exceptionnelle remarquable inoubliable memorable formidable genial
geniale excellence culture reputation dynamique plebiscite plebiscitee adore adoree aime aimee desirable irresistible
fluide sain saine convivial conviviale incontournable reference fiable confiance marquant marquante inspirant inspirante
attractif attractive simple intuitive intuitif apprecient adorent aiment recommandent
"""
_RUNNING = """
fonctionnement operations exploitation support maintenance continuite conformite gestion suivi quotidien courant
courante administration permanence paie disponibilite routine stabilite service bonne bon marche production habituel
habituelle
"""
_PURPOSE = """
afin qui dont permettant permettent permettra permet menant entrainant aboutissant generant conduisant grace rendant
donnant
"""
_MULTIPLE = "doubler double doublons doublement triple tripler triplement quadrupler moitie tiers aucun aucune"
_DETERMINER = "nos les ces ses leurs mes vos des notre tous toutes"
_FIGURES = """
taux part note score delai nombre cout couts duree nps csat indice pourcentage marge frequence volume temps retention
adoption precision satisfaction participation
"""
_MAKING = """
lancement livraison redaction recrutement deploiement implementation migration installation integration publication
embauche finalisation refonte ecriture organisation documentation configuration parametrage creation construction
conception realisation elaboration instauration introduction mise automatisation digitalisation numerisation
dematerialisation standardisation centralisation modernisation restructuration reorganisation externalisation
presentation diffusion ouverture redefinition definition preparation achat acquisition-outil traduction demarrage
identification elimination cartographie analyse audit evaluation etude validation sortie production formation bascule
harmonisation formalisation actualisation tenue animation structuration specification planification ajout mises
nomination consolidation sensibilisation recensement
"""
_NUMBERS = """
deux trois quatre cinq six sept huit neuf dix onze douze quinze vingt trente quarante cinquante soixante cent cents
mille million millions zero
"""
_PAIRS = (
    (sort.OUTPUT | sort.DONE, "mise en,mises en,mis en,mis a"),
    (sort.OUTPUT, "mettre en,mettre a,mettons en,mettez en,passer a,passer sur,monter une,monter un"),
    (sort.CHANGE, "faire de,faire d"),
    (sort.ROUTINE, "continuer a,continuer de,prendre soin"),
    (sort.PLAIN, "faire mieux,faire progresser,faire bien,mener a,atteindre nos"),
)
_NO_TASK = frozenset({"passe", "passer", "sors", "tiens", "tenir", "porte", "mis", "test", "lu", "designer", "realise"})
# Things, where a draft begins with them.
_NOUNS = frozenset({
    "commande", "visite", "rencontre", "programme", "liste", "annonce", "recolte", "collecte", "forme", "livre", "sonde",
    "note", "code", "offre", "monte", "poste", "controle", "exporte", "finance", "partage", "compte", "conseille",
    "equipe", "relance", "purge", "expose", "esquisse", "ebauche", "branche", "alerte", "celebre", "modere", "retire", "edite",
    "reference", "cadre", "demarche", "echange", "ecoute", "recherche", "structure", "parametre", "enseigne", "cable",
    "archive",
})  # fmt: skip
_ENDINGS = ("er", "e", "ons", "ez", "ent", "ant", "ee", "ees", "era", "erons", "eront")
# Without "es": "visites" and "livres" are things where a draft begins with them.


def _forms(listed: str) -> tuple[set[str], set[str]]:
    """Every form of the verbs, and those that are participles; "ouvrir:ouvert" gives the irregular ones."""
    every: set[str] = set()
    past: set[str] = set()
    for entry in listed.split():
        base, *irregular = entry.split(":")
        every |= {base, *irregular}
        if base.endswith("er"):
            stem = base[:-2]
            every |= {stem + ending for ending in _ENDINGS}
            if stem.endswith("g"):
                every |= {stem + "eons", stem + "eant"}
            past |= {stem + "e", stem + "es", stem + "ee", stem + "ees"}
        else:
            every |= {base[:-1] + "ant"} | {form[:-3] + "ant" for form in irregular if form.endswith("ons")}
            past |= {form for form in irregular if not form.endswith(("ons", "ez"))}
    return every, past


def _lexicon() -> Lexicon:
    output, done = _forms(_OUTPUT)
    soft, softly_done = _forms(_SOFT)
    lists: list[tuple[int, Iterable[str] | str]] = [
        (sort.OUTPUT, output - _NO_TASK - _NOUNS), (sort.SOFT, soft - _NOUNS),
        (sort.DONE, (done | softly_done) - _NO_TASK - {"fait"} - _NOUNS - {noun + "s" for noun in _NOUNS}),
        (sort.ACTIVITY, _forms(_ACTIVITY)[0] - _NOUNS), (sort.MOVE, _forms(_MOVE)[0] | set(_NOUNS_OF_MOVES.split())),
        (sort.HEALTH, _forms(_HEALTH)[0]), (sort.ROUTINE, _forms(_ROUTINE)[0]), (sort.ENSURE, _forms(_ENSURE)[0]),
        (sort.SUCCEED, _forms(_SUCCEED)[0]), (sort.PLAIN, _forms(_PLAIN)[0] | set(_NOUNS_OF_MOVES.split())),
        (sort.CHANGE, _forms(_CHANGE)[0]),
        (sort.VAGUE, {*_VAGUE.split(), *_forms(_MOVE)[0], *_NOUNS_OF_MOVES.split()} - {"faire", "passer", "porter", "fait"}),
        (sort.DELIVERABLE, _DELIVERABLE), (sort.WORK, _WORK), (sort.OUTCOME, _OUTCOME), (sort.STOP, _STOP),
        (sort.OWN, _OWN),
        (sort.LEAD, _LEAD), (sort.TIME, _TIME), (sort.QUALITY, _QUALITY), (sort.RUNNING, _RUNNING),
        (sort.PURPOSE, _PURPOSE), (sort.MULTIPLE, _MULTIPLE), (sort.DETERMINER, _DETERMINER), (sort.MAKING, _MAKING),
        (sort.DOWN, _forms(_DOWN)[0]), (sort.FIGURE, _FIGURES), (sort.IMPROVE, _forms(_IMPROVE)[0]),
        (sort.EFFORT, _forms(_EFFORT)[0]), (sort.EMPTY, _EMPTY), (sort.RATE, _RATE), (sort.BACKGROUND, _BACKGROUND),
        (sort.NUMBER, _NUMBERS), (sort.PAIR, paired(_PAIRS)), (sort.TO, ("pour", "et", "de")),
    ]  # fmt: skip
    return Lexicon(sorted_words(lists), paired(_PAIRS), frozenset(_NUMBERS.split()), head_last=False)


LEXICON = _lexicon()
"""What the coach knows of French."""
