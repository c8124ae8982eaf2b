"""Letters that all likely readings of a word share are repaired, the others stay as printed."""

from pipeline.repair.agreed import agreed_reading
from pipeline.repair.channel import Channel
from pipeline.repair.choices import UNLISTED, Choice


def agreed(channel: Channel, printed: str, **chances: float) -> str | None:
    choices = [(Choice(word, UNLISTED, 0.0), chance) for word, chance in chances.items()]
    return agreed_reading(printed, choices, channel)


def test_what_the_readings_share_is_changed_and_no_more(ruined_channel: Channel) -> None:
    found = agreed(ruined_channel, "sjémalaren", sjömålaren=0.5, sjömälaren=0.3, sjömalaren=0.2)
    assert found == "sjömalaren"


def test_readings_that_share_no_letter_change_none(ruined_channel: Channel) -> None:
    assert agreed(ruined_channel, "aland", åland=0.5, äland=0.5) is None
    assert agreed(ruined_channel, "léka", löka=0.6, läka=0.4) is None


def test_several_letters_may_be_shared(ruined_channel: Channel) -> None:
    found = agreed(ruined_channel, "6rsjé", örsjö=0.99, örsjä=0.01)
    assert found == "örsjö"
