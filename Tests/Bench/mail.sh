#!/bin/bash
# mail.sh [MAILBOX]: mbox2jsonl beside other readers of mail, in turn on one machine: messages, CPU time, wall-clock time and
# peak memory, medians of RUNS runs (3 unless told). Without MAILBOX it reads the corpus that KITH_CONFORMANCE names, six
# times over. Peers are GMime (Debian's libgmime-3.0-dev) through a small C program, fast-mail-parser (PyPI, installed into
# .bench/peers) and Python's own email package; those that are missing are left out.
set -euo pipefail

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
work=$(CDPATH='' cd -- "$here/../.." && pwd)/.bench
runs=${RUNS:-3}
mkdir -p "$work"

mailbox=${1:-$work/corpus.mbox}
if [ $# -eq 0 ] && [ ! -s "$mailbox" ]; then
  corpus=${KITH_CONFORMANCE:?names where the corpus lies; or name a mailbox}/mail/corpus/spamassassin.mbox.gz
  for _ in 1 2 3 4 5 6; do zcat "$corpus"; done >"$mailbox.part"
  mv "$mailbox.part" "$mailbox"
fi

peers=$work/peers
[ -x "$peers/bin/python" ] || python3 -m venv "$peers"
"$peers/bin/python" -c 'import fast_mail_parser' 2>/dev/null || "$peers/bin/pip" install -q fast-mail-parser || true
if pkg-config --exists gmime-3.0; then
  # shellcheck disable=SC2046 # each word is a flag of its own
  cc -O2 -o "$work/mail-gmime" "$here/mail-gmime.c" $(pkg-config --cflags --libs gmime-3.0)
fi

# row LABEL COMMAND...: one reader, its output counted.
row() {
  python3 - "$runs" "$@" <<'PY'
import os, subprocess, sys, time
runs, label, command = int(sys.argv[1]), sys.argv[2], sys.argv[3:]
seen = []
for _ in range(runs):
    begin = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    lines, last = 0, b""
    while block := process.stdout.read(1 << 20):
        lines, last = lines + block.count(b"\n"), block
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - begin
    if status:
        sys.exit(f"{label}: status {status}")
    seen.append((usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024))
count = str(lines) if lines > 1 else last.decode().split()[0]
middle = [sorted(values)[len(values) // 2] for values in zip(*seen)]
print(f"{label:34} {count:>8} {middle[0]:8.2f} s {middle[1]:8.2f} s {middle[2]:8.1f} MB")
PY
}

printf '%s, %d MB, medians of %d runs\n\n' "$(basename "$mailbox")" "$(($(stat -c %s "$mailbox") / 1000000))" "$runs"
printf '%-34s %8s %10s %10s %11s\n' '' messages CPU wall peak
row 'mbox2jsonl -j1 --no-zones' mbox2jsonl -j1 --no-zones "$mailbox"
row 'mbox2jsonl -j1' mbox2jsonl -j1 "$mailbox"
row 'mbox2jsonl -j2 --no-zones' mbox2jsonl -j2 --no-zones "$mailbox"
row 'mbox2jsonl -j2' mbox2jsonl -j2 "$mailbox"
if "$peers/bin/python" -c 'import fast_mail_parser' 2>/dev/null; then
  row 'fast-mail-parser' "$peers/bin/python" "$here/mail-python.py" fast-mail-parser "$mailbox"
fi
if [ -x "$work/mail-gmime" ]; then row 'GMime' "$work/mail-gmime" "$mailbox"; fi
runs=1
row "Python's email" python3 "$here/mail-python.py" email "$mailbox"
