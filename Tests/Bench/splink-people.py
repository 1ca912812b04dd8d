#!/usr/bin/env python3
"""People resolved by Splink, to be measured beside dedupe.

splink-people.py normalise people.jsonl people.csv      what dedupe does itself: names, mailboxes, employers in one form
splink-people.py resolve people.csv clusters.jsonl      Splink alone: blocking, EM, prediction, clusters at .95"""
import csv, json, re, sys, unicodedata

FREE = {"gmail.com", "outlook.com", "yahoo.com", "hotmail.com", "gmx.de", "web.de", "icloud.com"}
FORMS = {"ltd", "limited", "gmbh", "inc", "ag", "bv", "llc", "sa", "plc"}


def fold(text):
    plain = unicodedata.normalize("NFKD", text or "").encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9 ]", "", plain.replace("&", " and ")).strip()


def names(person):
    if person.get("given_name") or person.get("family_name"):
        return fold(person.get("given_name")), fold(person.get("family_name"))
    name = person.get("name") or ""
    if "," in name:
        last, _, first = name.partition(",")
        return (fold(first).split() or [""])[0], fold(last)
    words = fold(name).split()
    return (words[0], words[-1]) if len(words) > 1 else ("", words[0] if words else "")


def normalise(source, target):
    with open(source) as people, open(target, "w", newline="") as table:
        rows = csv.writer(table)
        rows.writerow(["unique_id", "given", "family", "email", "phone", "employer", "page"])
        for line in people:
            person = json.loads(line)
            given, family = names(person)
            email = next(iter(person.get("emails") or []), "").lower()
            domain = email.partition("@")[2]
            phone = re.sub(r"\D", "", next(iter(person.get("phones") or []), "").partition("ext")[0])[-9:]
            employer = " ".join(w for w in fold(person.get("company")).split() if w not in FORMS)
            employer = employer or ("" if domain in FREE else fold(domain.partition(".")[0]))
            page = (person.get("linkedin_url") or "").partition("/in/")[2].partition("?")[0].strip("/").lower()
            rows.writerow([person["id"], given, family, email, phone, employer, page])


def resolve(source, target):
    import duckdb
    import splink.comparison_library as compare
    from splink import Linker, SettingsCreator, block_on
    from splink.backends.duckdb import DuckDBAPI

    database = duckdb.connect()
    database.execute("create table people as select * from read_csv(?, all_varchar=true, nullstr='')", [source])
    rules = [
        block_on("email"), block_on("phone"), block_on("page"), block_on("given", "family"), block_on("family", "employer"),
        block_on("given", "employer"),
    ]
    settings = SettingsCreator(
        link_type="dedupe_only", blocking_rules_to_generate_predictions=rules, retain_matching_columns=False,
        comparisons=[
            compare.JaroWinklerAtThresholds("given", [0.92]).configure(term_frequency_adjustments=True),
            compare.JaroWinklerAtThresholds("family", [0.92]).configure(term_frequency_adjustments=True),
            compare.LevenshteinAtThresholds("email", 1), compare.LevenshteinAtThresholds("phone", 1),
            compare.JaroWinklerAtThresholds("employer", [0.92]).configure(term_frequency_adjustments=True),
            compare.ExactMatch("page"),
        ])
    api = DuckDBAPI(database)
    linker = Linker(api.register("people"), settings)
    training = linker.training
    training.estimate_probability_two_random_records_match([block_on("email"), block_on("given", "family", "employer")], recall=0.6)
    training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
    for rule in [block_on("email"), block_on("given", "family")]:
        training.estimate_parameters_using_expectation_maximisation(rule)
    pairs = linker.inference.predict(threshold_match_probability=0.5)
    clusters = linker.clustering.cluster_pairwise_predictions_at_threshold(pairs, threshold_match_probability=0.95)
    with open(target, "w") as sink:
        for cluster, record in database.execute(f"select cluster_id, unique_id from {clusters.physical_name}").fetchall():
            sink.write(json.dumps({"id": record, "cluster": cluster}) + "\n")


{"normalise": normalise, "resolve": resolve}[sys.argv[1]](*sys.argv[2:])
