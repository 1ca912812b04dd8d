# awk -v N=PEOPLE -f make-facts.awk: what build-leads reads, one record a line: N people at N / 20 companies, a third of
# them contacts of clients, and N / 2 classified conversations of two to five messages. The same N gives the same bytes.
function pick(list, n) { return list[1 + int(rand() * n)] }
function day(from, span) { return strftime("%Y-%m-%dT%H:%M:%SZ", from + int(rand() * span), 1) }
BEGIN {
  srand(7)
  split("Dana Amir Chloé Søren Priya Jonas Maeve Rahul Ingrid Tomás Aoife Lukas", given, " ")
  split("Frost Haddad Moreau Lindqvist Nair Brandt Keane Mehta Solberg Ibarra Doyle Huber", family, " ")
  split("Head of People|HR Manager|VP Engineering|Talent Partner|Operations Director|Finance Lead", title, "|")
  split("Thank you, that works for us and the team is looking forward to it.|We are looking for two more people and" \
    " would like to see profiles by the end of the month.|Please send the invoice to our finance department, the" \
    " address has not changed since last year.|I spoke to my colleagues, and we would rather wait until the budget" \
    " is approved.", text, "|")
  split("proposal_sent jd_shared inbound_request reconnect_later keep_in_touch", signal, " ")
  begin = 1420070400; span = 350000000
  companies = int(N / 20) + 1
  for (c = 1; c <= companies; c++)
    printf "{\"type\":\"company\",\"id\":\"crm:company:%d\",\"source\":{\"file\":\"clients.csv\",\"line\":%d,\"kind\":\"crm\",\"priority\":\"high\"}," \
      "\"name\":\"Kestrel %d Ltd\",\"domains\":[\"kestrel%d.example\"],\"industry\":\"Software\",\"employees\":%d,\"location\":\"Leeds\"," \
      "\"country\":\"GB\",\"technologies\":[\"python\",\"aws\"],\"keywords\":[],\"client\":{\"since\":\"2016-02-01\"," \
      "\"last_engagement\":\"%s\",\"placements\":%d,\"revenue\":{\"amount\":\"12500.00\",\"currency\":\"GBP\"}}}\n",
      c, c, c, c, 20 + int(rand() * 900), substr(day(begin, span), 1, 10), int(rand() * 5)
  for (p = 1; p <= N; p++) {
    c = 1 + p % companies
    g = pick(given, 12); f = pick(family, 12)
    kind = p % 3 == 0 ? "spoc" : "candidate"
    printf "{\"type\":\"person\",\"id\":\"crm:person:%d\",\"source\":{\"file\":\"spocs.csv\",\"line\":%d,\"kind\":\"%s\",\"priority\":\"high\"}," \
      "\"name\":\"%s %s\",\"given_name\":\"%s\",\"family_name\":\"%s\",\"emails\":[\"p%d@kestrel%d.example\"],\"phones\":[\"+4477%08d\"]," \
      "\"title\":\"%s\",\"company\":\"Kestrel %d Ltd\",\"company_id\":\"crm:company:%d\",\"domain\":\"kestrel%d.example\"," \
      "\"location\":\"Leeds\",\"positions\":[{\"company\":\"Kestrel %d Ltd\",\"title\":\"HR Manager\",\"by\":\"crm\",\"as_of\":\"2024-05-06\"}]," \
      "\"education\":[],\"skills\":[],\"kinds\":[\"%s\"],\"first_seen\":\"2018-03-01T00:00:00Z\",\"last_seen\":\"2024-05-06T00:00:00Z\"," \
      "\"inbound\":2,\"outbound\":2,\"left\":[],\"why\":[]}\n",
      p, p, kind == "spoc" ? "crm" : "mail", g, f, g, f, p, c, p, pick(title, 6), c, c, c, c, kind
  }
  for (k = 1; k <= N / 2; k++) {
    p = 1 + int(rand() * N)
    c = 1 + p % companies
    who = sprintf("{\"name\":\"Contact %d\",\"email\":\"p%d@kestrel%d.example\"", p, p, c)
    us = "{\"name\":\"Ingrid Voss\",\"email\":\"ingrid@talentbridge.example\"}"
    at = begin + int(rand() * span)
    n = 2 + int(rand() * 4)
    messages = ""
    for (m = 1; m <= n; m++) {
      isTheirs = m % 2
      at += 40000 + int(rand() * 200000)
      messages = messages (m > 1 ? "," : "") sprintf("{\"id\":\"m%d.%d@kestrel.example\",\"date\":\"%s\",\"direction\":\"%s\"," \
        "\"member\":\"ingrid\",\"from\":%s,\"to\":[%s],\"kind\":\"direct\",\"text\":\"%s\\n\\n%s\",\"attachments\":[]}",
        k, m, strftime("%Y-%m-%dT%H:%M:%SZ", at, 1), isTheirs ? "inbound" : "outbound", isTheirs ? who "}" : us,
        isTheirs ? us : who "}", pick(text, 4), pick(text, 4))
    }
    s = k % 4 == 0 ? pick(signal, 5) : ""
    printf "{\"type\":\"conversation\",\"id\":\"c%d\",\"source\":{\"file\":\"archive.mbox\",\"kind\":\"mail\",\"priority\":\"high\"}," \
      "\"channel\":\"email\",\"subject\":\"Our talk %d\",\"participants\":[%s,\"person_id\":\"crm:person:%d\"},{\"name\":\"Ingrid Voss\"," \
      "\"email\":\"ingrid@talentbridge.example\",\"member\":\"ingrid\"}],\"person_id\":\"crm:person:%d\",\"company_id\":\"crm:company:%d\"," \
      "\"messages\":[%s],\"messages_total\":%d,\"first\":\"2020-01-01T00:00:00Z\",\"last\":\"%s\",\"last_speaker\":\"%s\"," \
      "\"owed_by\":\"%s\",\"days_silent\":%d,\"counts\":{\"inbound\":%d,\"outbound\":%d,\"internal\":0},\"side\":\"%s\",\"stage\":\"%s\"," \
      "\"signals\":[%s],\"why\":[%s]}\n",
      k, k, who, p, p, c, messages, n, strftime("%Y-%m-%dT%H:%M:%SZ", at, 1), n % 2 ? "them" : "us", n % 2 ? "us" : "them",
      30 + int(rand() * 900), int((n + 1) / 2), int(n / 2), k % 3 ? "candidate" : "client", s ? "middle" : "none",
      s ? "\"" s "\"" : "",
      s ? sprintf("{\"by\":\"classify:funnel\",\"signal\":\"%s\",\"because\":\"said so\",\"message_id\":\"m%d.1@kestrel.example\",\"quote\":\"Thank you\"}", s, k) : ""
  }
}
