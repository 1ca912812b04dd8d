// The built-in rule and model files, embedded byte for byte.
#pragma once
#include <stddef.h>

typedef struct {
  const char *name;
  const unsigned char *bytes;
  size_t size;
} kith_embedded;

/// The rule file at `index`, sorted by name; `name` is NULL behind the last one.
kith_embedded kith_rule_file(size_t index);
/// The model file at `index`, sorted by name; `name` is NULL behind the last one.
kith_embedded kith_model_file(size_t index);
