#include "CRE2.h"

#include <re2/filtered_re2.h>
#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <cstdint>
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

/// Finds which of many ASCII words stand anywhere in a text, in one pass: the automaton of Aho and Corasick (Efficient
/// String Matching, 1975), with every failure resolved ahead, so that each byte of text is one step.
class WordFinder {
 public:
  void build(const std::vector<std::string> &words) {
    classes.fill(0);
    width = 1;
    for (const auto &word : words)
      for (unsigned char byte : word)
        if (byte < 0x80 && classes[byte] == 0) classes[byte] = width++;
    for (unsigned char byte = 'a'; byte <= 'z'; byte++) classes[byte - 0x20] = classes[byte];
    addState();
    for (size_t index = 0; index < words.size(); index++) add(words[index], static_cast<int>(index));
    resolve();
  }

  /// Adds the indexes of the words that stand in the text, each once. Words that are not ASCII count as standing in
  /// every text that is not, and the few letters beyond ASCII whose lower case is ASCII count as that.
  void find(const char *text, size_t length, std::vector<int> *found) const {
    std::vector<bool> seen(words);
    uint32_t state = 0;
    bool wide = false;
    for (size_t index = 0; index < length; index++) {
      auto byte = static_cast<unsigned char>(text[index]);
      if (byte >= 0x80) {
        wide = true;
        byte = folded(text + index, length - index, &index);
      }
      state = next[state * width + classes[byte]];
      for (uint32_t at = ends[state] < 0 ? shorter[state] : state; at != 0; at = shorter[at]) {
        if (seen[ends[at]]) continue;
        seen[ends[at]] = true;
        found->push_back(ends[at]);
      }
    }
    if (wide) found->insert(found->end(), foreign.begin(), foreign.end());
  }

 private:
  std::array<uint8_t, 256> classes;
  uint32_t width = 1;
  std::vector<uint32_t> next;
  /// The word that ends in a state, or -1, and the state of the longest shorter word that ends there too, or 0.
  std::vector<int> ends;
  std::vector<uint32_t> shorter;
  std::vector<int> foreign;
  size_t words = 0;

  uint32_t addState() {
    next.resize(next.size() + width, 0);
    ends.push_back(-1);
    shorter.push_back(0);
    return static_cast<uint32_t>(ends.size() - 1);
  }

  void add(const std::string &word, int index) {
    words = std::max(words, static_cast<size_t>(index) + 1);
    if (std::any_of(word.begin(), word.end(), [](unsigned char byte) { return byte >= 0x80; })) {
      foreign.push_back(index);
      return;
    }
    uint32_t state = 0;
    for (unsigned char byte : word) {
      size_t step = state * width + classes[byte];
      if (next[step] == 0) {
        uint32_t made = addState();
        next[step] = made;
      }
      state = next[step];
    }
    ends[state] = index;
  }

  void resolve() {
    std::vector<uint32_t> failure(ends.size(), 0);
    std::vector<uint32_t> queue;
    for (uint32_t byte = 0; byte < width; byte++)
      if (next[byte] != 0) queue.push_back(next[byte]);
    for (size_t head = 0; head < queue.size(); head++) {
      uint32_t state = queue[head];
      uint32_t fall = failure[state];
      shorter[state] = ends[fall] >= 0 ? fall : shorter[fall];
      for (uint32_t byte = 0; byte < width; byte++) {
        uint32_t &step = next[state * width + byte];
        if (step == 0) {
          step = next[fall * width + byte];
        } else {
          failure[step] = next[fall * width + byte];
          queue.push_back(step);
        }
      }
    }
  }

  /// The Kelvin sign is a k, the long s an s and the dotted capital I an i, as RE2 folds the words that it asks for; any other letter is no part of an ASCII word.
  static unsigned char folded(const char *text, size_t length, size_t *index) {
    if (length >= 3 && std::memcmp(text, "\xE2\x84\xAA", 3) == 0) return *index += 2, 'k';
    if (length >= 2 && std::memcmp(text, "\xC5\xBF", 2) == 0) return *index += 1, 's';
    if (length >= 2 && std::memcmp(text, "\xC4\xB0", 2) == 0) return *index += 1, 'i';
    return static_cast<unsigned char>(*text);
  }
};

}  // namespace

struct cre2_pattern {
  re2::RE2 expression;
  cre2_pattern(const char *pattern, size_t length)
      : expression(re2::StringPiece(pattern, length), options(8 << 20)) {}
};

struct cre2_set {
  re2::FilteredRE2 patterns;
  WordFinder words;
  // Words of one letter stand in every text; longer ones than two hide patterns such as "no" or "ok".
  cre2_set() : patterns(2) {}
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

cre2_set *cre2_set_new(void) { return new cre2_set(); }

void cre2_set_free(cre2_set *set) { delete set; }

int cre2_set_add(cre2_set *set, const char *pattern, size_t length) {
  int index = -1;
  auto code = set->patterns.Add(re2::StringPiece(pattern, length), options(8 << 20), &index);
  return code == re2::RE2::NoError ? index : -1;
}

void cre2_set_compile(cre2_set *set) {
  std::vector<std::string> words;
  set->patterns.Compile(&words);
  set->words.build(words);
}

size_t cre2_set_candidates(const cre2_set *set, const char *text, size_t length, int *indexes, size_t capacity) {
  std::vector<int> words;
  std::vector<int> candidates;
  set->words.find(text, length, &words);
  set->patterns.AllPotentials(words, &candidates);
  size_t count = std::min(candidates.size(), capacity);
  std::copy_n(candidates.begin(), count, indexes);
  return count;
}
