"""Why nothing came over the network, in the current language: Python and its libraries only say it in English."""

from __future__ import annotations

import errno
from http.client import HTTPException, IncompleteRead, RemoteDisconnected
from socket import EAI_AGAIN, EAI_FAIL, gaierror
from ssl import SSLCertVerificationError, SSLError

from consentui.i18n import N_, _
from consentui.storage.reasons import system_reason

_NOT_LOOKED_UP = {EAI_AGAIN, EAI_FAIL}
_NOT_REACHED = {
    errno.ECONNREFUSED: N_("It refused the connection."),
    errno.ECONNRESET: N_("It cut the connection."),
    errno.ECONNABORTED: N_("It cut the connection."),
    errno.EPIPE: N_("It cut the connection."),
    errno.ETIMEDOUT: N_("It did not answer in time."),
    errno.ENETUNREACH: N_("There is no route to it: is this machine on the network?"),
    errno.ENETDOWN: N_("There is no route to it: is this machine on the network?"),
    errno.EHOSTUNREACH: N_("There is no route to it: is this machine on the network?"),
    errno.EADDRNOTAVAIL: N_("There is no route to it: is this machine on the network?"),
    errno.EACCES: N_("This machine does not let programs onto the network."),
    errno.EPERM: N_("This machine does not let programs onto the network."),
}
"""By `errno`; `N_` texts."""
_CERTIFICATE = {
    9: N_("Its certificate is not valid yet: is the clock of this machine right?"),
    10: N_("Its certificate has expired."),
    18: N_("Its certificate does not come from a trusted authority."),
    19: N_("Its certificate does not come from a trusted authority."),
    20: N_("Its certificate does not come from a trusted authority."),
    21: N_("Its certificate does not come from a trusted authority."),
    23: N_("Its certificate was revoked."),
    62: N_("Its certificate is for another name."),
    64: N_("Its certificate is for another name."),
}
"""By OpenSSL's number (X509_V_ERR_…); `N_` texts."""


def reason_of_silence(error: Exception) -> str:
    """A sentence that says why no answer came."""
    match error:
        case SSLCertVerificationError():
            number = getattr(error, "verify_code", 0)
            unknown = _("Its certificate is not accepted (OpenSSL’s error {number}).").format(number=number)
            return _(_CERTIFICATE[number]) if number in _CERTIFICATE else unknown
        case SSLError():
            reason = getattr(error, "reason", None)  # errors raised when wrapping a socket may have none
            sign = f" ({reason})" if reason else ""
            return _("No encrypted connection could be established{sign}.").format(sign=sign)
        case gaierror():
            return _not_looked_up() if error.errno in _NOT_LOOKED_UP else _("There is no host with this name.")
        case TimeoutError():
            return _("It did not answer in time.")
        case RemoteDisconnected() | IncompleteRead():
            return _("It cut the connection.")
        case OSError():
            return _(_NOT_REACHED[error.errno]) if error.errno in _NOT_REACHED else f"{system_reason(error)}."
        case HTTPException():
            return _("Its answer is not HTTP.")
        case _:
            return _("Its answer cannot be understood.")


def reason_of_no_record(error: Exception) -> str:
    """A sentence that says why no answer came from the DNS."""
    from dns.exception import Timeout
    from dns.resolver import NoNameservers, NoResolverConfiguration

    match error:
        case Timeout():
            return _("It did not answer in time.")
        case NoNameservers():
            return _("None of the name servers has an answer.")
        case NoResolverConfiguration():
            return _("This machine has no name server.")
        case _:
            return reason_of_silence(error)


def _not_looked_up() -> str:
    return _("Host names cannot be looked up: is this machine on the network?")
