// The built-in table maps, embedded byte for byte.
#pragma once
#include <stddef.h>

/// How many maps there are.
size_t kith_map_count(void);
/// The name of the map at `index`, in the order of names; NULL behind the last one.
const char *kith_map_name(size_t index);
/// Its text.
const unsigned char *kith_map_text(size_t index);
/// The size of its text.
size_t kith_map_size(size_t index);
