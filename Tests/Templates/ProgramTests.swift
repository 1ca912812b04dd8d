import JSONLines
import Testing

@testable import Templates

/// The program of a template does what rendering its nodes does.
struct ProgramTests {
  private static let templates = [
    "plain", "", "Hi {{ name }}, {{ n }} of {{ account.size }}", "{{ missing }}", "{{ blank }}", "{{ real }}{{ flag }}",
    "{% if n > 2 %}many{% elsif n == 2 %}two{% elsif n < 0 %}less{% else %}few{% endif %}!",
    "{% unless n >= 2 %}a{% else %}b{% endunless %}",
    "{% if n != 2 %}a{% endif %}{% if account.size <= 4 %}b{% endif %}",
    "{% if name %}a{% endif %}{% if name == 'x' and n > 1 %}b{% endif %}", "{% if real > 1 %}a{% endif %}",
    "{% if name > 2 %}a{% endif %}", "{% if missing > 2 %}a{% else %}b{% endif %}", "{% if big > 2 %}a{% endif %}",
    "{% assign n = 7 %}{% if n > 2 %}{{ n }}{% endif %}{{ account.size }}", "{% increment n %}{{ n }}",
    "{% if n > 1 %}{% if account.size > 1 %}in{{ name }}{% endif %}mid{% endif %}out",
    "a{% break %}b", "{% if n > 1 %}a{% break %}b{% endif %}c", "{% for x in list %}{{ x }}{{ n }}{% endfor %}",
    "{% capture c %}{{ name }}{% endcapture %}{{ c }}", "{{ list }}{{ account }}", "{{ html }}",
    "{Hi|Hello} {{ name }}",
  ]
  private static let records: [JSONObject] = [
    [:], ["name": "Ada", "n": 2, "account": ["size": 4]], ["name": "x", "n": -1, "account": ["size": 400]],
    [
      "name": "Zoë \"Ü\"\n", "n": 3, "real": .number("1.5"), "flag": true, "blank": " ",
      "big": .number("12345678901234567890123"),
      "list": [1, "b"], "html": "<a & b>", "account": ["size": .number("0.5")],
    ],
    ["name": 5, "n": "2", "account": []],
  ]

  @Test(arguments: templates, records)
  func aProgramDoesWhatItsNodesDo(_ text: String, _ record: JSONObject) throws {
    let template = try Template(name: "t", text: text, spins: true)
    for missing in [RenderOptions.Missing.fails, .isEmpty] {
      for escape in [RenderOptions.Escape.none, .html] {
        var options = RenderOptions()
        options.missing = missing
        options.escape = escape
        let result = Result { () throws(TemplateError) -> [UInt8] in
          var out: [UInt8] = []
          try template.render(Record(record), options, into: &out)
          return out
        }
        let plain = Result { () throws(TemplateError) -> [UInt8] in
          var renderer = Renderer(template: template, data: TemplateData(Record(record)), options: options)
          try renderer.render(template.body)
          return renderer.out
        }
        #expect(result == plain)
      }
    }
  }
}
