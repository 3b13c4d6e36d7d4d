"""The side panel of Align: what the cursor is on, whole, and the next steps."""

from collections.abc import Collection, Iterator, Sequence

from okr_tui.domain.links import Asked, Link
from okr_tui.domain.tree import Tree
from okr_tui.domain.workspace import Located, Workspace
from okr_tui.ui.guiding import step_key, step_line
from okr_tui.ui.paint.lines import Line, Rule, Says, Tells, Title
from okr_tui.ui.paint.runs import Run, dim, runs
from okr_tui.ui.screens.align_alerts import about_alert, short_alert
from okr_tui.ui.screens.align_here import AlignPlace
from okr_tui.ui.screens.tree_rows import ROLES
from okr_tui.ui.session import Session
from okr_tui.ui.widgets.rows import Row, blank, still
from okr_tui.words.dates import day, weekday_day
from okr_tui.words.language import _
from okr_tui.words.links import asked_words, contributors_words
from okr_tui.words.quoting import with_colon
from okr_tui.words.statuses import lifecycle

_MOST, _FEW = 8, 2
_INDENT = 2


def panel_rows(place: AlignPlace, tree: Tree, keys: Collection[str]) -> Sequence[Row]:
    """What the panel says.

    Args:
        place: Align, which knows what the cursor is on.
        tree: the tree of the cycle.
        keys: the keys that do something here; a step that none of them starts is said without one.
    """
    session = place.moment
    rows: list[Row] = []
    lines = tuple(_here(place, session, tree))
    if lines:
        rows += [still(*lines), blank()]
    steps = place.steps
    if steps:
        if rows:
            rows.append(still(Rule()))
        rows += [still(Title(_("GUIDE"), right=dim(_("g hides")), ruled=False)), blank()]
        phase = session.content.cycle.phase if session.content else ""
        rows += [still(step_line(step, step_key(step, phase, "align", keys))) for step in steps]
    return rows


def _here(place: AlignPlace, session: Session, tree: Tree) -> Iterator[Line]:
    """What the cursor is on: an alert, a request, an objective or key result, a cell of the matrix."""
    content, alert, asked = session.content, place.alert_here, place.asked_here
    if content is None:
        return
    if alert is not None:
        yield from about_alert(session, content, alert)
        both = [found for each in alert.about if (found := content.located.get(each)) is not None]
        for each in both[:_FEW] if alert.code == "duplicate" else ():
            yield from _compared(session, each)
    elif asked is not None:
        yield from _asked(session, asked)
    elif place.looking == "matrix" and (found := place.pursued(place.key_here)) is not None:
        yield from _cell(place, session)
        yield from _thing(session, tree, found, expects=True)
    elif place.here is not None:
        yield from _thing(session, tree, place.here.place, expects=place.here.expects)
        about = place.found.alerts_about.get(_id(place.here.place), ()) if place.found is not None else ()
        if about:
            yield from _section(_("ALERTS"), len(about))
        for each_alert in about[:_FEW]:
            yield from short_alert(session, content, each_alert)


def _compared(session: Session, place: Located) -> Iterator[Line]:
    """One of two that are alike."""
    owner = place.objective.owner if place.objective is not None else None
    yield Tells("")
    yield Says(dim(" · ".join(session.workspace.name_of(each) for each in (place.team, owner) if each)))
    yield Tells(place.title)


def _cell(place: AlignPlace, session: Session) -> Iterator[Line]:
    """What a team contributes to the row of the cursor."""
    yield Title(session.workspace.name_of(place.team_here), ruled=False)
    found = [each for identity in place.contributors_here if (each := place.pursued(identity)) is not None]
    for each in found:
        yield Tells(each.title, indent=_INDENT, first=dim("↓"))
    if not found:
        yield Tells(_("contributes nothing here; v invites it"), "dim", indent=_INDENT)
    yield Tells("")


def _thing(session: Session, tree: Tree, place: Located, *, expects: bool) -> Iterator[Line]:
    """An objective or key result: why, whose, what it supports, who contributes, what is asked."""
    workspace = session.workspace
    objective = place.objective
    yield Tells(place.title, bold=True)
    owner = place.key_result.owner if place.key_result is not None else objective.owner if objective else None
    yield Says(dim(" · ".join(part for part in (
        workspace.name_of(place.team), workspace.name_of(owner),
        "" if objective is None or objective.live else lifecycle(objective.status),
    ) if part)))  # fmt: skip
    yield from _squad(session, place.team)
    if objective is None:
        return
    if place.kind == "key-result":
        yield Tells(objective.title, "dim", indent=_INDENT, first=dim("◆"))
    elif objective.why:
        yield Tells(objective.why, "dim")
    yield from _supported(workspace, tree, place)
    yield from _contributing(workspace, tree, place, expects=expects)
    ids = {objective.id, *(each.id for each in objective.key_result)}
    about = [each for each in tree.requests if {each.request.from_, each.request.to} & ids]
    if about:
        yield from _section(_("REQUESTS"), len(about))
        for each in about[:_MOST]:
            yield from _request(session, each)


def _squad(session: Session, identity: str) -> Iterator[Line]:
    """That a team is a squad, and until when; one whose day is over should come apart, or go on as something else."""
    team = next((each for each in session.workspace.teams if each.id == identity and each.squad), None)
    if team is None or team.until is None:
        return
    when = day(team.until, session.today)
    if team.until < session.today:
        yield Tells(
            _("This squad ended on {day}: does its objective go on, and whose is it then?").format(day=when), "at_risk"
        )
    else:
        yield Tells(_("a squad, until {day}").format(day=when), "dim")


def _section(words: str, count: int | None = None) -> Iterator[Line]:
    yield Tells("")
    yield Title(words, "" if count is None else str(count), ruled=False)


def _supported(workspace: Workspace, tree: Tree, place: Located) -> Iterator[Line]:
    """What it supports, each with the state of the link."""
    objective = place.objective
    links = tree.graph.links.get(objective.id, ()) if objective else ()
    if place.key_result is not None:
        links = tuple(each for each in links if each.source == place.key_result.id)
    yield from _section(_("SUPPORTS"))
    for link in links[:_MOST]:
        yield _link(workspace, link)
    if not links:
        yield Tells(_("nothing yet"), "dim", indent=_INDENT)


def _link(workspace: Workspace, link: Link) -> Line:
    match link.state:
        case "vision":
            words = _("the vision: {vision}").format(vision=workspace.settings.vision or "")
            return Tells(words.rstrip(" :"), indent=_INDENT, first=dim("↑"))
        case "dangling":
            words = _("“{id}”, which is nowhere").format(id=link.target)
            return Tells(words, indent=_INDENT, first=Run("!", "off_track"))
        case "unread":
            return Tells(
                _("“{id}”, not in what was read").format(id=link.target), "dim", indent=_INDENT, first=dim("↑")
            )
    team = workspace.name_of(link.place.team) if link.place else ""
    words = with_colon(team, link.place.title if link.place else link.target)
    if link.state == "challenged":
        return Tells(_("{what} (challenged)").format(what=words), indent=_INDENT, first=Run("◐", "at_risk"))
    return Tells(words, indent=_INDENT, first=dim("↑"))


def _contributing(workspace: Workspace, tree: Tree, place: Located, *, expects: bool) -> Iterator[Line]:
    """Who contributes to it; for the company's own also that nobody does."""
    graph = tree.graph
    found = graph.contributors.get(_id(place), ())
    if not found and not expects:
        return
    yield from _section(_("CONTRIBUTE"), len(found))
    for each in found[:_MOST]:
        child = graph.objectives[each]
        yield Tells(with_colon(workspace.name_of(child.team), child.title), indent=_INDENT, first=dim("↓"))
    if len(found) > _MOST:
        yield Says(dim(_("and {n} more").format(n=len(found) - _MOST)), indent=_INDENT)
    if not found:
        said = contributors_words(0, partly=tree.partly)
        yield Says(Run(said.words, ROLES[said.tone]))


def _request(session: Session, each: Asked) -> Iterator[Line]:
    said = asked_words(each)
    yield Tells(each.request.need, indent=_INDENT, first=Run(said.words[:1], ROLES[said.tone]))
    workspace = session.workspace
    between = f"{workspace.name_of(each.team)} → {workspace.name_of(each.of)}"
    by = each.answer.by if each.answer is not None and each.answer.by else each.request.by
    words = _("{who}, by {day}").format(who=between, day=day(by, session.today)) if by else between
    yield Tells(f"{words}, {said.words[2:]}", "dim", indent=_INDENT)


def _asked(session: Session, each: Asked) -> Iterator[Line]:
    """A request, whole: what is needed, by when, and the answer in its own words."""
    workspace, request, said = session.workspace, each.request, asked_words(each)
    yield Tells(request.need, bold=True)
    yield Says(dim(f"{workspace.name_of(each.team)} → {workspace.name_of(each.of)}"))
    yield Tells("")
    asked_on = _("asked on {day}").format(day=weekday_day(request.at.date(), session.today))
    yield Says(dim(asked_on))
    if request.by:
        yield Says(runs(dim(_("wanted by ")), weekday_day(request.by, session.today)))
    yield Says(Run(said.words, ROLES[said.tone]))
    if each.answer is not None:
        who = workspace.name_of(each.by)
        words = with_colon(who, each.answer.text) if each.answer.text else who
        yield Tells(words, "dim", indent=_INDENT)
        if each.answer.by:
            yield Says(dim(_("proposed: {day}").format(day=weekday_day(each.answer.by, session.today))), indent=_INDENT)


def _id(place: Located) -> str:
    return str(place.table.id)  # type: ignore[attr-defined]
