"""Reading agendas.toml, when somebody presents."""

from pathlib import Path

from okr_tui.domain.agendas import Agendas
from okr_tui.domain.errors import OkrError
from okr_tui.store.layout import AGENDAS
from okr_tui.store.reader import read_file
from okr_tui.store.tables import absent


def agendas_of(root: Path) -> Agendas | None:
    """The agendas that a workspace has made its own; None where it has none.

    Raises:
        OkrError: the file can't be read.
    """
    if absent(root / AGENDAS):
        return None
    found = read_file(root, AGENDAS)
    if isinstance(found.model, Agendas):
        return found.model
    problem = found.problems[0]
    raise OkrError(problem.message, file=problem.file, line=problem.line)
