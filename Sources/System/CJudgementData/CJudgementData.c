#include "CJudgementData.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char funnel[] = {
#embed "../../../pipelines/config/rules/funnel.json"
};
static const unsigned char reply[] = {
#embed "../../../pipelines/config/rules/reply.json"
};
static const unsigned char words[] = {
#embed "../../../pipelines/config/rules/words.json"
};
static const unsigned char leadscore[] = {
#embed "../../../pipelines/config/models/leadscore.json"
};
static const unsigned char outreach[] = {
#embed "../../../pipelines/config/models/outreach.json"
};
static const unsigned char points[] = {
#embed "../../../pipelines/config/models/points.json"
};
static const unsigned char trust[] = {
#embed "../../../pipelines/config/models/trust.json"
};

static const kith_embedded rules[] = {
    {"funnel", funnel, sizeof funnel},
    {"reply", reply, sizeof reply},
    {"words", words, sizeof words},
};

static const kith_embedded models[] = {
    {"leadscore", leadscore, sizeof leadscore},
    {"outreach", outreach, sizeof outreach},
    {"points", points, sizeof points},
    {"trust", trust, sizeof trust},
};

static const kith_embedded none = {NULL, NULL, 0};

kith_embedded kith_rule_file(size_t index) { return index < sizeof rules / sizeof *rules ? rules[index] : none; }

kith_embedded kith_model_file(size_t index) { return index < sizeof models / sizeof *models ? models[index] : none; }
