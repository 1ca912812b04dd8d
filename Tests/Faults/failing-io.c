// Makes read(2) and write(2) fail with EIO after a number of good calls: preload it, and set KITH_GOOD_READS or
// KITH_GOOD_WRITES. Short counts are given before, so that loops over partial reads and writes are tried too.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

static int exhausted(const char *variable, int *calls) {
  const char *limit = getenv(variable);
  return limit && (*calls)++ >= atoi(limit);
}

ssize_t read(int descriptor, void *buffer, size_t count) {
  static int calls;
  static ssize_t (*next)(int, void *, size_t);
  if (!next) next = (ssize_t(*)(int, void *, size_t))dlsym(RTLD_NEXT, "read");
  if (exhausted("KITH_GOOD_READS", &calls)) {
    errno = EIO;
    return -1;
  }
  return next(descriptor, buffer, getenv("KITH_GOOD_READS") && count > 7 ? 7 : count);
}

ssize_t write(int descriptor, const void *buffer, size_t count) {
  static int calls;
  static ssize_t (*next)(int, const void *, size_t);
  if (!next) next = (ssize_t(*)(int, const void *, size_t))dlsym(RTLD_NEXT, "write");
  if (descriptor != 2 && exhausted("KITH_GOOD_WRITES", &calls)) {
    errno = EIO;
    return -1;
  }
  return next(descriptor, buffer, getenv("KITH_GOOD_WRITES") && count > 5 ? 5 : count);
}
