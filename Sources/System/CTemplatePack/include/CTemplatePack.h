// The templates of pipelines/config/templates, embedded.
#ifndef KITH_CTEMPLATEPACK_H
#define KITH_CTEMPLATEPACK_H

#include <stddef.h>

struct kith_template_file {
  const char *name;
  const unsigned char *bytes;
  size_t size;
};

extern const size_t kith_template_count;

const struct kith_template_file *kith_template(size_t index);

#endif
