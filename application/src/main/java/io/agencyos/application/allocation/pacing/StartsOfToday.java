package io.agencyos.application.allocation.pacing;

import io.agencyos.application.outreach.store.Quotas;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.billing.Subscription;
import io.agencyos.domain.outreach.calendar.Holidays;
import io.agencyos.domain.resource.DailyLimit;
import io.agencyos.domain.resource.Mailbox;
import io.agencyos.domain.resource.MailboxChoice;
import io.agencyos.domain.resource.Pacing;
import io.agencyos.domain.resource.QuotaMetric;
import io.agencyos.domain.resource.StartBudget;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ResourceId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The lead starts of a client's day as they stand at a moment of it. The budget is the whole day's: what was started today
 * is part of it, so that it is the same in the morning and in the afternoon unless leads or senders come or go. Needs an
 * open unit of work of the tenant, as worker. Source: scoring PACE-1, PACE-3.
 *
 * @param day on the client's clock
 * @param pacing the period until now
 * @param startedToday leads whose first touch was sent today
 * @param ready leads that could still start today
 * @param room e-mails that senders still take today once all that follow up have gone
 * @param budget of the whole day; none while the client has stopped everything
 */
record StartsOfToday(LocalDate day, Pacing pacing, int startedToday, int ready, int room, StartBudget budget) {

    static StartsOfToday of(StartPorts ports, Client client, Subscription subscription, Holidays closed, Instant now) {
        ClientId id = client.id();
        ZoneId zone = client.timezone();
        LocalDate day = LocalDate.ofInstant(now, zone);
        Instant midnight = day.atStartOfDay(zone).toInstant();
        Instant tomorrow = day.plusDays(1).atStartOfDay(zone).toInstant();
        Instant periodStart = subscription.periodStart().atStartOfDay(zone).toInstant();
        int startedToday = ports.book().startsBetween(id, midnight, now);
        Pacing pacing = Pacing.of(
                subscription.plan().terms().leadsPerMonth(),
                ports.book().startsBetween(id, periodStart, now),
                subscription.periodStart(),
                subscription.periodEnd().minusDays(1),
                day,
                closed.of(client.country(), zone));
        int ready = client.paused() ? 0 : ports.enrolments().startsDue(id, tomorrow);
        int room = Math.max(0, left(ports, id, midnight, now) - followUps(ports, id, tomorrow));
        return new StartsOfToday(
                day,
                pacing,
                startedToday,
                ready,
                room,
                pacing.before(startedToday).budget(startedToday + ready, startedToday + room));
    }

    private static int followUps(StartPorts ports, ClientId client, Instant tomorrow) {
        return ports.enrolments().followUpsDue(client, tomorrow).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    /** Outreach that all usable domains together still take today; mailboxes of one domain share its limit. */
    private static int left(StartPorts ports, ClientId client, Instant midnight, Instant now) {
        Map<ResourceId, Mailbox> domains = new HashMap<>();
        ports.mailboxes().ofClient(client).stream()
                .filter(MailboxChoice::usable)
                .forEach(mailbox -> domains.putIfAbsent(mailbox.domainId(), mailbox));
        List<Quotas.Counter> counters = domains.keySet().stream()
                .flatMap(domain -> Stream.of(outbound(domain, midnight), total(domain, midnight)))
                .toList();
        Map<Quotas.Counter, Quotas.Count> taken = ports.quotas().counts(client, counters);
        return domains.values().stream()
                .mapToInt(mailbox -> DailyLimit.of(mailbox, now)
                        .outboundLeft(
                                taken(taken, outbound(mailbox.domainId(), midnight)),
                                taken(taken, total(mailbox.domainId(), midnight))))
                .sum();
    }

    private static Quotas.Counter outbound(ResourceId domain, Instant midnight) {
        return new Quotas.Counter(domain.value(), QuotaMetric.EMAIL_OUTBOUND, midnight);
    }

    private static Quotas.Counter total(ResourceId domain, Instant midnight) {
        return new Quotas.Counter(domain.value(), QuotaMetric.EMAIL_TOTAL, midnight);
    }

    private static int taken(Map<Quotas.Counter, Quotas.Count> counts, Quotas.Counter counter) {
        return counts.getOrDefault(counter, Quotas.Count.ZERO).taken();
    }
}
