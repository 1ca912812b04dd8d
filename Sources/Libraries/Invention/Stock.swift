// The stock of hand-written conversations, read from the text files of pipelines/config/agency.
import CAgencyStock

/// Who writes a message of a scene.
enum Voice { case us, them, other }

/// One message of a scene: who, how long after the one before, what goes with it, and the words.
struct Line {
  let voice: Voice
  let days: Double
  let flags: Set<String>
  let signals: [String]
  let text: String
}

/// One hand-written conversation with slots.
struct Scene {
  let subject: String
  let lines: [Line]
}

/// All scenes by section and language, as `jd_shared.en`.
struct Stock {
  private(set) var sections: [String: [Scene]] = [:]

  /// The stock that is built in.
  static let builtIn: Stock = {
    var stock = Stock()
    for index in 0..<kith_agency_stock_count() {
      var length = 0
      guard let start = kith_agency_stock(index, &length) else { continue }
      // Sound: the C side hands out a static array and its exact length; both live as long as the program.
      let bytes = UnsafeBufferPointer(start: start, count: length)
      stock.read(String(decoding: bytes, as: UTF8.self))
    }
    return stock
  }()

  /// The scenes of a section in a language, else in English.
  func scenes(_ section: String, _ tongue: Tongue) -> [Scene] {
    sections[section + "." + tongue.rawValue] ?? sections[section + ".en"] ?? []
  }

  /// Reads scenes: `=== section language`, `S subject`, then messages that begin with `> us|them|other DAYS +flag @signal`.
  mutating func read(_ text: String) {
    var reader = SceneReader()
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) { reader.take(line) }
    reader.finish()
    for (key, scene) in reader.scenes { sections[key, default: []].append(scene) }
  }
}

/// Collects the lines of a stock file into scenes.
private struct SceneReader {
  var scenes: [(String, Scene)] = []
  private var key = ""
  private var subject = ""
  private var lines: [Line] = []
  private var head: [Substring] = []
  private var body: [Substring] = []

  mutating func take(_ line: Substring) {
    if line.hasPrefix("=== ") {
      finish()
      let words = line.dropFirst(4).split(separator: " ")
      key = words.count == 2 ? words[0] + "." + words[1] : ""
    } else if line.hasPrefix("S "), head.isEmpty {
      subject = String(line.dropFirst(2))
    } else if line.hasPrefix("> us") || line.hasPrefix("> them") || line.hasPrefix("> other") {
      closeLine()
      head = line.dropFirst(2).split(separator: " ")
    } else if !head.isEmpty {
      body.append(line)
    }
  }

  mutating func finish() {
    closeLine()
    if !key.isEmpty, !lines.isEmpty { scenes.append((key, Scene(subject: subject, lines: lines))) }
    (key, subject, lines) = ("", "", [])
  }

  private mutating func closeLine() {
    guard let first = head.first else { return }
    while body.last?.isEmpty == true { body.removeLast() }
    let voice: Voice = first == "us" ? .us : first == "them" ? .them : .other
    let days = head.dropFirst().first.flatMap { Double(String($0)) } ?? 0
    lines.append(
      Line(
        voice: voice, days: days, flags: Set(head.filter { $0.hasPrefix("+") }.map { String($0.dropFirst()) }),
        signals: head.filter { $0.hasPrefix("@") }.map { String($0.dropFirst()) },
        text: body.joined(separator: "\n")))
    (head, body) = ([], [])
  }
}

/// Deals the scenes of each section like cards: none twice before all were seen.
struct Decks {
  private let seed: UInt64
  private var decks: [String: [Int]] = [:]
  private var rounds: [String: Int] = [:]
  private var dealt = 0

  init(seed: UInt64) { self.seed = seed }

  /// The next scene of a section, or nil when there is no such section.
  mutating func deal(_ section: String, _ tongue: Tongue, from stock: Stock) -> Scene? {
    let key = section + "." + language(section, tongue, stock)
    guard let scenes = stock.sections[key] else { return nil }
    if decks[key, default: []].isEmpty {
      var dice = Dice(seed: seed, "deck " + key, rounds[key, default: 0])
      decks[key] = dice.shuffled(Array(scenes.indices))
      rounds[key, default: 0] += 1
    }
    return decks[key]?.popLast().map { scenes[$0] }
  }

  /// The language of the next scene: English where there is no other, and mostly for those who mix it with Hindi.
  private mutating func language(_ section: String, _ tongue: Tongue, _ stock: Stock) -> String {
    guard stock.sections[section + "." + tongue.rawValue] != nil else { return "en" }
    if tongue == .hi {
      dealt += 1
      var dice = Dice(seed: seed, "mix", dealt)
      return dice.chance(60) ? "en" : "hi"
    }
    return tongue.rawValue
  }
}
