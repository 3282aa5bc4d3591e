"""The packs: what is read from where, and what was wrong with it."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult

from vade.errors import VadeError
from vade.library import Library
from vade.library.layers import Root
from vade.text import counted
from vade.tui.keys import Hint
from vade.tui.packs_rows import Shelved, about_rows, pack_rows, shelved
from vade.tui.page.runs import Run
from vade.tui.requests import EditEntry, EditFile, OpenEntry, Reload
from vade.tui.screens.base import VadeScreen
from vade.tui.theme.palette import Surface
from vade.tui.theme.roles import Role
from vade.tui.verbs.base import bindings
from vade.tui.verbs.common import Back
from vade.tui.verbs.panes import PANES, NextPane
from vade.tui.verbs.records import PACKS, AddPack, EditHere, RemovePack
from vade.tui.widgets.bar import Bar
from vade.tui.widgets.panes import Panes
from vade.tui.widgets.prompt import Prompt
from vade.tui.widgets.row_list import RowList
from vade.tui.widgets.too_small import TooSmall
from vade.workspace import Workspace

__all__ = ["PacksScreen"]

_KEYS: tuple[Hint, ...] = (
    (NextPane, "findings, pages"), ("enter", "opens"), (EditHere, "edit"),
    (AddPack, "add a folder"),
    (RemovePack, "remove"), (Back, "back"),
)  # fmt: skip


class PacksScreen(VadeScreen):
    """Lists packs beside what was wrong with the one under the cursor."""

    CSS_PATH = "packs.tcss"
    AUTO_FOCUS = "#packs"
    OTHER = "-about"
    VERBS = (*PACKS, *PANES)
    BINDINGS = bindings(VERBS)

    def __init__(self, workspace: Workspace, library: Library, watched: str = "") -> None:
        """List the packs of a workspace; `watched` says whether changes are seen by themselves."""
        super().__init__()
        self._workspace = workspace
        self._library = library
        self._shelved = shelved(workspace.roots(), library)
        self._watched = watched
        self._added = ""

    def compose(self) -> ComposeResult:
        """Packs at the left, findings at the right."""
        yield Bar((Run("packs", Role.BRAND),), id="header")
        with Panes(id="spread"):
            yield RowList(id="packs")
            yield RowList(id="found")
        yield Prompt()
        yield Bar(self.hints(*_KEYS), id="status", surface=Surface.RAISED, whole=True)
        yield TooSmall()

    def on_mount(self) -> None:
        """Show the packs."""
        self._show()

    def stock(self, library: Library, watched: str) -> None:
        """Show another library: files changed, or a pack came or went."""
        self._library = library
        self._shelved = shelved(self._workspace.roots(), library)
        self._watched = watched
        self._show()

    @on(RowList.Moved, "#packs")
    def _passed(self) -> None:
        one = self._here()
        self.query_one("#found", RowList).show(about_rows(one) if one else [])

    @on(RowList.Chosen, "#packs")
    def _look_inside(self) -> None:
        self.add_class("-about")
        self.call_after_refresh(self.query_one("#found").focus)

    @on(RowList.Chosen, "#found")
    def _chosen(self, event: RowList.Chosen) -> None:
        if event.key.isdigit():
            self.on_edit_here()
        else:
            self.post_message(OpenEntry(event.key))

    def on_edit_here(self) -> None:
        """Open the file of a finding at its line, or that of a page."""
        one, key = self._here(), self.query_one("#found", RowList).key
        entry = self._library.get(key)
        if one and key.isdigit():
            finding = one.findings[int(key)]
            self.post_message(EditFile(finding.path, finding.line))
        elif entry is not None:
            self.post_message(EditEntry(entry))

    def on_add_pack(self) -> None:
        """Ask for a folder."""
        self.query_one(Prompt).ask("add", "Folder to read", keys="enter adds · esc leaves")

    def on_remove_pack(self) -> None:
        """Read a pack no more."""
        from vade.library.added import added, remove

        one = self._here()

        def read_no_more(root: Root) -> str:
            register = self._workspace.paths.added
            if root.path not in {pack.path for pack in added(register)}:
                key = self.key_of(AddPack)
                raise VadeError(f"{root.pack} was not added with {key}, so it stays")
            remove(register, str(root.path))
            said = f"{root.pack} is read no more; its files stay."
            return f"{said} {self.key_of(AddPack)} takes {root.path} in again."

        if one and self.attempt(lambda: read_no_more(one.root)):
            self.post_message(Reload())

    @on(Prompt.Answered)
    def _answered(self, event: Prompt.Answered) -> None:
        from vade.library.added import add
        from vade.library.layers import pack_at

        self.query_one("#packs").focus()

        def read_too() -> str:
            pack = pack_at(event.text.strip(), self._workspace.cwd)
            add(self._workspace.paths.added, pack)
            self._added = str(pack.path)
            key = self.key_of(RemovePack)
            return f"{pack.name} is read from now on. {key} on its row takes it away."

        if event.text.strip() and self.attempt(read_too):
            self.post_message(Reload())

    @on(Prompt.PutOff)
    def _put_off(self) -> None:
        self.query_one("#packs").focus()

    def on_back(self) -> None:
        """Back to the packs, else to the library."""
        if not self.leave_pane("#packs"):
            self.dismiss()

    def _here(self) -> Shelved | None:
        key = self.query_one("#packs", RowList).key
        return next((one for one in self._shelved if str(one.root.path) == key), None)

    def _show(self) -> None:
        entries = sum(one.entries for one in self._shelved)
        wrong = sum(len(one.findings) for one in self._shelved)
        left = (Run("packs", Role.BRAND), Run(f"  {self._watched}", Role.MUTED))
        findings = counted(wrong, "finding")
        right = Run(f"{entries} entries · {findings} ", Role.MUTED)
        self.query_one("#header", Bar).show(left, (right,))
        rows = self.query_one("#packs", RowList)
        listed = pack_rows(self._shelved, self._workspace.project.root)
        new = any(row.key == self._added for row in listed)
        key, self._added = (self._added, "") if new else (rows.key, self._added)
        rows.show(listed, key=key)
