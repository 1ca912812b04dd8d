// The built-in learned models and weights of votes, embedded byte for byte. They are large, so that filters which judge by
// rules alone do not link them.
#pragma once
#include <stddef.h>

typedef struct {
  const char *name;
  const unsigned char *bytes;
  size_t size;
} kith_learned;

/// What was learned at `index`, sorted by name; `name` is NULL behind the last one.
kith_learned kith_learned_file(size_t index);
