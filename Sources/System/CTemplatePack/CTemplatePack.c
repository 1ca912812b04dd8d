// Made by generate.sh: one entry for each file of pipelines/config/templates, sorted by name.
#include "CTemplatePack.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char t__age[] = {
#embed "../../../pipelines/config/templates/_age.liquid"
};
static const unsigned char t__greeting[] = {
#embed "../../../pipelines/config/templates/_greeting.liquid"
};
static const unsigned char t__sign[] = {
#embed "../../../pipelines/config/templates/_sign.liquid"
};
static const unsigned char t_candidate_now_hires[] = {
#embed "../../../pipelines/config/templates/candidate-now-hires.liquid"
};
static const unsigned char t_colleague_of_client[] = {
#embed "../../../pipelines/config/templates/colleague-of-client.liquid"
};
static const unsigned char t_dormant_client[] = {
#embed "../../../pipelines/config/templates/dormant-client.liquid"
};
static const unsigned char t_founders__greeting[] = {
#embed "../../../pipelines/config/templates/founders/_greeting.liquid"
};
static const unsigned char t_founders__sign[] = {
#embed "../../../pipelines/config/templates/founders/_sign.liquid"
};
static const unsigned char t_founders_connection_request[] = {
#embed "../../../pipelines/config/templates/founders/connection-request.liquid"
};
static const unsigned char t_founders_first_message[] = {
#embed "../../../pipelines/config/templates/founders/first-message.liquid"
};
static const unsigned char t_founders_follow_up[] = {
#embed "../../../pipelines/config/templates/founders/follow-up.liquid"
};
static const unsigned char t_founders_last_follow_up[] = {
#embed "../../../pipelines/config/templates/founders/last-follow-up.liquid"
};
static const unsigned char t_inbound_unanswered[] = {
#embed "../../../pipelines/config/templates/inbound-unanswered.liquid"
};
static const unsigned char t_insight__greeting[] = {
#embed "../../../pipelines/config/templates/insight/_greeting.liquid"
};
static const unsigned char t_insight__sign[] = {
#embed "../../../pipelines/config/templates/insight/_sign.liquid"
};
static const unsigned char t_insight_connection_request[] = {
#embed "../../../pipelines/config/templates/insight/connection-request.liquid"
};
static const unsigned char t_insight_follow_up[] = {
#embed "../../../pipelines/config/templates/insight/follow-up.liquid"
};
static const unsigned char t_insight_opinion[] = {
#embed "../../../pipelines/config/templates/insight/opinion.liquid"
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
static const unsigned char t_network__greeting[] = {
#embed "../../../pipelines/config/templates/network/_greeting.liquid"
};
static const unsigned char t_network__sign[] = {
#embed "../../../pipelines/config/templates/network/_sign.liquid"
};
static const unsigned char t_network_ask_a_candidate[] = {
#embed "../../../pipelines/config/templates/network/ask-a-candidate.liquid"
};
static const unsigned char t_network_ask_a_client[] = {
#embed "../../../pipelines/config/templates/network/ask-a-client.liquid"
};
static const unsigned char t_network_connection_request[] = {
#embed "../../../pipelines/config/templates/network/connection-request.liquid"
};
static const unsigned char t_network_follow_up[] = {
#embed "../../../pipelines/config/templates/network/follow-up.liquid"
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
    {"_age", t__age, sizeof t__age},
    {"_greeting", t__greeting, sizeof t__greeting},
    {"_sign", t__sign, sizeof t__sign},
    {"candidate-now-hires", t_candidate_now_hires, sizeof t_candidate_now_hires},
    {"colleague-of-client", t_colleague_of_client, sizeof t_colleague_of_client},
    {"dormant-client", t_dormant_client, sizeof t_dormant_client},
    {"founders/_greeting", t_founders__greeting, sizeof t_founders__greeting},
    {"founders/_sign", t_founders__sign, sizeof t_founders__sign},
    {"founders/connection-request", t_founders_connection_request, sizeof t_founders_connection_request},
    {"founders/first-message", t_founders_first_message, sizeof t_founders_first_message},
    {"founders/follow-up", t_founders_follow_up, sizeof t_founders_follow_up},
    {"founders/last-follow-up", t_founders_last_follow_up, sizeof t_founders_last_follow_up},
    {"inbound-unanswered", t_inbound_unanswered, sizeof t_inbound_unanswered},
    {"insight/_greeting", t_insight__greeting, sizeof t_insight__greeting},
    {"insight/_sign", t_insight__sign, sizeof t_insight__sign},
    {"insight/connection-request", t_insight_connection_request, sizeof t_insight_connection_request},
    {"insight/follow-up", t_insight_follow_up, sizeof t_insight_follow_up},
    {"insight/opinion", t_insight_opinion, sizeof t_insight_opinion},
    {"jd-shared", t_jd_shared, sizeof t_jd_shared},
    {"keep-in-touch", t_keep_in_touch, sizeof t_keep_in_touch},
    {"linkedin-note", t_linkedin_note, sizeof t_linkedin_note},
    {"named-someone", t_named_someone, sizeof t_named_someone},
    {"negotiation", t_negotiation, sizeof t_negotiation},
    {"network/_greeting", t_network__greeting, sizeof t_network__greeting},
    {"network/_sign", t_network__sign, sizeof t_network__sign},
    {"network/ask-a-candidate", t_network_ask_a_candidate, sizeof t_network_ask_a_candidate},
    {"network/ask-a-client", t_network_ask_a_client, sizeof t_network_ask_a_client},
    {"network/connection-request", t_network_connection_request, sizeof t_network_connection_request},
    {"network/follow-up", t_network_follow_up, sizeof t_network_follow_up},
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
