// The tables of pipelines/config/careers, embedded: the rules for job titles, and what a new page is worth.
#pragma once

#include <stddef.h>

const unsigned char *kith_titles(void);
size_t kith_titles_size(void);

const unsigned char *kith_pages_to_save(void);
size_t kith_pages_to_save_size(void);
