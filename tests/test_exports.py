import pytest

from pipeline import dataset, ingest, lexicon, ocr
from pipeline.exports import loaded_when_asked


def test_a_name_is_loaded_from_its_module() -> None:
    offered = loaded_when_asked("pipeline.text", {"on_screen": "printable"})
    assert offered("on_screen").__module__ == "pipeline.text.printable"


def test_another_name_is_none_of_the_package() -> None:
    offered = loaded_when_asked("pipeline.text", {"on_screen": "printable"})
    with pytest.raises(AttributeError, match=r"module 'pipeline\.text' has no attribute 'printed'"):
        offered("printed")


@pytest.mark.parametrize("package", [dataset, ingest, lexicon, ocr])
def test_packages_have_all_that_they_offer(package: object) -> None:
    names = package.__all__  # type: ignore[attr-defined]
    assert all(getattr(package, name) is not None for name in names)
