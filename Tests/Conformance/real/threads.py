#!/usr/bin/env python3
"""threads.py ARCHIVE [TEAM]: holds the threads of group-conversations against those of notmuch.

ARCHIVE is an mbox, TEAM a file for --team. Each message that mbox2jsonl finds in it is cut out by its offset and put into a Maildir, notmuch
(Debian's package of that name) indexes that folder, and its partition of the messages is compared with that of
group-conversations --no-subject. Then the same messages are grouped without References, In-Reply-To and thread ids, so
that only subjects join them, and each join is judged by notmuch's threads. Exit 0 when the two partitions are equal, 1
with every thread that differs when they are not. The filters are looked for in PATH.
"""
import collections
import json
import os
import subprocess
import sys
import tempfile


def run(*command, **options):
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, **options).stdout


def lines(output):
    return [json.loads(line) for line in output.splitlines()]


def cut_out(archive, folder, messages):
    """Writes each message of ARCHIVE into a Maildir, in the order of the archive."""
    for name in ("cur", "new", "tmp"):
        os.makedirs(os.path.join(folder, name))
    with open(archive, "rb") as mbox:
        for number, message in enumerate(messages):
            source = message["source"]
            mbox.seek(source["offset"])
            text = mbox.read(source["bytes"])
            if text.startswith(b"From "):
                text = text[text.index(b"\n") + 1:]
            with open(os.path.join(folder, "cur", "%07d:2,S" % number), "wb") as out:
                out.write(text)


def notmuch_threads(folder):
    """Sets of Message-IDs, and the file names that each has."""
    config = os.path.join(folder, ".notmuch-config")
    with open(config, "w") as out:
        out.write("[database]\npath=%s\n[user]\nname=x\nprimary_email=x@kestrel.example\n[new]\ntags=\n" % folder)
    environment = dict(os.environ, NOTMUCH_CONFIG=config)
    run("notmuch", "new", "--quiet", env=environment)
    threads = json.loads(run("notmuch", "show", "--format=json", "--body=false", "--entire-thread=true",
                             "--exclude=false", "*", env=environment))

    def files(node):
        if isinstance(node, dict):
            yield from node.get("filename", [])
        elif isinstance(node, list):
            for child in node:
                yield from files(child)

    return [{int(os.path.basename(name).split(":")[0]) for name in files(thread)} for thread in threads]


def our_threads(messages, archive_lines):
    """The same sets by group-conversations; copies of a message go where it goes."""
    numbers = collections.defaultdict(set)
    for number, message in enumerate(messages):
        numbers[message["id"]].add(number)
    grouped = lines(run("group-conversations", "--quiet", "--no-subject", input=archive_lines))
    whole = [thread for thread in grouped if len(thread["messages"]) == thread["messages_total"]]
    threads = [set().union(*(numbers[message["id"]] for message in thread["messages"])) for thread in whole]
    # A conversation writes 200 messages at most; what the longer ones leave out is found by what no other thread has.
    rest = set(range(len(messages))) - set().union(*threads)
    longer = [thread for thread in grouped if len(thread["messages"]) < thread["messages_total"]]
    if len(longer) > 1:
        sys.exit("threads.py: more than one thread of over 200 messages, which conversations do not write in full")
    return threads + ([rest] if longer else [])


def judge_subjects(messages, theirs, folder, team):
    """How many joins by subject alone stay inside a thread of notmuch."""
    thread_of = {messages[n]["id"]: number for number, thread in enumerate(theirs) for n in thread}
    bare = [{k: v for k, v in m.items() if k not in ("references", "in_reply_to", "thread_id")} for m in messages]
    path = os.path.join(folder, "joins.jsonl")
    run("group-conversations", "--quiet", "--subject-joins", path, *team,
        input="".join(json.dumps(m) + "\n" for m in bare).encode())
    with open(path, "rb") as joins:
        joins = lines(joins.read())
    right = sum(thread_of[j["message_id"]] == thread_of[j["joined_to"]] for j in joins)
    wanted = len({m["id"] for m in messages}) - len(theirs)
    print("%d joins by subject alone, %d inside a thread of notmuch; %d would make its threads" % (len(joins), right, wanted))


def main(archive, team=None):
    team = ["--team", team] if team else []
    archive_lines = run("mbox2jsonl", "--quiet", "--keep-spam", "--no-zones", *team, archive)
    messages = lines(archive_lines)
    with tempfile.TemporaryDirectory() as folder:
        cut_out(archive, folder, messages)
        theirs = {frozenset(thread) for thread in notmuch_threads(folder)}
        judge_subjects(messages, theirs, folder, team)
    ours = {frozenset(thread) for thread in our_threads(messages, archive_lines)}
    for thread in sorted(theirs - ours, key=min):
        print("notmuch alone:", [messages[n]["id"] for n in sorted(thread)])
    for thread in sorted(ours - theirs, key=min):
        print("group-conversations alone:", [messages[n]["id"] for n in sorted(thread)])
    print("%d messages, %d threads of notmuch, %d of group-conversations, %d equal"
          % (len(messages), len(theirs), len(ours), len(theirs & ours)))
    return 0 if theirs == ours else 1


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
