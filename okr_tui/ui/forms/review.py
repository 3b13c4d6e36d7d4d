"""Forms of a review: a grade, what somebody else would have given, a decision, thanks."""

from collections.abc import Callable

from msgspec.structs import replace

from okr_tui.actions.act import Act, Author
from okr_tui.actions.aligning import thank
from okr_tui.actions.deciding import VERDICTS, decide
from okr_tui.actions.grading import contest, grade
from okr_tui.actions.values import number
from okr_tui.domain.errors import OkrError, WrongUsage
from okr_tui.domain.grades import computed, wants_reason
from okr_tui.domain.plan import KeyResult, Objective
from okr_tui.domain.resolve import pick
from okr_tui.domain.review import Decision, Grade, Review, When
from okr_tui.domain.workspace import Located, Workspace
from okr_tui.ui.forms.field import Field, Typed
from okr_tui.ui.forms.figures import exact
from okr_tui.ui.forms.table_form import TableForm
from okr_tui.ui.session import Session
from okr_tui.words.agreeing import lasts
from okr_tui.words.language import _
from okr_tui.words.scores import grade as written
from okr_tui.words.scores import score, verdict

_ORDER = ("continue", "rework", "close", "drop", "keep", "adjust")


class GradeForm(TableForm):
    """A grade given before the computed score is seen; afterwards the difference is told."""

    about: Located | None = None
    asked: str = ""

    async def _save(self) -> None:
        """Where the difference asks for a word, the keys go there, and the question stands below."""
        await super()._save()
        if self.asked and self.is_mounted and not self._inputs["reason"].value:
            self.fields = tuple(
                replace(each, asks=self.asked) if each.key == "reason" else each for each in self.fields
            )
            self.go_to("reason")


def grade_form(session: Session, place: Located, when: When) -> GradeForm:
    """Asks whom it belongs to how far it got: nothing computed is shown before, and what needs a word asks for one.

    Args:
        session: the moment.
        place: the key result or objective.
        when: a light grade in the middle, or the one of the end.
    """
    before = _grade_of(session, place, when)
    objective = place.objective
    committed = objective is not None and objective.ambition == "committed"

    def make(typed: Typed) -> Callable[[Author], Act]:
        value = share_typed(typed["grade"])
        reason = typed["reason"] or None
        content = session.workspace.cycles[place.cycle]
        wanted = wants_reason(objective, computed(session.workspace, content, place, session.today), value) if (
            objective is not None and when == "end" and reason is None
        ) else None  # fmt: skip
        if wanted is not None:
            form.asked = _asks(session, place, wanted)
            raise WrongUsage(form.asked)
        return lambda author: grade(session.root, author, session.workspace, place, value, reason=reason, when=when)

    why = _("In one line: what happened, and what would we do otherwise?") if committed else (
        _("Asked for where you and the computed score differ.")
    )  # fmt: skip
    fields = (
        Field("grade", _("grade"), written(before.self_) if before and before.self_ is not None else "",
              says=_share_said, asks=_("From 0 to 1, by what you know; what is computed is shown afterwards.")),
        Field("reason", _("post-mortem") if committed and when == "end" else _("why"),
              (before.reason or "") if before else "", asks=why),
    )  # fmt: skip
    title = _("Your grade for “{title}”") if when == "end" else _("A light grade for “{title}”: if it ended today?")
    form = GradeForm(title.format(title=place.title), fields, make, draft=_draft("grade", place))
    form.about = place
    return form


def contest_form(session: Session, place: Located) -> TableForm:
    """Asks somebody else what they would have given; it stands beside the owner's own grade, and is talked about."""

    def make(typed: Typed) -> Callable[[Author], Act]:
        value = share_typed(typed["grade"])
        if not typed["text"]:
            raise WrongUsage(_("Say what you see otherwise: a figure alone is hard to talk about."))
        return lambda author: contest(session.root, author, place, value, typed["text"])

    fields = (
        Field("grade", _("grade"), says=_share_said, asks=_("What you would have given, from 0 to 1.")),
        Field("text", _("why"), asks=_("It stands under your name, for good; ; talks about it.")),
    )
    title = _("“{title}” is graded by whom it belongs to; what do you see otherwise?")
    return TableForm(title.format(title=place.title), fields, make, draft=_draft("contest", place))


def decide_form(session: Session, place: Located, when: When) -> TableForm:
    """Asks what becomes of something, and why; what is reworked may start or aim elsewhere."""
    before = _decision_of(session, place, when)
    key_result = place.key_result if place.kind == "key-result" else None
    known = key_result or KeyResult(id="", title="")
    verdicts = sorted(VERDICTS[when], key=_ORDER.index)
    reworked = _reworked if key_result is not None and key_result.kind == "metric" else _never

    def make(typed: Typed) -> Callable[[Author], Act]:
        chosen = next((each for each in verdicts if each == typed["verdict"]), None)
        if chosen is None:
            raise WrongUsage(_("Choose one first: ←→, its digit, or its first letter."))
        if not typed["reason"]:
            raise WrongUsage(_("It needs a reason: the next cycle learns from it."))
        baseline, target = (
            number(typed[key], known.unit) if typed.get(key) else None for key in ("baseline", "target")
        )
        return lambda author: decide(
            session.root, author, place, chosen, typed["reason"], when=when, baseline=baseline, target=target
        )

    fields = (
        Field("verdict", _("decision"), before.verdict if before else "",
              tuple((each, verdict(each)) for each in verdicts), asks=_("←→ or digits choose.")),
        Field("reason", _("why"), (before.reason or "") if before else "",
              asks=_("So that the next cycle learns from it; nothing goes on silently.")),
        Field("baseline", _("new start"), when=reworked, half=True,
              asks=_("Where it starts in the next cycle; empty: its last figure.")),
        Field("target", _("new target"), exact(known.target), when=reworked, half=True,
              asks=_("What it aims for in the next cycle.")),
    )  # fmt: skip
    title = _("What becomes of “{title}”?").format(title=place.title)
    return TableForm(title, fields, make, draft=_draft("decide", place))


def kudos_form(session: Session, cycle: str, to: str = "") -> TableForm:
    """Thanks a person or a team, for everybody to read."""
    workspace = session.workspace

    def make(typed: Typed) -> Callable[[Author], Act]:
        who = thanked(workspace, typed["to"])
        return lambda author: thank(session.root, author, cycle, who, typed["text"])

    people = [each for each in workspace.people if each.left is None or each.left > session.today]
    names = (*(each.name for each in people if each.id != session.me), *(team.name for team in workspace.teams))
    fields = (
        Field("to", _("to"), workspace.name_of(to) if to else "", names=names,
              says=lambda text: workspace.name_of(thanked(workspace, text)), asks=_("A person or a team; → completes.")),
        Field("text", _("for"), asks=lasts()),
    )  # fmt: skip
    return TableForm(_("Thank somebody"), fields, make, draft=f"kudos {cycle}")


def thanked(workspace: Workspace, text: str) -> str:
    """The id of the person or team meant.

    Raises:
        NothingFits: nobody is called so.
        SeveralFit: several are.
    """
    people = ((person.id, person.name) for person in workspace.people)
    return pick(text, (*people, *((team.id, team.name) for team in workspace.teams)), "person")


def share_typed(text: str) -> float:
    """A grade as people type it: "0.7", "0,7", "70 %".

    Raises:
        WrongUsage: it is none.
    """
    bare = text.strip()
    try:
        value = number(bare.removesuffix("%").strip()) / (100 if bare.endswith("%") else 1)
    except OkrError:
        value = -1.0
    if not 0 <= value <= 1:
        raise WrongUsage(_("A grade lies between 0 and 1."))
    return value


def _share_said(text: str) -> str:
    return _("graded {score}").format(score=score(share_typed(text)))


def _asks(session: Session, place: Located, wanted: str) -> str:
    """The difference, told once the grade is given, with the question that it asks."""
    found = computed(session.workspace, session.workspace.cycles[place.cycle], place, session.today)
    if wanted == "post-mortem":
        return _("Computed: {score}, and it was committed. What happened, in one line?").format(score=score(found))
    return _("Computed: {score}. Why do you see it otherwise?").format(score=score(found))


def _review(session: Session, place: Located) -> Review | None:
    return session.workspace.cycles[place.cycle].reviews.get(place.team)


def _grade_of(session: Session, place: Located, when: When) -> Grade | None:
    review = _review(session, place)
    return next(
        (each for each in (review.grade if review else ()) if (each.about, each.when) == (_id(place), when)), None
    )


def _decision_of(session: Session, place: Located, when: When) -> Decision | None:
    review = _review(session, place)
    found = (each for each in (review.decision if review else ()) if (each.about, each.when) == (_id(place), when))
    return next(found, None)


def _reworked(typed: Typed) -> bool:
    return typed.get("verdict") == "rework"


def _never(typed: Typed) -> bool:
    del typed
    return False


def _draft(what: str, place: Located) -> str:
    return f"{what} {place.cycle} {_id(place)}"


def _id(place: Located) -> str:
    table = place.table
    return table.id if isinstance(table, Objective | KeyResult) else ""
