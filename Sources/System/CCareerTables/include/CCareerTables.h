// The rules for job titles of pipelines/config/careers, embedded.
#pragma once

#include <stddef.h>

const unsigned char *kith_titles(void);
size_t kith_titles_size(void);
