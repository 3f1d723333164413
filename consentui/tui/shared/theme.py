"""The two looks, dark and light: calm, one accent, every needed word at 4.5 to 1 or better (WCAG 2.2, 1.4.3)."""

from __future__ import annotations

from textual.theme import Theme

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
