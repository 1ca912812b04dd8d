import Glibc

/// The logarithm to base 2 of a positive number.
func logarithm(_ value: Double) -> Double { log2(value) }
