"""Forms that add: an objective, what goes into one, a pain point, what is not done now."""

from collections.abc import Callable
from typing import Any, NamedTuple

from okr_tui.actions.act import Act, Author
from okr_tui.actions.drafting import add_inside, add_not_now, add_objective
from okr_tui.actions.grouping import name_theme
from okr_tui.actions.setup import add_pain
from okr_tui.domain.errors import OkrError, WrongUsage
from okr_tui.domain.ids import new_id
from okr_tui.domain.making import alive
from okr_tui.domain.plan import Plan
from okr_tui.domain.settings import Policy
from okr_tui.domain.workspace import Located
from okr_tui.ui.forms.draft_form import DraftForm
from okr_tui.ui.forms.field import Field, Typed
from okr_tui.ui.forms.key_result import key_result_fields, key_result_values
from okr_tui.ui.forms.listening import hears_key_result, hears_objective
from okr_tui.ui.forms.objective import objective_fields, objective_values
from okr_tui.ui.forms.owners import owner_names
from okr_tui.ui.forms.smaller import (
    initiative_fields,
    milestone_fields,
    not_now_fields,
    pain_fields,
    smaller_values,
    task_fields,
)
from okr_tui.ui.forms.table_form import Make, TableForm
from okr_tui.ui.session import Session
from okr_tui.words.focus import limit_said, measures_said
from okr_tui.words.language import _
from okr_tui.words.quoting import with_colon
from okr_tui.words.unread import unread_said


class Drawer(NamedTuple):
    """Where new things go.

    Attributes:
        now: the snapshot of the moment in which it is asked.
        cycle: id of the cycle; team: id of the team.
    """

    now: Callable[[], Session]
    cycle: str
    team: str

    @property
    def names(self) -> tuple[str, ...]:
        """Whom an owner's field completes."""
        session = self.now()
        return owner_names(session.workspace, self.team, session.today)

    @property
    def plan(self) -> Plan | None:
        """The team's plan; None where nothing stands in it yet."""
        return self.now().workspace.cycles[self.cycle].plans.get(self.team)

    def check_read(self) -> None:
        """Nothing is drafted into a plan that can't be read: it is there already.

        Raises:
            OkrError: it can't be read; says why, and where.
        """
        workspace = self.now().workspace
        problem = workspace.unread_plan(self.cycle, self.team)
        if problem is not None:
            raise OkrError(unread_said(workspace.name_of(self.team), problem))

    def place(self, identity: str) -> Located:
        """The table with this id in the cycle.

        Raises:
            WrongUsage: it is gone.
        """
        found = self.now().workspace.cycles[self.cycle].located.get(identity)
        if found is None:
            raise WrongUsage(_("This is no longer there; somebody has moved or removed it."))
        return found


def new_objective(drawer: Drawer, title: str = "", change: str = "", **keys: Any) -> TableForm:
    """A form for a new objective; its first key result is asked next.

    Args:
        drawer: where it goes.
        title: where its words are known already: what it carries on, a template.
        change: which of CHICC it is, where that is known already.
        keys: where it comes from: `from_pain`, `continues`.

    Raises:
        OkrError: the team's plan can't be read.
    """
    drawer.check_read()
    workspace = drawer.now().workspace

    def make(typed: Typed) -> Callable[[Author], Act]:
        said = {key: value for key, value in (objective_values(workspace, typed) | keys).items() if value}
        words = str(said.pop("title", ""))
        return lambda author: add_objective(drawer.now().root, author, drawer.cycle, drawer.team, words, **said)

    fields = objective_fields(workspace, drawer.names, title=title, change=change)
    source = "-".join(str(value) for value in (*keys.values(), change) if value)
    draft = f"objective {drawer.cycle} {drawer.team} {source}"
    words, most = _("A new objective"), workspace.settings.policy.max_objectives
    if len(alive(drawer.plan)) >= most:
        words = with_colon(words, limit_said(most))
    form = DraftForm(words, fields, make, hears_objective(workspace, drawer.plan), draft=draft)
    form.follows = lambda identity: (identity, new_key_result(drawer, identity))
    return form


def new_key_result(drawer: Drawer, objective: str, title: str = "") -> TableForm:
    """A form for a new key result of an objective; the next one is asked after it.

    Args:
        drawer: where it goes.
        objective: id of the objective.
        title: where its words are known already: the second half of one that was split.
    """
    session = drawer.now()
    found = session.workspace.cycles[drawer.cycle].located.get(objective)
    inside = found.objective if found is not None else None
    count = sum(each.dropped is None for each in inside.key_result) if inside is not None else 0

    def make(typed: Typed) -> Callable[[Author], Act]:
        said = {key: text for key, text in typed.items() if (key, text) != ("kind", "metric")}
        values = key_result_values(drawer.now().workspace, said)
        words, steps = str(values.pop("title") or ""), values.pop("milestone", None)

        def act(author: Author) -> Act:
            named = [{"id": new_id(step["title"], author.choose), **step} for step in steps or ()]
            place, root = drawer.place(objective), drawer.now().root
            return add_inside(root, author, place, "key-result", words, **values, milestone=named or None)

        return act

    fields = key_result_fields(session.workspace, drawer.names, session.today, title=title)
    words, most = _("A new key result") if count else _("Its first key result"), _policy(session).max_key_results
    if count >= most:
        words = with_colon(words, measures_said(most))
    listens = hears_key_result(session.workspace, drawer.plan, inside)
    form = DraftForm(words, fields, make, listens, draft=f"key-result {objective}")
    form.follows = lambda identity: (identity, new_key_result(drawer, objective, form.rest))
    return form


def _policy(session: Session) -> Policy:
    return session.workspace.settings.policy


def new_initiative(drawer: Drawer, key_result: str) -> TableForm:
    """A form for a new initiative of a key result."""
    session = drawer.now()
    fields = initiative_fields(session.workspace, drawer.names, session.today)
    return _inside(drawer, "initiative", key_result, _("A new initiative"), fields)


def new_milestone(drawer: Drawer, key_result: str) -> TableForm:
    """A form for a new milestone of a key result; the next one is asked after it."""
    form = _inside(drawer, "milestone", key_result, _("A new milestone"), milestone_fields())
    form.follows = lambda identity: (identity, new_milestone(drawer, key_result))
    return form


def new_task(drawer: Drawer, initiative: str) -> TableForm:
    """A form for a new task of an initiative; the next one is asked after it."""
    form = _inside(drawer, "task", initiative, _("A new task"), task_fields())
    form.follows = lambda identity: (identity, new_task(drawer, initiative))
    return form


def new_pain(drawer: Drawer) -> TableForm:
    """A form for what hurts; the next one is asked after it."""

    def make(typed: Typed) -> Callable[[Author], Act]:
        return lambda author: add_pain(drawer.now().root, author, drawer.cycle, drawer.team, typed["text"])

    draft = f"pain {drawer.cycle} {drawer.team}"
    form = TableForm(_("A new pain point"), pain_fields(), make, draft=draft)
    form.follows = lambda identity: (identity, new_pain(drawer))
    return form


def new_not_now(drawer: Drawer) -> TableForm:
    """A form for what is renounced, so that less is started and more gets finished (Partena)."""

    def make(typed: Typed) -> Callable[[Author], Act]:
        return lambda author: add_not_now(
            drawer.now().root, author, drawer.cycle, drawer.team, typed["title"], typed["why"] or None
        )

    draft = f"not-now {drawer.cycle} {drawer.team}"
    return TableForm(_("Not in this cycle"), not_now_fields(), make, draft=draft)


def new_theme(drawer: Drawer, pain: str) -> TableForm:
    """A form that names what pain points have in common, beginning with one of them."""

    def make(typed: Typed) -> Callable[[Author], Act]:
        return lambda author: name_theme(drawer.now().root, author, drawer.cycle, drawer.team, typed["title"], (pain,))

    fields = (Field("title", _("theme"), asks=_("What they have in common, in a few words.")),)
    return TableForm(_("A new theme"), fields, make, draft=f"theme {drawer.cycle} {drawer.team} {pain}")


def _inside(drawer: Drawer, kind: str, parent: str, title: str, fields: tuple[Field, ...]) -> TableForm:
    """A form for a table that goes into another one."""
    workspace = drawer.now().workspace

    def make(typed: Typed) -> Callable[[Author], Act]:
        said = smaller_values(kind, workspace, {key: text for key, text in typed.items() if key != "title"})
        return lambda author: add_inside(drawer.now().root, author, drawer.place(parent), kind, typed["title"], **said)

    making: Make = make
    return TableForm(title, fields, making, draft=f"{kind} {parent}")
