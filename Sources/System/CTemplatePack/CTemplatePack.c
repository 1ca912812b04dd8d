// Made by generate.sh: one entry for each file of pipelines/config/templates, sorted by name.
#include "CTemplatePack.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char t__greeting[] = {
#embed "../../../pipelines/config/templates/_greeting.liquid"
};
static const unsigned char t__sign[] = {
#embed "../../../pipelines/config/templates/_sign.liquid"
};
static const unsigned char t_candidate_now_hires[] = {
#embed "../../../pipelines/config/templates/candidate-now-hires.liquid"
};
static const unsigned char t_dormant_client[] = {
#embed "../../../pipelines/config/templates/dormant-client.liquid"
};
static const unsigned char t_inbound_unanswered[] = {
#embed "../../../pipelines/config/templates/inbound-unanswered.liquid"
};
static const unsigned char t_jd_shared[] = {
#embed "../../../pipelines/config/templates/jd-shared.liquid"
};
static const unsigned char t_keep_in_touch[] = {
#embed "../../../pipelines/config/templates/keep-in-touch.liquid"
};
static const unsigned char t_linkedin_note[] = {
#embed "../../../pipelines/config/templates/linkedin-note.liquid"
};
static const unsigned char t_named_someone[] = {
#embed "../../../pipelines/config/templates/named-someone.liquid"
};
static const unsigned char t_negotiation[] = {
#embed "../../../pipelines/config/templates/negotiation.liquid"
};
static const unsigned char t_new_company[] = {
#embed "../../../pipelines/config/templates/new-company.liquid"
};
static const unsigned char t_open_role[] = {
#embed "../../../pipelines/config/templates/open-role.liquid"
};
static const unsigned char t_proposal_sent[] = {
#embed "../../../pipelines/config/templates/proposal-sent.liquid"
};
static const unsigned char t_reconnect_later[] = {
#embed "../../../pipelines/config/templates/reconnect-later.liquid"
};
static const unsigned char t_referral_cross_spoc[] = {
#embed "../../../pipelines/config/templates/referral-cross-spoc.liquid"
};
static const unsigned char t_referral_former_colleagues[] = {
#embed "../../../pipelines/config/templates/referral-former-colleagues.liquid"
};
static const unsigned char t_referral_mention[] = {
#embed "../../../pipelines/config/templates/referral-mention.liquid"
};
static const unsigned char t_referral_moved[] = {
#embed "../../../pipelines/config/templates/referral-moved.liquid"
};
static const unsigned char t_referral_reverse[] = {
#embed "../../../pipelines/config/templates/referral-reverse.liquid"
};
static const unsigned char t_stalled[] = {
#embed "../../../pipelines/config/templates/stalled.liquid"
};

static const struct kith_template_file files[] = {
    {"_greeting", t__greeting, sizeof t__greeting},
    {"_sign", t__sign, sizeof t__sign},
    {"candidate-now-hires", t_candidate_now_hires, sizeof t_candidate_now_hires},
    {"dormant-client", t_dormant_client, sizeof t_dormant_client},
    {"inbound-unanswered", t_inbound_unanswered, sizeof t_inbound_unanswered},
    {"jd-shared", t_jd_shared, sizeof t_jd_shared},
    {"keep-in-touch", t_keep_in_touch, sizeof t_keep_in_touch},
    {"linkedin-note", t_linkedin_note, sizeof t_linkedin_note},
    {"named-someone", t_named_someone, sizeof t_named_someone},
    {"negotiation", t_negotiation, sizeof t_negotiation},
    {"new-company", t_new_company, sizeof t_new_company},
    {"open-role", t_open_role, sizeof t_open_role},
    {"proposal-sent", t_proposal_sent, sizeof t_proposal_sent},
    {"reconnect-later", t_reconnect_later, sizeof t_reconnect_later},
    {"referral-cross-spoc", t_referral_cross_spoc, sizeof t_referral_cross_spoc},
    {"referral-former-colleagues", t_referral_former_colleagues, sizeof t_referral_former_colleagues},
    {"referral-mention", t_referral_mention, sizeof t_referral_mention},
    {"referral-moved", t_referral_moved, sizeof t_referral_moved},
    {"referral-reverse", t_referral_reverse, sizeof t_referral_reverse},
    {"stalled", t_stalled, sizeof t_stalled},
};

const size_t kith_template_count = sizeof files / sizeof files[0];

const struct kith_template_file *kith_template(size_t index) {
  return index < kith_template_count ? &files[index] : 0;
}
