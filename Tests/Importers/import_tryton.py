"""import_tryton.py FOLDER FOLDER FOLDER: imports exports for Tryton as its users do, and reads them back.

The first folder is a first export; the second holds, by its plan, what changed; the third must hold no row. Tryton runs on an
SQLite database in memory, with the modules party and sale_opportunity.
"""
import csv
import datetime
import json
import os
import sys
import warnings

warnings.simplefilter("ignore")
os.environ["DB_NAME"] = ":memory:"

from trytond.exceptions import UserError  # noqa: E402
from trytond.tests.test_tryton import DB_NAME, USER, Pool, Transaction, activate_module  # noqa: E402


def parts(folder):
    """The files of an export in the order in which they are to be imported: model, path."""
    with open(f"{folder}/tryton.map.json", encoding="utf-8") as file:
        models = {entry["name"]: entry["model"] for entry in json.load(file)["files"]}
    with open(f"{folder}/tryton.report.json", encoding="utf-8") as file:
        for entry in json.load(file)["import_in_this_order"]:
            stem = entry["file"].removesuffix(".csv")
            name = max((name for name in models if stem.startswith(name)), key=len)
            yield models[name], f"{folder}/{entry['file']}"


def table(path):
    with open(path, encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    return header, rows


def text(value):
    """A value as the export writes it."""
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, datetime.date) else str(value)


def stored(model, header, rows):
    """What the database holds of the rows' records, in the columns of the file."""
    key = header[0]
    search = "reference" if model.__name__ == "sale.opportunity" else "code"
    columns = [search if column == "id" else column for column in header]
    # A party is shown by its name; the file names it by its code.
    columns = [f"{column}/code" if column == "party" else column for column in columns]
    result = []
    for row in rows:
        if not row[0]:
            continue
        records = model.search([(search, "=", row[0])])
        assert len(records) == 1, f"{model.__name__}: {key} {row[0]} is there {len(records)} times"
        lines = [[text(value) for value in line] for line in model.export_data(records, columns)]
        result += [lines[0]] + sorted(lines[1:])
    return result


def in_order(rows):
    """The rows with those that hang on a row sorted, since a database keeps no order of them."""
    result, hanging = [], []
    for row in rows + [["end"]]:
        if row[0]:
            if hanging:
                first = min([result[-1][-2:]] + [line[-2:] for line in hanging])
                lines = sorted([result[-1][-2:]] + [line[-2:] for line in hanging])
                assert first == lines[0]
                result[-1] = result[-1][:-2] + lines[0]
                result += [[""] * (len(row_) - 2) + line for row_, line in zip(hanging, lines[1:])]
            hanging = []
            result.append(row)
        else:
            hanging.append(row)
    return result[:-1]


def counts(pool):
    names = ["party.party", "party.contact_mechanism", "sale.opportunity"]
    return {name: pool.get(name).search([], count=True) for name in names}


def bring_in(pool, folder):
    """Imports a folder; what is read back must be what the files say. Gives the number of rows."""
    total = 0
    for name, path in parts(folder):
        header, rows = table(path)
        if not rows:
            continue
        model = pool.get(name)
        total += model.import_data(header, [list(row) for row in rows])
        found, wanted = in_order(stored(model, header, rows)), in_order(rows)
        assert found == wanted, f"{path}:\n{found}\n{wanted}"
    return total


def begin(pool):
    """A company of ours with a currency, which opportunities need."""
    currency, = pool.get("currency.currency").create([{"name": "Euro", "symbol": "€", "code": "EUR"}])
    party, = pool.get("party.party").create([{"name": "Agency"}])
    company, = pool.get("company.company").create([{"party": party.id, "currency": currency.id}])
    user = pool.get("res.user")
    user.write([user(USER)], {"companies": [("add", [company.id])], "company": company.id})
    sequence_type, = pool.get("ir.sequence.type").search([("name", "=", "Opportunity")], limit=1) or [None]
    if sequence_type:
        sequence, = pool.get("ir.sequence").create([{"name": "Opportunity", "sequence_type": sequence_type.id}])
        configuration = pool.get("sale.configuration")(1)
        configuration.sale_opportunity_sequence = sequence
        configuration.save()
    return company.id


def main(first, second, third):
    activate_module(["party", "sale_opportunity"])
    with Transaction().start(DB_NAME, USER) as transaction:
        pool = Pool()
        company = begin(pool)
        with transaction.set_context(company=company, companies=[company]):
            created = bring_in(pool, first)
            before = counts(pool)
            transaction.commit()
            try:
                bring_in(pool, first)
            except UserError:
                transaction.rollback()
            else:
                raise AssertionError("the same file was imported twice")
            assert counts(pool) == before, "a second import of the same file has doubled something"
            updated = bring_in(pool, second)
            assert updated > 0, "nothing was updated"
            assert counts(pool) == before, f"an update has doubled something: {before}, {counts(pool)}"
            assert bring_in(pool, third) == 0, "an unchanged export has rows to import"
    print(f"Tryton: {created} records imported and read back equal, {updated} updated, nothing doubled")


main(*sys.argv[1:])
