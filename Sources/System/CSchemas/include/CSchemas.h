// The JSON Schemas of pipelines/config/schemas, embedded.
#pragma once
#include <stddef.h>

/// One embedded schema: the record type, and the text of its file.
typedef struct {
  const char *type;
  const unsigned char *text;
  size_t length;
} kith_schema;

/// How many there are.
size_t kith_schema_count(void);
/// The schema at an index, in order of the types.
kith_schema kith_schema_at(size_t index);
