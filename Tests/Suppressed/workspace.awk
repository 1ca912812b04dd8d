# Writes a workspace of refresh.mk from spellings.tsv into DIR. For each row there is a client, a colleague who stays, and
# somebody who goes. STATE says in which life they are written: "before" by what is listed of them, "again" by its other
# spelling, under another name and id, with nothing else of what was known. DIR/gone and DIR/kept hold the family names of
# those who go and those who stay, DIR/points what is written of those who go.
BEGIN {
  FS = "\t"
  firms = "Amberley Birchfield Corvane Dunmarsh Elmsett Fairholt Gravelly Hazelmoor Ivorsen Juniper Kestwick Larkspur" \
    " Mossgrave Nettleby Orchardine Plovermere Quillon Rookhurst Saltmarsh Thornbury Umberfold Violette Whimbrel Yarrowby" \
    " Zephyra Beckford Cobblestone Driftwood Eiderdown Foxtail"
  before = "Abernathy Bickerstaff Cholmondeley Dalrymple Entwistle Fazackerley Gillingham Hetherington Ickringill Jessop" \
    " Kilpatrick Lovelace Micklethwait Nankivell Oglethorpe Pemberton Quennell Ravenscroft Satterthwaite Tredinnick" \
    " Urquhart Vosburgh Wolstenholme Yelverton Zouche Aldersey Bracegirdle Cuthbertson Dunwoody Etheridge"
  again = "Marquez Dubois Kowalski Rossi Novotny Haugen Virtanen Oliveira Papadakis Horvath Ionescu Jensen Bergstrom" \
    " Fischer Castellano Moreau Takahashi Okonkwo Banerjee Nguyen Petrenko Silva Andersson Keller Romano Lefebvre" \
    " Szabo Dimitrov Maas Vasquez"
  kept = "Ackroyd Braithwaite Clutterbuck Drinkwater Eccleston Featherstone Greenhalgh Hardcastle Illingworth Jolly" \
    " Kettlewell Longbottom Murgatroyd Nightingale Openshaw Postlethwaite Quarmby Ramsbottom Sutcliffe Thistlewood" \
    " Underhill Vickers Wigglesworth Yardley Zealley Arkwright Butterworth Crabtree Dewhurst Earnshaw"
  given = "Nora Alice Edith Grace Helen Irene Joan Laura Martha Rose"
  greeted = "Peter Alan Brian Colin Derek Eric Frank Gerald Harold Keith"
  split(firms, firm, " ")
  split(STATE == "again" ? again : before, gone, " ")
  split(kept, colleague, " ")
  split(given, theirs, " ")
  split(greeted, others, " ")
  us = "Farah Aziz <farah@talentbridge.example>"
  mail = DIR "/data/raw/mail/" STATE ".mbox"
  clients = DIR "/data/raw/crm/clients.csv"
  contacts = DIR "/data/raw/crm/spocs.csv"
  print "{\"type\":\"member\",\"id\":\"farah\",\"name\":\"Farah Aziz\",\"emails\":[\"farah@talentbridge.example\"]," \
    "\"from\":\"2015-01-05\"}" >(DIR "/config/team.jsonl")
  print "client_id,company_name,industry,company_size,website,city,country,first_engagement_date,last_engagement_date," \
    "total_positions_filled,revenue_generated,currency" >clients
  print "spoc_id,client_id,full_name,email,phone,job_title,linkedin_url,first_contact_date,last_contact_date,is_active" \
    >contacts
}

function cell(text) {
  gsub(/"/, "\"\"", text)
  return "\"" text "\""
}

function contact(id, name, email, phone, title, page) {
  print cell(id) "," cell(number) "," cell(name) "," cell(email) "," (phone == "" ? "\\N" : cell(phone)) "," cell(title) \
    "," (page == "" ? "\\N" : cell(page)) ",\"2021-02-22\",\"2026-01-14\",\"1\"" >contacts
}

function letter(id, day, from, to, subject, text, answered) {
  printf "From MAILER-DAEMON Thu Jan  1 00:00:00 1970\nDate: %s Jan 2026 09:%s:00 +0000\nMessage-ID: <%s@mail.example>\n", \
    day, number, id >mail
  if (answered != "") printf "In-Reply-To: <%s@mail.example>\n", answered >mail
  printf "From: %s\nTo: %s\nSubject: %s\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n%s\n\n", \
    from, to, subject, text >mail
}

/^#/ { next }
{
  rows++
  number = sprintf("%02d", rows)
  domain = tolower(firm[rows]) ".example"
  kind = $1
  written = STATE == "again" ? $3 : $2
  gsub(/[{]n[}]/, number, written)
  gsub(/[{]host[}]/, domain, written)
  gsub(/[{]HOST[}]/, toupper(domain), written)
  name = theirs[(rows + (STATE == "again" ? 3 : 0)) % 10 + 1] " " gone[rows]
  # What no mail can come from is in the client database only, beside an address that is on no list.
  own = STATE "." number "@" domain
  isSender = kind == "email" && written ~ /^[A-Za-z0-9.+-]+@[A-Za-z0-9.-]+[a-zA-Z]$/
  print cell(number) "," cell(firm[rows] " Ltd") ",\"Food\",\"80\"," cell("https://" domain) \
    ",\"Leeds\",\"United Kingdom\",\"2021-02-22\",\"2026-01-14\",\"2\",\\N,\\N" >clients
  contact((STATE == "again" ? 9 : 1) number, name, kind != "email" ? own : isSender ? written : written ";" own, \
    kind == "phone" ? written : "", "Head of Operations", kind == "linkedin" ? written : "")
  sender = name " <" (isSender ? written : own) ">"
  letter(STATE ".ask." number, "Tue, 13", sender, us, "A role to fill", \
    "Hello Farah,\n\nwe are looking for a Warehouse Manager in Leeds. Could you help us find one?\n\nKind regards\n" name)
  friend = others[rows % 10 + 1] " " colleague[rows]
  mailbox = friend " <friend." number "@" domain ">"
  contact(5 number, friend, "friend." number "@" domain, "", "Site Manager", "")
  letter("friend." number, "Fri, 9", mailbox, us, "Next spring", \
    "Hello Farah,\n\n" name " says hello. Please get back to me in March, we will need a Shift Leader then.\n\n" \
    "Kind regards\n" friend)
  letter("us." number, "Sat, 10", us, mailbox, "Re: Next spring", "I will, and greetings back to all of you.\n\nFarah", \
    "friend." number)
  print gone[rows] >(DIR "/gone")
  print colleague[rows] >(DIR "/kept")
  print kind "\t" written >(DIR "/points")
}
