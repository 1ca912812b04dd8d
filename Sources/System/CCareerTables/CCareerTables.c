#include "CCareerTables.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char titles[] = {
#embed "../../../pipelines/config/careers/titles.json"
};

const unsigned char *kith_titles(void) { return titles; }

size_t kith_titles_size(void) { return sizeof titles; }
