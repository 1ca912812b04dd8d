// Jobs of any kind shared among threads, their results in the order of the jobs.

extension Run {
  /// Hands each job that `next` gives to one of `-j` threads and each result to `take`, in the order of the jobs. Each
  /// thread has a state of its own; at most two jobs a thread are under way. The first job is done here: an input that is
  /// only one needs no thread. So are all when no thread can be started.
  public func mapJobs<State, Job: Sendable, Result: Sendable>(
    worker makeState: @escaping @Sendable () -> State, next: () throws -> Job?,
    _ transform: @escaping @Sendable (inout State, Job) -> Result, take: (Result) throws -> Void
  ) throws {
    var own = makeState()
    var isFirst = true
    var pool: OrderedWorkers<Job, Result>?
    defer { pool?.finish() }
    func takeRest() throws {
      while let pool, pool.underWay > 0 { try take(pool.next()) }
    }
    func nextJob() throws -> Job? {
      do {
        return try next()
      } catch {
        // What was read before the fault comes out before it is told.
        try takeRest()
        throw error
      }
    }
    while let job = try nextJob() {
      if !isFirst, jobs > 1, pool == nil { pool = Self.pool(jobs, makeState, transform) }
      isFirst = false
      guard let pool, pool.isAlive else {
        try take(transform(&own, job))
        continue
      }
      if pool.underWay >= 2 * jobs { try take(pool.next()) }
      pool.submit(job)
    }
    try takeRest()
  }

  private static func pool<State, Job: Sendable, Result: Sendable>(
    _ count: Int, _ makeState: @escaping @Sendable () -> State,
    _ transform: @escaping @Sendable (inout State, Job) -> Result
  ) -> OrderedWorkers<Job, Result> {
    OrderedWorkers(count: count) {
      var state = makeState()
      return { transform(&state, $0) }
    }
  }
}
