"""What can happen to a ring: each function makes it so and says what happened."""

from __future__ import annotations

from tests.bench.history.happenings import BANNED, Happening, Succession
from tests.bench.history.people import END
from tests.bench.history.rings import LARGEST, SMALLEST, Ring, Rings
from tests.bench.history.successions import succeed

MERGED_AT_MOST = 16
ALSO_PAID_TOGETHER = 0.5


def grow(rings: Rings, ring: Ring, week: int) -> Happening | None:
    """Let some new members join."""
    if len(ring.members) >= LARGEST:
        return None
    many = 1 + rings.invent.below(3)
    came = [rings.join(ring, 7.0 * week + rings.invent.dice.uniform(0, 2)) for _ in range(many)]
    return Happening("grown", week, ring, tuple(came), tuple(ring.members), tuple(ring.ever))


def shrink(rings: Rings, ring: Ring, week: int) -> Happening | None:
    """Let some members stop, fewer than half."""
    if len(ring.members) < SMALLEST + 2:
        return None
    before = tuple(ring.members)
    many = rings.invent.between(1, min((len(before) - 1) // 2, len(before) - SMALLEST))
    left = rings.invent.some(ring.members, many)
    for member in left:
        member.stop(7.0 * week + rings.invent.dice.uniform(0, 7))
        ring.members.remove(member)
    return Happening("shrunk", week, ring, tuple(left), before, tuple(ring.ever))


def merge(rings: Rings, one: Ring, other: Ring, week: int) -> Happening | None:
    """Let two rings begin to share a number, and at times a bank account."""
    if len(one.members) + len(other.members) > MERGED_AT_MOST:
        return None
    parts = (tuple(one.members), tuple(other.members))
    larger = max(one, other, key=lambda each: len(each.members))
    made = rings.derive(week, [*parts[0], *parts[1]], [*one.ever, *other.ever], larger)
    common = [rings.people.detail("phone")]
    if rings.invent.chance(ALSO_PAID_TOGETHER):
        common.append(rings.people.detail("bank"))
    made.details = [common]
    for member in made.members:
        worn = member.phases[-1]
        member.show(7.0 * week + rings.invent.dice.uniform(0, 2), worn.details + common, worn.texts)
    for each in (one, other):
        each.spans[-1][1] = week - 1
        each.fixed = True
    everybody = tuple(made.members)
    return Happening("merged", week, made, everybody, everybody, tuple(made.ever), parts)


def split(rings: Rings, ring: Ring, week: int) -> Happening | None:
    """Let a ring fall into two, each with new details and texts of its own."""
    if len(ring.members) < 2 * SMALLEST:
        return None
    shuffled = rings.invent.some(ring.members, len(ring.members))
    cut = rings.invent.between(SMALLEST, len(shuffled) - SMALLEST)
    departed = [each for each in ring.ever if each not in ring.members]
    for members in (shuffled[:cut], shuffled[cut:]):
        part = rings.derive(week, members, [*members, *departed], ring)
        rings.equip(part, len(members))
        for member in members:
            rings.dress(part, member, 7.0 * week + rings.invent.dice.uniform(0, 2))
    ring.spans[-1][1] = week - 1
    ring.fixed = True
    everybody = tuple(ring.members)
    parts = (tuple(shuffled[:cut]), tuple(shuffled[cut:]))
    return Happening("split", week, ring, everybody, everybody, tuple(ring.ever), parts)


def die(rings: Rings, ring: Ring, week: int) -> Happening:
    """Let all members stop within a week."""
    for member in ring.members:
        member.stop(7.0 * week + rings.invent.dice.uniform(0, 7))
    ring.spans[-1][1] = week
    ring.fixed = True
    everybody = tuple(ring.members)
    return Happening("dissolved", week, ring, everybody, everybody, tuple(ring.ever))


def rise(rings: Rings, ring: Ring, week: int) -> Happening:
    """Let all members post again."""
    for member in ring.members:
        member.stints.append([7.0 * week + rings.invent.dice.uniform(0, 2), END])
    ring.spans.append([week, 10**6])
    ring.fixed, ring.last = False, week
    everybody = tuple(ring.members)
    return Happening("reappeared", week, ring, everybody, everybody, tuple(ring.ever))


def ban(rings: Rings, ring: Ring, week: int) -> tuple[Happening, list[Succession]]:
    """Let one or two members be shut out and come back under new accounts."""
    shut_out = rings.invent.some(ring.members, 1 + rings.invent.below(2))
    successions = []
    for member in shut_out:
        day = 7.0 * week + rings.invent.dice.uniform(0, 6)
        found = succeed(rings.people, member, day)
        ring.members[ring.members.index(member)] = found.new
        ring.ever.append(found.new)
        successions.append(found)
    concerned = (*shut_out, *(each.new for each in successions))
    happening = Happening(
        BANNED, week, ring, concerned, (*ring.members, *shut_out), tuple(ring.ever)
    )
    return happening, successions
