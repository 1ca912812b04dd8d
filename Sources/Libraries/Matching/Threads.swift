import Glibc

/// Work that is shared among threads and whose results come back in the order of its parts.
public enum Threads {
  /// What `body` gives for each of `count` parts, computed on at most `threads` threads.
  public static func map<Result: Sendable>(_ count: Int, on threads: Int, _ body: @escaping @Sendable (Int) -> Result)
    -> [Result]
  {
    guard threads > 1, count > 1 else { return (0..<count).map(body) }
    let work = SharedWork(count, body)
    let started = (1..<min(threads, count)).compactMap { _ in start { work.run() } }
    // This thread works too, so that all is done even if no other could be started.
    work.run()
    for thread in started { pthread_join(thread, nil) }
    return work.results
  }

  private static func start(_ body: @escaping @Sendable () -> Void) -> pthread_t? {
    var thread = pthread_t()
    let box = Unmanaged.passRetained(Body(body))
    // Sound: the box is retained once here and released once by the thread that takes it.
    let status = pthread_create(
      &thread, nil,
      { context in
        Unmanaged<Body>.fromOpaque(context!).takeRetainedValue().body()
        return nil
      }, box.toOpaque())
    if status == 0 { return thread }
    box.release()
    return nil
  }

  private final class Body: Sendable {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }
}

/// Parts of a work, taken one after the other by any thread.
///
/// `@unchecked Sendable` is sound because every access to the mutable members happens between `lock` and `unlock`, or
/// after all threads have ended.
private final class SharedWork<Result: Sendable>: @unchecked Sendable {
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let body: @Sendable (Int) -> Result
  private var next = 0
  private var found: [Result?]

  init(_ count: Int, _ body: @escaping @Sendable (Int) -> Result) {
    pthread_mutex_init(mutex, nil)
    self.body = body
    found = [Result?](repeating: nil, count: count)
  }

  deinit {
    pthread_mutex_destroy(mutex)
    mutex.deallocate()
  }

  var results: [Result] { found.compactMap { $0 } }

  func run() {
    while let part = take() {
      let result = body(part)
      pthread_mutex_lock(mutex)
      found[part] = result
      pthread_mutex_unlock(mutex)
    }
  }

  private func take() -> Int? {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    guard next < found.count else { return nil }
    next += 1
    return next - 1
  }
}
