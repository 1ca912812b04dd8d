// The built-in import targets of pipelines/config/crm, embedded byte for byte.
#pragma once
#include <stddef.h>

/// How many targets there are.
size_t kith_target_count(void);
/// The name of the target at `index`, in the order of names; NULL behind the last one.
const char *kith_target_name(size_t index);
/// Its text.
const unsigned char *kith_target_text(size_t index);
/// The size of its text.
size_t kith_target_size(size_t index);
