// C face of RE2 (Debian's libre2): single patterns that ignore case.
#pragma once
#include <stdbool.h>
#include <stddef.h>
#ifdef __cplusplus
extern "C" {
#endif

typedef struct cre2_pattern cre2_pattern;

/// A pattern that is compiled when it is first needed.
cre2_pattern *cre2_pattern_new(const char *pattern, size_t length);
/// Compiles it; false and a NUL-terminated reason in `error` when it is no RE2 syntax.
bool cre2_pattern_compile(cre2_pattern *pattern, char *error, size_t capacity);
/// How many instructions RE2 has made of it; 0 of what is no RE2 syntax.
size_t cre2_pattern_size(cre2_pattern *pattern);
void cre2_pattern_free(cre2_pattern *pattern);
/// Leftmost match at or after `from`, which still sees the text before it (for \b and ^). A pattern that is no RE2 syntax
/// is never found. Any number of threads may look at once.
bool cre2_pattern_find(cre2_pattern *pattern, const char *text, size_t length, size_t from, size_t *start,
                       size_t *end);

#ifdef __cplusplus
}
#endif
