"""Writing files: the old one or the whole new one, through links, with permissions, into streams."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading

import pytest

from advisor import whole_file
from advisor.whole_file import write_whole


@pytest.fixture(params=["nameless", "named"], autouse=True)
def way(request, monkeypatch):
    """Both ways to prepare a file: without a name, and with one where the system has no such files."""
    if request.param == "named":

        def cannot(folder, content, mode):
            raise OSError(95, "not supported")

        monkeypatch.setattr(whole_file, "_prepared_nameless", cannot)
    return request.param


posix = pytest.mark.skipif(os.name == "nt", reason="links, permissions and pipes of another kind")


def names_in(folder):
    return sorted(entry.name for entry in folder.iterdir())


def test_that_a_file_is_made_and_replaced(tmp_path):
    path = tmp_path / "x.advisor"
    write_whole(path, b"one")
    assert path.read_bytes() == b"one"
    write_whole(path, b"two")
    assert path.read_bytes() == b"two"
    assert names_in(tmp_path) == ["x.advisor"]


@posix
def test_that_the_target_of_a_link_is_replaced_and_the_link_stays(tmp_path):
    (tmp_path / "there").mkdir()
    target, link = tmp_path / "there" / "real.advisor", tmp_path / "link.advisor"
    target.write_bytes(b"old")
    link.symlink_to(target)
    write_whole(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"
    assert names_in(tmp_path / "there") == ["real.advisor"]


@posix
def test_that_a_link_to_nothing_makes_its_target(tmp_path):
    link = tmp_path / "link.advisor"
    link.symlink_to("later.advisor")
    write_whole(link, b"new")
    assert (tmp_path / "later.advisor").read_bytes() == b"new"
    assert link.is_symlink()


@posix
def test_that_permissions_are_kept(tmp_path):
    new = tmp_path / "new.advisor"
    write_whole(new, b"one")
    mask = os.umask(0)
    os.umask(mask)
    assert new.stat().st_mode & 0o777 == 0o666 & ~mask
    path = tmp_path / "x.advisor"
    path.write_bytes(b"old")
    path.chmod(0o640)
    write_whole(path, b"new")
    assert path.stat().st_mode & 0o777 == 0o640


@posix
@pytest.mark.parametrize("mode", [0o444, 0o555, 0o400])
def test_that_a_file_that_nobody_may_write_to_stays_as_it_was(tmp_path, mode):
    path = tmp_path / "x.advisor"
    path.write_bytes(b"old")
    path.chmod(mode)  # also the system's own user, who may do everything, is asked to keep to it
    with pytest.raises(PermissionError, match="Permission denied"):
        write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert names_in(tmp_path) == ["x.advisor"]


@posix
def test_that_a_file_that_others_alone_may_write_to_stays_as_it_was(tmp_path, monkeypatch):
    path = tmp_path / "x.advisor"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(PermissionError, match="Permission denied"):
        write_whole(path, b"new")
    assert path.read_bytes() == b"old"


@posix
@pytest.mark.skipif(os.name == "posix" and os.geteuid() != 0, reason="only some may give files away")
def test_that_a_file_keeps_its_owner(tmp_path):
    path = tmp_path / "x.advisor"
    path.write_bytes(b"old")
    os.chown(path, 12_345, 23_456)
    path.chmod(0o640)
    write_whole(path, b"new")
    found = path.stat()
    assert (found.st_uid, found.st_gid, found.st_mode & 0o777) == (12_345, 23_456, 0o640)


@posix
def test_that_a_pipe_is_written_to_and_stays_a_pipe(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    write_whole(pipe, b"through")
    reader.join(10)
    assert read == [b"through"]
    assert pipe.is_fifo()


@posix
def test_that_standard_output_can_be_written_to_by_its_device():
    code = (
        "from pathlib import Path; from advisor.whole_file import write_whole;"
        "write_whole(Path('/dev/stdout'), b'out')"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, timeout=60)
    assert done.stdout == b"out"


@posix
def test_that_a_name_as_long_as_can_be_is_no_harm(tmp_path):
    path = tmp_path / ("x" * 247 + ".advisor")
    write_whole(path, b"one")
    write_whole(path, b"two")
    assert path.read_bytes() == b"two"
    assert len(names_in(tmp_path)) == 1


def test_that_a_folder_is_refused(tmp_path):
    with pytest.raises(IsADirectoryError):
        write_whole(tmp_path, b"new")


def test_that_nothing_is_left_where_writing_fails(tmp_path, monkeypatch):
    path = tmp_path / "x.advisor"
    path.write_bytes(b"old")

    def no_space(descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", no_space)
    with pytest.raises(OSError, match="No space left"):
        write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert names_in(tmp_path) == ["x.advisor"]


def test_that_being_killed_while_saving_leaves_a_whole_file_and_no_other(tmp_path, way):
    if way == "named":
        pytest.skip("a name that exists while writing stays when the program is killed")
    try:
        whole_file._prepared_nameless(tmp_path, b"", 0o600).unlink()
    except OSError:
        pytest.skip("no nameless files on this file system")
    path = tmp_path / "x.advisor"
    write_whole(path, b"a" * 1_000_000)
    code = (
        "import sys\nfrom pathlib import Path\nfrom advisor.whole_file import write_whole\n"
        "print('ready', flush=True)\n"
        "while True: write_whole(Path(sys.argv[1]), b'b' * 1_000_000)\n"
    )
    for _ in range(5):
        saving = subprocess.Popen([sys.executable, "-c", code, str(path)], stdout=subprocess.PIPE)
        assert saving.stdout is not None
        saving.stdout.readline()
        saving.send_signal(signal.SIGKILL)
        saving.wait()
        saving.stdout.close()
        content = path.read_bytes()
        assert len(content) == 1_000_000 and len(set(content)) == 1
    assert names_in(tmp_path) == ["x.advisor"]


def test_that_leftovers_of_killed_programs_go_and_those_of_running_ones_stay(tmp_path):
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    machine = whole_file._machine()
    left = tmp_path / f".advisor-{machine}-{gone.pid}-abc.tmp"
    running = tmp_path / f".advisor-{machine}-{os.getpid()}-abc.tmp"
    elsewhere = tmp_path / f".advisor-00000000-{gone.pid}-abc.tmp"
    old = tmp_path / f".advisor-00000000-{gone.pid}-def.tmp"
    other = tmp_path / ".advisor-notes.tmp"
    for file in (left, running, elsewhere, old, other):
        file.write_bytes(b"half")
    os.utime(old, (0, 0))
    write_whole(tmp_path / "x.advisor", b"new")
    expected = [running, elsewhere, other] if os.name == "posix" else [left, running, elsewhere, other]
    assert names_in(tmp_path) == sorted([*(file.name for file in expected), "x.advisor"])


@posix
def test_that_a_disk_that_fills_up_leaves_the_old_file_and_no_other(tmp_path, way):
    path = tmp_path / "x.advisor"
    path.write_bytes(b"old")
    code = (
        "import resource, sys\nfrom pathlib import Path\nfrom advisor import whole_file\n"
        "def cannot(*_): raise OSError(95, 'not supported')\n"
        "if sys.argv[2] == 'named': whole_file._prepared_nameless = cannot\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "try: whole_file.write_whole(Path(sys.argv[1]), b'b' * 1_000_000)\n"
        "except OSError as error: print(error.strerror)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(path), way], capture_output=True, text=True, check=True
    )
    assert done.stdout == "File too large\n"
    assert path.read_bytes() == b"old"
    assert names_in(tmp_path) == ["x.advisor"]


@posix
def test_that_a_folder_that_has_vanished_is_said(tmp_path):
    with pytest.raises(FileNotFoundError):
        write_whole(tmp_path / "gone" / "x.advisor", b"new")
    assert names_in(tmp_path) == []
