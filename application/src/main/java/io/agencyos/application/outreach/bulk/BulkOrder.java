package io.agencyos.application.outreach.bulk;

import io.agencyos.application.lead.LeadChoice;
import io.agencyos.application.lead.enrichment.LeadEnrichment;
import io.agencyos.application.lead.store.LeadQueries.Filter;
import io.agencyos.domain.lead.SuppressionReason;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.EntityId;
import io.agencyos.domain.shared.id.LeadId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One action and the leads it is for, as a job keeps them. Source: api 9.6 {@code bulk-actions}.
 *
 * @param reason why nobody writes to them any more; counts for {@link BulkAction#SUPPRESS} alone
 * @param campaign where they go; counts for {@link BulkAction#ASSIGN_CAMPAIGN} alone, which needs it
 */
public record BulkOrder(
        BulkAction action,
        Whom whom,
        SuppressionReason reason,
        @Nullable String note,
        @Nullable CampaignId campaign) {

    private static final String ACTION = "action";
    private static final String LEADS = "lead_ids";
    private static final String REASON = "reason";
    private static final String NOTE = "note";
    private static final String CAMPAIGN = "campaign_id";

    /** Which leads. */
    public sealed interface Whom {

        /** As {@link LeadEnrichment} and this job read it. */
        Map<String, String> params();

        /** @param leads 1 to {@value LeadEnrichment#MOST_NAMED}, each once */
        record Named(List<LeadId> leads) implements Whom {

            public Named {
                leads = leads.stream().distinct().toList();
            }

            @Override
            public Map<String, String> params() {
                return Map.of(LEADS, leads.stream().map(LeadId::text).collect(Collectors.joining(",")));
            }
        }

        /** Those that a list so narrowed would show. */
        record Chosen(Filter filter) implements Whom {

            @Override
            public Map<String, String> params() {
                return LeadChoice.params(filter);
            }
        }
    }

    public Map<String, String> params() {
        Map<String, String> params = new TreeMap<>(whom.params());
        params.put(ACTION, action.wire());
        params.put(REASON, reason.wire());
        if (note != null) {
            params.put(NOTE, note);
        }
        if (campaign != null) {
            params.put(CAMPAIGN, campaign.text());
        }
        return params;
    }

    /** The order that these parameters tell, where it is one of {@code known}. */
    static Result<BulkOrder, String> read(Map<String, String> params, Set<BulkAction> known) {
        BulkAction action = Vocabulary.parse(BulkAction.class, params.getOrDefault(ACTION, ""))
                .filter(known::contains)
                .orElse(null);
        SuppressionReason reason = Vocabulary.parse(
                        SuppressionReason.class, params.getOrDefault(REASON, SuppressionReason.DO_NOT_CONTACT.wire()))
                .orElse(null);
        boolean allKnown = params.keySet().stream()
                .allMatch(name -> LeadChoice.names(name)
                        || Set.of(ACTION, LEADS, REASON, NOTE, CAMPAIGN).contains(name));
        Optional<CampaignId> campaign = Optional.ofNullable(params.get(CAMPAIGN))
                .flatMap(text -> EntityId.parse(text, CampaignId::new).toOptional());
        boolean campaignFits =
                params.containsKey(CAMPAIGN) ? campaign.isPresent() : action != BulkAction.ASSIGN_CAMPAIGN;
        boolean somebody = params.containsKey(LEADS) || params.keySet().stream().anyMatch(LeadChoice::names);
        if (!somebody || !allKnown || action == null || reason == null || !campaignFits) {
            return Result.err("the parameters are action, lead_ids or a filter, reason, note and campaign_id");
        }
        Result<? extends Whom, String> whom = params.containsKey(LEADS)
                ? LeadEnrichment.named(params.get(LEADS)).map(Whom.Named::new)
                : LeadChoice.read(params).map(Whom.Chosen::new);
        return whom.map(leads -> new BulkOrder(action, leads, reason, params.get(NOTE), campaign.orElse(null)));
    }
}
