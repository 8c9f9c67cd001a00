"""A Postfix of our own on loopback: its own settings and queue, delivering into one Maildir."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from tests.programs import go_without
from tests.servers.ports import LOOPBACK, answers, free_port, program, stop

DOMAIN = "x.example"

_MAIN = """\
compatibility_level = 3.6
queue_directory = {folder}/queue
data_directory = {folder}/data
command_directory = /usr/sbin
daemon_directory = {programs}
mail_owner = postfix
setgid_group = postdrop
myhostname = postfix.example
mydestination =
inet_interfaces = {host}
inet_protocols = ipv4
in_flow_delay = 0
maillog_file = {folder}/log
maillog_file_prefixes = {folder}
smtpd_peername_lookup = no
smtpd_error_sleep_time = 0
smtpd_recipient_restrictions = check_recipient_access inline:{{ {replies} {{ {domain} = DUNNO }} }},
  permit_mynetworks, reject
virtual_mailbox_domains = {domain}
virtual_mailbox_base = {folder}
virtual_mailbox_maps = static:Maildir/
virtual_minimum_uid = 1
transport_maps = inline:{{ {gone} {{ nobody.invalid = virtual: }} }}
virtual_uid_maps = static:{uid}
virtual_gid_maps = static:{gid}
{tls}
"""
_TLS = """\
smtpd_tls_security_level = encrypt
smtpd_tls_chain_files = {certificate}
"""
_SERVICES = """\
{host}:{port} inet n - n - - smtpd
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
error unix - - n - - error
retry unix - - n - - error
gone unix - n n - - pipe user=nobody argv=/bin/sh -c {{echo ${{nexthop}} said; exit 69}}
virtual unix - n n - - virtual
tlsmgr unix - - n 1000? 1 tlsmgr
anvil unix - - n - 1 anvil
proxymap unix - - n - - proxymap
postlog unix-dgram n - n - 1 postlogd
"""
# What a queue is made of, and who may enter which part (postfix-files).
_PRIVATE = (
    *("active", "bounce", "corrupt", "defer", "deferred", "flush", "hold", "incoming"),
    *("private", "saved", "trace"),
)
_PATIENCE = 30.0


@dataclass(frozen=True)
class Postfix:
    """A Postfix that is running; `box` is where it delivers all mail to."""

    port: int
    box: Path
    host: str = LOOPBACK

    def messages(self) -> list[bytes]:
        """What was delivered so far, in no order."""
        return [path.read_bytes() for path in self.box.glob("new/*")]

    def wait_for(self, number: int) -> list[bytes]:
        """What was delivered once there are so many, or nothing more comes."""
        until = time.monotonic() + _PATIENCE
        while sum(1 for _ in self.box.glob("new/*")) < number and time.monotonic() < until:
            time.sleep(0.02)
        return self.messages()


def delivered_to(messages: list[bytes]) -> Counter[str]:
    """How many of the messages each recipient got."""
    head = b"Delivered-To: "
    return Counter(
        line.removeprefix(head).decode()
        for message in messages
        for line in message.partition(b"\n\n")[0].split(b"\n")
        if line.startswith(head)
    )


@contextmanager
def postfix(
    *,
    replies: Mapping[str, str] | None = None,
    certificate: Path | None = None,
    gone: Mapping[str, str] | None = None,
) -> Iterator[Postfix]:
    """Runs a Postfix that takes mail for `DOMAIN`, and wants STARTTLS if it has a certificate.

    `replies` are what it says at RCPT to some recipients ("550 5.1.1 No such user"); mail to those
    who are `gone` it takes, and then sends a report back with a status ("5.1.1").
    """
    if os.geteuid() != 0:
        go_without("needs to be root, since Postfix changes users")
    folder = Path(tempfile.mkdtemp(prefix="postfix-"))
    try:
        process, port = _started(folder, replies or {}, certificate, gone or {})
        try:
            yield Postfix(port, folder / "Maildir")
        finally:
            stop(process)
            with suppress(ProcessLookupError):  # its children, where they outlive it
                os.killpg(process.pid, signal.SIGKILL)
    finally:
        shutil.rmtree(folder)


def _started(
    folder: Path,
    replies: Mapping[str, str],
    certificate: Path | None,
    gone: Mapping[str, str],
) -> tuple[subprocess.Popen[bytes], int]:
    master = program("master", "/usr/lib/postfix/sbin", "/usr/libexec/postfix")
    account, nobody = pwd.getpwnam("postfix"), pwd.getpwnam("nobody")
    settings, port = folder / "settings", free_port()
    for part in (settings, folder / "queue", folder / "queue" / "pid"):
        part.mkdir()
    for part in (folder / "data", *(folder / "queue" / name for name in _PRIVATE)):
        part.mkdir(mode=0o700)
        shutil.chown(part, account.pw_uid)
    for name, mode in (("public", 0o710), ("maildrop", 0o730)):
        part = folder / "queue" / name
        part.mkdir()
        part.chmod(mode)
        shutil.chown(part, account.pw_uid, "postdrop")
    folder.chmod(0o755)
    (folder / "Maildir").mkdir()
    shutil.chown(folder / "Maildir", nobody.pw_uid, nobody.pw_gid)
    main = settings / "main.cf"
    main.write_text(
        _MAIN.format(
            folder=folder,
            programs=master.parent,
            host=LOOPBACK,
            domain=DOMAIN,
            uid=nobody.pw_uid,
            gid=nobody.pw_gid,
            replies=" ".join(f"{{ {address} = {reply} }}," for address, reply in replies.items()),
            gone=" ".join(f"{{ {to} = gone:{status} }}," for to, status in gone.items()),
            tls=_TLS.format(certificate=certificate) if certificate else "",
        )
    )
    # Postfix waits while a file of settings is so new that somebody may still be writing it.
    os.utime(main, (0, 0))
    (settings / "master.cf").write_text(_SERVICES.format(host=LOOPBACK, port=port))
    process = subprocess.Popen([master, "-c", settings], start_new_session=True)
    if not answers(port, process):
        raise RuntimeError("Postfix does not start")
    return process, port
