#include "CCareerTables.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char titles[] = {
#embed "../../../pipelines/config/careers/titles.json"
};
static const unsigned char pages_to_save[] = {
#embed "../../../pipelines/config/careers/pages-to-save.json"
};

const unsigned char *kith_titles(void) { return titles; }

size_t kith_titles_size(void) { return sizeof titles; }

const unsigned char *kith_pages_to_save(void) { return pages_to_save; }

size_t kith_pages_to_save_size(void) { return sizeof pages_to_save; }
