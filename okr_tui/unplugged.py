"""Start-up without looking for plugins of pydantic.

Before its first model pydantic reads the metadata of every installed package, to find plugins that want to watch
validation, and imports the whole of `importlib.metadata` and `email` for it: a tenth of the time until the first screen.
okr has no use for plugins. `PYDANTIC_DISABLE_PLUGINS` spares the reading but not the imports, so the module that would look
is given instead. Should pydantic rename it one day, this does nothing and everything works as before.
"""

import sys
from types import ModuleType

_LOADER = "pydantic.plugin._loader"


def look_for_no_plugins() -> None:
    """Tells pydantic that there are no plugins; before any model is used."""
    if _LOADER not in sys.modules:
        loader = ModuleType(_LOADER)
        loader.get_plugins = tuple  # type: ignore[attr-defined]
        sys.modules[_LOADER] = loader
