import pytest
from hypothesis import settings

from pipeline.lexicon import Lexicon, open_lexicon
from pipeline.repair.candidates import Candidates
from pipeline.repair.channel import Channel, Confusions, Rates
from pipeline.repair.tables import load_confusions

# A first look at the lexicon reads it from the disk, and machines have other work to do.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return open_lexicon()


@pytest.fixture(scope="session")
def confusions() -> Confusions:
    return load_confusions()


@pytest.fixture(scope="session")
def ruined_channel(confusions: Confusions) -> Channel:
    """What an engine without Swedish letters prints."""
    return Channel(confusions, Rates(0.8, 0.002))


@pytest.fixture(scope="session")
def candidates(lexicon: Lexicon, ruined_channel: Channel) -> Candidates:
    return Candidates(lexicon, ruined_channel)
