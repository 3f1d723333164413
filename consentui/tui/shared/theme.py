"""The themes, dark and light: calm, one accent, a contrast of at least 4.5:1 for all needed text (WCAG 2.2, 1.4.3).

One more theme has high contrast, 7:1 (1.4.6). Terminals with sixteen colours get themes made of their own colours, and
the chosen row has a background.
"""

from __future__ import annotations

from dataclasses import replace

from textual.theme import BUILTIN_THEMES, Theme

DARK = Theme(
    name="consentui-dark",
    primary="#7fc8a9",
    secondary="#7fc8a9",
    accent="#7fc8a9",
    warning="#e3b565",
    error="#ee9a8f",
    success="#7fc8a9",
    foreground="#dbe0e4",
    background="#15181b",
    surface="#1c2024",
    panel="#262b30",
    dark=True,
    variables={
        "muted": "#a3adb6",
        "block-cursor-background": "#2c3a36",
        "block-cursor-foreground": "#ffffff",
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-background": "#22282b",
        "block-cursor-blurred-foreground": "#dbe0e4",
        "block-cursor-blurred-text-style": "none",
        "border": "#4a545c",
        "border-blurred": "#343b41",
        "input-selection-background": "#3c6b59",
        "scrollbar": "#3a4249",
        "scrollbar-background": "#15181b",
    },
)

LIGHT = Theme(
    name="consentui-light",
    primary="#0a6249",
    secondary="#0a6249",
    accent="#0a6249",
    warning="#7a4f00",
    error="#a32d22",
    success="#0a6249",
    foreground="#1f2428",
    background="#fbfaf7",
    surface="#f1efe9",
    panel="#e6e3db",
    dark=False,
    variables={
        "muted": "#545d65",
        "block-cursor-background": "#d5e8df",
        "block-cursor-foreground": "#0b1512",
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-background": "#eae7df",
        "block-cursor-blurred-foreground": "#1f2428",
        "block-cursor-blurred-text-style": "none",
        "border": "#8c959c",
        "border-blurred": "#bcb9b0",
        "input-selection-background": "#a8d3c1",
        "scrollbar": "#c4c0b6",
        "scrollbar-background": "#fbfaf7",
    },
)

CONTRAST = Theme(
    name="consentui-contrast",
    primary="#7dffcf",
    secondary="#7dffcf",
    accent="#7dffcf",
    warning="#ffd95a",
    error="#ffb3aa",
    success="#7dffcf",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#101010",
    dark=True,
    variables={
        "muted": "#e4e4e4",
        "block-cursor-background": "#003f8a",
        "block-cursor-foreground": "#ffffff",
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-background": "#2b2b2b",
        "block-cursor-blurred-foreground": "#ffffff",
        "block-cursor-blurred-text-style": "bold",
        "border": "#ffffff",
        "border-blurred": "#bdbdbd",
        "input-selection-background": "#003f8a",
        "scrollbar": "#bdbdbd",
        "scrollbar-background": "#000000",
    },
)


def _without_colour(name: str, of: str) -> Theme:
    """Return a theme for NO_COLOR, based on the built-in theme `of`, in which reversal tells where one types.

    `Rows` reverses the chosen row itself, because Textual forgets that style of a list.
    """
    built_in = BUILTIN_THEMES[of]
    told = {"block-cursor-text-style": "bold", "input-cursor-text-style": "reverse"}
    return replace(built_in, name=name, variables={**built_in.variables, **told})


PLAIN_DARK = _without_colour("consentui-plain-dark", "ansi-dark")
PLAIN_LIGHT = _without_colour("consentui-plain-light", "ansi-light")


def _sixteen(name: str, of: str, accent: str, warning: str, chosen: tuple[str, str]) -> Theme:
    """Return a theme of the terminal's own colours, based on the built-in theme `of`.

    `chosen` are the text and background colours of the chosen row; every other colour must be legible on that
    background too.
    """
    cursor = {
        f"block-cursor{blurred}-{part}": value
        for blurred, style in (("", "bold"), ("-blurred", "none"))
        for part, value in zip(("foreground", "background", "text-style"), (*chosen, style), strict=True)
    }
    built_in = BUILTIN_THEMES[of]
    variables = {**built_in.variables, "border": "ansi_bright_black", **cursor}
    return replace(built_in, name=name, accent=accent, success=accent, warning=warning, variables=variables)


SIXTEEN_DARK = _sixteen(
    *("consentui-16-dark", "ansi-dark", "ansi_bright_green", "ansi_bright_yellow"),
    chosen=("ansi_bright_white", "ansi_blue"),
)
SIXTEEN_LIGHT = _sixteen(
    *("consentui-16-light", "ansi-light", "ansi_blue", "ansi_red"),
    chosen=("ansi_black", "ansi_bright_cyan"),
)
