"""A benchmark as a table to read and a picture."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Any

Found = dict[str, Any]

_WIDTH, _LEFT, _ROW = 640, 170, 30
_OURS, _OTHER = "#1f5f8b", "#b8c4ce"


def table(found: Found) -> str:
    """Everything that was measured, in lines for a terminal."""
    machine, ask, start = found["machine"], found["ask"], found["start"]
    instructions = ", ".join(machine["instructions"]) or "none of note"
    lines = [
        f"{machine['processor']}, {machine['cores']} cores ({instructions})",
        f"{machine['system']}, Python {machine['python']}, commit {machine['commit'] or 'unknown'}, "
        f"load before the run {machine['load_before']:.1f}",
        f"Documents: {found['documents']}",
        "",
        "Filling                   passages    seconds  passages/s  processor   peak MB   with loading",
        *(_fill_line(one) for one in found["fill"]),
        *_ratios(found["fill"]),
        "",
        f"Asking, {ask['documents']:,} documents, warm   median        95 %",
        *(
            f"  {name:<30} {ask[f'{kind}_p50_ms']:>8.1f} ms {ask[f'{kind}_p95_ms']:>8.1f} ms"
            for kind, name in (
                ("search", "search"),
                ("topic", "answer, a topic"),
                ("fact", "answer of fact"),
            )
        ),
        f"  {'peak memory':<30} {ask['peak_MB']:>8.0f} MB",
        "",
        "Starting, from the command to the answer",
        *(
            f"  {name:<30} {start[kind]:>8.2f} s"
            for kind, name in (
                ("help_s", "--help"),
                ("ask_topic_s", "ask, a topic"),
                ("ask_fact_s", "ask, a fact"),
                ("serve_ready_s", "serve, the page answers"),
            )
        ),
    ]
    return "\n".join(lines + _scale_lines(found["scale"]))


def plot(found: Found) -> str:
    """SVG: the seconds that each system took for the same folder, shortest first."""
    fills = sorted(found["fill"], key=lambda one: float(one["seconds"]))
    longest = max(one["seconds"] for one in fills)
    height = 60 + _ROW * len(fills)
    rows = []
    for place, one in enumerate(fills):
        top = 50 + _ROW * place
        width = (_WIDTH - _LEFT - 70) * one["seconds"] / longest
        fill = _OURS if one is found["fill"][0] else _OTHER
        rows.append(
            f'<text x="{_LEFT - 10}" y="{top + 15}" text-anchor="end">{escape(one["system"])}</text>'
            f'<rect x="{_LEFT}" y="{top}" width="{width:.1f}" height="20" fill="{fill}"/>'
            f'<text x="{_LEFT + width + 8:.1f}" y="{top + 15}">{one["seconds"]:.1f} s</text>'
        )
    machine = found["machine"]
    title = f"Seconds to fill with the same folder, {machine['cores']} cores, {machine['processor']}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" '
        f'font-family="system-ui, sans-serif" font-size="13">'
        f'<rect width="100%" height="100%" fill="#fff"/>'
        f'<text x="20" y="28" font-size="15" font-weight="600">{escape(title)}</text>'
        f"{''.join(rows)}</svg>\n"
    )


def _fill_line(one: Found) -> str:
    seconds, passages = one["seconds"], one["passages"]
    peak = f"{one['peak_MB']:>9.0f}" if "peak_MB" in one else f"{'':>9}"
    return (
        f"  {one['system']:<22} {passages:>9,} {seconds:>10.1f} {passages / seconds:>11.1f} "
        f"{one['processor_s']:>8.1f} s {peak} {one['process_s']:>12.1f} s"
    )


def _ratios(fills: Sequence[Found]) -> list[str]:
    ours, bare, *peers = fills
    lines = [
        f"  {bare['seconds'] / ours['seconds']:.0%} of the speed of the bare model on the same passages, "
        "with reading, splitting and storing"
    ]
    if peers:
        best = min(peers, key=lambda one: float(one["seconds"]))
        ratio = best["seconds"] / ours["seconds"]
        lines.append(
            f"  {ratio:.1f} times as fast as {best['system']}, the fastest other, on the same folder"
        )
        least = min(peers, key=lambda one: float(one["processor_s"]))
        share = least["processor_s"] / ours["processor_s"]
        lines.append(
            f"  {least['system']}, the most sparing other, took {share:.1f} times our processor time"
        )
    return lines


def _scale_lines(sizes: Sequence[Found]) -> list[str]:
    if not sizes:
        return []
    head = (
        "Size                search p50   p95      recall@10   bytes/passage    open   add one   remove one"
    )
    rows = [
        f"  {one['passages']:>9,} passages {one['weighted_p50_ms']:>8.1f} {one['weighted_p95_ms']:>8.1f} ms "
        f"{one['recall@10']:>9.3f} {one['memory_bytes'] + one['mapped_bytes']:>13.0f} "
        f"{one['open_s']:>8.2f} s {one['add_one_s']:>6.2f} s {one['remove_one_s']:>9.2f} s"
        for one in sizes
    ]
    return ["", head, *rows]
