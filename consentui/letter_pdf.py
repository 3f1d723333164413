"""A letter as PDF, set by typst (the extra `pdf`)."""

from __future__ import annotations

import json

from consentui.errors import UsageError
from consentui.i18n import Language, _
from consentui.requests.letters import Letter

_PAGE = """\
#let letter = json(bytes(sys.inputs.letter))
#set document(title: letter.subject)
#set page(paper: "a4", margin: 25mm, numbering: "1 / 1")
#set text(size: 11pt, lang: letter.language)
#set par(leading: 0.7em, spacing: 1.1em)
// A long address would run off the page: it may break at every empty box, which a copy does not take along.
#show regex("\\S{60,}"): word => word.text.clusters().join(box())
#for paragraph in letter.paragraphs {
  par(paragraph.map(line => text(line)).join(linebreak()))
}
"""


def letter_pdf(letter: Letter, language: Language) -> bytes:
    """The letter on A4 pages; its text is data to typst, never markup.

    Raises UsageError when the extra `pdf` is not installed.
    """
    try:
        import typst
    except ImportError as error:
        raise UsageError(
            _("PDF needs typst, which is not installed."),
            way_out=_("Install it with: {command}").format(command="pip install 'consentui[pdf]'"),
        ) from error
    content = {
        "subject": letter.subject,
        "language": language,
        "paragraphs": [paragraph.splitlines() for paragraph in letter.body.strip().split("\n\n")],
    }
    compiled = typst.compile(_PAGE.encode(), sys_inputs={"letter": json.dumps(content)}, format="pdf")
    assert isinstance(compiled, bytes)
    return compiled
