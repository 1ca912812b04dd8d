"""draft-jinja.py TEMPLATE FILE: makes of each lead the draft record that render-templates makes, as a Python program would."""
import hashlib
import json
import sys

import jinja2

with open(sys.argv[1], encoding="utf-8") as file:
    template = jinja2.Environment(undefined=jinja2.StrictUndefined).from_string(file.read())
with open(sys.argv[2], encoding="utf-8") as lines:
    for number, line in enumerate(lines, 1):
        lead = json.loads(line)
        draft = {
            "type": "draft",
            "id": hashlib.sha256(f"draft\0{lead['id']}\0letter\0001".encode()).hexdigest()[:16],
            "source": {"file": sys.argv[2], "line": number},
            "lead_id": lead["id"],
            "channel": "email",
            "to": {"name": lead["name"], "email": lead["email"]},
            "body": template.render(lead).strip(),
            "template": "letter",
            "variant": 1,
            "why": [{"by": "render-templates:letter"}],
        }
        sys.stdout.write(json.dumps(draft, ensure_ascii=False) + "\n")
