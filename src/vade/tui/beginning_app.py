"""What the app does for a new document: its kind, its pack, its name, then the editor."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import App

from vade.errors import VadeError
from vade.tui.requests import EditFile, Reload, Say

if TYPE_CHECKING:
    from vade.workspace import Workspace

__all__ = ["Beginning"]

_KINDS = (
    ("topic", "Topic", "a page: key points, pitfalls, patterns, checks"),
    ("pattern", "Pattern", "code with its twin and its proof"),
    ("checklist", "Checklist", "items to review a change by"),
    ("agent", "Agent", "expertise, approach, patterns and a checklist"),
)


class Beginning(App[str], inherit_bindings=False):
    """The part of the app that begins documents."""

    workspace: Workspace

    def on_begin(self) -> None:
        """Ask what it is to be."""
        from vade.tui.screens.chooser import Chooser, choice

        def chosen(kind: str | None) -> None:
            if kind:
                self._ask_pack(kind)

        rows = [choice(kind, name, more) for kind, name, more in _KINDS]
        self.push_screen(Chooser("A new…", rows), chosen)

    def _ask_pack(self, kind: str) -> None:
        from vade.tui.screens.chooser import Chooser, choice

        def chosen(pack: str | None) -> None:
            if pack:
                self._ask_name(kind, Path(pack))

        packs = {
            str(self.workspace.paths.packs / "mine"): ("Yours", "read in every project"),
            str(self.workspace.project.root / ".vade"): ("This project's", "committed with it"),
        }
        roots = (r for r in self.workspace.roots() if r.layer == "user" and r.path.is_dir())
        packs |= {str(r.path): (r.pack, str(r.path)) for r in roots if str(r.path) not in packs}
        rows = [choice(path, name, more) for path, (name, more) in packs.items()]
        self.push_screen(Chooser("In which pack?", rows), chosen)

    def _ask_name(self, kind: str, pack: Path) -> None:
        from vade.tui.screens.ask import AskScreen

        def named(name: str | None) -> None:
            if name:
                self._begin_document(kind, pack, name)

        self.push_screen(AskScreen(f"What is the {kind} called?"), named)

    def _begin_document(self, kind: str, pack: Path, name: str) -> None:
        from vade.library.skeletons import begin

        try:
            path = begin(kind, name, pack)
        except VadeError as error:
            self.post_message(Say(str(error), "error"))
            return
        self.post_message(Say(f"Begun: {path}. Remove the file to undo that."))
        self.post_message(EditFile(path, 1))
        self.post_message(Reload())
