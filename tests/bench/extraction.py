"""How well contact details are found in labelled texts, and how fast; beside libphonenumber."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tests.bench import extraction_speed
from tests.bench.contact_cases import Case, cases
from tests.bench.extraction_peer import match_numbers
from tests.bench.extraction_score import Read, Tally, Verdict, judge, read_with_spoor, tally

BAR_OVERALL = 0.98
BAR_CELL = 0.90
_SMALLEST_CELL = 5
_MOST_LISTED = 60


def report(seeds: Sequence[int], posts: int) -> None:
    """Print tables of precision, recall and F1, and how many posts are read a second.

    Parameters
    ----------
    seeds : sequence of int
        Of the labelled cases; their counts are added up.
    posts : int
        How many posts to time; 0: none.
    """
    drawn = [case for seed in seeds for case in cases(seed)]
    read = read_with_spoor(drawn)
    verdicts = judge(drawn, [each.keys for each in read])
    print(f"\nextraction: {len(drawn):,} labelled texts, seeds {', '.join(map(str, seeds))}")
    _print_cells(verdicts)
    for title, by in _SLICES.items():
        _print_slice(title, tally(verdicts, by))
    _print_overall(verdicts, read, len(seeds))
    _print_peer(drawn, verdicts)
    if posts:
        extraction_speed.report(posts, seeds[0])


_SLICES: dict[str, Callable[[Case], tuple[str, ...]]] = {
    "country": lambda case: (case.country,),
    "channel": lambda case: (case.channel,),
    "obfuscation": lambda case: (case.obfuscation,),
}


def _print_cells(verdicts: list[Verdict]) -> None:
    """F1 of every cell: a block for each channel, obfuscations down, countries across."""
    cells = tally(verdicts, lambda case: (case.country, case.channel, case.obfuscation))
    cells = {key: each for key, each in cells.items() if each.cases >= _SMALLEST_CELL}
    countries = sorted({country for country, _, _ in cells})
    print(f"F1 in hundredths by country x channel x obfuscation, {len(cells):,} cells of at least "
          f"{_SMALLEST_CELL} texts; '.' is 100, '-' under {BAR_CELL:.2f}")  # fmt: skip
    for channel in dict.fromkeys(channel for _, channel, _ in cells):
        print(f"\n  {channel:24} n/cell " + " ".join(f"{each:>3}" for each in countries))
        for way in dict.fromkeys(way for _, other, way in cells if other == channel):
            row = [cells.get((country, channel, way)) for country in countries]
            most = max(each.cases for each in row if each)
            print(f"  {way:24} {most:>6} " + " ".join(f"{_mark(each):>3}" for each in row))
    low = sorted((each.f1, key) for key, each in cells.items() if each.f1 < BAR_CELL)
    print(f"\ncells under {BAR_CELL:.2f}: {len(low)} of {len(cells):,}")
    for _, key in low[:_MOST_LISTED]:
        print(f"  {_line(' / '.join(key), cells[key])}")
    if len(low) > _MOST_LISTED:
        print(f"  and {len(low) - _MOST_LISTED} more")


def _mark(cell: Tally | None) -> str:
    """A cell's F1 in up to three signs."""
    if cell is None:
        return ""
    return "." if cell.f1 == 1 else f"{'-' if cell.f1 < BAR_CELL else ''}{int(cell.f1 * 100)}"


def _print_slice(title: str, counted: dict[tuple[str, ...], Tally]) -> None:
    """One table."""
    print(f"\nby {title}")
    for key, each in sorted(counted.items(), key=lambda item: (item[1].f1, item[0])):
        print(f"  {_line(' / '.join(key), each)}")


def _line(name: str, counted: Tally) -> str:
    """One line of a table."""
    if not counted.labels:
        clean = f"{counted.clean:,} of {counted.cases:,} left clean"
        return f"{name:44} {counted.cases:>6,} texts  {clean}, {counted.f1:.3f}"
    return (
        f"{name:44} {counted.cases:>6,} texts  precision {counted.precision:.3f}  "
        f"recall {counted.recall:.3f}  F1 {counted.f1:.3f}"
    )


def _print_overall(verdicts: list[Verdict], read: list[Read], seeds: int) -> None:
    """All cases together, what is said of the details, and every wrong number."""
    overall = Tally()
    for verdict in verdicts:
        overall.add(verdict)
    cells = tally(verdicts, lambda case: (case.country, case.channel, case.obfuscation))
    mean = sum(each.f1 for each in cells.values()) / len(cells)
    print(f"\n{_line('overall', overall)} (asked for {BAR_OVERALL}); mean of cells {mean:.4f}")
    per_seed = len(verdicts) // seeds
    parts = [Tally() for _ in range(seeds)]
    for at, verdict in enumerate(verdicts):
        parts[min(at // per_seed, seeds - 1)].add(verdict)
    print("  by seed: " + ", ".join(f"{each.f1:.4f}" for each in parts))
    new = Tally()
    for verdict in verdicts:
        if verdict.case.new:
            new.add(verdict)
    if new.cases:
        print(_line("  of these, sentences that nobody tuned on", new))
    _print_told(verdicts, read)
    wrong = [each for each in verdicts if each.wrong_but_valid]
    print(f"wrong but valid telephone numbers: {len(wrong)} texts (asked for none)")
    for each in wrong[:_MOST_LISTED]:
        case = each.case
        print(f"  {case.country} / {case.channel} / {case.obfuscation}: ", end="")
        print(f"{sorted(each.wrong_but_valid)} for {sorted(case.expected)} in {case.text!r}")


def _print_told(verdicts: list[Verdict], read: list[Read]) -> None:
    """How often the channel of a number and the holder of an account are told rightly."""
    said, holders = [], []
    for verdict, each in zip(verdicts, read, strict=True):
        case = verdict.case
        for key in verdict.hit:
            if case.said and key in each.said:
                said.append(each.said[key] == case.said)
            if case.holder and key in each.holders:
                told = each.holders[key]
                holders.append(told is not None and told.casefold() == case.holder.casefold())
    if said and holders:
        for name, right in (("channel of found numbers", said), ("holder of accounts", holders)):
            print(f"{name} right: {sum(right) / len(right):.4f} of {len(right):,}")


def _print_peer(drawn: list[Case], verdicts: list[Verdict]) -> None:
    """libphonenumber's matcher on the cases that are about telephone numbers, and on the others."""
    numbers = [
        at for at, case in enumerate(drawn)
        if case.expected and all(key.startswith("phone:") for key in case.expected)
    ]  # fmt: skip
    print(f"\ntelephone numbers alone: {len(numbers):,} texts of them, and wrong numbers in all")
    _print_reader("spoor", [verdicts[at] for at in numbers], verdicts)
    for name, compatible in (
        ("libphonenumber's matcher", False),
        ("  the same after NFKC, unseen signs out", True),
    ):
        found = [match_numbers(case.text, case.region, compatible) for case in drawn]
        theirs = judge(drawn, found)
        _print_reader(name, [theirs[at] for at in numbers], theirs)


def _print_reader(name: str, verdicts: list[Verdict], everywhere: list[Verdict]) -> None:
    """One reader's figures."""
    counted = Tally()
    for verdict in verdicts:
        numbers = frozenset(key for key in verdict.false if key.startswith("phone:"))
        counted.add(verdict._replace(false=numbers))
    wrong = sum(bool(each.wrong_but_valid) for each in everywhere)
    print(f"  {_line(name, counted)}  wrong but valid in {wrong:,} of {len(everywhere):,} texts")
