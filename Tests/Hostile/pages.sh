#!/bin/bash
# pages.sh PAGES: pages that are made to hurt end in a clear message within seconds and bounded memory, and 10,000 pages take
# no more memory than those in the folder PAGES.
set -euo pipefail

pages=$(CDPATH='' cd -- "$1" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"

fail() { echo "hostile pages: $*" >&2; exit 1; }

# repeated COUNT TEXT: the text so many times.
repeated() { awk -v n="$1" -v text="$2" 'BEGIN { for (i = 0; i < n; i++) printf "%s", text }'; }

# read_pages PAGE ...: reads them; prints CPU seconds and peak KiB.
read_pages() {
  python3 - "$@" <<'PY'
import os, subprocess, sys
with open("people", "wb") as people:
    process = subprocess.Popen(["enrich-linkedin-html", "--quiet", "--rejects", "rejects", *sys.argv[1:]], stdout=people)
    _, status, usage = os.wait4(process.pid, 0)
if status:
    sys.exit(f"enrich-linkedin-html: status {status}")
print(f"{usage.ru_utime + usage.ru_stime:.0f} {usage.ru_maxrss}")
PY
}

# refused PAGE WORDS: the page gives nobody, and the reason holds the words; 20 seconds and 600 MB are enough for any of them.
refused() {
  read -r seconds memory <<<"$(read_pages "$1")"
  [ ! -s people ] || fail "$1: a person was made of it"
  jq -e --arg words "$2" '.reason | contains($words)' rejects >/dev/null || fail "$1: $(cat rejects)"
  if [ "$seconds" -gt 20 ] || [ "$memory" -gt 600000 ]; then fail "$1: $seconds s, $memory KiB"; fi
}

{ echo '<html><body>'; repeated 500000 "<p class='a b'>$(repeated 85 x)</p>"; } >large.html
refused large.html 'larger than 50000000'
{ echo '<html><body>'; repeated 450000 "<p class='a b'>$(repeated 85 x)</p>"; } >nearly-large.html
refused nearly-large.html 'a page of another site'
repeated 1000000 '<div>' >nested.html
refused nested.html 'more than 500000 elements'
repeated 100000 '<div>' >less-nested.html
refused less-nested.html 'nested more than 256 deep'
{
  echo '<!DOCTYPE html [<!ENTITY a0 "ha">'
  awk 'BEGIN { for (i = 0; i < 40; i++) printf "<!ENTITY a%d \"&a%d;&a%d;\">\n", i + 1, i, i }'
  echo ']><p>&a40;</p>'
} >entities.html
refused entities.html 'declares entities'
repeated 9900000 '&amp;' >references.html
refused references.html 'a page of another site'
{ echo '<p>'; repeated 11000 "$(repeated 1000 x)"; } >endless.html
refused endless.html 'one text is longer'
{ echo '<h1 class="top-card-layout__title">'; repeated 200000 '<section data-section=experience><li class=experience-item><h3>x'; } >sections.html
refused sections.html 'more than 500000 elements'
{ printf '<p'; repeated 300000 ' a=b'; echo '>'; } >attributes.html
refused attributes.html 'more than 256 attributes'
{
  printf 'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n\n'
  repeated 300000 $'--x\nContent-Type: text/html\n\n<p>part\n'
} >parts.mhtml
refused parts.mhtml 'a page of another site'
echo '<html><head><title>Recipes</title></head><body><h1>Leek soup</h1></body></html>' >soup.html
refused soup.html 'a page of another site'
head -c 50000000 /dev/zero >zeros.html
refused zeros.html 'no element'

read -r _ few <<<"$(read_pages "$pages")"
count=$(find "$pages" -type f | wc -l)
folders=()
for ((i = 0; i * count < 10000; i++)); do folders+=("$pages"); done
read -r seconds many <<<"$(read_pages "${folders[@]}")"
[ "$many" -lt $((few * 5 / 4)) ] || fail "$count pages take $few KiB, $((i * count)) take $many KiB"
echo "hostile pages: 12 refused; $((i * count)) pages in $seconds s of CPU, $((many / 1024)) MB ($count pages: $((few / 1024)) MB)"
