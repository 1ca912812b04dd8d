// Embeds each schema file; they are data, so nothing is decided here.
#include "CSchemas.h"

static const unsigned char company_text[] = {
#embed "../../../pipelines/config/schemas/company.schema.json"
};
static const unsigned char conversation_text[] = {
#embed "../../../pipelines/config/schemas/conversation.schema.json"
};
static const unsigned char domain_text[] = {
#embed "../../../pipelines/config/schemas/domain.schema.json"
};
static const unsigned char draft_text[] = {
#embed "../../../pipelines/config/schemas/draft.schema.json"
};
static const unsigned char icp_text[] = {
#embed "../../../pipelines/config/schemas/icp.schema.json"
};
static const unsigned char interaction_text[] = {
#embed "../../../pipelines/config/schemas/interaction.schema.json"
};
static const unsigned char job_text[] = {
#embed "../../../pipelines/config/schemas/job.schema.json"
};
static const unsigned char lead_text[] = {
#embed "../../../pipelines/config/schemas/lead.schema.json"
};
static const unsigned char member_text[] = {
#embed "../../../pipelines/config/schemas/member.schema.json"
};
static const unsigned char message_text[] = {
#embed "../../../pipelines/config/schemas/message.schema.json"
};
static const unsigned char page_to_save_text[] = {
#embed "../../../pipelines/config/schemas/page_to_save.schema.json"
};
static const unsigned char person_text[] = {
#embed "../../../pipelines/config/schemas/person.schema.json"
};
static const unsigned char referral_text[] = {
#embed "../../../pipelines/config/schemas/referral.schema.json"
};
static const unsigned char reject_text[] = {
#embed "../../../pipelines/config/schemas/reject.schema.json"
};
static const unsigned char score_text[] = {
#embed "../../../pipelines/config/schemas/score.schema.json"
};
static const unsigned char score_change_text[] = {
#embed "../../../pipelines/config/schemas/score_change.schema.json"
};
static const unsigned char shared_inbox_text[] = {
#embed "../../../pipelines/config/schemas/shared_inbox.schema.json"
};
static const unsigned char signal_text[] = {
#embed "../../../pipelines/config/schemas/signal.schema.json"
};
static const unsigned char suppression_text[] = {
#embed "../../../pipelines/config/schemas/suppression.schema.json"
};
static const unsigned char suppression_list_text[] = {
#embed "../../../pipelines/config/schemas/suppression_list.schema.json"
};

static const kith_schema schemas[] = {
  {"company", company_text, sizeof company_text},
  {"conversation", conversation_text, sizeof conversation_text},
  {"domain", domain_text, sizeof domain_text},
  {"draft", draft_text, sizeof draft_text},
  {"icp", icp_text, sizeof icp_text},
  {"interaction", interaction_text, sizeof interaction_text},
  {"job", job_text, sizeof job_text},
  {"lead", lead_text, sizeof lead_text},
  {"member", member_text, sizeof member_text},
  {"message", message_text, sizeof message_text},
  {"page_to_save", page_to_save_text, sizeof page_to_save_text},
  {"person", person_text, sizeof person_text},
  {"referral", referral_text, sizeof referral_text},
  {"reject", reject_text, sizeof reject_text},
  {"score", score_text, sizeof score_text},
  {"score_change", score_change_text, sizeof score_change_text},
  {"shared_inbox", shared_inbox_text, sizeof shared_inbox_text},
  {"signal", signal_text, sizeof signal_text},
  {"suppression", suppression_text, sizeof suppression_text},
  {"suppression_list", suppression_list_text, sizeof suppression_list_text},
};

size_t kith_schema_count(void) { return sizeof schemas / sizeof schemas[0]; }

kith_schema kith_schema_at(size_t index) { return schemas[index]; }
