"""Companies that are responsible for personal data, as lines of text in the current language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from consentui.i18n import _, language
from consentui.i18n.countries import address_in
from consentui.i18n.dates import long_date
from consentui.knowledge.records import Contact, Controller, Platform
from consentui.words.names import evidence_name, platform_name
from consentui.words.plain import source_lines, wrapped


def company_line(company: Controller, platforms: Sequence[Platform]) -> str:
    """A company on one line: its id, its legal name, and the platforms for which it is responsible."""
    return f"{company.id}\t{company_name(company)}\t{', '.join(map(platform_name, platforms))}".rstrip("\t")


def company_name(company: Controller) -> str:
    """The legal name of a company, with a mark if it comes from the person's own file."""
    return _("{name} (your file)").format(name=company.name) if company.is_own else company.name


def company_text(company: Controller, platforms: Sequence[Platform]) -> str:
    """Everything known about a company: how to write to it, who represents it, and how sure that is."""
    return "\n".join((*_who(company, platforms), *_where(company), *_how_sure(company), *source_lines(company.source)))


def _who(company: Controller, platforms: Sequence[Platform]) -> Iterator[str]:
    yield from wrapped(company_name(company))
    if company.formerly:
        yield from wrapped(_("Formerly {name}").format(name=company.formerly))
    if company.scope:
        yield from wrapped(company.scope.in_language(language()))
    names = ", ".join(map(platform_name, platforms))
    yield from wrapped(
        _("Platforms: {names}").format(names=names) if names else _("No platform in the knowledge base is its own.")
    )


def _where(company: Controller) -> Iterator[str]:
    for title, contact in (
        (_("The company"), company.contact),
        (_("Its representative in the EU"), company.eu_representative),
        (_("Its representative in the United Kingdom"), company.uk_representative),
        (_("Its representative in Switzerland"), company.ch_representative),
    ):
        if contact:
            yield ""
            yield title
            yield from (f"  {line}" for line in _contact(contact))


def _contact(contact: Contact) -> Iterator[str]:
    yield from address_in(contact.address or "", language()).splitlines()
    for name, value in (
        (_("E-mail"), contact.email),
        (_("Form"), contact.form),
        (_("Objection form"), contact.objection_form),
        (_("Data protection officer"), contact.dpo),
    ):
        if value:
            yield f"{name}{_(':')} {value}"


def _how_sure(company: Controller) -> Iterator[str]:
    yield ""
    if company.lead_authority:
        yield from wrapped(_("Lead authority: {code}").format(code=company.lead_authority))
    if company.doubt:
        yield from wrapped(f"{_('In doubt')}{_(':')} {company.doubt.in_language(language())}")
    checked = _("Facts checked on {date}").format(date=long_date(company.verified_on))
    yield from wrapped(f"{checked} · {evidence_name(company.evidence)}")
