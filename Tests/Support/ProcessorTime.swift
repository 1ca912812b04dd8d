import Glibc

/// How long the calling thread computes: unlike the time on the wall, other tests that run beside it don't add to it.
public enum ProcessorTime {
  /// What the thread has spent in `work`, in seconds.
  public static func seconds(of work: () throws -> Void) rethrows -> Double {
    let start = now()
    try work()
    return now() - start
  }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
