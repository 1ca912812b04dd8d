// The page layouts of pipelines/config/linkedin, embedded.
#pragma once

#include <stddef.h>

struct kith_page_layout {
  const char *name;
  const unsigned char *bytes;
  size_t count;
};

// The table at `index`, in the order in which pages are tried; NULL after the last.
const struct kith_page_layout *kith_page_layout(size_t index);

// The table of pages that hold no profile.
const struct kith_page_layout *kith_page_refusals(void);

// The words by which the pasted text of a page is taken apart.
const struct kith_page_layout *kith_pasted_words(void);
