// What Swift's Glibc module leaves out of the C library: charset conversion, and the search for bytes in bytes.
#ifndef KITH_CLIBC_H
#define KITH_CLIBC_H

#include <iconv.h>
#include <stddef.h>

/// The first `needle` in `haystack`, or NULL: memmem(3), which <string.h> declares only for GNU sources.
const void *kith_memmem(const void *haystack, size_t length, const void *needle, size_t needle_length);

#endif
