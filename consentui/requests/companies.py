"""The company of a request: the one that was written to, and the one that the knowledge base names today."""

from __future__ import annotations

from msgspec.structs import replace

from consentui.knowledge.companies import company_in
from consentui.knowledge.records import Controller
from consentui.requests.cases import Case
from consentui.requests.rights import Right


def company_today(case: Case, controller: Controller, country: str) -> Controller:
    """The company that answers for the person today.

    `country` is where they live now (ISO 3166); it counts as long as the request has not settled its law.
    """
    sent = case.first_sent("request")
    return company_in(controller, sent.country if sent and sent.law else country)


def company_written_to(case: Case, controller: Controller, country: str) -> Controller:
    """The company that was written to, at the address that is known for it today; before that, the one of today.

    If the knowledge base now names another company, the address there is not that of the one that was written to, whose
    old address stays. `country` is as in `company_today`.
    """
    sent, company = case.first_sent("request"), company_today(case, controller, country)
    if sent and sent.company and sent.company != company.name:
        return replace(company, name=sent.company, contact=replace(company.contact, address=sent.address))
    return company


def asks_the_same(one: Case, other: Case) -> bool:
    """Whether two requests ask the same of the same company for the same account."""
    return _what_it_asks(one) == _what_it_asks(other)


def _what_it_asks(case: Case) -> tuple[str, ...]:
    """The company, account and right, with the control only if the right is about a single use."""
    opened = case.opened
    about_one_use = opened.right in {Right.WITHDRAW, Right.ERASE}
    return opened.controller, opened.account, opened.right, opened.control if about_one_use else ""
