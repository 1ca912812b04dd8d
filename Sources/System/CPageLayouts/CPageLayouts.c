#include "CPageLayouts.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char public_2024[] = {
#embed "../../../pipelines/config/linkedin/public-2024.json"
};
static const unsigned char logged_in_2024[] = {
#embed "../../../pipelines/config/linkedin/logged-in-2024.json"
};
static const unsigned char logged_in_2020[] = {
#embed "../../../pipelines/config/linkedin/logged-in-2020.json"
};
static const unsigned char logged_in_2018[] = {
#embed "../../../pipelines/config/linkedin/logged-in-2018.json"
};
static const unsigned char public_2015[] = {
#embed "../../../pipelines/config/linkedin/public-2015.json"
};
static const unsigned char public_2013[] = {
#embed "../../../pipelines/config/linkedin/public-2013.json"
};
static const unsigned char refusals[] = {
#embed "../../../pipelines/config/linkedin/refusals.json"
};

static const unsigned char pasted_text[] = {
#embed "../../../pipelines/config/linkedin/pasted-text.json"
};

static const struct kith_page_layout layouts[] = {
  {"public-2015.json", public_2015, sizeof public_2015},
  {"public-2024.json", public_2024, sizeof public_2024},
  {"logged-in-2024.json", logged_in_2024, sizeof logged_in_2024},
  {"logged-in-2020.json", logged_in_2020, sizeof logged_in_2020},
  {"logged-in-2018.json", logged_in_2018, sizeof logged_in_2018},
  {"public-2013.json", public_2013, sizeof public_2013},
};

static const struct kith_page_layout refusal_table = {"refusals.json", refusals, sizeof refusals};

static const struct kith_page_layout pasted_words = {"pasted-text.json", pasted_text, sizeof pasted_text};

const struct kith_page_layout *kith_pasted_words(void) { return &pasted_words; }

const struct kith_page_layout *kith_page_layout(size_t index) {
  return index < sizeof layouts / sizeof layouts[0] ? &layouts[index] : NULL;
}

const struct kith_page_layout *kith_page_refusals(void) { return &refusal_table; }
