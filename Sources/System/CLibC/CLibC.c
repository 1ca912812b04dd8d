#define _GNU_SOURCE
#include "CLibC.h"

#include <string.h>

const void *kith_memmem(const void *haystack, size_t length, const void *needle, size_t needle_length) {
  return memmem(haystack, length, needle, needle_length);
}
