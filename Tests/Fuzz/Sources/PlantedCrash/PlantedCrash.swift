// A crash that a run finds when it is asked to: a fuzzer that does not find it proves nothing.
import Glibc

/// The crash that `fuzz.sh` plants before it trusts a fuzzer.
public enum PlantedCrash {
  /// Whether the run is to prove that crashes are found.
  public static let isWanted = getenv("KITH_PLANTED_CRASH") != nil

  /// Crashes on the bytes 1, 2, 3, one found after the other, in a run that is to prove that crashes are found.
  public static func look(in bytes: [UInt8]) {
    if isWanted, bytes.count > 2, bytes[0] == 1, bytes[1] == 2, bytes[2] == 3 {
      fatalError("the planted crash was found")
    }
  }
}
