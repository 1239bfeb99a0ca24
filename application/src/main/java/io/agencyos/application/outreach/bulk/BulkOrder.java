package io.agencyos.application.outreach.bulk;

import io.agencyos.application.lead.LeadEnrichment;
import io.agencyos.domain.lead.SuppressionReason;
import io.agencyos.domain.shared.LeadId;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.Vocabulary;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One action and the leads it is for, as a job keeps them. Source: api 9.6 {@code bulk-actions}.
 *
 * @param leads 1 to {@value LeadEnrichment#MOST_NAMED}, each once
 * @param reason why nobody writes to them any more; counts for {@link BulkAction#SUPPRESS} alone
 */
public record BulkOrder(
        BulkAction action,
        List<LeadId> leads,
        SuppressionReason reason,
        @Nullable String note) {

    private static final String ACTION = "action";
    private static final String LEADS = "lead_ids";
    private static final String REASON = "reason";
    private static final String NOTE = "note";

    public BulkOrder {
        leads = leads.stream().distinct().toList();
    }

    public Map<String, String> params() {
        Map<String, String> params = new TreeMap<>();
        params.put(ACTION, action.wire());
        params.put(LEADS, leadIds());
        params.put(REASON, reason.wire());
        if (note != null) {
            params.put(NOTE, note);
        }
        return params;
    }

    /** As {@link LeadEnrichment#named} reads them. */
    public String leadIds() {
        return leads.stream().map(LeadId::text).collect(Collectors.joining(","));
    }

    /** The order that these parameters tell, where it is one of {@code known}. */
    static Result<BulkOrder, String> read(Map<String, String> params, Set<BulkAction> known) {
        BulkAction action = Vocabulary.parse(BulkAction.class, params.getOrDefault(ACTION, ""))
                .filter(known::contains)
                .orElse(null);
        SuppressionReason reason = Vocabulary.parse(
                        SuppressionReason.class, params.getOrDefault(REASON, SuppressionReason.DO_NOT_CONTACT.wire()))
                .orElse(null);
        if (!Set.of(ACTION, LEADS, REASON, NOTE).containsAll(params.keySet()) || action == null || reason == null) {
            return Result.err("the parameters are action, lead_ids, reason and note");
        }
        return LeadEnrichment.named(params.getOrDefault(LEADS, ""))
                .map(leads -> new BulkOrder(action, leads, reason, params.get(NOTE)));
    }
}
