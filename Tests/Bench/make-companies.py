#!/usr/bin/env python3
"""Companies as an agency's sources tell of them, with who is who: make-companies.py RECORDS SEED TRUTH.csv >companies.jsonl

About 2.2 records a company from client database, sign-ups, directories and pages: legal forms written in several ways or left
out, errors of typing, words left out, other domains, sites in two cities."""
import json, random, sys

COUNT, SEED = int(sys.argv[1]), int(sys.argv[2])
pick = random.Random(SEED)
START = """Al Bar Bel Bor Cal Cor Dan Del Du El Fal Fen Gar Gil Hal Har Hol Jor Kal Kel Lan Lor Mar Mer Mor Nor Or Pel Per Quin Ros San Sol
Tal Tor Ul Val Ver Wes Wil Zan""".split()
END = """a berg bridge brook by dale don en era ex field ford gate ham ia ic ington is ium land ley man mark mere ona or ova ridge stad
ton um wick worth""".split()
TRADE = """Systems Robotics Logistics Energy Foods Labs Partners Consulting Media Health Networks Capital Pharma Steel Software
Engineering Design Textiles Shipping Optics Mining Paper Aviation Insurance Studios Analytics Chemicals Packaging Motors Dairy""".split()
FORM = {"Ltd": "Limited", "GmbH": "G.m.b.H.", "Inc": "Incorporated", "AG": "", "B.V.": "BV", "LLC": "L.L.C.", "S.A.": "SA",
        "plc": "PLC"}
PLACE = [("London", "GB"), ("Berlin", "DE"), ("New York", "US"), ("Leeds", "GB"), ("Utrecht", "NL"), ("Boston", "US"),
         ("Lyon", "FR"), ("Madrid", "ES"), ("Basel", "CH"), ("Cork", "IE"), ("Graz", "AT"), ("Ghent", "BE")]
SYLLABLE = ["", "an", "bel", "cor", "del", "er", "in", "lo", "mar", "na", "or", "ri", "sa", "ta", "u", "ve"]
ROOT = [pick.choice(START) + pick.choice(SYLLABLE) + pick.choice(END) for _ in range(max(300, COUNT // 4))]
HOSTS = set()


def typo(text):
    at = pick.randrange(1, len(text))
    return pick.choice([
        text[:at] + text[at + 1:], text[:at] + text[at] + text[at:],
        text[:at] + text[at + 1:at + 2] + text[at:at + 1] + text[at + 2:], text[:at] + pick.choice("aeinrst") + text[at + 1:]])


def company():
    root = ROOT[int(len(ROOT) * pick.random() ** 1.4)]
    name = pick.choice([root, f"{root} {pick.choice(TRADE)}", f"{root} {pick.choice(TRADE)}", f"{root} & {pick.choice(ROOT)}",
                        f"{root} {pick.choice(TRADE)} {pick.choice(TRADE)}"])
    letters = "".join(c for c in name.lower() if c.isalpha())
    host = pick.choice([letters, letters, root.lower()]) + pick.choice([".com", ".com", ".io", ".net", ".eu"])
    while host in HOSTS:
        host = f"{letters}{pick.randrange(10 ** 5)}.com"
    HOSTS.add(host)
    return {"name": name, "form": pick.choice(list(FORM)), "places": [pick.choice(PLACE), pick.choice(PLACE)],
            "host": host, "slug": "-".join(name.lower().replace("&", "and").split()) + "-%x" % pick.randrange(16 ** 5)}


def record(who, source):
    name = typo(who["name"]) if pick.random() < 0.06 else who["name"]
    if " " in name and pick.random() < 0.06:
        name = name.rsplit(" ", 1)[0].removesuffix(" &")
    form = pick.choice([who["form"], who["form"], FORM[who["form"]], ""])
    city, country = who["places"][pick.random() < 0.15]
    out = {"type": "company", "id": "", "name": f"{name} {form}".strip()}
    if pick.random() < {"crm": 0.7, "form": 0.85, "register": 0.05, "page": 0.6}[source]:
        out["domains"] = [pick.choice(["", "www."]) + who["host"]]
    if source != "form" and pick.random() < 0.8:
        out["location"], out["country"] = f"{city}, {country}", country
    if source == "page" or pick.random() < 0.1:
        out["linkedin_url"] = "https://www.linkedin.com/company/" + who["slug"]
    out["source"] = {"file": source}
    return out


def main():
    with open(sys.argv[3], "w") as truth:
        truth.write("id,cluster\n")
        made, number = 0, 0
        while made < COUNT:
            who = company()
            for _ in range(min(COUNT - made, pick.choices([1, 2, 3, 4, 5], [33, 33, 20, 9, 5])[0])):
                out = record(who, pick.choice(["crm", "form", "register", "page"]))
                out["id"] = f"{out['source']['file'][0]}{(made * 7919) % 10000019}"
                sys.stdout.write(json.dumps(out, ensure_ascii=False) + "\n")
                truth.write(f"{out['id']},c{number}\n")
                made += 1
            number += 1


main()
