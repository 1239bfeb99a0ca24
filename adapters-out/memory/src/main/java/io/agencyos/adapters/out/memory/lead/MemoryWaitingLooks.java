package io.agencyos.adapters.out.memory.lead;

import io.agencyos.application.client.Credits;
import io.agencyos.application.lead.enrichment.WaitingLooks;
import io.agencyos.domain.client.billing.CreditAccount;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.enrichment.Enrichment;
import io.agencyos.domain.lead.enrichment.Enrichment.State;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Of the looks that are kept there. */
public final class MemoryWaitingLooks implements WaitingLooks {

    private static final Comparator<Waiting> LONGEST_FIRST =
            Comparator.comparing(Waiting::since).thenComparing(one -> one.lead().text());

    private final MemoryEnrichments looks;
    private final MemoryLeads leads;
    private final Credits credits;

    public MemoryWaitingLooks(MemoryEnrichments looks, MemoryLeads leads, Credits credits) {
        this.looks = looks;
        this.leads = leads;
        this.credits = credits;
    }

    private Stream<Enrichment> waiting() {
        Set<Object> live = leads.live()
                .filter(lead -> switch (lead.status()) {
                    case NEW, ENRICHED, SCORED, IN_SEQUENCE, REPLIED, MEETING_BOOKED, COMPLETED -> true;
                    case CONVERTED, NOT_INTERESTED, UNSUBSCRIBED, BOUNCED, INVALID, ARCHIVED -> false;
                })
                .map(Lead::id)
                .collect(Collectors.toSet());
        return looks.all().filter(look -> live.contains(look.lead()));
    }

    private static boolean isAskable(Enrichment look, Instant now) {
        return switch (look.state()) {
            case NO_CREDITS -> look.at().isBefore(now);
            case FAILED -> !look.at().isAfter(now.minus(AFTER_A_FAILURE));
            case CLAIMED, ENRICHED, NOT_FOUND, IDENTITY_MISMATCH, DUPLICATE -> false;
        };
    }

    @Override
    public List<Waiting> waiting(ClientId client, Instant now, @Nullable Waiting after, int limit) {
        return waiting()
                .filter(look -> look.clientId().equals(client) && isAskable(look, now))
                .map(look -> new Waiting(look.lead(), look.at()))
                .sorted(LONGEST_FIRST)
                .filter(one -> after == null || LONGEST_FIRST.compare(one, after) > 0)
                .limit(limit)
                .toList();
    }

    @Override
    public List<ClientId> page(Instant now, @Nullable ClientId after, int limit) {
        return waiting()
                .filter(look -> isAskable(look, now))
                .filter(look -> look.state() == State.FAILED || credits.balance(look.clientId()) > 0)
                .map(Enrichment::clientId)
                .distinct()
                .filter(client -> after == null || client.text().compareTo(after.text()) > 0)
                .sorted(Comparator.comparing(ClientId::text))
                .limit(limit)
                .toList();
    }

    @Override
    public List<Unpaid> unpaid() {
        return waiting()
                .filter(look -> look.state() == State.NO_CREDITS && credits.balance(look.clientId()) == 0)
                .collect(Collectors.groupingBy(Enrichment::clientId, Collectors.counting()))
                .entrySet()
                .stream()
                .map(client -> new Unpaid(
                        client.getKey(),
                        client.getValue().intValue(),
                        credits.account(client.getKey())
                                .map(CreditAccount::nextReset)
                                .orElse(null)))
                .sorted(Comparator.comparing(one -> one.client().text()))
                .toList();
    }
}
