import Calendar
import Testing

@testable import Leads

@Suite struct StrengthTests {
  private let now = try! Instant(dateOrTime: "2026-02-12")

  private func touches(_ list: [(Touches.Kind, String)]) -> Touches {
    var touches = Touches()
    for (kind, date) in list {
      let date = DateText.instant(date)
      touches.add(kind, on: date, try? Instant(dateOrTime: date), now: now)
    }
    return touches
  }

  @Test(arguments: [(0, 1.0), (365, 0.5), (730, 0.25), (182, 0.75068493), (547, 0.37534246), (40_000, 0.0)])
  func ageHalvesEveryYear(days: Int, share: Double) {
    #expect(abs(Decay.of(days: days) - share) < 0.000001)
  }

  @Test func theStrengthIsTheSumOfItsFactors() {
    let strength = Strength(
      touches([
        (.inbound, "2026-02-12"), (.outbound, "2026-02-12"), (.meeting, "2025-02-12"), (.placement, "2019-01-01"),
      ]),
      now: now)
    #expect(strength.recency == 300)
    #expect(strength.frequency == 63)
    #expect(strength.reciprocity == 200)
    #expect(strength.meetings == 20)
    #expect(strength.placements == 75)
    #expect(Strength.text(strength.thousandths) == "0.658")
  }

  @Test func mailIntoSilenceIsNoReciprocity() {
    let strength = Strength(touches([(.outbound, "2026-02-12"), (.outbound, "2026-02-12")]), now: now)
    #expect(strength.reciprocity == 0)
    #expect(Strength(Touches(), now: now).thousandths == 0)
  }
}
