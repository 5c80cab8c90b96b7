"""The sample plan of 2020 as a file of every kind that is accepted."""

from __future__ import annotations

from importlib import resources

from plan_files import empty_docx, printed, saved

TEXT = resources.files("campaign.samples").joinpath("plan.txt").read_text(encoding="utf-8")


def files(text: str = TEXT) -> dict[str, bytes]:
    return {"kh.txt": text.encode(), "kh.docx": docx_of(text), "kh.pdf": printed(text.splitlines(), height=297)}


def docx_of(text: str) -> bytes:
    document = empty_docx()
    for line in text.splitlines():
        document.add_paragraph(line)
    return saved(document)
