"""An operator's own addresses take the place of the playbook's."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.core.playbook.links import with_links
from bot.core.playbook.source.faults import PlaybookFaults
from tests.core.playbook.playbooks import small_playbook


def test_an_own_address_makes_a_resource_work(tmp_path: Path) -> None:
    path = tmp_path / "links.yaml"
    path.write_text("R02: https://intra.example/numbers\nR10: https://intra.example/fm\n", encoding="utf-8")
    resources = {one.id: one for one in with_links(small_playbook(), path).resources}
    assert resources["R02"].url == "https://intra.example/numbers"
    assert (resources["R02"].status, resources["R02"].checked, resources["R02"].replacement) == (
        "working",
        None,
        None,
    )
    assert resources["R02"].source == "http://old.example/dashboard"
    assert resources["R10"].source is None
    assert resources["R01"] == small_playbook().resources[0]


def test_an_empty_file_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "links.yaml"
    path.write_text("# none yet\n", encoding="utf-8")
    assert with_links(small_playbook(), path) == small_playbook()


def test_every_fault_is_said_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "links.yaml"
    path.write_text(
        "R77: https://a.example\nR01: http://a.example\nR02: 5\nR01: https://b.example\n", encoding="utf-8"
    )
    with pytest.raises(PlaybookFaults) as caught:
        with_links(small_playbook(), path)
    assert [str(fault) for fault in caught.value.faults] == [
        "links.yaml:1: R77: the playbook has no resource R77",
        'links.yaml:2: R01: "http://a.example" must begin with https://',
        "links.yaml:3: R02: must be an address in quotes",
        "links.yaml:4: the key R01 stands here twice, first in line 2",
    ]


def test_a_list_is_no_file_of_links(tmp_path: Path) -> None:
    path = tmp_path / "links.yaml"
    path.write_text("- R01\n", encoding="utf-8")
    with pytest.raises(PlaybookFaults, match="must be a mapping of resource keys to addresses"):
        with_links(small_playbook(), path)
