#include "CRE2.h"

#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>
#include <cstring>
#include <string>
#include <vector>

namespace {

re2::RE2::Options options(size_t memory) {
  re2::RE2::Options options;
  options.set_case_sensitive(false);
  options.set_log_errors(false);
  options.set_max_mem(static_cast<int64_t>(memory));
  return options;
}

void copy(const std::string &reason, char *error, size_t capacity) {
  if (capacity == 0) return;
  size_t count = std::min(reason.size(), capacity - 1);
  std::memcpy(error, reason.data(), count);
  error[count] = 0;
}

}  // namespace

struct cre2_pattern {
  re2::RE2 expression;
  cre2_pattern(const char *pattern, size_t length)
      : expression(re2::StringPiece(pattern, length), options(8 << 20)) {}
};

struct cre2_set {
  re2::RE2::Set set;
  explicit cre2_set(size_t memory) : set(options(memory), re2::RE2::UNANCHORED) {}
};

cre2_pattern *cre2_pattern_new(const char *pattern, size_t length, char *error, size_t capacity) {
  auto *result = new cre2_pattern(pattern, length);
  if (result->expression.ok()) return result;
  copy(result->expression.error(), error, capacity);
  delete result;
  return nullptr;
}

void cre2_pattern_free(cre2_pattern *pattern) { delete pattern; }

bool cre2_pattern_find(const cre2_pattern *pattern, const char *text, size_t length, size_t from, size_t *start,
                       size_t *end) {
  re2::StringPiece match;
  if (!pattern->expression.Match(re2::StringPiece(text, length), from, length, re2::RE2::UNANCHORED, &match, 1))
    return false;
  *start = static_cast<size_t>(match.data() - text);
  *end = *start + match.size();
  return true;
}

cre2_set *cre2_set_new(size_t memory) { return new cre2_set(memory); }

void cre2_set_free(cre2_set *set) { delete set; }

int cre2_set_add(cre2_set *set, const char *pattern, size_t length, char *error, size_t capacity) {
  std::string reason;
  int index = set->set.Add(re2::StringPiece(pattern, length), &reason);
  if (index < 0) copy(reason, error, capacity);
  return index;
}

bool cre2_set_compile(cre2_set *set) { return set->set.Compile(); }

int cre2_set_match(const cre2_set *set, const char *text, size_t length, int *indexes, size_t capacity) {
  std::vector<int> found;
  re2::RE2::Set::ErrorInfo info;
  if (!set->set.Match(re2::StringPiece(text, length), &found, &info))
    return info.kind == re2::RE2::Set::kNoError ? 0 : -1;
  size_t count = std::min(found.size(), capacity);
  std::copy_n(found.begin(), count, indexes);
  return static_cast<int>(count);
}
