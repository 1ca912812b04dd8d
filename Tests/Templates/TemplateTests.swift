import JSONLines
import Testing

@testable import Templates

/// What a template makes of data given as JSON.
func render(
  _ text: String, _ data: JSONObject = [:], spins: Bool = false, _ change: (inout RenderOptions) -> Void = { _ in }
) throws -> String {
  var options = RenderOptions()
  options.now = 1_770_854_400
  change(&options)
  let template = try Template(name: "t", text: text, spins: spins)
  var out: [UInt8] = []
  try template.render(Record(data), options, into: &out)
  return String(decoding: out, as: UTF8.self)
}

/// The error that a template or its rendering ends in.
func failure(_ text: String, _ data: JSONObject = [:], spins: Bool = false) -> TemplateError? {
  do {
    _ = try render(text, data, spins: spins)
    return nil
  } catch {
    return error as? TemplateError
  }
}

struct TemplateTests {
  @Test func aMissingVariableIsNamedWithItsLineAndColumn() {
    let error = failure("Hi\n  {{ account.name }}", ["account": [:]])
    #expect(error?.kind == .missing)
    #expect(error?.description == "t:2:6: no value for account.name")
  }

  @Test func aBlankOrNullValueIsMissingToo() {
    #expect(failure("{{ name }}", ["name": "  "])?.kind == .missing)
    #expect(failure("{{ name }}", ["name": nil])?.kind == .missing)
    #expect(failure("{{ name | upcase }}", [:])?.kind == .missing)
    #expect(failure("{{ 'a' | append: name }}", [:])?.kind == .missing)
  }

  @Test func defaultAndConditionsAllowWhatIsMissing() throws {
    #expect(try render("{{ name | default: 'you' }}") == "you")
    #expect(try render("{% if name %}{{ name }}{% else %}-{% endif %}") == "-")
    #expect(try render("{% for x in list %}{{ x }}{% else %}none{% endfor %}") == "none")
    #expect(try render("{% assign n = name | default: 'x' %}{{ n }}") == "x")
  }

  @Test func aPathReachesIntoTheRecordWithoutLosingItsSpelling() throws {
    #expect(try render("{{ a.b }} {{ a.c[1] }} {{ a['b'] }}", ["a": ["b": 7, "c": ["x", "y"]]]) == "7 y 7")
    #expect(try render("{{ n }}", ["n": .number("12345678901234567890")]) == "12345678901234567890")
    #expect(try render("{{ tags.size }} {{ tags.first }}", ["tags": ["a", "b"]]) == "2 a")
  }

  @Test func reckoningIsDecimal() throws {
    #expect(try render("{{ 0.1 | plus: 0.2 }} {{ 1.1 | times: 3 }} {{ '12500.00' | plus: 0.10 }}") == "0.3 3.3 12500.1")
    #expect(try render("{{ 9223372036854775807 | plus: 1 }}") == "9.223372036854776e+18")
    #expect(try render("{{ -7 | divided_by: 2 }} {{ -7 | modulo: 3 }}") == "-4 2")
  }

  @Test func escapingConcernsValuesOnly() throws {
    #expect(try render("<b>{{ x }}</b>", ["x": "<i>&\"'"]) { $0.escape = .html } == "<b>&lt;i&gt;&amp;&quot;&#39;</b>")
  }

  @Test func aChoiceDependsOnTheKeyAndTheVariantOnly() throws {
    let text = "{a|b|c} {d|e}"
    let first = try render(text, spins: true) { $0.choiceKey = "1" }
    #expect(try render(text, spins: true) { $0.choiceKey = "1" } == first)
    let three = try (0..<3).map { variant in
      try render("{a|b|c}", spins: true) { $0.variant = variant }
    }
    #expect(Set(three) == ["a", "b", "c"])
  }

  @Test func aChoiceHoldsTagsAndChoicesAndNeverTouchesValues() throws {
    #expect(try render("{ {{ x }}| {{ x }}}", ["x": "{p|q}"], spins: true) == " {p|q}")
    #expect(try render("{{% if y %}1{% else %}2{% endif %}|2}", spins: true) == "2")
    #expect(["ab", "ac", "d"].contains(try render("{a{b|c}|d}", spins: true)))
    #expect(try render("{plain} {% raw %}{a|b}{% endraw %}", spins: true) == "{plain} {a|b}")
    #expect(failure("{a{% if x %}|b}{% endif %}", spins: true)?.kind == .syntax)
  }

  @Test func datesInWords() throws {
    #expect(try render("{{ '2025-03-02' | month }} {{ '2026-01' | month }}") == "March 2025 January")
    #expect(try render("{{ '2026-02-11' | ago }}, {{ '2025-12-01T10:00:00Z' | ago }}") == "yesterday, two months ago")
    #expect(try render("{{ '2024-12-30' | date: '%G-W%V %j %-d. %B' }}") == "2025-W01 365 30. December")
    #expect(try render("{{ list | and_join }}", ["list": ["a", "b", "c"]]) == "a, b and c")
  }
}

struct TemplateBoundsTests {
  @Test func loopsOutputAndDepthAreBounded() {
    let nested = "{% for i in (1..10000) %}{% for j in (1..10000) %}{{ j }}{% endfor %}{% endfor %}"
    #expect(failure(nested)?.kind == .limit)
    #expect(failure("{% for i in (1..9223372036854775807) %}x{% endfor %}")?.kind == .limit)
    #expect(failure("{{ (1..9223372036854775807) | join }}") != nil)
    let doubling = "{% assign x = 'aaaaaaaa' %}{% for i in (1..60) %}{% assign x = x | append: x %}{% endfor %}"
    #expect(failure(doubling)?.kind == .limit)
    #expect(failure(String(repeating: "{% if 1 %}", count: 500))?.kind == .syntax)
    #expect(failure("{{ \(String(repeating: "[", count: 5000))")?.kind == .syntax)
  }

  @Test func aPartialThatCallsItselfEnds() throws {
    var options = RenderOptions()
    options.partials["p"] = try Template(name: "p", text: "{% render 'p' %}")
    let template = try Template(name: "t", text: "{% render 'p' %}")
    var out: [UInt8] = []
    let error = #expect(throws: TemplateError.self) { try template.render(ValueObject(), options, into: &out) }
    #expect(error?.kind == .limit)
  }

  @Test func choicesWithoutEndCostNoTime() throws {
    #expect(try render(String(repeating: "{|", count: 20_000), spins: true).utf8.count == 40_000)
  }
}
