"""The house rules that a machine can hold: ranks, time, sizes, what must never be written."""

from __future__ import annotations

import ast
import re
import unicodedata

import pytest
from support import source
from support.source import ROOT, lines, package, texts

from campaign.models import Base

DOORS = ("__main__", "cli", "demo", "engine", "scheduler", "web")
LONGEST_FUNCTION, LONGEST_MODULE, LONGEST_ROUTE = 40, 300, 15
ROUTES = {"route", "get", "post", "put", "patch", "delete"}
CLOCKS = re.compile(
    r"(^|\.)(datetime|date|dt)\.(now|utcnow|today)$|^time\.(time|time_ns|localtime|gmtime|strftime|ctime)$"
    r"|(^|\.)func\.(now|current_timestamp|current_date|localtimestamp)$"
)
NEVER_CALLED = re.compile(
    r"^(eval|exec|compile|__import__)$|(^|\.)render_template_string$|^os\.(system|popen)$"
    r"|^(yaml\.(load|unsafe_load)|tempfile\.mktemp|ssl\._create_unverified_context)$"
)
NEVER_IMPORTED = {"pickle", "marshal", "shelve", "dill", "imp", "telnetlib", "flask_sqlalchemy"}
STANDINS = re.compile(r"^(unittest\.mock|mock|freezegun|time_machine|pytest_mock|pretend)\b")
PATCHES = re.compile(
    r"(^|\.)(monkeypatch|mp|m)\.(setattr|delattr|setitem)$|(^|\.)(patch|patch\.object|MagicMock|Mock)$"
)
EMPTY_NAMES = re.compile(r"(Service|Manager|Helper|Util|Utils|Factory|Handler|Processor)$")
LETTERS = re.compile("[À-ỹĐđ]")
PREFIXES = {"startswith", "endswith"}
LATER = re.compile(r"\b(TO" + r"DO|FIX" + r"ME|XX" + r"X)\b")


def ranks() -> dict[str, int]:
    """Each room's rank, highest first in pyproject.toml; import-linter holds that every room is named there."""
    layers = source.settings()["tool"]["importlinter"]["contracts"][0]["layers"]
    return {room.strip(): len(layers) - height for height, layer in enumerate(layers) for room in layer.split("|")}


def room(name: str) -> str:
    """``web`` for ``campaign.web.events``; empty for the package itself."""
    return name.split(".")[1] if "." in name else ""


# Ranks


def test_imports_go_down_the_ranks() -> None:
    rank = ranks()
    upward = [
        f"{module.at(node)}: {module.name} imports {target}"
        for module in package()
        for target, node in module.imports()
        if room(module.name)
        and target.startswith("campaign.")
        and room(target) in rank
        and rank[room(target)] > rank[room(module.name)]
    ]
    assert upward == []


def test_only_the_doors_import_the_clock() -> None:
    others = [
        module.at(node)
        for module in package()
        for target, node in module.imports()
        if target.startswith("campaign.clock") and room(module.name) not in (*DOORS, "")
    ]
    assert others == []


def test_only_the_clock_reads_the_time() -> None:
    readings = [
        f"{module.at(call)}: {name}"
        for module in package()
        for name, call in module.calls()
        if CLOCKS.search(name) and module.name != "campaign.clock"
    ]
    assert readings == []


def test_relations_are_loaded_on_purpose() -> None:
    lazy = [
        str(relation)
        for mapper in Base.registry.mappers
        for relation in mapper.relationships
        if relation.lazy not in ("raise", "write_only")
    ]
    assert lazy == []


# Sizes


def test_functions_are_short() -> None:
    long = [
        f"{module.at(function)}: {function.name} has {lines(function)} lines"
        for module in package()
        if not module.is_migration
        for function in module.functions()
        if lines(function) > LONGEST_FUNCTION
    ]
    assert long == []


def test_modules_are_short() -> None:
    long = [
        f"{module.path.relative_to(ROOT)}: {count} lines"
        for module in package()
        if not (module.is_migration or room(module.name) == "samples")  # written by a tool; the words of a plan
        and (count := len(module.text.splitlines())) > LONGEST_MODULE
    ]
    assert long == []


def test_routes_are_thin() -> None:
    thick = [
        f"{module.at(function)}: {function.name} has {lines(function)} lines"
        for module in package()
        for function in module.functions()
        if any(
            isinstance(decorator, ast.Call)
            and isinstance(decorator.func, ast.Attribute)
            and decorator.func.attr in ROUTES
            for decorator in function.decorator_list
        )
        and lines(function) > LONGEST_ROUTE
    ]
    assert thick == []


def test_modules_say_what_they_are() -> None:
    silent = [str(module.path) for module in package() if not ast.get_docstring(module.tree)]
    assert silent == []


def test_names_come_from_the_field() -> None:
    empty = [
        f"{module.at(node)}: {node.name}"
        for module in package()
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ClassDef) and EMPTY_NAMES.search(node.name)
    ]
    empty += [module.name for module in package() if re.search(r"\.(utils?|helpers?|common|misc)\b", module.name)]
    assert empty == []


# Never


@pytest.mark.requirement("S63")
def test_nothing_runs_what_it_read() -> None:
    calls = [
        f"{module.at(call)}: {name}"
        for module in package()
        for name, call in module.calls()
        if NEVER_CALLED.search(name)
    ]
    imports = [
        f"{module.at(node)}: {target}"
        for module in package()
        for target, node in module.imports()
        if target.split(".")[0] in NEVER_IMPORTED
    ]
    assert calls + imports == []


@pytest.mark.requirement("S63")
def test_no_shell_and_no_blind_trust() -> None:
    switched = [
        f"{module.at(call)}: {keyword.arg}={keyword.value.value}"
        for module in package()
        for _name, call in module.calls()
        for keyword in call.keywords
        if isinstance(keyword.value, ast.Constant)
        and (keyword.arg, keyword.value.value) in {("shell", True), ("verify", False), ("autoescape", False)}
    ]
    assert switched == []


@pytest.mark.requirement("S63")
def test_sql_and_markup_are_never_put_together() -> None:
    built = [
        f"{module.at(call)}: {ast.unparse(call)[:80]}"
        for module in package()
        for name, call in module.calls()
        if name.split(".")[-1] in {"text", "literal_column", "Markup"} and any(map(is_put_together, call.args))
    ]
    assert built == []


def is_put_together(text: ast.expr) -> bool:
    if isinstance(text, ast.Call):
        return isinstance(text.func, ast.Attribute) and text.func.attr in {"format", "join", "replace"}
    return isinstance(text, ast.JoinedStr | ast.BinOp)


@pytest.mark.requirement("S36")
def test_templates_escape_everything() -> None:
    raw = re.compile(
        r"\|\s*safe\b|autoescape\s+false|\bon(click|load|error|submit|change)\s*=|javascript:", re.IGNORECASE
    )
    found = [
        f"{path.relative_to(ROOT)}: {match[0]}"
        for path in texts(".html")
        if "tests" not in path.relative_to(ROOT).parts and (match := raw.search(path.read_text(encoding="utf-8")))
    ]
    assert found == []


def test_state_is_never_read_from_vietnamese_text() -> None:
    """No comparison with a sentence, outside the reader of documents and the codes of an older schema."""
    compared = [
        f"{module.at(node)}: {ast.unparse(node)[:80]}"
        for module in package()
        if not (module.is_migration or room(module.name) == "reading")
        for node in ast.walk(module.tree)
        if any(is_vietnamese(each, module.tree) for each in compared_with(node))
    ]
    assert compared == []


def compared_with(node: ast.AST) -> list[ast.expr]:
    """What a comparison (==, in, startswith …) compares."""
    if isinstance(node, ast.Compare):
        return [node.left, *node.comparators]
    is_prefix = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in PREFIXES
    return list(node.args) if is_prefix else []


def is_vietnamese(node: ast.expr, tree: ast.Module) -> bool:
    """Whether it is, or holds, a text of more than a letter with Vietnamese letters; names of the module included."""
    if isinstance(node, ast.Constant):
        return isinstance(node.value, str) and len(node.value) > 1 and bool(LETTERS.search(node.value))
    if isinstance(node, ast.JoinedStr):
        return any(is_vietnamese(each, tree) for each in node.values)
    if isinstance(node, ast.Tuple | ast.List | ast.Set):
        return any(is_vietnamese(each, tree) for each in node.elts)
    if isinstance(node, ast.Name) and not node.id.startswith("_"):
        named = [each.value for each in tree.body if isinstance(each, ast.Assign) and names(each) == [node.id]]
        return any(isinstance(each, ast.Constant | ast.Tuple) and is_vietnamese(each, tree) for each in named)
    return False


def names(node: ast.Assign) -> list[str]:
    return [each.id for each in node.targets if isinstance(each, ast.Name)]


# Tests


def test_tests_stand_on_real_parts() -> None:
    imports = [
        f"{module.at(node)}: {target}"
        for module in source.tests()
        for target, node in module.imports()
        if STANDINS.search(target)
    ]
    patches = [
        f"{module.at(call)}: {name}"
        for module in source.tests()
        for name, call in module.calls()
        if PATCHES.search(name)
    ]
    assert imports + patches == []


# Texts


def test_nothing_is_left_for_later() -> None:
    found = [
        f"{path.relative_to(ROOT)}: {match[0]}"
        for path in texts(".py", ".html", ".md", ".toml", ".css", ".js", ".sh", ".txt")
        if "plans" not in path.parts and (match := LATER.search(path.read_text(encoding="utf-8")))
    ]
    assert found == []


def test_texts_are_composed() -> None:
    """NFC: the same word is the same bytes wherever it stands, so a search finds it."""
    decomposed = [
        str(path.relative_to(ROOT))
        for path in texts(".py", ".html", ".md", ".toml", ".po", ".css", ".js")
        if not unicodedata.is_normalized("NFC", path.read_text(encoding="utf-8"))
    ]
    assert decomposed == []


# These tests themselves: each rule must see what it forbids.


@pytest.mark.parametrize("call", ["datetime.now", "datetime.datetime.now", "date.today", "time.time", "func.now"])
def test_rule_of_time_sees_a_reading(call: str) -> None:
    assert CLOCKS.search(call)


@pytest.mark.parametrize("call", ["time.monotonic", "time.sleep", "clock.now", "datetime.fromisoformat", "house.now"])
def test_rule_of_time_leaves_the_rest(call: str) -> None:
    assert not CLOCKS.search(call)


def test_rule_of_ranks_knows_top_and_bottom() -> None:
    rank = ranks()
    assert (
        rank["cli"] > rank["web"] > rank["mailing"] > rank["calendar"] > rank["sending"] > rank["models"] > rank["db"]
    )
    assert rank["db"] > rank["ical"] == rank["mailer"] > rank["dates"] > rank["clock"] == rank["errors"]


def test_imports_for_types_do_not_count(tmp_path) -> None:
    path = tmp_path / "a.py"
    path.write_text("if TYPE_CHECKING:\n    import b\ndef f():\n    from c import d\n", encoding="utf-8")
    assert [name for name, _node in source.Module(path).imports()] == ["c.d"]


@pytest.mark.parametrize(
    "text", ['reason == "Đã hủy."', 'x in ("a", "quý")', "x.startswith(KNOWN)", 'f"Cách ly: {x}" != y']
)
def test_rule_of_texts_sees_a_comparison(text: str) -> None:
    tree = ast.parse(f'KNOWN = "Cách ly:"\n{text}\n')
    found = [each for node in ast.walk(tree) for each in compared_with(node) if is_vietnamese(each, tree)]
    assert len(found) == 1
