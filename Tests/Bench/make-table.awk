# make-table.awk: prints N contacts as a table of eleven columns, about 210 bytes a row, with quoted line breaks, doubled quotes
# and empty fields (awk -v N=1000000 -f make-table.awk).
BEGIN {
  split("Asha Ravi Dana José Zoë Jürgen Priya Tom Lena Farah Søren Иван 田中", given, " ")
  split("Rao Féry Müller Okafor Lindqvist Ferreira Nguyen Haddad Pak O'Neil", family, " ")
  split("\"Head of \"\"Talent\"\"\"|VP Engineering|\"Recruiter, EMEA\"|CTO|Chief People Officer|", title, "|")
  split("Hamburg, Germany|\"Leeds, UK\"|Pune|Austin|Malmö|", place, "|")
  split("met at the fair in May|asked for a call in Q3; prefers mail|left a voicemail, no answer yet|sent two profiles|", note, "|")
  seed = 42
  print "id,first_name,last_name,email,phone,title,company,location,linkedin_url,last_contact,notes"
  for (i = 1; i <= N; i++) {
    a = given[draw(13)]; b = family[draw(10)]; c = draw(977)
    p = place[draw(6)]; if (p == "Hamburg, Germany") p = "\"" p "\""
    n = note[draw(5)] ". " note[draw(5)]
    if (draw(3) == 1) n = n "\n" note[draw(5)] "\r\n" "- " b " wrote: \"\"thanks, " a "\"\""
    printf "%d,%s,%s,%d@kestrel%d.example,+4479%08d,%s,", i, a, b, i, c, i, title[draw(6)]
    printf "Kestrel %d Ltd,%s,linkedin.example/in/contact-%d,%d-03-02 09:14:00,\"%s\"\n", c, p, i, 2015 + draw(11), n
  }
}
function draw(n) {
  seed = (seed * 16807) % 2147483647
  return seed % n + 1
}
