# From raw exports to leads, referral asks, drafts and CRM files; only what changed is done again.
#
#   make -C WORKSPACE -f /path/to/refresh.mk [NOW=2026-02-12] [ZONE=Europe/London] [REGION=GB] [CRM=hubspot] [JOBS=2] \
#     [SENDER=farah]
#
# WORKSPACE holds data/raw/{mail,crm,linkedin,chat,forms} and config/team.jsonl; config may also hold maps, rules, models
# and templates of your own, and suppression.jsonl: whoever is on that list gets into no lead, ask, draft or export. Everything else is made: data/processed, data/enriched, outputs.
#
# Each step writes to .steps first, and its result takes the target's place in one step when the whole pipeline has
# succeeded and the result differs. The stamp beside it remembers that the step was done: it is as old as the result, or
# younger when the result stayed the same, and then nothing that follows from it is done again. The recipe of the result is
# one plus sign: nothing is to be done, and make -q, too, shall look at the file's date instead of taking it for new.
.DELETE_ON_ERROR:
.SUFFIXES:
.SECONDARY:
MAKEFLAGS += --no-builtin-rules
SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c

NOW ?= $(shell date -u +%F)
ZONE ?= UTC
REGION ?= GB
CRM ?= hubspot
TEAM := config/team.jsonl
# Files of your own go before the built-in ones.
RULES := $(or $(wildcard config/rules/funnel.json),funnel)
REPLIES := $(or $(wildcard config/rules/reply.json),reply)
MODELS := $(or $(wildcard config/models/*.json),trust leadscore)

PROCESSED := data/processed
ENRICHED := data/enriched

# The stamp of a target, and the file that holds NOW: when the date changes, what depends on it is done again.
stamp = .steps/$(subst /,-,$(1)).done
TODAY := .steps/now-$(NOW)

# $(call step,TARGET,FILTERS,INPUTS,PIPELINE): make TARGET from INPUTS by PIPELINE; a change of the FILTERS counts too.
define step
.PHONY: $(notdir $(1))
$(notdir $(1)): $(1)
$(1): $(call stamp,$(1)) ; +
$(call stamp,$(1)): $(3) $(foreach filter,$(2),$(shell command -v $(filter)))
	@rm -f .steps/$(subst /,-,$(1)).counts
	@$(4) >.steps/$(subst /,-,$(1)).part
	@sponge-records --if-changed $(1) <.steps/$(subst /,-,$(1)).part
	@if [ $(1) -ot .steps/$(subst /,-,$(1)).part ]; then touch $$@; else touch -r $(1) $$@; fi
	@rm -f .steps/$(subst /,-,$(1)).part
endef

# The options that account for every record of a step; JOBS=N sets how many cores each filter uses.
CORES := $(if $(JOBS),-j $(JOBS))
account = $(CORES) --quiet --counts .steps/$(subst /,-,$(1)).counts --rejects outputs/reports/rejects/$(notdir $(1))

.PHONY: all
all: outputs/leads/leads.jsonl outputs/leads/referrals.jsonl outputs/leads/pages-to-save.jsonl outputs/templates/drafts.jsonl \
  outputs/reports/counts.jsonl .steps/crm.done

$(shell mkdir -p .steps $(PROCESSED) $(ENRICHED) outputs/leads outputs/templates outputs/reports/rejects outputs/crm)
$(TODAY): ; @touch $@

# Raw to processed: one file of records for each source.

# File names may hold blanks, which make cannot: a folder is watched through a list of what lies in it, with sizes and
# dates, that is written anew only when it differs; and its entries reach a filter through xargs.
watched = .steps/$(1).list
$(foreach folder,mail chat pages,$(shell find data/raw/$(folder) data/raw/linkedin/$(folder) -type f \
  -printf '%p %s %T@\n' 2>/dev/null | LC_ALL=C sort | sponge-records --if-changed $(call watched,$(folder))))
entries = { find data/raw/$(1) -mindepth 1 -maxdepth 1 -print0 2>/dev/null || true; } | LC_ALL=C sort -z | xargs -0 -r -x -s 1500000

$(eval $(call step,$(PROCESSED)/mail.jsonl,mbox2jsonl,$(TEAM) $(call watched,mail),\
  $(call entries,mail) mbox2jsonl $(call account,$(PROCESSED)/mail.jsonl) --team $(TEAM)))
$(eval $(call step,$(PROCESSED)/chats.jsonl,chat2jsonl,$(TEAM) $(call watched,chat),\
  $(call entries,chat) chat2jsonl $(call account,$(PROCESSED)/chats.jsonl) --team $(TEAM) --zone $(ZONE)))
$(eval $(call step,$(PROCESSED)/linkedin-pages.jsonl,enrich-linkedin-html,$(call watched,pages),\
  $(call entries,linkedin/pages) enrich-linkedin-html $(call account,$(PROCESSED)/linkedin-pages.jsonl)))

# $(call table,NAME,FILE,MAP): a step for the records of one table, if it is there. A map of your own in config/maps goes
# before the built-in one of its name; config/maps/MAP.options may hold options of csv2jsonl that its export needs.
# The contacts of the client database take their company's name, country and phone region from the clients.
companies = $(if $(filter spocs,$(1)),$(2) $(PROCESSED)/clients.jsonl)
define table
$(call step,$(PROCESSED)/$(1).jsonl,csv2jsonl,$(TEAM) $(wildcard $(2) config/maps/$(3).*) $(call companies,$(1)),\
  $(if $(wildcard $(2)),csv2jsonl $(call account,$(PROCESSED)/$(1).jsonl) \
  --map $(or $(wildcard config/maps/$(3).json),$(3)) $(if $(wildcard config/maps/$(3).options),$(file <config/maps/$(3).options)) \
  --team $(TEAM) --zone $(ZONE) --region $(REGION) $(call companies,$(1),--companies) $(2),true))
endef
BUILT_IN := clients spocs roles placements interactions
OWN := $(filter-out $(BUILT_IN) forms linkedin-%,$(basename $(notdir $(wildcard config/maps/*.json))))
$(foreach name,$(BUILT_IN),$(eval $(call table,$(name),data/raw/crm/$(name).csv,$(name))))
$(foreach name,$(OWN),$(eval $(call table,$(name),$(firstword $(wildcard data/raw/crm/$(name).*)),$(name))))
$(eval $(call table,forms,data/raw/forms/forms.csv,forms))
$(eval $(call table,connections,data/raw/linkedin/Connections.csv,linkedin-connections))
$(eval $(call table,linkedin-messages,data/raw/linkedin/messages.csv,linkedin-messages))

MESSAGES := $(addprefix $(PROCESSED)/,mail.jsonl chats.jsonl linkedin-messages.jsonl forms.jsonl)
TABLES := $(patsubst %,$(PROCESSED)/%.jsonl,$(BUILT_IN) $(OWN))

# $(call only,TYPES,FILES): the records of some types.
only = select-records $(CORES) --quiet $(addprefix --type ,$(1)) $(2)

# Processed to enriched: who is who, what was said, what it means.

$(eval $(call step,$(ENRICHED)/contacts.jsonl,extract-contacts,$(TEAM) $(MESSAGES),\
  $(call only,message,$(MESSAGES)) | extract-contacts $(call account,$(ENRICHED)/contacts.jsonl) --team $(TEAM)))

PEOPLE_SOURCES := $(TABLES) $(ENRICHED)/contacts.jsonl \
  $(addprefix $(PROCESSED)/,forms.jsonl connections.jsonl linkedin-pages.jsonl)
$(eval $(call step,$(ENRICHED)/companies.jsonl,dedupe,$(PEOPLE_SOURCES),\
  $(call only,company,$(PEOPLE_SOURCES)) | dedupe --entity company $(call account,$(ENRICHED)/companies.jsonl) \
  --merges .steps/company-merges.jsonl))
$(eval $(call step,$(ENRICHED)/people.jsonl,dedupe relink,$(PEOPLE_SOURCES) $(ENRICHED)/companies.jsonl,\
  $(call only,person,$(PEOPLE_SOURCES)) | relink $(CORES) --quiet --merges .steps/company-merges.jsonl | \
  dedupe --entity person --companies $(ENRICHED)/companies.jsonl $(call account,$(ENRICHED)/people.jsonl) \
  --merges .steps/person-merges.jsonl))
$(eval $(call step,$(ENRICHED)/history.jsonl,relink,$(ENRICHED)/companies.jsonl $(ENRICHED)/people.jsonl,\
  $(call only,job interaction,$(TABLES)) | \
  relink $(CORES) --quiet --merges .steps/company-merges.jsonl --merges .steps/person-merges.jsonl))
$(eval $(call step,$(ENRICHED)/moves.jsonl,detect-moves,$(ENRICHED)/people.jsonl $(ENRICHED)/companies.jsonl $(MESSAGES),\
  (cat $(ENRICHED)/people.jsonl $(ENRICHED)/companies.jsonl; $(call only,message,$(MESSAGES))) | \
  detect-moves $(call account,$(ENRICHED)/moves.jsonl)))
$(eval $(call step,$(ENRICHED)/conversations.jsonl,group-conversations classify,\
  $(TEAM) $(TODAY) $(ENRICHED)/people.jsonl $(MESSAGES),\
  $(call only,message,$(MESSAGES)) | group-conversations $(call account,$(ENRICHED)/conversations.jsonl) --team $(TEAM) \
  --people $(ENRICHED)/people.jsonl --now $(NOW) | classify $(CORES) --quiet --rules $(RULES) --now $(NOW) | \
  classify $(CORES) --quiet --rules $(REPLIES) --now $(NOW)))

# Enriched to leads, asks, drafts and files for the CRM.

# Whoever is on the suppression list is in no lead, ask, draft or export. A key without its list stops everything: the
# list was there once.
SUPPRESSION := $(wildcard config/suppression.jsonl)
$(if $(SUPPRESSION),,$(if $(wildcard config/suppression.key),$(error config/suppression.jsonl is missing, its key is not)))
gate = $(if $(SUPPRESSION),suppress --quiet --counts .steps/$(subst /,-,$(1)).counts --list $(SUPPRESSION) \
  --people $(ENRICHED)/people.jsonl --region $(REGION),cat)
listed = $(if $(SUPPRESSION),--suppress $(SUPPRESSION) --region $(REGION))

FACTS := $(addprefix $(ENRICHED)/,companies.jsonl people.jsonl history.jsonl conversations.jsonl moves.jsonl)

$(eval $(call step,outputs/leads/leads.jsonl,build-leads suppress score rank-records,$(TEAM) $(TODAY) $(FACTS) $(SUPPRESSION),\
  build-leads $(call account,outputs/leads/leads.jsonl) --team $(TEAM) --now $(NOW) $(FACTS) | \
  $(call gate,outputs/leads/leads.jsonl) | \
  score $(CORES) --quiet $(addprefix --model ,$(MODELS)) --now $(NOW) | rank-records --quiet --by score))
$(eval $(call step,outputs/leads/referrals.jsonl,find-referrals suppress,$(TEAM) $(TODAY) $(FACTS) $(SUPPRESSION),\
  find-referrals $(call account,outputs/leads/referrals.jsonl) --team $(TEAM) --now $(NOW) $(FACTS) | \
  $(call gate,outputs/leads/referrals.jsonl)))
$(eval $(call step,outputs/leads/pages-to-save.jsonl,pages-to-save suppress,\
  $(TODAY) $(SUPPRESSION) $(PROCESSED)/linkedin-pages.jsonl $(ENRICHED)/people.jsonl $(ENRICHED)/history.jsonl $(MESSAGES),\
  $(call only,person message job interaction,$(PROCESSED)/linkedin-pages.jsonl $(ENRICHED)/people.jsonl \
  $(ENRICHED)/history.jsonl $(MESSAGES)) | pages-to-save $(call account,outputs/leads/pages-to-save.jsonl) --now $(NOW) | \
  $(call gate,outputs/leads/pages-to-save.jsonl)))
$(eval $(call step,outputs/templates/drafts.jsonl,render-templates check-drafts,\
  $(TEAM) $(TODAY) $(SUPPRESSION) $(ENRICHED)/conversations.jsonl outputs/leads/leads.jsonl outputs/leads/referrals.jsonl,\
  render-templates $(call account,outputs/templates/drafts.jsonl) $(listed) --team $(TEAM) --now $(NOW) \
  $(if $(SENDER),--sender $(SENDER)) \
  --conversations $(ENRICHED)/conversations.jsonl outputs/leads/leads.jsonl outputs/leads/referrals.jsonl | \
  check-drafts --quiet --counts .steps/outputs-templates-drafts.jsonl.counts $(listed) \
  --rejects outputs/reports/rejects/checked-drafts.jsonl --conversations $(ENRICHED)/conversations.jsonl \
  --people $(ENRICHED)/people.jsonl))

.steps/crm.done: $(TEAM) $(TODAY) $(SUPPRESSION) outputs/leads/leads.jsonl $(shell command -v crm-export)
	@rm -f .steps/crm.counts
	@crm-export $(CORES) --quiet --counts .steps/crm.counts --rejects outputs/reports/rejects/crm.jsonl \
	  --to $(CRM) --out outputs/crm $(listed) --team $(TEAM) --now $(NOW) outputs/leads/leads.jsonl
	@touch $@

# The books: what went into each filter and where it went, in the order of the steps.
COUNTED := $(addprefix $(PROCESSED)/,mail chats linkedin-messages forms $(BUILT_IN) $(OWN) connections \
  linkedin-pages) $(addprefix $(ENRICHED)/,contacts companies people conversations moves) \
  outputs/leads/leads outputs/leads/referrals outputs/leads/pages-to-save outputs/templates/drafts
$(eval $(call step,outputs/reports/counts.jsonl,,$(addsuffix .jsonl,$(COUNTED)) .steps/crm.done,\
  cat $(foreach target,$(COUNTED),$$$$(ls .steps/$(subst /,-,$(target)).jsonl.counts 2>/dev/null || true)) .steps/crm.counts))
