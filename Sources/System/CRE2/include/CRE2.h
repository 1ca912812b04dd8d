// C face of RE2 (Debian's libre2): single patterns, and sets that tell in one pass which patterns may match.
#pragma once
#include <stdbool.h>
#include <stddef.h>
#ifdef __cplusplus
extern "C" {
#endif

typedef struct cre2_pattern cre2_pattern;
typedef struct cre2_set cre2_set;

/// Compiles a case-insensitive pattern; NULL and a NUL-terminated reason in `error` when it is no RE2 syntax.
cre2_pattern *cre2_pattern_new(const char *pattern, size_t length, char *error, size_t capacity);
void cre2_pattern_free(cre2_pattern *pattern);
/// Leftmost match at or after `from`, which still sees the text before it (for \b and ^).
bool cre2_pattern_find(const cre2_pattern *pattern, const char *text, size_t length, size_t from, size_t *start,
                       size_t *end);

/// Many patterns, and the words without which none of them can match (RE2's FilteredRE2).
cre2_set *cre2_set_new(void);
void cre2_set_free(cre2_set *set);
/// Index of the pattern within the set, or -1 when it is no RE2 syntax.
int cre2_set_add(cre2_set *set, const char *pattern, size_t length);
/// Call once, after all patterns were added.
void cre2_set_compile(cre2_set *set);
/// Writes the indexes of the patterns that may match somewhere in the text, ascending; all others certainly do not.
size_t cre2_set_candidates(const cre2_set *set, const char *text, size_t length, int *indexes, size_t capacity);

#ifdef __cplusplus
}
#endif
