import Testing

@testable import Leads

@Suite struct ClientStateTests {
  @Test(arguments: [
    (180, true, ClientState.active), (181, true, .dormantWarm), (730, true, .dormantWarm), (731, true, .dormantCold),
    (400, false, .dormantCold), (10, false, .active),
  ]) func daysAndHiresDecide(days: Int, hasPlacement: Bool, state: ClientState) {
    #expect(ClientState(days: days, isClient: true, hasPlacement: hasPlacement) == state)
  }

  @Test func whoWasNoClientIsNone() {
    #expect(ClientState(days: 3, isClient: false, hasPlacement: false) == .never)
  }

  @Test func aClientWithoutDatesIsCold() {
    #expect(ClientState(days: nil, isClient: true, hasPlacement: true) == .dormantCold)
  }
}
