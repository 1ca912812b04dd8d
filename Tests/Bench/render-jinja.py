"""render-jinja.py TEMPLATE FILE: fills a template with each JSON record, as render-templates --raw does."""
import json
import sys

import jinja2

with open(sys.argv[1], encoding="utf-8") as file:
    template = jinja2.Environment(undefined=jinja2.StrictUndefined).from_string(file.read())
with open(sys.argv[2], encoding="utf-8") as lines:
    for line in lines:
        sys.stdout.write(json.dumps({"text": template.render(json.loads(line))}, ensure_ascii=False) + "\n")
