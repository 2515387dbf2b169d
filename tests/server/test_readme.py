"""What the README shows of the service works."""

import re
import shlex
import subprocess

import pytest

from comity import resources

README = (resources.PACKAGE.parent.parent / "README.md").read_text(encoding="utf-8")
BLOCK = re.findall(r"```console\n(\$ comity serve.*?)```", README, re.DOTALL)[0]
CALLS = re.findall(r"^\$ (curl .*)$", BLOCK, re.MULTILINE)
SHOWN = "http://127.0.0.1:8000"


def test_the_calls_are_found() -> None:
    assert len(CALLS) >= 2


@pytest.mark.parametrize("call", CALLS)
def test_a_call_is_answered(call: str, server: str) -> None:
    words = shlex.split(call.replace(SHOWN, server))
    done = subprocess.run([*words, "-sS", "--fail-with-body"], capture_output=True, check=False)
    assert done.returncode == 0, done.stdout.decode() + done.stderr.decode()
    assert len(done.stdout.splitlines()) >= 1
