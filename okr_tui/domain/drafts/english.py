"""English words of the coach: lists of base forms, from which the other forms are made."""

from collections.abc import Iterable

from okr_tui.domain.drafts import lexicon as sort
from okr_tui.domain.drafts.lexicon import Lexicon, paired, sorted_words

_OUTPUT = """
launch implement deploy migrate install integrate publish hire recruit complete finish finalise finalize release
redesign refactor rewrite:rewrote:rewritten organise organize document configure host update upgrade rollout
write:wrote:written ship:shipped:shipping purchase buy:bought renew draft file code program:programmed:programming
prototype:prototyped commission appoint replace onboarding automate schedule execute audit review analyse analyze
research map:mapped:mapping list start kick:kicked introduce add record translate digitise digitize standardise
standardize consolidate centralise centralize modernise modernize revamp overhaul rebrand restructure reorganise
reorganize outsource roll port merge sunset decommission archive submit present send:sent post announce promote
create:created film print assemble specify set rename assign evaluate explore investigate benchmark select
choose:chose:chosen pilot test fix refresh close-out sponsor exhibit distribute import export patch refurbish renovate
provision catalogue catalog clean delete remove retire replicate relocate transcribe edit:edited:editing proofread
outline wireframe sketch scope deprecate replatform rehost rearchitect instrument embed incorporate activate broadcast
advertise circulate dispatch upload stream tweet rework procure enrol:enrolled:enrolling enroll register certify
accredit containerise containerize rewire repaint paint inaugurate institute arrange estimate groom refine
equip:equipped:equipping label:labelled:labeled:labelling
"""
_SOFT = """
create build:built rebuild:rebuilt develop design deliver establish produce open define make:made provide plan form
generate craft formalise formalize structure found draw:drew:drawn put prepare
"""
_ACTIVITY = """
interview train survey meet:met visit call contact coach mentor collect gather conduct run:ran:running hold:held attend
speak:spoke:spoken talk participate discuss brainstorm study read watch observe ask consult reach-out invite brief
demo:demoed shadow educate teach:taught email mail phone pitch network identify fix test evaluate review analyse analyze
validate verify send:sent submit write:wrote:written draft publish post present schedule serve assist screen shortlist
negotiate facilitate moderate assess celebrate communicate liaise approach canvass greet welcome instruct tutor inform
notify remind sensitise sensitize inspect monitor explore investigate benchmark research enrol:enrolled:enrolling enroll
certify standardise standardize map:mapped:mapping compare distribute circulate
"""
_MOVE = """
increase improve grow:grew:grown boost reduce decrease raise lower enhance optimise optimize strengthen accelerate
expand cut:cut:cutting drive:drove:driven maximise maximize minimise minimize scale extend shorten lift double triple
speed broaden deepen elevate limit upsell advance simplify streamline leverage foster promote
"""
_DOWN = """
reduce decrease lower cut:cut:cutting minimise minimize shorten limit halve lessen drop:dropped:dropping eliminate
"""
_IMPROVE = """
improve enhance optimise optimize strengthen streamline simplify modernise modernize refine elevate deepen polish
reinforce consolidate better rationalise rationalize
"""
_EFFORT = "spend:spent allocate dedicate devote invest"
_HEALTH = "maintain keep:kept stay remain sustain preserve retain hold:held continue uphold:upheld guarantee"
_ROUTINE = """
maintain keep:kept continue sustain preserve remain stay operate administer handle manage monitor uphold process bill
invoice report
"""
_ENSURE = "ensure guarantee assure secure oversee:oversaw provide perform"
_SUCCEED = "achieve succeed accomplish perform execute do undertake realise realize get have be complete"
_PLAIN = """
make get do have increase improve grow boost reduce raise enhance optimise optimize drive expand strengthen manage
achieve deliver provide focus work be scale maximise maximize minimise minimize accelerate do:did:doing hit:hitting
acquire obtain attain finish complete perform support
"""
_EMPTY = """
best better good great excellent excellence things thing stuff business company organisation organization firm world
market industry project projects job target targets goal goals objective objectives numbers results result progress hard
harder well everything something success successful possible general overall
"""
_BACKGROUND = "although though despite spite whereas given considering knowing budget"
_RATE = "number rate rates percentage ratio score scores index quota nps csat"
_CHANGE = """
delight help enable become win turn transform make give let free unlock empower inspire bring show prove earn
"""

_VAGUE = """
better more best improve improved improving improvement improvements improves optimise optimize optimised optimized
optimising optimizing optimisation optimization enhance enhanced enhancing enhancement boost boosting strong stronger
strengthen strengthening faster greater increased increase increasing significantly significant substantially
considerably efficient efficiently effective effectively good great excellent quality quickly smooth smoother happier
happy engaged engaging successful successfully many several some various appropriate adequate robust seamless
world-class easier simpler modern modernise modernize less fewer reduce reducing decrease decreasing grow growing growth
maximise maximize minimise minimize raise higher lower leading positive drive streamline streamlined streamlining
simplify simplified simplifying simplification modernised modernized modernising modernizing refine refined deepen
deepened deepening elevate elevated elevating reinforce reinforced reinforcing
"""
_DELIVERABLE = """
website site page pages project projects app apps application platform portal tool tools dashboard dashboards report
reports document documents documentation guide guidelines handbook playbook roadmap plan plans strategy deck
presentation survey newsletter blog article articles video videos podcast campaign campaigns event webinar webinars
workshop workshops training trainings course courses process processes procedure procedures policy policies framework
system systems software crm erp api integration integrations feature features module modules prototype mvp version
release database pipeline-tool infrastructure architecture template templates library repository committee department
office offices store stores shop programme intranet chatbot bot interface flow flows form forms checklist catalogue
catalog manual wiki faq landing homepage brochure logo brand-book contract contracts budget script scripts test tests
suite environment server servers network datacenter warehouse backlog charter audit spec specs specification
specifications wireframes mockups mockup component components design-system model models partnership-agreement agreement
inventory list matrix job description descriptions methodology meeting meetings channel assessment analysis study
studies review reviews persona personas toolkit kit plugin widget service-desk helpdesk extension runbook runbooks sop
sops standard standards leaflet leaflets flyer flyers poster posters banner banners infographic infographics storefront
calculator configurator marketplace wizard content contents base glossary directory register registry ledger archive
schema endpoint endpoints workflow workflows automation automations rollout migration
"""
_WORK = """
workshop workshops feature features interview interviews meeting meetings session sessions training trainings article
articles post posts blog blogs video videos webinar webinars podcast podcasts event events campaign campaigns email
emails newsletter newsletters project projects initiative initiatives test tests experiment experiments report reports
document documents process processes step steps phase phases stage stages action actions task tasks tool tools sprint
sprints release releases version versions deliverable deliverables milestone milestones story stories ticket-types call
calls visit visits presentation presentations survey surveys response responses questionnaire questionnaires case cases
whitepaper whitepapers ebook ebooks guide guides page pages course courses module modules program programs programme
programmes procedure procedures policy policies study studies idea ideas proposal proposals prototype prototypes
template templates dashboard dashboards demo-days pillar pillars priority priorities axis axes area areas topic topics
theme themes role roles engineer engineers developer developers recruiter recruiters designer designers hire hires
integration integrations component components conference conferences talk talks audit audits analysis analyses playbook
playbooks ad ads tweet tweets flow flows team teams department departments wave waves batch batches hackathon hackathons
meetup meetups checklist checklists script scripts plan plans employee employees manager managers persona personas
use-cases improvement improvements change changes rep reps staff agents line lines format formats channel channels
hypothesis hypotheses concept concepts poc pocs pilot pilots commit commits pr prs endpoint endpoints table tables
screen screens wireframe wireframes mockup mockups adr adrs rfc rfcs doc docs runbook runbooks sop sops standard
standards flyer flyers brochure brochures leaflet leaflets infographic infographics banner banners asset assets creative
creatives testimonial testimonials deck decks slide slides workflow workflows automation automations fix fixes patch
patches correction corrections refactoring refactorings retrospective retrospectives standup standups stand-ups offsite
offsites one-on-ones all-hands panel panels exhibition exhibitions fair fairs lesson lessons class classes certification
certifications badge badges book books chapter chapters episode episodes recording recordings cv cvs resume resumes
journey journeys stakeholder stakeholders committee committees intern interns trainee trainees contractor contractors
sensor sensors tablet tablets laptop laptops machine machines room rooms kpi kpis metric metrics risk risks criterion
criteria file files record records image images keyword keywords epic epics supplier suppliers vendor vendors agency
agencies guideline guidelines manual manuals checks inspection inspections assessment assessments insight insights
"""
_OUTCOME = """
customer customers client clients user users account accounts subscriber subscribers signup signups sign-ups ups lead
leads deal deals sale sales order orders revenue opportunity opportunities subscription subscriptions download downloads
install installs visitor visitors follower followers member members donor donors patient patients student students
incident incidents bug bugs defect defects error errors complaint complaints ticket tickets outage outages referral
referrals review-score booking bookings reservation reservations conversion conversions trial trials logo logos renewal
renewals mql mqls sql sqls unit units star stars point points nps csat mention mentions backlink backlinks view views
share shares click clicks transaction transactions purchase purchases applicant applicants candidate candidates job jobs
country-wins city partner partners reseller resellers contract contracts demo demos request requests query queries
accident accidents injury injuries escalation escalations household households attendee attendees buyer buyers retailer
retailers rating ratings percent vulnerability vulnerabilities breach breaches crash crashes nonconformities absences
resignations contributors contributor stargazers installations visit visits session sessions activations active paying
winner wins merchant merchants guest guests reader readers listener listeners volunteer volunteers session-time
promoters detractors registrations registration licence licences license licenses seats seat
"""
_STOP = """
a an the of in on at by to for with and or from as is are was were be been our your their its this that these those it
we you they per via into across within through during over under before after than all each every any no not but if so
which who whose while until till upon among between about against without us them has have had will would should must
can could may both
"""
_OWN = """
the of and to with for by our from is are in on at their that this will within each new all we less than more per
"""
_LEAD = """
we will to should must shall our team the a an successfully fully quickly finally also then please i would like want
wants aim aims try need needs goal objective be have has had completely new
"""
_TIME = """
quarter year month week end beginning half q1 q2 q3 q4 h1 h2 next last this january february march april may june july
august september october november december spring summer autumn fall winter annual annually yearly quarterly monthly
weekly today soon fy day days months years weeks semester
"""
_QUALITY = """
successful awesome amazing delighted happy thrilled proud delightful world-class best great exceptional remarkable
outstanding irresistible loved beloved memorable seamless effortless unforgettable thriving winning high-performing
healthy sustainable trusted simple easy lovable love scalable resilient vibrant user-friendly friendly great-looking
engine culture reputation momentum excellence compelling first-class stunning strong successfully trust enjoy adore
recommend
"""
_RUNNING = """
operations operation operational support maintenance servicing upkeep helpdesk cleaning reporting invoicing bookkeeping
billing continuity compliance running functioning day daily payroll administration availability uptime backups smooth
routine delivery-of-service stability usual
"""
_PURPOSE = """
so that which who whose resulting leading enabling allowing generating driving because making helping giving where
"""
_MULTIPLE = """
double doubled doubles doubling triple tripled tripling quadruple halve halved halves halving twice half third
"""
_DETERMINER = "our the these those their its your my both all"
_FIGURES = """
time rate rates frequency score scores coverage ratio cost costs turnaround success satisfaction duration speed volume
throughput nps csat index percentage share adoption retention accuracy completion length latency participation
attendance margin conversion
"""
_MAKING = """
launch implementation deployment migration rollout publication recruitment integration installation creation release
delivery completion
"""
_NUMBERS = """
two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty seventy eighty ninety
hundred thousand million zero
"""
_PAIRS = (
    (sort.OUTPUT, "set up,sets up,setting up,roll out,rolled out,rolling out,put in,putting in"),
    (sort.OUTPUT, "kick off,kicking off,carry out,bring in,draw up,drawing up,hand over,write up,tidy up,clean up"),
    (sort.ACTIVITY, "follow up,following up,reach out,reaching out,share the,share our,sit down,catch up"),
    (sort.PLAIN, "make progress,make headway,make improvements,become better,reach our,reach the,meet our,meet the"),
    (sort.OUTPUT | sort.DONE, "carried out,went live,gone live,goes live,go live,is live,are live,be live"),
    (sort.OUTPUT, "switch to,switching to,move to,moving to,come up,work on,working on,sign off"),
    (sort.ROUTINE, "look after,take care,carry on,keep on,support existing,support current,serve existing"),
)  # fmt: skip
_NO_TASK = frozenset({"set", "roll", "onboarding", "port", "merge", "list", "map", "promote"})
_VOWELS = frozenset("aeiou")


def _forms(listed: str) -> tuple[set[str], set[str]]:
    """Every form of the verbs, and those that are participles; "write:wrote:written" gives the irregular ones."""
    every: set[str] = set()
    past: set[str] = set()
    for entry in listed.split():
        base, *irregular = entry.split(":")
        stem = base[:-1] if base.endswith("e") and not base.endswith("ee") else base
        third = (
            base[:-1] + "ies" if _consonant_y(base) else base + ("es" if base.endswith(("s", "sh", "ch", "x")) else "s")
        )
        regular = base[:-1] + "ied" if _consonant_y(base) else stem + "ed"
        done = {each for each in irregular if not each.endswith("ing")} or {regular}
        ongoing = {each for each in irregular if each.endswith("ing")} or {stem + "ing"}
        every |= {base, third} | done | ongoing
        past |= done
    return every, past


def _consonant_y(word: str) -> bool:
    return word.endswith("y") and word[-2:-1] not in _VOWELS


def _imperatives(listed: str) -> set[str]:
    """Forms that begin a draft: "visits" and "releases" are things there, not what somebody does."""
    return {each for each in _forms(listed)[0] if not each.endswith("s") or each.endswith("ss")}


def _lexicon() -> Lexicon:
    done = _forms(_OUTPUT)[1]
    soft, softly_done = _forms(_SOFT)
    lists: list[tuple[int, Iterable[str] | str]] = [
        (sort.OUTPUT, _imperatives(_OUTPUT) - _NO_TASK), (sort.SOFT, soft),
        (sort.DONE, (done | softly_done) - {"set", "put", "read"}),
        (sort.ACTIVITY, _imperatives(_ACTIVITY)), (sort.MOVE, _forms(_MOVE)[0]), (sort.HEALTH, _forms(_HEALTH)[0]),
        (sort.ROUTINE, _forms(_ROUTINE)[0]), (sort.ENSURE, _forms(_ENSURE)[0]), (sort.SUCCEED, _forms(_SUCCEED)[0]),
        (sort.PLAIN, _forms(_PLAIN)[0]), (sort.CHANGE, _forms(_CHANGE)[0]), (sort.VAGUE, _VAGUE),
        (sort.DELIVERABLE, _DELIVERABLE), (sort.WORK, _WORK), (sort.OUTCOME, _OUTCOME), (sort.STOP, _STOP),
        (sort.OWN, _OWN),
        (sort.LEAD, _LEAD), (sort.TIME, _TIME), (sort.QUALITY, _QUALITY), (sort.RUNNING, _RUNNING),
        (sort.PURPOSE, _PURPOSE), (sort.MULTIPLE, _MULTIPLE), (sort.DETERMINER, _DETERMINER), (sort.MAKING, _MAKING),
        (sort.DOWN, _forms(_DOWN)[0]), (sort.FIGURE, _FIGURES), (sort.IMPROVE, _forms(_IMPROVE)[0]),
        (sort.EFFORT, _imperatives(_EFFORT)), (sort.EMPTY, _EMPTY), (sort.RATE, _RATE), (sort.BACKGROUND, _BACKGROUND),
        (sort.NUMBER, _NUMBERS), (sort.PAIR, paired(_PAIRS)), (sort.TO, ("to", "and")),
    ]  # fmt: skip
    return Lexicon(sorted_words(lists), paired(_PAIRS), frozenset(_NUMBERS.split()), head_last=True)


LEXICON = _lexicon()
"""What the coach knows of English."""
