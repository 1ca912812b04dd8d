#include "CLearnedData.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char ours[] = {
#embed "../../../pipelines/config/classifiers/ours.json"
};
static const unsigned char replies[] = {
#embed "../../../pipelines/config/classifiers/replies.json"
};
static const unsigned char reply_votes[] = {
#embed "../../../pipelines/config/classifiers/reply-votes.json"
};
static const unsigned char signal_votes[] = {
#embed "../../../pipelines/config/classifiers/signal-votes.json"
};
static const unsigned char theirs[] = {
#embed "../../../pipelines/config/classifiers/theirs.json"
};

static const kith_learned files[] = {
    {"ours", ours, sizeof ours},
    {"replies", replies, sizeof replies},
    {"reply-votes", reply_votes, sizeof reply_votes},
    {"signal-votes", signal_votes, sizeof signal_votes},
    {"theirs", theirs, sizeof theirs},
};

kith_learned kith_learned_file(size_t index) {
  const kith_learned none = {NULL, NULL, 0};
  return index < sizeof files / sizeof *files ? files[index] : none;
}
