// What Swift's Glibc module leaves out of the C library: charset conversion, and the search for bytes in bytes; and what
// Swift has no word for: a hint to the processor.
#ifndef KITH_CLIBC_H
#define KITH_CLIBC_H

#include <iconv.h>
#include <stddef.h>

/// The first `needle` in `haystack`, or NULL: memmem(3), which <string.h> declares only for GNU sources.
const void *kith_memmem(const void *haystack, size_t length, const void *needle, size_t needle_length);

/// Asks for the memory at `address` to be brought near; nothing is read, wherever that is.
static inline void kith_prefetch(const void *address) { __builtin_prefetch(address); }

#endif
