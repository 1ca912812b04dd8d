#include "CRE2.h"

#include <re2/re2.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <mutex>
#include <string>

struct cre2_pattern {
  std::string source;
  std::once_flag once;
  std::unique_ptr<re2::RE2> expression;

  re2::RE2 &compiled() {
    std::call_once(once, [this] {
      re2::RE2::Options options;
      options.set_case_sensitive(false);
      options.set_log_errors(false);
      options.set_max_mem(8 << 20);
      expression = std::make_unique<re2::RE2>(source, options);
    });
    return *expression;
  }
};

cre2_pattern *cre2_pattern_new(const char *pattern, size_t length) {
  auto *result = new cre2_pattern();
  result->source.assign(pattern, length);
  return result;
}

bool cre2_pattern_compile(cre2_pattern *pattern, char *error, size_t capacity) {
  const re2::RE2 &expression = pattern->compiled();
  if (expression.ok() || capacity == 0) return expression.ok();
  const std::string &reason = expression.error();
  size_t count = std::min(reason.size(), capacity - 1);
  std::memcpy(error, reason.data(), count);
  error[count] = 0;
  return false;
}

size_t cre2_pattern_size(cre2_pattern *pattern) {
  return static_cast<size_t>(std::max(0, pattern->compiled().ProgramSize()));
}

void cre2_pattern_free(cre2_pattern *pattern) { delete pattern; }

bool cre2_pattern_find(cre2_pattern *pattern, const char *text, size_t length, size_t from, size_t *start,
                       size_t *end) {
  const re2::RE2 &expression = pattern->compiled();
  re2::StringPiece match;
  if (!expression.ok() ||
      !expression.Match(re2::StringPiece(text, length), from, length, re2::RE2::UNANCHORED, &match, 1))
    return false;
  *start = static_cast<size_t>(match.data() - text);
  *end = *start + match.size();
  return true;
}
