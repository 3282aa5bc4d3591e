"""What a file says: kinds, titles, roles, items and fences, in the forms that people write."""

from __future__ import annotations

import json
import textwrap

import pytest

from vade.library.draft import Draft
from vade.library.entry import FenceRole, Kind
from vade.library.parsed import Parsed, parsed_from, parsed_to
from vade.library.reader import read_bytes


def read(text: str, relative: str = "note.md") -> Parsed:
    return read_bytes(textwrap.dedent(text).encode(), relative)


def drafts(text: str, kind: Kind, relative: str = "note.md") -> list[Draft]:
    return [draft for draft in read(text, relative).drafts if draft.kind is kind]


@pytest.mark.parametrize(
    ("relative", "head", "kind"),
    [
        ("skills/a/SKILL.md", "", "skill"),
        ("x.agent.md", "", "agent"),
        ("agents/x.md", "", "agent"),
        ("other/x.md", "---\nname: x\ndescription: y\n---\n", "agent"),
        ("skills/a/notes.md", "---\nname: x\ndescription: y\n---\n", "doc"),
        ("x.instructions.md", "---\nname: x\ndescription: y\n---\n", "doc"),
        ("AGENTS.md", "", "doc"),
        ("rules.mdc", "---\ndescription: y\n---\n", "doc"),
        ("topics/api/x.md", "", "topic"),
        ("checklists/x.md", "", "checklist"),
        ("x.md", "", "doc"),
    ],
)
def test_the_kind_is_told_by_name_then_folder_then_front_matter(
    relative: str, head: str, kind: str
) -> None:
    assert read_bytes(f"{head}# T\n".encode(), relative).kind.value == kind


def test_an_agent_without_a_name_goes_by_its_file_and_is_told() -> None:
    parsed = read("# X\n", "agents/night-shift.md")
    assert parsed.name == "night-shift"
    assert [code for _, code, _ in parsed.notes] == ["agent-no-description", "agent-no-name"]


@pytest.mark.parametrize(
    ("item", "title", "summary"),
    [
        ("**T**: x", "T", "x"),
        ("**T** - x", "T", "x"),
        ("**T:** x", "T", "x"),
        ("**T** x", "T", "x"),
        ("**T** — x", "T", "x"),
        ("**T**", "T", ""),
        ("**T** (x)", "T", "(x)"),
        ("**A sentence.** x", "A sentence", "x"),
        ("plain words of which there are many more", "plain words of which there are",
         "plain words of which there are many more"),
    ],
)  # fmt: skip
def test_the_forms_of_a_term(item: str, title: str, summary: str) -> None:
    (draft,) = drafts(f"## Expertise\n- {item}\n", Kind.TOPIC)
    assert (draft.title, draft.summary) == (title, summary)


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Your Expertise", Kind.TOPIC),
        ("🎯 Focus Areas", Kind.TOPIC),
        ("3. Core Competencies", Kind.TOPIC),
        ("Your Approach", Kind.PRINCIPLE),
        ("Development Workflow", Kind.PRINCIPLE),
        ("✅ Definition of Done", Kind.CHECK),
        ("Before each release", Kind.CHECK),
        ("When You Should Be Used", Kind.TRIGGER),
        ("Use Cases", Kind.TRIGGER),
    ],
)
def test_a_heading_gives_its_items_their_kind(heading: str, kind: Kind) -> None:
    assert [d.title for d in drafts(f"## {heading}\n- **T**: x\n", kind)] == ["T"]


def test_a_heading_in_another_language_stays_generic() -> None:
    (draft,) = drafts("## Fachwissen\n- **T**: x\n", Kind.SECTION)
    assert draft.title == "Fachwissen"


def test_task_items_are_checks_under_any_heading_marker_and_depth() -> None:
    text = "## Notes\n* [ ] **A**: x\n1. [x] B\n> + [X] C\n\n- plain\n  - [ ] D\n"
    assert [d.title for d in drafts(text, Kind.CHECK)] == ["A", "B", "C", "D"]


def test_plain_bullets_under_a_checklist_heading_are_derived_checks() -> None:
    found = drafts("## Review Checklist\n- a\n- [ ] b\n", Kind.CHECK)
    assert [(d.title, d.derived) for d in found] == [("a", True), ("b", False)]


def test_a_label_above_a_list_is_a_small_heading() -> None:
    (draft,) = drafts("## Notes\n\nSecurity checklist:\n\n- keys are rotated\n", Kind.CHECK)
    assert draft.section == ("Notes", "Security checklist")
    assert draft.derived


def test_task_items_in_a_markdown_fence_are_a_template_and_no_checks() -> None:
    parsed = read("## Form\n```markdown\n- [ ] fill in\n```\n")
    assert parsed.counts["tasks"] == 0
    assert parsed.counts["tasks_in_fence"] == 1
    (draft,) = [d for d in parsed.drafts if d.kind is Kind.PATTERN]
    assert draft.fences[0].role is FenceRole.TEMPLATE


@pytest.mark.parametrize(
    ("above", "title"),
    [
        ("### Token bucket\n", "Token bucket"),
        ("### Limits\n\n**Token bucket**\n\n", "Token bucket"),
        ("### Limits\n\nA token bucket:\n\n", "A token bucket"),
        ("### Limits\n\nSome prose first.\n\n", "Limits"),
    ],
)
def test_a_pattern_is_titled_by_what_stands_above_its_fence(above: str, title: str) -> None:
    (draft,) = drafts(f"## Code\n{above}```python\nx = 1\n```\n", Kind.PATTERN)
    assert draft.title == title


def test_further_fences_under_one_heading_are_numbered() -> None:
    text = "### Limits\n```python\na\n```\nthen\n```python\nb\n```\n"
    assert [d.title for d in drafts(text, Kind.PATTERN)] == ["Limits", "Limits 2"]


def test_bad_and_proof_belong_to_the_pattern_above() -> None:
    text = (
        "## P\n### One\nUse.\n```python\na\n```\n```python bad\nb\n```\n```python proof\nc\n```\n"
    )
    (draft,) = drafts(text, Kind.PATTERN, "topics/x.md")
    assert [f.role.value for f in draft.fences] == ["code", "bad", "proof"]
    assert "```python bad" not in draft.body


def test_a_drawing_is_told_from_code() -> None:
    (draft,) = drafts("## Tree\n```\nsrc\n├── a\n└── b\n```\n", Kind.PATTERN)
    assert draft.fences[0].role is FenceRole.DIAGRAM


def test_fences_inside_a_markdown_fence_close_inside_it() -> None:
    text = "## Report\n```markdown\n# R\n```python\nx\n```\n- [ ] inside\n```\n\n- [ ] outside\n"
    parsed = read(text)
    assert [d.title for d in parsed.drafts if d.kind is Kind.CHECK] == ["outside"]
    assert "fence-nested" in [code for _, code, _ in parsed.notes]


def test_an_unbalanced_nest_stays_as_commonmark_reads_it() -> None:
    parsed = read("```markdown\n```python\nx\n```\n\n- [ ] outside\n")
    assert [d.title for d in parsed.drafts if d.kind is Kind.CHECK] == ["outside"]


def test_an_unclosed_fence_is_said_with_its_line() -> None:
    assert (3, "fence-unclosed") in [n[:2] for n in read("# T\n\n```python\nx\n").notes]


def test_an_unknown_tag_alone_on_a_line_is_a_section() -> None:
    (draft,) = drafts("<Success_Criteria>\n- all tests pass\n</Success_Criteria>\n", Kind.SECTION)
    assert draft.title == "Success Criteria"
    assert "all tests pass" in draft.body


def test_headings_inside_lists_and_quotes_are_no_sections() -> None:
    parsed = read("# T\n\n> ## quoted\n\n- ## listed\n\n## real\ntext\n")
    assert parsed.counts["headings"] == 2
    assert [d.title for d in parsed.drafts if d.kind is Kind.SECTION] == ["real"]


def test_a_table_of_requirements_is_a_checklist() -> None:
    text = "## Verify\n\n| # | Requirement | L1 |\n|---|---|---|\n| 1.1 | Keys are rotated | ✓ |\n"
    (draft,) = drafts(text, Kind.CHECK)
    assert (draft.title, draft.line, draft.derived) == ("1.1 Keys are rotated", 5, True)


def test_an_ordinary_table_is_none() -> None:
    assert not drafts("## T\n\n| Name | Use |\n|---|---|\n| a | b |\n", Kind.CHECK)


def test_a_yaml_checklist_is_read() -> None:
    text = """\
        title: Data ethics
        sections:
          - title: Collection
            section_id: A
            lines:
              - line_id: A.1
                line_summary: Consent
                line: Was it given?
        """
    (draft,) = drafts(text, Kind.CHECK, "checklists/ethics.yml")
    assert (draft.title, draft.summary) == ("A.1 Consent", "Was it given?")


def test_other_yaml_in_a_checklists_folder_is_said() -> None:
    notes = read("a: b\n", "checklists/x.yml").notes
    assert "yaml-checklist" in [code for _, code, _ in notes]


def test_guidance_bullets_belong_to_their_check() -> None:
    text = "## Checks\n- [ ] **A**: x\n  - **Why**: y `z`\n  - **Severity**: major\n"
    (draft,) = drafts(text, Kind.CHECK)
    assert [(g.label, g.text) for g in draft.guidance] == [("Why", "y `z`"), ("Severity", "major")]


def test_a_task_below_a_task_is_an_item_of_its_own() -> None:
    text = """
        ## Checklist
        - [ ] **Deployed**: everywhere
          - **Why**: users wait
          - [ ] first in staging
            1. [x] **Smoke test**: green
          - a remark
        - [ ] Announced
        """
    found = drafts(text, Kind.CHECK)
    titles = ["Deployed", "first in staging", "Smoke test", "Announced"]
    assert [draft.title for draft in found] == titles
    assert found[0].body == "- [ ] **Deployed**: everywhere"
    assert [g.label for g in found[0].guidance] == ["Why"]
    assert found[1].body == "- [ ] first in staging"


def test_a_parsed_file_survives_the_cache() -> None:
    text = (
        "---\nname: a\nx: {y: [z]}\n---\n# T\n## P\n```sql bad\nx\n```\n## Checks\n- [ ] **A**: x\n"
    )
    parsed = read(text)
    again = parsed_from(json.loads(json.dumps(parsed_to(parsed))))
    assert again.drafts == parsed.drafts
    assert again.notes == parsed.notes
    assert dict(again.front.values) == dict(parsed.front.values)


@pytest.mark.parametrize(
    ("written", "tools"),
    [
        ("tools: Read, Grep", ("Read", "Grep")),
        ("tools: Bash(git add, git commit), Read", ("Bash(git add, git commit)", "Read")),
        ("tools: Read Grep", ("Read", "Grep")),
        ("tools: [Read, Grep]", ("Read", "Grep")),
        ("tools:\n  - Read\n  - Grep", ("Read", "Grep")),
        ("tools: {Read: true, Write: false, Bash: deny, Grep: {any: x}}", ("Read", "Grep")),
        ("tools:", ()),
    ],
)
def test_the_forms_of_a_list(written: str, tools: tuple[str, ...]) -> None:
    from vade.library.identity import list_of

    assert list_of(read(f"---\nname: a\n{written}\n---\n").front, "tools") == tools


def test_on_a_topic_page_a_pattern_may_be_called_like_a_part() -> None:
    page = (
        "## Patterns\n### Last resort of a process\nUse once.\n```js\n1\n```\n```js proof\n2\n```\n"
    )
    (pattern,) = drafts(page, Kind.PATTERN, "topics/a/x.md")
    assert (pattern.section, pattern.summary) == (("Patterns",), "Use once.")
