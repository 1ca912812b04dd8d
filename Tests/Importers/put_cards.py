"""put_cards.py PORT FILE: puts each card of a file into a Radicale server by CardDAV and reads it back, twice."""
import http.client
import sys
import time

COLLECTION = "/agency/cards/"


def ask(port, method, path, body=None, headers=None):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    headers = {"Authorization": "Basic YWdlbmN5Og==", **(headers or {})}
    connection.request(method, path, None if body is None else body.encode("utf-8"), headers)
    response = connection.getresponse()
    return response.status, response.read().decode("utf-8")


def wait(port):
    for _ in range(100):
        try:
            return ask(port, "OPTIONS", "/")
        except OSError:
            time.sleep(0.1)
    raise SystemExit("Radicale does not answer")


def unfolded(card):
    """The properties of a card, sorted: a server may write them in another order and fold them elsewhere."""
    return sorted(card.replace("\r\n ", "").replace("\n ", "").replace("\r\n", "\n").strip().split("\n"))


def uid(card):
    return next(line[4:] for line in unfolded(card) if line.startswith("UID:")).removeprefix("urn:uuid:")


def listed(port):
    status, text = ask(port, "PROPFIND", COLLECTION, headers={"Depth": "1"})
    assert status == 207, status
    return text.count(".vcf</")


def main(port, path):
    wait(port)
    body = (
        '<?xml version="1.0"?><mkcol xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:carddav"><set><prop><resourcetype>'
        "<collection/><C:addressbook/></resourcetype></prop></set></mkcol>"
    )
    status, text = ask(port, "MKCOL", COLLECTION, body, {"Content-Type": "application/xml"})
    assert status == 201, (status, text)
    with open(path, encoding="utf-8", newline="") as file:
        cards = [part + "END:VCARD\r\n" for part in file.read().split("END:VCARD\r\n") if part.strip()]
    assert cards, "no card"
    for turn in ("first", "second"):
        for card in cards:
            target = f"{COLLECTION}{uid(card)}.vcf"
            status, text = ask(port, "PUT", target, card, {"Content-Type": "text/vcard; charset=utf-8"})
            assert status in (201, 204), (turn, status, text, card)
            status, text = ask(port, "GET", target)
            assert status == 200, (turn, status)
            assert unfolded(text) == unfolded(card), f"{turn} time, not equal:\n{card}\n{text}"
        assert listed(port) == len(cards), f"{listed(port)} cards where {len(cards)} were put"
    bad = "BEGIN:VCARD\r\nVERSION:4.0\r\nUID:bad\r\nEND:VCARD\r\n"
    status, _ = ask(port, "PUT", COLLECTION + "bad.vcf", bad, {"Content-Type": "text/vcard; charset=utf-8"})
    assert status == 400, f"a card without a name was taken: {status}"
    print(f"Radicale: {len(cards)} cards put and read back equal, twice, nothing doubled")


main(int(sys.argv[1]), sys.argv[2])
