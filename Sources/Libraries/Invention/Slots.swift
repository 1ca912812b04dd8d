// Fills the slots of a scene: `{first}`, `{month+2}`, and choices such as `[[Hi|Hello]]`.

/// The people and things that a scene speaks of.
struct Cast {
  let world: World
  let member: Int
  let person: Int
  /// The company that the conversation is about.
  var home: Int?
  var other: Int?
  var candidate: Int?
  var newCompany: Int?
  var newTitle: String?
  var oldCompany: Int?
  /// What stays the same through a thread, such as the role that is spoken of.
  var fixed: [String: String] = [:]
  var dice: Dice

  var us: Member { world.members[member] }
  var them: Person { world.people[person] }

  /// The company of the other side when the thread begins.
  func company(at day: Day) -> Company? {
    (home ?? them.position(at: day)?.company).map { world.companies[$0] }
  }
}

extension Cast {
  /// The text with every slot filled and every choice made.
  mutating func fill(_ text: String, at seconds: Int, _ tongue: Tongue) -> String {
    var result = ""
    var rest = choose(text)[...]
    while let open = rest.firstIndex(of: "{") {
      result += rest[..<open]
      let after = rest[rest.index(after: open)...]
      guard let close = after.firstIndex(of: "}") else { break }
      result += value(String(after[..<close]), at: seconds, tongue)
      rest = after[after.index(after: close)...]
    }
    return result + rest
  }

  private mutating func choose(_ text: String) -> String {
    guard text.contains("[[") else { return text }
    var result = ""
    var rest = text[...]
    while let open = rest.firstRange(of: "[["), let close = rest[open.upperBound...].firstRange(of: "]]") {
      result += rest[..<open.lowerBound]
      let options = rest[open.upperBound..<close.lowerBound].split(
        separator: "|", omittingEmptySubsequences: false)
      result += dice.pick(options)
      rest = rest[close.upperBound...]
    }
    return result + rest
  }

  private mutating func value(_ slot: String, at seconds: Int, _ tongue: Tongue) -> String {
    let day = Day(number: seconds / 86_400)
    if let sign = slot.firstIndex(where: { $0 == "+" || $0 == "-" }), let count = Int(slot[sign...]) {
      return dateSlot(String(slot[..<sign]), count, day, tongue) ?? ""
    }
    return personSlot(slot, day, tongue) ?? dateSlot(slot, 0, day, tongue) ?? matterSlot(slot, day, tongue)
  }

  private func personSlot(_ slot: String, _ day: Day, _ tongue: Tongue) -> String? {
    switch slot {
    case "first": return them.calledName
    case "last": return them.family
    case "name": return them.name
    case "salut": return salutation(them, tongue)
    case "usfirst": return us.first
    case "uslast": return us.last
    case "usname": return us.name
    case "ussalut": return (us.id == "marcus" || us.id == "nikhil" || us.id == "tom" ? "Herr " : "Frau ") + us.last
    case "usphone": return spacedPhone(us.phone)
    case "usmail": return us.email(at: day.start)
    case "co": return company(at: day)?.spoken ?? "us"
    case "cofull": return company(at: day)?.fullName ?? ""
    case "city": return company(at: day)?.place.city ?? "town"
    case "personal": return them.personalEmail
    case "phone": return spacedPhone(them.mobile)
    case "mail": return them.email(at: day)
    case "cand": return candidate.map { world.people[$0].name } ?? fixed["cand"]
    case "candfirst": return candidate.map { world.people[$0].given } ?? fixed["candfirst"]
    default: return otherSlot(slot, day, tongue)
    }
  }

  private func otherSlot(_ slot: String, _ day: Day, _ tongue: Tongue) -> String? {
    let second = other.map { world.people[$0] }
    switch slot {
    case "ofirst": return second?.calledName ?? ""
    case "olast": return second?.family ?? ""
    case "oname": return second?.name ?? ""
    case "osalut": return second.map { salutation($0, tongue) } ?? ""
    case "omail": return second?.email(at: day) ?? ""
    case "oco": return second.flatMap { $0.position(at: day) }.map { world.companies[$0.company].brand } ?? ""
    case "otitle": return second?.position(at: day)?.title ?? ""
    case "newco": return newCompany.map { world.companies[$0].brand } ?? ""
    case "newtitle": return newTitle ?? them.positions.last?.title ?? ""
    case "newmail": return them.positions.last?.email ?? them.personalEmail
    case "oldco": return oldCompany.map { world.companies[$0].brand } ?? ""
    default: return nil
    }
  }

  private func salutation(_ person: Person, _ tongue: Tongue) -> String {
    switch tongue {
    case .de: (person.isWoman ? "Frau " : "Herr ") + person.family
    case .es: (person.isWoman ? "Sra. " : "Sr. ") + person.family
    case .fr: person.isWoman ? "Madame " + person.family : "Monsieur " + person.family
    case .en, .hi: (person.isWoman ? "Ms " : "Mr ") + person.family
    }
  }

  private mutating func dateSlot(_ slot: String, _ plus: Int, _ day: Day, _ tongue: Tongue) -> String? {
    switch slot {
    case "month": return CalendarWords.longMonth(day.adding(months: plus).month, tongue)
    case "year": return String(day.year + plus)
    case "quarter":
      let later = day.adding(months: plus * 3)
      return "Q\((later.month - 1) / 3 + 1)"
    case "day": return CalendarWords.longDay(Day(number: day.number + plus).weekday, tongue)
    case "date":
      let later = Day(number: day.number + plus)
      let month = CalendarWords.longMonth(later.month, tongue)
      return tongue == .de
        ? "\(later.day). \(month)" : tongue == .es ? "\(later.day) de \(month)" : "\(later.day) \(month)"
    default: return nil
    }
  }

  private mutating func matterSlot(_ slot: String, _ day: Day, _ tongue: Tongue) -> String {
    if let known = fixed[slot] { return known }
    let text = freshMatter(slot, day, tongue)
    fixed[slot] = text
    return text
  }

  private mutating func freshMatter(_ slot: String, _ day: Day, _ tongue: Tongue) -> String {
    let trade = company(at: day)?.trade ?? dice.pick(Trade.all)
    switch slot {
    case "role": return dice.pick(trade.roles)
    case "role2": return dice.pick(trade.roles.filter { $0 != fixed["role"] })
    case "skill": return dice.pick(trade.skills)
    case "skill2": return dice.pick(trade.skills.filter { $0 != fixed["skill"] })
    case "n": return String(dice.among(3...9))
    case "fee": return String(dice.among(19...25))
    case "fee2": return String(dice.among(12...17))
    case "salary": return salary()
    case "hour": return "\(dice.among(9...16)):\(dice.pick(["00", "15", "30", "45"]))"
    case "weeks": return String(dice.among(3...8))
    case "po": return "\(dice.among(41...78))\(padded(dice.below(10_000), 4))"
    case "invoice": return "TB-\(day.year)-\(padded(dice.among(11...940), 4))"
    case "cand", "candfirst":
      let names = (company(at: day)?.place.culture ?? .british).names
      let given = dice.pick(dice.chance(50) ? names.women : names.men)
      fixed["candfirst"] = given
      fixed["cand"] = given + " " + dice.pick(names.families)
      return fixed[slot] ?? given
    default: return SmallTalk.pick(slot, tongue, &dice)
    }
  }

  private mutating func salary() -> String {
    switch them.country {
    case "IN": return "\(dice.among(14...42)) LPA"
    case "US": return "$\(dice.among(78...190))k"
    case "GB", "IE": return "£\(dice.among(34...95))k"
    default: return "\(dice.among(42...98)).000 €"
    }
  }
}

/// A phone number in groups, as people write it.
func spacedPhone(_ number: String) -> String {
  let codes = ["+353", "+44", "+49", "+91", "+34", "+33", "+45", "+43", "+1"]
  guard let code = codes.first(where: { number.hasPrefix($0) }) else { return number }
  var rest = number.dropFirst(code.count)
  var groups = [code]
  while rest.count > 4 {
    groups.append(String(rest.prefix(3)))
    rest = rest.dropFirst(3)
  }
  groups.append(String(rest))
  return groups.joined(separator: " ")
}
