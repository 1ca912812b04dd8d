"""Reads a mailbox with fast-mail-parser (PyPI), or with Python's own email package, and decodes all text."""

import email
import email.policy
import sys


def messages(path):
    """The messages of an mboxrd, without their separator lines and quoting."""
    lines = []
    with open(path, "rb") as mailbox:
        for line in mailbox:
            if line.startswith(b"From "):
                if lines:
                    yield b"".join(lines)
                lines = []
            elif line.startswith(b">") and line.lstrip(b">").startswith(b"From "):
                lines.append(line[1:])
            else:
                lines.append(line)
    if lines:
        yield b"".join(lines)


def fast(message):
    parsed = fast_mail_parser.parse_email(message)
    return sum(len(text) for text in parsed.text_plain) + len(parsed.subject)


def own(message):
    parsed = email.message_from_bytes(message, policy=email.policy.default)
    total = len(str(parsed["subject"] or ""))
    for part in parsed.walk():
        content = part.get_payload(decode=True)
        if part.get_content_maintype() == "text" and content is not None:
            total += len(content.decode("utf-8", "replace"))
    return total


if sys.argv[1] == "fast-mail-parser":
    import fast_mail_parser

    read = fast
else:
    read = own
good = lost = text = 0
for message in messages(sys.argv[2]):
    try:
        text += read(message)
        good += 1
    except Exception:  # A message that the peer cannot read is one that it loses.
        lost += 1
print(good, "messages,", lost, "lost,", text, "characters")
