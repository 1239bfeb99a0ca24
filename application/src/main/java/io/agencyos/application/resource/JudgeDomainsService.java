package io.agencyos.application.resource;

import io.agencyos.application.platform.Events;
import io.agencyos.application.platform.flow.store.Breakers;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.domain.platform.DomainEvent;
import io.agencyos.domain.platform.EventName;
import io.agencyos.domain.platform.flow.Breaker;
import io.agencyos.domain.platform.flow.BreakerScope;
import io.agencyos.domain.resource.DomainPause;
import io.agencyos.domain.resource.DomainPause.Recent;
import io.agencyos.domain.resource.SendingDomain;
import io.agencyos.domain.resource.SendingDomain.Mail;
import io.agencyos.domain.resource.SendingDomain.Week;
import io.agencyos.domain.resource.StopReason;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ResourceId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * All of a client's domains at once: three reads, more where one warms up or much came back, and a write for each. A domain that
 * is stopped has an open breaker beside it, for whoever asks why nothing leaves.
 */
final class JudgeDomainsService implements JudgeDomains {

    private static final Duration WINDOW = Duration.ofDays(30);
    private static final Duration WEEK = Duration.ofDays(7);

    private final SendingDomains domains;
    private final Breakers breakers;
    private final Events events;
    private final ClockPort clock;
    private final IdSource ids;

    JudgeDomainsService(SendingDomains domains, Breakers breakers, Events events, ClockPort clock, IdSource ids) {
        this.domains = domains;
        this.breakers = breakers;
        this.events = events;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public int judge(ClientId client) {
        Instant now = clock.now();
        List<SendingDomain> known = domains.ofClientForUpdate(client);
        Map<ResourceId, Mail> mail = domains.mailSince(client, now.minus(WINDOW));
        Map<ResourceId, Week> weeks = weeks(client, known, now);
        Map<ResourceId, Recent> recent = recent(client, mail.values());
        int changed = 0;
        for (SendingDomain before : known) {
            Mail sent = mail.getOrDefault(before.id(), Mail.NONE);
            Recent last = recent.getOrDefault(before.id(), Recent.NONE);
            SendingDomain after = before.judged(sent, weeks.getOrDefault(before.id(), Week.UNKNOWN), last, now);
            domains.judge(after, sent, now);
            if (after.stopped() != before.stopped()) {
                breakers.save(breaker(after, sent, last, now));
            }
            if (after.health() != before.health() || after.stopped() != before.stopped()) {
                changed++;
                tell(before, after, sent, now);
            }
        }
        return changed;
    }

    /** Read only where so many came back that it can matter. */
    private Map<ResourceId, Recent> recent(ClientId client, Collection<Mail> month) {
        return month.stream().anyMatch(DomainPause::mayBeTooMany) ? domains.lastMail(client) : Map.of();
    }

    private Breaker breaker(SendingDomain domain, Mail month, Recent last, Instant now) {
        String name = domain.name().value();
        Breaker known = breakers.find(domain.clientId(), BreakerScope.DELIVERABILITY, name)
                .orElseGet(() -> Breaker.closed(domain.clientId(), BreakerScope.DELIVERABILITY, name));
        if (!domain.stopped()) {
            return known.close(now);
        }
        StopReason why = StopReason.of(domain, month, last);
        return known.open(
                why.code(), "E-mail from " + name + " paused: " + why.figure() + ".", Breaker.SYSTEM, now, null);
    }

    /** What a week sent matters only where something still warms up; where its tests arrived matters always. */
    private Map<ResourceId, Week> weeks(ClientId client, List<SendingDomain> known, Instant now) {
        Instant since = now.minus(WEEK);
        Map<ResourceId, Integer> inbox = domains.inboxPercent(client, LocalDate.ofInstant(since, ZoneOffset.UTC));
        Map<ResourceId, Mail> mail =
                known.stream().anyMatch(domain -> domain.warmsUp(now)) ? domains.mailSince(client, since) : Map.of();
        return known.stream()
                .collect(Collectors.toMap(
                        SendingDomain::id,
                        domain -> new Week(mail.getOrDefault(domain.id(), Mail.NONE), inbox.get(domain.id()))));
    }

    private void tell(SendingDomain before, SendingDomain after, Mail mail, Instant now) {
        events.append(new DomainEvent(
                ids.next(),
                after.clientId(),
                EventName.EMAIL_DOMAIN_HEALTH_CHANGED,
                after.id().value(),
                now,
                Map.of(
                        "domain", after.name().value(),
                        "from", before.health().wire(),
                        "to", after.health().wire(),
                        "stopped", String.valueOf(after.stopped()),
                        "sends", String.valueOf(mail.sends()),
                        "bounces", String.valueOf(mail.bounces()),
                        "complaints", String.valueOf(mail.complaints()))));
    }
}
