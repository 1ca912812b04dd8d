// Threads that take jobs as they come and give results back in the order of the jobs.
import Glibc

/// A fixed number of threads. The owner alone submits jobs and takes results; it bounds how many are under way.
///
/// `@unchecked Sendable` is sound because every access to the mutable members happens between `lock` and `unlock`.
final class OrderedWorkers<Job: Sendable, Result: Sendable>: @unchecked Sendable {
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var threads: [pthread_t] = []
  private var jobs: [(number: Int, job: Job)] = []
  private var results: [Int: Result] = [:]
  private var closed = false
  private var submitted = 0
  private var taken = 0

  /// Starts `count` threads, each working with what `makeWorker` gives it.
  init(count: Int, makeWorker: @escaping @Sendable () -> (Job) -> Result) {
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(changed, nil)
    for _ in 0..<count { startThread { [self] in work(makeWorker()) } }
  }

  deinit {
    pthread_cond_destroy(changed)
    pthread_mutex_destroy(mutex)
    changed.deallocate()
    mutex.deallocate()
  }

  /// How many results have not been taken yet.
  var underWay: Int { submitted - taken }

  /// Whether any thread could be started.
  var isAlive: Bool { !threads.isEmpty }

  /// Hands in the next job.
  func submit(_ job: Job) {
    locked { jobs.append((submitted, job)) }
    submitted += 1
    pthread_cond_broadcast(changed)
  }

  /// Waits for the result of the earliest job whose result was not taken.
  func next() -> Result {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    while true {
      if let result = results.removeValue(forKey: taken) {
        taken += 1
        return result
      }
      pthread_cond_wait(changed, mutex)
    }
  }

  /// Ends the threads; jobs that no thread has begun are dropped.
  func finish() {
    locked {
      closed = true
      jobs.removeAll()
    }
    pthread_cond_broadcast(changed)
    for thread in threads { pthread_join(thread, nil) }
    threads = []
  }

  private func locked(_ body: () -> Void) {
    pthread_mutex_lock(mutex)
    body()
    pthread_mutex_unlock(mutex)
  }

  private func work(_ perform: (Job) -> Result) {
    while let (number, job) = nextJob() {
      let result = perform(job)
      locked { results[number] = result }
      pthread_cond_broadcast(changed)
    }
  }

  private func nextJob() -> (number: Int, job: Job)? {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    while jobs.isEmpty && !closed { pthread_cond_wait(changed, mutex) }
    return jobs.isEmpty ? nil : jobs.removeFirst()
  }

  private func startThread(_ body: @escaping @Sendable () -> Void) {
    var thread = pthread_t()
    let box = Unmanaged.passRetained(ThreadBody(body))
    // Sound: the box is retained once here and released once by the thread that takes it.
    let status = pthread_create(
      &thread, nil,
      { context in
        Unmanaged<ThreadBody>.fromOpaque(context!).takeRetainedValue().body()
        return nil
      }, box.toOpaque())
    if status == 0 { threads.append(thread) } else { box.release() }
  }
}

private final class ThreadBody: Sendable {
  let body: @Sendable () -> Void
  init(_ body: @escaping @Sendable () -> Void) { self.body = body }
}
