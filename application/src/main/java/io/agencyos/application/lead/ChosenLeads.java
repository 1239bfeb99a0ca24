package io.agencyos.application.lead;

import io.agencyos.application.lead.store.LeadQueries;
import io.agencyos.application.lead.store.LeadQueries.After;
import io.agencyos.application.lead.store.LeadQueries.Filter;
import io.agencyos.application.lead.store.LeadQueries.Listed;
import io.agencyos.application.lead.store.LeadQueries.Sort;
import io.agencyos.application.lead.store.LeadQueries.Window;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.EntityId;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The leads of a {@link LeadChoice}, page by page, the oldest first; what came after the order does not belong to it. A lead that
 * the work itself changes keeps its place, so none is met twice. Source: api 9.6 {@code filter}.
 */
@FunctionalInterface
public interface ChosenLeads {

    /** @param next the place to go on from; empty at the end */
    record Page(List<Listed> leads, Optional<String> next) {

        public Page {
            leads = List.copyOf(leads);
        }
    }

    /**
     * Needs an open unit of work of the tenant.
     *
     * @param place as the page before told it; null for the first
     */
    Page after(ClientId client, Filter filter, @Nullable String place, Instant ordered, int size);

    static ChosenLeads of(LeadQueries queries) {
        return (client, filter, place, ordered, size) -> {
            Optional<After> after = Optional.ofNullable(place).map(ChosenLeads::after);
            List<Listed> found = queries.list(client, filter, new Window(Sort.CREATED, false, after, size));
            List<Listed> asked = found.stream()
                    .filter(listed -> !listed.lead().createdAt().isAfter(ordered))
                    .toList();
            return new Page(
                    asked,
                    found.size() < size || asked.size() < size
                            ? Optional.empty()
                            : Optional.of(place(asked.getLast().lead())));
        };
    }

    private static String place(Lead lead) {
        return LeadQueries.key(Sort.CREATED, lead) + " " + lead.id().text();
    }

    private static After after(String place) {
        int gap = place.indexOf(' ');
        return new After(
                place.substring(0, gap),
                EntityId.parse(place.substring(gap + 1), LeadId::new).orElseThrow());
    }
}
