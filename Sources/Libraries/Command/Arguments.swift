// From the words of a command line to options and operands (POSIX utility conventions, with GNU long options).

/// What a command line says.
struct Arguments: Sendable, Equatable {
  /// The values of each option by its long name; a flag has an empty one for each time it was given.
  private(set) var values: [String: [String]] = [:]
  /// What is no option, in order.
  private(set) var operands: [String] = []

  /// Reads `words`, which do not hold the filter's own name.
  init(_ words: [String], options: [Option]) throws(Failure) {
    var rest = words[...]
    while let word = rest.popFirst() {
      if word == "--" {
        operands += rest
        return
      }
      if word.hasPrefix("--") {
        try takeLong(word.dropFirst(2), options, &rest)
      } else if word.hasPrefix("-"), word != "-" {
        try takeShort(word.dropFirst(), options, &rest)
      } else {
        operands.append(word)
      }
    }
  }

  private mutating func takeLong(
    _ word: Substring, _ options: [Option], _ rest: inout ArraySlice<String>
  ) throws(Failure) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard let option = options.first(where: { $0.name == parts[0] }) else {
      throw Failure(.usage, "unknown option '--\(parts[0])'")
    }
    if option.argument == nil {
      guard parts.count == 1 else { throw Failure(.usage, "option '--\(option.name)' takes no value") }
      try add(option, "")
    } else if parts.count == 2 {
      try add(option, String(parts[1]))
    } else {
      try add(option, argument(of: option, &rest))
    }
  }

  private mutating func takeShort(
    _ letters: Substring, _ options: [Option], _ rest: inout ArraySlice<String>
  ) throws(Failure) {
    var letters = letters
    while let letter = letters.popFirst() {
      guard let option = options.first(where: { $0.short == letter }) else {
        throw Failure(.usage, "unknown option '-\(letter)'")
      }
      if option.argument == nil {
        try add(option, "")
      } else {
        try add(option, letters.isEmpty ? argument(of: option, &rest) : String(letters))
        return
      }
    }
  }

  private func argument(of option: Option, _ rest: inout ArraySlice<String>) throws(Failure) -> String {
    guard let word = rest.popFirst() else {
      throw Failure(.usage, "option '--\(option.name)' needs a value (\(option.argument ?? ""))")
    }
    return word
  }

  private mutating func add(_ option: Option, _ value: String) throws(Failure) {
    if !option.repeats, option.argument != nil, values[option.name] != nil {
      throw Failure(.usage, "option '--\(option.name)' is given twice")
    }
    if !option.choices.isEmpty, !option.choices.contains(value) {
      let choices = option.choices.joined(separator: ", ")
      throw Failure(.usage, "option '--\(option.name)' takes one of \(choices), not '\(value)'")
    }
    values[option.name, default: []].append(value)
  }
}
