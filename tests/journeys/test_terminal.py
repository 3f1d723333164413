"""The terminal that the journeys use, tested with very small programs."""

from __future__ import annotations

import signal
import sys
from pathlib import Path

import pytest

from tests.journeys.emulator import Emulator
from tests.journeys.keys import bytes_of
from tests.journeys.terminal import Terminal

pytestmark = pytest.mark.journey

RAW = """
import os, sys, tty
tty.setraw(0)
def say(text): os.write(1, text.encode())
def ask(question, end):
    say(question)
    answer = b""
    while not answer.endswith(end): answer += os.read(0, 1)
    return repr(answer.decode())
"""

APP = """
from textual.app import App
from textual.widgets import Footer, Header, Input, OptionList
class Small(App):
    TITLE = "Small"
    BINDINGS = [("escape", "note('escaped')", "Escape"), ("f2", "note('second')", "Second")]
    def compose(self):
        yield Header()
        yield Input()
        yield OptionList("un", "deux", "trois")
        yield Footer()
    def on_option_list_option_selected(self, event):
        self.action_note(f"chose {event.option.prompt}")
    def on_resize(self, event):
        self.sub_title = f"{event.size.width} by {event.size.height}"
    def action_note(self, text):
        self.notify(text)
Small().run()
"""


def python(program: str, **options: object) -> Terminal:
    return Terminal(sys.executable, "-c", program, **options)  # type: ignore[arg-type]


def test_shows_what_a_program_prints() -> None:
    with python("print('première'); print('seconde  ')") as terminal:
        terminal.wait_exit()
        assert terminal.rows[:3] == ["première", "seconde", ""]
        assert b"premi\xc3\xa8re\r\n" in terminal.raw


def test_gives_the_exit_status_of_a_program_that_ended() -> None:
    with python("raise SystemExit(3)") as terminal:
        assert terminal.wait_exit() == 3
    assert terminal.close() == 3


def test_closing_ends_a_program_that_still_runs() -> None:
    with python("print('here'); input()") as terminal:
        terminal.wait_for("here")
    assert terminal.close() == -signal.SIGKILL
    assert terminal.usage is not None
    assert terminal.usage.ru_maxrss > 0


def test_a_text_that_never_comes_fails_with_the_screen_in_the_message() -> None:
    with python("print('something else'); input()") as terminal:
        terminal.wait_for("something")
        with pytest.raises(AssertionError, match=r"(?s)'expected' to appear.*running.*│something else"):
            terminal.wait_for("expected", timeout=0.1)


def test_waiting_for_a_program_that_has_ended_fails_at_once() -> None:
    with python("print('bye')") as terminal, pytest.raises(AssertionError, match=r"(?s)has ended.*│bye"):
        terminal.wait_for("expected", timeout=600)


def test_keys_for_a_program_that_has_ended_are_an_error() -> None:
    with python("") as terminal:
        terminal.wait_exit()
        with pytest.raises(AssertionError, match="has ended"):
            terminal.press("enter")


def test_what_is_typed_reaches_the_program() -> None:
    with python("print('read', input('> '))") as terminal:
        terminal.wait_for(">")
        terminal.type("écrit")
        terminal.press("enter")
        terminal.wait_for("read écrit")


def test_a_text_longer_than_the_terminals_buffer_is_typed_whole() -> None:
    program = RAW + "say('ready'); got = ask('', b'.'); say(f' {len(got) - 2} characters')"
    with python(program) as terminal:
        terminal.wait_for("ready")
        terminal.type("x" * 20_000 + ".")
        terminal.wait_for("20001 characters")


def test_ctrl_c_interrupts_as_in_any_terminal() -> None:
    # Shown by the exit status, because a slow terminal may discard output written just after Ctrl+C.
    program = "import time\ntry:\n print('here')\n time.sleep(60)\nexcept KeyboardInterrupt: raise SystemExit(3)"
    with python(program) as terminal:
        terminal.wait_for("here")
        terminal.press("ctrl+c")
        assert terminal.wait_exit() == 3


def test_the_program_lives_in_a_home_of_its_own(tmp_path: Path) -> None:
    program = "import os; print(os.environ['HOME'], os.getcwd(), os.environ['XDG_DATA_HOME'], os.environ['LANG'])"
    with python(program, cols=1000, home=tmp_path, lang="fr_FR.UTF-8") as terminal:
        terminal.wait_exit()
        assert terminal.rows[0] == f"{tmp_path} {tmp_path} {tmp_path}/.local/share fr_FR.UTF-8"


def test_the_real_home_and_keyring_stay_out_of_reach(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/real")
    monkeypatch.setenv("NO_COLOR", "1")
    program = "import os; print(sorted(name for name in os.environ if name[:4] in ('DBUS', 'NO_C', 'PYTH')))"
    with python(program) as terminal:
        terminal.wait_exit()
        assert "DBUS" not in terminal.text
        assert "NO_COLOR" not in terminal.text
        assert "PYTHON_KEYRING_BACKEND" in terminal.text


@pytest.mark.parametrize(
    ("question", "end", "answer"),
    [
        (r"\x1b[c", "c", "\x1b[?64;1;2;6;9;15;16;17;18;21;22;28c"),
        (r"\x1b[>c", "c", "\x1b[>41;390;0c"),
        (r"\x1b[5n", "n", "\x1b[0n"),
        (r"\x1b[3;7H\x1b[6n", "R", "\x1b[3;7R"),
        (r"\x1b[?2026$p", "y", "\x1b[?2026;2$y"),
        (r"\x1b[?2004h\x1b[?2004$p", "y", "\x1b[?2004;1$y"),
        (r"\x1b[?2048$p", "y", "\x1b[?2048;0$y"),
        (r"\x1b]11;?\x07", "\\\\", "\x1b]11;rgb:0000/0000/0000\x1b\\"),
    ],
    ids=["DA1", "DA2", "status", "cursor", "mode off", "mode on", "mode unknown", "background"],
)
def test_questions_to_the_terminal_are_answered_like_xterm_does(question: str, end: str, answer: str) -> None:
    with python(RAW + f"say(ask('{question}', b'{end}')); say(' asked')") as terminal:
        terminal.wait_for("asked")
        assert repr(answer) in terminal.text


@pytest.mark.parametrize(
    "sequence",
    [
        r"\x1b[>4;2m",
        r"\x1b[<u",
        r"\x1b[>1u",
        r"\x1b[?u",
        r"\x1b[4:3m",
        r"\x1b[2 q",
        r"\x1b_Gi=1;AAAA\x1b\\",
        r"\x1bP$qm\x1b\\",
        r"\x1b]52;c;eA==\x07",
        r"\x1b]8;;https://example.org\x1b\\",
    ],
)
def test_sequences_that_draw_nothing_leave_no_trace(sequence: str) -> None:
    with python(f"import os; os.write(1, b'a{sequence}b')") as terminal:
        terminal.wait_exit()
        assert terminal.rows[0] == "ab"


def test_a_sequence_that_arrives_in_pieces_is_one_sequence() -> None:
    replies: list[bytes] = []
    emulator = Emulator(80, 24, replies.append)
    for byte in b"a\x1b[?2026$pb\x1b]0;Titre\x1b\\c\x1b[>4;2md\xc3\xa9\x1b[31mf":
        emulator.feed(bytes([byte]))
    assert emulator.screen.display[0].rstrip() == "abcdéf"
    assert emulator.screen.title == "Titre"
    assert replies == [b"\x1b[?2026;2$y"]


def test_the_title_and_the_cursor_are_known() -> None:
    with python(r"print('\x1b]0;Titre\x07\x1b[?25l\x1b[4;9H', end='', flush=True); input()") as terminal:
        terminal.wait_until(lambda: terminal.title == "Titre")
        terminal.wait_until(lambda: terminal.cursor == (3, 8, False))


def test_what_stood_before_a_full_screen_program_is_back_when_it_leaves() -> None:
    program = r"print('before'); print('\x1b[?1049h\x1b[Hinside'); input(); print('\x1b[?1049lafter')"
    with python(program) as terminal:
        terminal.wait_for("inside")
        assert "before" not in terminal.text
        terminal.press("enter")
        terminal.wait_gone("inside")
        assert terminal.rows[:2] == ["before", "after"]


def test_a_textual_program_is_driven_by_keys() -> None:
    with python(APP, cols=80, rows=24) as terminal:
        terminal.wait_for("trois")
        terminal.type("a[b")
        terminal.wait_for("a[b")
        terminal.press("tab", "down", "enter")
        terminal.wait_for("chose deux")
        terminal.press("f2")
        terminal.wait_for("second")
        terminal.press("ctrl+q")
        terminal.ends_well()


def test_escape_is_a_key_of_its_own_even_when_another_follows() -> None:
    with python(APP) as terminal:
        terminal.wait_for("trois")
        terminal.press("escape", "x")
        terminal.wait_for("escaped")
        terminal.wait_until(lambda: "x" in terminal.rows[2])


def test_pasted_text_arrives_as_one_paste() -> None:
    with python(APP) as terminal:
        terminal.wait_for("trois")
        terminal.paste("collé d’un coup")
        terminal.wait_for("collé d’un coup")


def test_a_textual_program_follows_the_windows_size() -> None:
    with python(APP, cols=80, rows=24) as terminal:
        terminal.wait_for("80 by 24")
        terminal.resize(120, 40)
        terminal.wait_for("120 by 40")
        terminal.wait_until(lambda: "palette" in terminal.rows[39])


@pytest.mark.parametrize(
    ("key", "sent"),
    [
        ("a", b"a"),
        ("é", "é".encode()),
        ("enter", b"\r"),
        ("ctrl+q", b"\x11"),
        ("alt+x", b"\x1bx"),
        ("shift+up", b"\x1b[1;2A"),
        ("ctrl+delete", b"\x1b[3;5~"),
        ("shift+tab", b"\x1b[Z"),
    ],
)
def test_a_key_is_sent_as_xterm_sends_it(key: str, sent: bytes) -> None:
    assert bytes_of(key) == sent


@pytest.mark.parametrize("key", ["ctrl+é", "ctrl+1", "shift+a", "entre", "super+up"])
def test_a_key_that_no_terminal_sends_is_an_error(key: str) -> None:
    with pytest.raises(ValueError, match="no terminal sends"):
        bytes_of(key)
