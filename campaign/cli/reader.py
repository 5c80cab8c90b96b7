"""``campaign reader``: how well plans are read."""

from __future__ import annotations

import json
from dataclasses import asdict

import click

from campaign.cli.context import Context, pass_surroundings
from campaign.plans import evaluation

CLASSES = {
    evaluation.DATED: "có ngày",
    evaluation.UNDATED: "chưa có ngày",
    evaluation.FOLDED: "ít khả năng (không hiện ngay)",
}
RESULTS = {
    "accepted": "nhận nguyên văn",
    "corrected": "nhận sau khi sửa",
    "skipped": "bỏ qua",
    "not_duty": "không phải việc",
    "merged": "gộp",
    "waiting": "chưa quyết định",
}


@click.group()
def reader() -> None:
    pass


@reader.command()
@click.option("--json", "as_json", is_flag=True, help="In dạng JSON.")
@pass_surroundings
def evaluate(surroundings: Context, *, as_json: bool) -> None:
    """Đề xuất nào được nhận, sửa, bỏ qua, theo quyết định của người dùng trên các kế hoạch của cơ quan."""
    with surroundings.database() as database, database.read() as session:
        readings, found = evaluation.evaluate(session)
    if as_json:
        counts = {name: {**asdict(each), "kept": each.kept} for name, each in found.items()}
        click.echo(json.dumps({"readings": readings, **counts}, ensure_ascii=False))
        return
    click.echo(f"{readings} văn bản đã đọc")
    for name, each in found.items():
        numbers = ", ".join(f"{words} {getattr(each, key)}" for key, words in RESULTS.items())
        share = "chưa có quyết định" if each.kept is None else f"giữ lại {each.kept:.0%}"
        click.echo(f"{CLASSES[name]}: {share} ({numbers})")
