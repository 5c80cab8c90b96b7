"""Our own source as something to be asked questions about."""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FUNCTION = (ast.FunctionDef, ast.AsyncFunctionDef)


@dataclass(frozen=True)
class Module:
    path: Path

    @cached_property
    def text(self) -> str:
        return self.path.read_text(encoding="utf-8")

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text)

    @property
    def name(self) -> str:
        parts = self.path.relative_to(ROOT).with_suffix("").parts
        return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)

    @property
    def is_migration(self) -> bool:
        return self.path.parent.name == "versions"

    def at(self, node: ast.AST) -> str:
        return f"{self.path.relative_to(ROOT)}:{getattr(node, 'lineno', 1)}"

    def functions(self) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
        return (node for node in ast.walk(self.tree) if isinstance(node, FUNCTION))

    def calls(self) -> Iterator[tuple[str, ast.Call]]:
        """Each call with the dotted name of what is called, as far as it is written out."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Call):
                yield ast.unparse(node.func), node

    def imports(self) -> Iterator[tuple[str, ast.AST]]:
        """What runs with an import anywhere in the module: all but the imports for types."""
        yield from _imports(self.tree)


def _imports(node: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.If) and ast.unparse(child.test) == "TYPE_CHECKING":
            continue
        if isinstance(child, ast.Import):
            yield from ((alias.name, child) for alias in child.names)
        elif isinstance(child, ast.ImportFrom) and child.module:
            yield from ((f"{child.module}.{alias.name}", child) for alias in child.names)
        yield from _imports(child)


def lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """From ``def`` to the last line, docstring included."""
    return (node.end_lineno or node.lineno) - node.lineno + 1


@cache
def package() -> list[Module]:
    return [Module(path) for path in sorted((ROOT / "campaign").rglob("*.py"))]


@cache
def tests() -> list[Module]:
    return [Module(path) for path in sorted((ROOT / "tests").rglob("*.py"))]


@cache
def texts(*suffixes: str) -> list[Path]:
    """The files of our repository with these suffixes, without what tools leave behind."""
    tops = [path for path in ROOT.iterdir() if not path.name.startswith(".") and path.name not in {"build", "dist"}]
    found = [file for top in tops for file in ([top] if top.is_file() else top.rglob("*"))]
    return sorted(file for file in found if file.suffix in suffixes and "node_modules" not in file.parts)


@cache
def settings() -> dict:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
