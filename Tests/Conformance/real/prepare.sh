#!/bin/sh
# prepare.sh SUITES WORKSPACE: lays real exports out as refresh.mk takes them: mail, database tables, LinkedIn, chats.
set -eu

suites=$1
workspace=$2
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
raw=$workspace/data/raw
mkdir -p "$raw/mail" "$raw/crm" "$raw/linkedin/pages" "$raw/chat" "$raw/forms" "$workspace/config/maps"

zcat "$suites/mail/corpus/spamassassin.mbox.gz" >"$raw/mail/spamassassin.mbox"
cp -R "$suites/mail/stalwart/maildir" "$raw/mail/maildir"
cp -R "$suites/mail/stalwart/eml" "$raw/mail/eml"
cp "$suites"/linkedin/*.html "$suites"/linkedin/*.mhtml "$raw/linkedin/pages"
cp "$suites/linkedin-export/connections-corpus.csv" "$raw/linkedin/Connections.csv"
cp "$suites/linkedin-export/messages-corpus.csv" "$raw/linkedin/messages.csv"
cp "$suites"/chat/chat-miner/whatsapp/*.txt "$raw/chat"

# The table of the database in the six ways that can be read back, each with the options that its export needs.
columns=id,name,email,notes,score,blobby,created
for name in default csv_quoted csv_optquoted csv_escquote text_default text_quoted; do
  cp "$suites/csv/mysql/$name".* "$raw/crm"
  cp "$here/contacts.json" "$workspace/config/maps/$name.json"
  case $name in
    text_*) options="--columns id,name,email,notes,score,created" ;;
    csv_escquote) options="--columns $columns --base64 blobby --escape quote" ;;
    *) options="--columns $columns --base64 blobby" ;;
  esac
  printf '%s\n' "$options" >"$workspace/config/maps/$name.options"
done

cat >"$workspace/config/team.jsonl" <<'END'
{"type":"member","id":"justin","name":"Justin Mason","aliases":[],"emails":["jm@jmason.org"],"phones":[],"chat_names":["Ben"]}
{"type":"domain","domain":"talentbridge.example"}
END
