package io.agencyos.application.resource;

import io.agencyos.application.platform.Events;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.domain.platform.DomainEvent;
import io.agencyos.domain.platform.EventName;
import io.agencyos.domain.resource.SendingDomain;
import io.agencyos.domain.resource.SendingDomain.Mail;
import io.agencyos.domain.resource.SendingDomain.Week;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.ResourceId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** All of a client's domains at once: three reads, four where one warms up, and a write for each. */
final class JudgeDomainsService implements JudgeDomains {

    private static final Duration WINDOW = Duration.ofDays(30);
    private static final Duration WEEK = Duration.ofDays(7);

    private final SendingDomains domains;
    private final Events events;
    private final ClockPort clock;
    private final IdSource ids;

    JudgeDomainsService(SendingDomains domains, Events events, ClockPort clock, IdSource ids) {
        this.domains = domains;
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
        int changed = 0;
        for (SendingDomain before : known) {
            Mail sent = mail.getOrDefault(before.id(), Mail.NONE);
            SendingDomain after = before.judged(sent, weeks.getOrDefault(before.id(), Week.UNKNOWN), now);
            domains.judge(after, sent, now);
            if (after.health() != before.health()) {
                changed++;
                tell(before, after, sent, now);
            }
        }
        return changed;
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
                        "sends", String.valueOf(mail.sends()),
                        "bounces", String.valueOf(mail.bounces()),
                        "complaints", String.valueOf(mail.complaints()))));
    }
}
