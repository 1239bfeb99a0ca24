package io.agencyos.adapters.out.memory.lead;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.lead.enrichment.PhoneLookups;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.enrichment.PhoneLookup;
import io.agencyos.domain.scoring.tier.Tier;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** By lead. */
public final class MemoryPhoneLookups implements PhoneLookups {

    private final MemoryLeads leads;
    private final MemoryTable<LeadId, PhoneLookup> rows;

    public MemoryPhoneLookups(MemoryUnitOfWork units, MemoryLeads leads) {
        this.leads = leads;
        rows = MemoryTable.<LeadId, PhoneLookup>ofTenants(
                        "phone_lookup", units, PhoneLookup::clientId, PhoneLookup::lead)
                .writtenBy(Role.WORKER);
    }

    @Override
    public List<LeadId> wanting(ClientId client, Instant now, int limit) {
        return leads.live(client)
                .filter(lead -> lead.contact().phone() == null && isWorthIt(lead))
                .filter(lead -> rows.find(lead.id())
                        .filter(row -> !row.mayBeAskedAgain(now))
                        .isEmpty())
                .sorted(Comparator.comparing((Lead lead) ->
                                -Objects.requireNonNull(lead.score()).score())
                        .thenComparing(lead -> lead.id().text()))
                .limit(limit)
                .map(Lead::id)
                .toList();
    }

    private static boolean isWorthIt(Lead lead) {
        boolean good = lead.score() != null
                && (lead.score().tier() == Tier.HOT || lead.score().tier() == Tier.WARM);
        return good
                && switch (lead.status()) {
                    case NEW, ENRICHED, SCORED, IN_SEQUENCE -> true;
                    case REPLIED,
                            MEETING_BOOKED,
                            CONVERTED,
                            COMPLETED,
                            NOT_INTERESTED,
                            UNSUBSCRIBED,
                            BOUNCED,
                            INVALID,
                            ARCHIVED -> false;
                };
    }

    @Override
    public boolean begin(PhoneLookup question) {
        boolean free = rows.find(question.lead())
                .filter(row -> !row.mayBeAskedAgain(question.askedAt()))
                .isEmpty();
        if (free) {
            rows.put(question);
        }
        return free;
    }

    @Override
    public boolean save(PhoneLookup question) {
        boolean open = same(question).filter(PhoneLookup::isOpen).isPresent();
        if (open) {
            rows.put(question);
        }
        return open;
    }

    private Optional<PhoneLookup> same(PhoneLookup question) {
        return rows.find(question.lead()).filter(row -> row.refHash().equals(question.refHash()));
    }

    @Override
    public void forget(PhoneLookup question) {
        same(question).ifPresent(row -> rows.remove(row.lead()));
    }

    @Override
    public List<PhoneLookup> due(ClientId client, Instant now, int limit) {
        return dueNow(now)
                .filter(row -> row.clientId().equals(client))
                .sorted(Comparator.comparing(PhoneLookup::nextLook))
                .limit(limit)
                .toList();
    }

    private Stream<PhoneLookup> dueNow(Instant now) {
        return rows.rows()
                .filter(row -> row.nextLook() != null && !row.nextLook().isAfter(now));
    }

    @Override
    public Optional<PhoneLookup> byRef(ClientId client, String refHash) {
        return rows.rows()
                .filter(row -> row.clientId().equals(client) && row.refHash().equals(refHash))
                .findFirst();
    }

    @Override
    public List<ClientId> clientsDue(Instant now, @Nullable ClientId after, int limit) {
        return dueNow(now)
                .map(PhoneLookup::clientId)
                .distinct()
                .filter(client -> after == null || client.text().compareTo(after.text()) > 0)
                .sorted(Comparator.comparing(ClientId::text))
                .limit(limit)
                .toList();
    }
}
