// `--help` and the shells' completions, printed from the table of options.

/// The text of `--help`.
enum Help {
  /// The width that lines are broken at.
  private static let width = 80
  /// The column at which descriptions begin.
  private static let margin = 26

  /// The help of `command`.
  static func text(_ command: Command) -> String {
    var text = "Usage: \(command.name) [options] \(command.operands)\n\n\(sentence(command.summary))\n"
    if !command.options.isEmpty { text += "\nOptions:\n" + table(command.options) }
    text += "\nCommon options:\n" + table(command.common.map(\.option) + CommonOption.always)
    return text + "\nMore: man \(command.name)\n"
  }

  private static func sentence(_ summary: String) -> String {
    summary.prefix(1).uppercased() + summary.dropFirst() + "."
  }

  private static func table(_ options: [Option]) -> String {
    options.map(row).joined()
  }

  private static func row(_ option: Option) -> String {
    let short = option.short.map { "-\($0), " } ?? "    "
    let long = "--\(option.name)" + (option.argument.map { " \($0)" } ?? "")
    let label = "  \(short)\(long)"
    let lines = wrapped(option.help, width - margin)
    let indent = String(repeating: " ", count: margin)
    let first =
      label.count < margin - 1
      ? label + String(repeating: " ", count: margin - label.count) : label + "\n" + indent
    return first + lines.joined(separator: "\n" + indent) + "\n"
  }

  private static func wrapped(_ text: String, _ width: Int) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, last.count + word.count < width {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }
}

/// Completion scripts.
enum Completions {
  /// The script for `shell` (bash, zsh or fish), or nil for another.
  static func script(_ command: Command, shell: String) -> String? {
    switch shell {
    case "bash": bash(command)
    case "zsh": zsh(command)
    case "fish": fish(command)
    default: nil
    }
  }

  private static func bash(_ command: Command) -> String {
    let function = "_kith_" + command.name.map { $0 == "-" ? "_" : $0 }
    let words = command.allOptions.flatMap { option in
      ["--\(option.name)"] + (option.short.map { ["-\($0)"] } ?? [])
    }
    let cases = command.allOptions.filter { !$0.choices.isEmpty }.map { option in
      "    --\(option.name)) mapfile -t COMPREPLY < <(compgen -W '\(option.choices.joined(separator: " "))' -- \"$cur\"); return ;;\n"
    }.joined()
    return """
      # bash completion for \(command.name)
      \(function)() {
        local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}
        case $prev in
      \(cases)    *) ;;
        esac
        case $cur in
          -*) mapfile -t COMPREPLY < <(compgen -W '\(words.joined(separator: " "))' -- "$cur") ;;
          *) mapfile -t COMPREPLY < <(compgen -f -- "$cur") ;;
        esac
      }
      complete -o filenames -F \(function) \(command.name)

      """
  }

  private static func zsh(_ command: Command) -> String {
    let arguments = command.allOptions.map { option -> String in
      let help = option.help.map { "[]:'\\".contains($0) ? "\\\($0)" : "\($0)" }.joined()
        .replacing("\\'", with: "'\\''")
      let value = option.argument.map { argument in
        option.choices.isEmpty
          ? ":\(argument):_files" : ":\(argument):(\(option.choices.joined(separator: " ")))"
      }
      let star = option.repeats ? "*" : ""
      return "  '\(star)--\(option.name)[\(help)]\(value ?? "")' \\\n"
    }.joined()
    return "#compdef \(command.name)\n_arguments -s \\\n\(arguments)  '*:file:_files'\n"
  }

  private static func fish(_ command: Command) -> String {
    command.allOptions.map { option in
      let short = option.short.map { " -s \($0)" } ?? ""
      let value = option.argument == nil ? "" : option.choices.isEmpty ? " -r" : " -x"
      let choices = option.choices.isEmpty ? "" : " -a '\(option.choices.joined(separator: " "))'"
      let help = option.help.replacing("\\", with: "\\\\").replacing("'", with: "\\'")
      return "complete -c \(command.name) -l \(option.name)\(short)\(value)\(choices) -d '\(help)'\n"
    }.joined()
  }
}
