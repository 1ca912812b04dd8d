#!/usr/bin/env python3
"""People as an agency's sources tell of them, with who is who: make-people.py RECORDS SEED >people.jsonl 3>truth.csv

About 2.3 records a person from client database, mail, LinkedIn and forms: short forms and initials of names, "Last, First",
typing errors, changes of employer, shared switchboards and mailboxes, several spellings of a company."""
import json, os, random, sys

COUNT, SEED = int(sys.argv[1]), int(sys.argv[2])
pick = random.Random(SEED)
GIVEN = """Alexander:Alex Andrew:Andy Anthony:Tony Benjamin:Ben Catherine:Cathy,Kate Charles:Charlie Christopher:Chris
Daniel:Dan David:Dave Deborah:Debbie Edward:Ed,Eddie Elizabeth:Liz,Beth Gregory:Greg James:Jim,Jamie Jennifer:Jenny Joseph:Joe
Katherine:Kate,Kathy Margaret:Maggie,Meg Matthew:Matt Michael:Mike,Mick Nicholas:Nick Patricia:Pat Peter:Pete Philip:Phil
Rebecca:Becky Richard:Rick,Dick Robert:Rob,Bob Samuel:Sam Stephen:Steve Susan:Sue Thomas:Tom Timothy:Tim Victoria:Vicky
William:Will,Bill Anna Astrid Beatrix Carlos Clara Dirk Elena Emil Erik Fatima Femke Greta Hanna Hugo Ida Ingrid Ivan Jana Jonas
Julia Karin Lars Laura Lena Leo Lucas Luisa Marco Maria Marta Mateo Nadia Nils Nora Oskar Olga Paula Pavel Rosa Sara Silvia Sofia
Stefan Tessa Ursula Vera Yusuf Zoe""".split()
GIVEN = [(name.split(":")[0], name.split(":")[1].split(",") if ":" in name else []) for name in GIVEN]
START = "B Br C Cl D Dr F Fl G Gr H J K Kl L M N P Pr R S Sch St T Tr V W Z".split()
MIDDLE = "a e i o u ae ei ie au oo ar er in on all ett".split()
END = "berg son mann ton ley man stein er ski sen ford well ham worth feld ini ez ard".split()
TRADE = "Systems Robotics Logistics Energy Foods Labs Partners Consulting Media Health Networks Capital Pharma Steel Software".split()
FORM = ["Ltd", "Limited", "GmbH", "Inc.", "Inc", "AG", "B.V.", "LLC", "S.A.", "plc", ""]
TITLE = ["Sales Manager", "Engineer", "Head of People", "HR Manager", "CTO", "Recruiter", "Product Manager", "Analyst", "Buyer"]
CITY = ["London", "Berlin", "New York", "Manchester", "Amsterdam", "Boston", "Paris", "Madrid", "Zurich", "Dublin"]


def family():
    return pick.choice(START) + pick.choice(MIDDLE) + pick.choice(["", "", "n", "l", "r", "ll"]) + pick.choice(END)


FAMILY = [family() for _ in range(max(400, COUNT // 40))]


def typo(text):
    at = pick.randrange(len(text))
    return pick.choice([
        text[:at] + text[at + 1:], text[:at] + text[at] + text[at:],
        text[:at] + text[at + 1:at + 2] + text[at:at + 1] + text[at + 2:], text[:at] + pick.choice("aeinrst") + text[at + 1:]])


def zipf(names):
    return names[int(len(names) * pick.random() ** 2.2)]


def company():
    name = pick.choice([zipf(FAMILY), zipf(FAMILY) + " " + pick.choice(TRADE), zipf(FAMILY) + " & " + zipf(FAMILY)])
    host = "".join(c for c in name.lower().replace("&", "") if c.isalpha()) + pick.choice([".com", ".io", ".net", ".de"])
    return {"name": name, "host": host, "phone": "+4420%08d" % pick.randrange(10 ** 8), "city": pick.choice(CITY)}


COMPANY = [company() for _ in range(max(50, COUNT // 60))]


def person(number):
    given, short = pick.choice(GIVEN)
    who = {"given": given, "short": short, "family": zipf(FAMILY), "middle": pick.choice("ABCDEFGHJKLMR"),
           "jobs": [pick.choice(COMPANY)], "mobile": "+447%09d" % pick.randrange(10 ** 9), "title": pick.choice(TITLE)}
    if pick.random() < 0.2:
        who["jobs"].append(pick.choice(COMPANY))
    first, last = given.lower(), who["family"].lower()
    who["slug"] = f"{first}-{last}-{pick.randrange(16 ** 6):x}"
    who["private"] = pick.choice([f"{first}.{last}{pick.randrange(100)}", f"{first[0]}{last}{pick.randrange(1000)}"]) + \
        pick.choice(["@gmail.com", "@yahoo.com", "@outlook.com"])
    who["local"] = pick.choice([f"{first}.{last}", f"{first[0]}{last}", f"{first}"])
    return who


def names(who):
    given = pick.choice(who["short"]) if who["short"] and pick.random() < 0.25 else who["given"]
    last = who["family"]
    if pick.random() < 0.06:
        last = typo(last)
    if pick.random() < 0.04:
        given = typo(given)
    if pick.random() < 0.08:
        given += " " + who["middle"] + "."
    return given, last


def record(who, source, job):
    given, last = names(who)
    out = {"type": "person", "id": ""}
    if source == "mail":
        out["name"] = pick.choice([f"{given} {last}", f"{last}, {given}", f"{given[0]}. {last}"])
        out["emails"] = [who["local"] + "@" + job["host"] if pick.random() < 0.6 else who["private"]]
    else:
        out["given_name"], out["family_name"] = given, last
        out["company"] = (typo(job["name"]) if pick.random() < 0.05 else job["name"]) + " " + pick.choice(FORM)
        out["title"] = who["title"]
    if source == "linkedin":
        if pick.random() < 0.9:
            out["linkedin_url"] = pick.choice(["https://www.linkedin.com/in/", "http://linkedin.com/in/"]) + who["slug"]
        if pick.random() < 0.2:
            out["emails"] = [who["private"].upper()]
    if source in ("crm", "form"):
        chance = pick.random()
        if chance < 0.75:
            out["emails"] = [who["local"] + "@" + job["host"]]
        elif chance < 0.8:
            out["emails"] = ["info@" + job["host"]]
        if pick.random() < 0.5:
            out["phones"] = [who["mobile"] if pick.random() < 0.7 else job["phone"] + " ext. %d" % pick.randrange(99)]
        if source == "crm":
            out["location"], out["domain"] = job["city"], "www." + job["host"]
    out["source"] = {"file": source}
    return out


def main():
    truth = os.fdopen(3, "w") if len(sys.argv) < 4 else open(sys.argv[3], "w")
    truth.write("id,cluster\n")
    made, number = 0, 0
    while made < COUNT:
        who = person(number)
        for copy in range(min(COUNT - made, pick.choices([1, 2, 3, 4, 5], [30, 32, 20, 12, 6])[0])):
            out = record(who, pick.choice(["crm", "mail", "linkedin", "form"]), pick.choice(who["jobs"]))
            out["id"] = f"{out['source']['file'][0]}{(made * 7919) % 10000019}"
            sys.stdout.write(json.dumps(out, ensure_ascii=False) + "\n")
            truth.write(f"{out['id']},p{number}\n")
            made += 1
        number += 1


main()
