# What an address book holds of a lead or a person, in one form: names without title, suffix, marks and what is cut off.
def text: if . == null or . == "" then null else gsub("\\s+"; " ") | gsub("^ | $"; "") | .[0:200] end;
{
  name: (.name | if . == null then null else gsub("Dr\\. |, Jr\\.|[\"🎉]"; "") end | text),
  email: ((.email // .emails[0]) | if . == null or (test("^[^@ ]+@[^@ ]+$") | not) then null else . end),
  phone: (.phone // .phones[0]),
  company: (.company | text),
  title: (.title | if . == null then null else ltrimstr("'") end | text),
  linkedin_url: .linkedin_url
}
