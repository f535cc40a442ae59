"""What must work of a workshop that stands in another store than the one in which it began."""

from __future__ import annotations

from bot.core.ports import Store
from tests.world import OTHER_THREAD, PERSONAL, World


async def goes_on(before: World, store: Store) -> None:
    """`/ssat`, a button of an old card, an answer, the plan, the portfolio, and a check-in that falls due: of
    the workshop of `everything_happened`, in which Ben answers and Anna leads."""
    world = World(before.book, store, before.settings, before.teams)
    world.ids = before.ids
    anna, ben = world.person("anna"), world.person("ben")
    [engagement] = await world.engagements()
    ben.looking_at = before.people["ben"].looking_at
    await ben.presses("Back to the workshop")
    assert any("Contoso Nord AG" in line for line in ben.sees()), ben.sees()
    answer = {"action": "answer", "workshop": 1, "question": "ST1", "commitment": "open"}
    await ben.sends({**answer, "sponsor_name": "SAID-LATER", "revision": engagement.revision})
    [after] = await world.engagements()
    assert after.revision > engagement.revision
    assert [voice.fields["sponsor"] for voice in after.voices["ST1"]] == [{"name": "SAID-LATER"}]
    await anna.says("/ssat", OTHER_THREAD)
    assert any("Contoso Nord AG" in line for line in anna.sees())
    await ben.says("/plan", OTHER_THREAD)
    assert any("SAID-BY-BEN" in line for line in ben.sees())
    await anna.says("/portfolio", PERSONAL)
    assert any("Contoso Nord AG" in line for line in anna.sees())
    posted = len(world.teams.messages)
    world.clock.passes(days=1)
    tally = await world.sweeps()
    assert (tally.sent, tally.failed, tally.unknown) == (1, 0, 0)
    anna.looks_at("Check-in")
    assert world.teams.messages.index(anna.looking_at) >= posted  # type: ignore[arg-type]
