// Jobs of any kind shared among threads, their results in the order of the jobs.

extension Run {
  /// Hands each job that `next` gives to one of `-j` threads and each result to `take`, in the order of the jobs. Each
  /// thread has a state of its own; at most two jobs a thread are under way.
  public func mapJobs<State, Job: Sendable, Result: Sendable>(
    worker makeState: @escaping @Sendable () -> State, next: () throws -> Job?,
    _ transform: @escaping @Sendable (inout State, Job) -> Result, take: (Result) throws -> Void
  ) throws {
    guard jobs > 1 else {
      var state = makeState()
      while let job = try next() { try take(transform(&state, job)) }
      return
    }
    var pool: OrderedWorkers<Job, Result>?
    defer { pool?.finish() }
    var own = makeState()
    while let job = try next() {
      let workers = pool ?? Self.pool(jobs, makeState, transform)
      pool = workers
      guard workers.isAlive else {
        try take(transform(&own, job))
        continue
      }
      if workers.underWay >= 2 * jobs { try take(workers.next()) }
      workers.submit(job)
    }
    while let pool, pool.underWay > 0 { try take(pool.next()) }
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
