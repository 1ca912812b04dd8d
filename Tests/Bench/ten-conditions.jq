# The ten conditions of ten-conditions.json, with the same points and reasons.
def term($name; $points; condition): if condition then {name: $name, points: $points} else empty end;
[ term("size"; 10; .account.employees >= 50 and .account.employees <= 500),
  term("industry"; 10; .account.industry | IN("SaaS", "FinTech")),
  term("large"; 5; .account.employees >= 1000),
  term("placed"; 20; .relationship.placements >= 1),
  term("writes"; 10; .relationship.inbound >= 10),
  term("often"; 10; .relationship.inbound >= 40),
  term("phone"; 5; .phones | length > 0),
  term("address"; 5; .emails | length > 0),
  term("decides"; 15; (.title // "") | test("\\b(head|vp|cto|chief)\\b"; "i")),
  term("recent"; 10; .last_seen >= "2024-02-12T00:00:00Z") ] as $why
| .score = ([$why[].points] | add // 0)
| .tier = (if .score >= 60 then "hot" else "cold" end)
| .why = $why
