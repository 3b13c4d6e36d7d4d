"""Words from which a made-up company is named; plain, so that a big workspace can also be looked at."""

FIRST_NAMES = (
    "Abel", "Aino", "Amara", "Anouk", "Arjun", "Bela", "Bruno", "Carla", "Cem", "Dana", "Dario", "Edda", "Emil", "Esra",
    "Fanny", "Femi", "Gil", "Greta", "Hana", "Henk", "Ida", "Ilan", "Jana", "Joao", "Kofi", "Kira", "Leon", "Lina", "Malik",
    "Mara", "Nils", "Nura", "Olga", "Oskar", "Paula", "Pim", "Rafi", "Romy", "Selma", "Sven", "Tara", "Timo", "Uma", "Vera",
    "Wim", "Yara", "Yuki", "Zora",
)  # fmt: skip

LAST_NAMES = (
    "Adler", "Bakker", "Conti", "Dahl", "Engel", "Ferro", "Gomez", "Hansen", "Ito", "Jansen", "Keller", "Lopez", "Meyer",
    "Novak", "Okoye", "Petit", "Quist", "Rossi", "Silva", "Tanaka", "Ueda", "Vogel", "Weiss", "Yilmaz", "Zeman",
)  # fmt: skip

TEAMS = (
    "Product", "Growth", "Platform", "Care", "Finance", "Search", "Payments", "Onboarding", "Mobile", "Web", "Data",
    "Security", "Billing", "Partners", "Content", "Brand", "Sales", "Pricing", "Logistics", "Quality", "Design", "Research",
    "Reliability", "Messaging", "Identity", "Imports", "Exports", "Reports", "Learning", "Hiring", "Workplace", "Legal",
    "Events", "Community", "Documents", "Language", "Storage", "Network", "Tooling", "Insight",
)  # fmt: skip

VERBS = ("Make", "Keep", "Bring", "Move", "Turn", "Get", "Win back", "Open")

SUBJECTS = (
    "new customers", "large accounts", "the first week", "the weekly report", "the mobile app", "the help pages",
    "returning visitors", "every release", "the search results", "the night shift", "partner projects", "the sign-up",
)  # fmt: skip

OUTCOMES = (
    "worth coming back for", "quick enough to trust", "easy without a call", "ready before they ask",
    "as good as the best", "cheaper to run", "loved by small teams", "calm on Mondays",
)  # fmt: skip

REASONS = (
    "People leave where this fails.", "It is what the year is about.", "Every other team waits for it.",
    "Nobody else will do it for us.",
)  # fmt: skip

MEASURES = (
    ("Activation rate", "%", 20, 60), ("Time to first answer", "h", 30, 4), ("Weekly active teams", "", 400, 900),
    ("Cost of a trial", "€", 45, 25), ("Pages found by search", "%", 35, 70), ("Failed payments", "%", 6, 2),
    ("Tickets reopened", "/wk", 60, 20), ("Contracts renewed", "%", 70, 88), ("Load time", "ms", 1800, 700),
    ("Interviews held", "", 0, 30), ("Crash-free sessions", "%", 97, 99.8), ("Days to hire", "d", 62, 40),
)  # fmt: skip
"""Title, unit, where such a figure begins and where it should go."""

STEPS = ("Agree on the brief", "Try it with three teams", "Mend what they found", "Open it to everybody")

NOTES = (
    "The change of last week shows.", "Flat; we look at it on Monday.", "Two large ones joined.", "A holiday week.",
    "The figure comes late again.", "Better than we thought.", "We wait for the other team.",
)  # fmt: skip

BLOCKERS = ("We lack access to the data.", "The contract is not signed.", "One of us is ill.")
LEARNINGS = ("Fewer things at once were quicker.", "We asked customers too late.", "A figure a week is enough.")
ACTIONS = ("Ask for the data in the first week", "Hold the check-in on Fridays", "Leave one objective out")
