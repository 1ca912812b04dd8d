# make-contacts.awk: prints N contact records of about 380 bytes (awk -v N=300000 -f make-contacts.awk).
BEGIN {
  split("Asha Ravi Dana José Zoë Jürgen Priya Tom Lena Farah Søren Иван 田中", given, " ")
  split("Rao Féry Müller Okafor Lindqvist Ferreira Nguyen Haddad Pak O'Neil", family, " ")
  split("Head of \\\"Talent\\\"|VP Engineering|Recruiter\\u2028II|CTO\\nFounder|Chief People Officer", title, "|")
  split("SaaS|FinTech|Logistics|Healthcare|Retail", industry, "|")
  seed = 42
  for (i = 1; i <= N; i++) {
    a = given[draw(13)]; b = family[draw(10)]; c = draw(977)
    printf "{\"id\":\"crm:person:%d\",\"source\":{\"file\":\"data/raw/crm/spocs.csv\",\"line\":%d,\"kind\":\"crm\"},", i, i + 1
    printf "\"name\":\"%s %s\",\"emails\":[\"%d@kestrel%d.example\",\"%d@mail.example\"],", a, b, i, c, i
    printf "\"phones\":[\"+4479%08d\"],\"title\":\"%s\",\"company\":\"Kestrel %d Ltd\",", i, title[draw(5)], c
    printf "\"account\":{\"employees\":%d,\"industry\":\"%s\"},", draw(5000), industry[draw(5)]
    printf "\"relationship\":{\"placements\":%d,\"inbound\":%d},\"last_seen\":\"%d-03-02T09:14:00Z\"}\n", draw(4) - 1, draw(60), 2015 + draw(11)
  }
}
function draw(n) {
  seed = (seed * 16807) % 2147483647
  return seed % n + 1
}
