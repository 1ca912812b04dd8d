/// Sorts small numbers by their bytes, the lowest first, which costs the same few steps for each however many there are
/// (Knuth, The Art of Computer Programming 3, 5.2.5).
enum RadixSort {
  /// Sorts numbers from 0 to `limit` - 1 in place, ascending.
  static func sort(_ numbers: inout [Int32], below limit: Int) {
    guard numbers.count > 32 else { return insert(&numbers) }
    var other = numbers
    var shift: Int32 = 0
    while (limit - 1) >> Int(shift) > 0 {
      var starts = [Int32](repeating: 0, count: 257)
      for number in numbers { starts[Int(number >> shift & 255) + 1] += 1 }
      for digit in 1..<257 { starts[digit] += starts[digit - 1] }
      for number in numbers {
        let digit = Int(number >> shift & 255)
        other[Int(starts[digit])] = number
        starts[digit] += 1
      }
      swap(&numbers, &other)
      shift += 8
    }
  }

  private static func insert(_ numbers: inout [Int32]) {
    for index in numbers.indices.dropFirst() {
      let number = numbers[index]
      var place = index
      while place > 0, numbers[place - 1] > number {
        numbers[place] = numbers[place - 1]
        place -= 1
      }
      numbers[place] = number
    }
  }
}
