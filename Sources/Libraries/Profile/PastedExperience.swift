// The positions of a pasted profile.

/// Reads the section of positions by its lines of dates.
///
/// A single role reads title, company, dates; a company with several roles reads company, total duration, and then for
/// each role its title, perhaps a kind of employment, dates. Nothing but that total says where the company's last role is:
/// the company goes on until its roles span the time that its heading names.
struct PastedExperience {
  private let lines: [String]
  private let words: PastedWords
  private let dates: PastedDates
  private let page: PastedProfile

  /// A company with several roles.
  private struct Group {
    let company: String
    let months: Int
    var first = Int.max
    var last = Int.min
    var isComplete: Bool { last >= first && last - first + 1 >= months - 1 }
  }

  /// A role and the line at which it begins.
  private struct Entry {
    let begin: Int
    let date: Int
    var position: Profile.Position
  }

  init(_ lines: [String], _ words: PastedWords) {
    self.words = words
    dates = PastedDates(words)
    page = PastedProfile("", words)
    self.lines = lines
  }

  /// Most positions of one text.
  private static let most = 500

  /// The positions in the order of the text.
  func positions() -> [Profile.Position] {
    var (entries, group, from): ([Entry], Group?, Int) = ([], nil, 0)
    for (index, line) in lines.enumerated() where entries.count < Self.most {
      guard let range = dates.range(line), let entry = entry(from..<index, range, &group) else { continue }
      from = below(index)
      entries.append(entry)
    }
    return entries.indices.map { number in
      var position = entries[number].position
      let next = number + 1 < entries.count ? entries[number + 1].begin : lines.count
      let below = below(entries[number].date)
      if below < next, isPlace(lines[below]) { position.location = EmploymentWords.location(lines[below]) }
      return position
    }
  }

  /// The line below some dates; copies of public pages have the duration on a line of its own there.
  private func below(_ date: Int) -> Int { duration(below: date) == nil ? date + 1 : date + 2 }

  private func duration(below date: Int) -> Int? {
    date + 1 < lines.count && Duration.months(lines[date]) == nil ? dates.duration(lines[date + 1]) : nil
  }

  /// The role whose dates stand behind `span`.
  private func entry(_ span: Range<Int>, _ range: DateRange, _ group: inout Group?) -> Entry? {
    guard !span.isEmpty else { return nil }
    var at = span.upperBound - 1
    let kind = isKind(lines[at]) ? lines[at] : nil
    if kind != nil { at -= 1 }
    guard at >= span.lowerBound, !page.isLogo(lines[at]) else { return nil }
    let months = Duration.months(lines[span.upperBound]) ?? duration(below: span.upperBound)
    var begin = at
    if let heading = span.last(where: { $0 < at && dates.duration(lines[$0]) != nil }), heading > span.lowerBound {
      group = Group(company: lines[heading - 1], months: dates.duration(lines[heading]) ?? 0)
      begin = heading - 1
    } else if let open = group, hasOwnCompany(at, span) || (open.isComplete && !isRoleAlone(at, span, kind)) {
      group = nil
    }
    if let open = group {
      group = extend(open, by: range, months)
      return Entry(
        begin: begin, date: span.upperBound,
        position: Profile.Position(title: lines[at], company: open.company, dates: range, months: months))
    }
    let isAlone = kind != nil || !hasLineAbove(at, span)
    let company = (isAlone ? kind : lines[at]).flatMap(EmploymentWords.company)
    return Entry(
      begin: isAlone ? at : at - 1, date: span.upperBound,
      position: Profile.Position(title: lines[isAlone ? at : at - 1], company: company, dates: range, months: months))
  }

  /// Whether the line above another one can be a title rather than the end of a description.
  private func hasLineAbove(_ at: Int, _ span: Range<Int>) -> Bool {
    guard at > span.lowerBound, let last = lines[at - 1].last else { return false }
    let above = lines[at - 1]
    return above.count <= 100 && !".!?…".contains(last) && !page.isNote(above) && !Self.namesMore(above)
  }

  /// Whether nothing stands above the dates but a title and perhaps a kind of employment, which only a company's role may have.
  private func isRoleAlone(_ at: Int, _ span: Range<Int>, _ kind: String?) -> Bool {
    kind.map { EmploymentWords.company($0) == nil } ?? !hasLineAbove(at, span)
  }

  /// Whether a line counts what it does not show: `Sourcing, Hiring and +2 skills`.
  private static func namesMore(_ line: String) -> Bool {
    line.split(separator: " ").contains { $0.first == "+" && $0.dropFirst().allSatisfy(\.isNumber) && $0.count > 1 }
  }

  /// Whether the line above the dates is a company, because a kind of employment stands behind it or its picture's name
  /// above the title.
  private func hasOwnCompany(_ at: Int, _ span: Range<Int>) -> Bool {
    if let whole = EmploymentWords.company(lines[at]), whole != lines[at] { return true }
    return span.contains { $0 < at && page.isLogo(lines[$0]) }
  }

  private func extend(_ group: Group, by range: DateRange, _ months: Int?) -> Group {
    guard let start = range.start.flatMap({ Self.month($0, late: false) }) else { return group }
    let end = range.end.flatMap { Self.month($0, late: true) } ?? months.map { start + $0 - 1 } ?? start
    var longer = group
    longer.first = min(group.first, start)
    longer.last = max(group.last, end)
    return longer
  }

  /// The number of a month counted from the year 0.
  private static func month(_ text: String, late: Bool) -> Int? {
    guard let year = Int(text.prefix(4)) else { return nil }
    return year * 12 + (text.utf8.count == 7 ? (Int(text.suffix(2)) ?? 1) - 1 : late ? 11 : 0)
  }

  /// Whether a line is only a kind of employment, perhaps with a kind of workplace.
  private func isKind(_ line: String) -> Bool {
    line.split(separator: "·").map { $0.split(separator: " ").joined(separator: " ").lowercased() }.allSatisfy {
      EmploymentWords.kinds.contains($0) || EmploymentWords.workplaces.contains($0)
    }
  }

  /// Whether the line below the dates is a place rather than the beginning of a description.
  private func isPlace(_ line: String) -> Bool {
    guard line.count <= 80, !page.isAside(line), let last = line.last, !".:;!?…".contains(last),
      !line.hasPrefix("-"), !line.hasPrefix("•"), !line.contains(": ")
    else { return false }
    if EmploymentWords.location(line) != line { return true }
    let pieces = line.split(separator: ",")
    return pieces.count > 1
      && pieces.allSatisfy { $0.split(separator: " ").count <= 4 && $0.first(where: \.isLetter)?.isLowercase == false }
      || words.names("place", in: line) || line.split(separator: " ").count <= 2
  }
}
