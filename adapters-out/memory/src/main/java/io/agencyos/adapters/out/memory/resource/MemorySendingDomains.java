package io.agencyos.adapters.out.memory.resource;

import io.agencyos.adapters.out.memory.conversation.MemoryTouchOutcomes;
import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.adapters.out.memory.outreach.MemorySentLog;
import io.agencyos.application.conversation.store.TouchOutcome;
import io.agencyos.application.outreach.store.SentLog.Sent;
import io.agencyos.application.resource.SendingDomains;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.outreach.DeliveryStatus;
import io.agencyos.domain.resource.DomainPause;
import io.agencyos.domain.resource.DomainPause.Recent;
import io.agencyos.domain.resource.Mailbox;
import io.agencyos.domain.resource.SendingDomain;
import io.agencyos.domain.resource.SendingDomain.Mail;
import io.agencyos.domain.resource.WarmUpReading;
import io.agencyos.domain.resource.WarmUpTraffic;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ResourceId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The domains of the known mailboxes; what was sent from them is counted in the log. */
public final class MemorySendingDomains implements SendingDomains {

    private final MemoryMailboxes mailboxes;
    private final MemorySentLog sentLog;
    private final MemoryTouchOutcomes outcomes;
    private final MemoryTable<ResourceId, SendingDomain> judged;
    private final MemoryTable<DomainDay, Placement> placements;
    private final MemoryTable<DomainDay, Warmed> traffic;

    /** The figures that a domain was last judged by. */
    record Judgement(ResourceId domain, ClientId client, Mail mail, Instant at) {}

    private final MemoryTable<ResourceId, Judgement> judgements;

    private record DomainDay(ResourceId domain, LocalDate day) {}

    private record Placement(DomainDay key, int inboxPercent) {}

    private record Warmed(DomainDay key, WarmUpTraffic traffic) {}

    public MemorySendingDomains(
            MemoryUnitOfWork units, MemoryMailboxes mailboxes, MemorySentLog sentLog, MemoryTouchOutcomes outcomes) {
        this.mailboxes = mailboxes;
        this.sentLog = sentLog;
        this.outcomes = outcomes;
        judged = MemoryTable.<ResourceId, SendingDomain>ofTenants(
                        "resource", units, SendingDomain::clientId, SendingDomain::id)
                .writtenBy(Role.WORKER);
        judgements = MemoryTable.<ResourceId, Judgement>ofTenants(
                        "resource.sends_30d", units, Judgement::client, Judgement::domain)
                .writtenBy(Role.WORKER);
        traffic = MemoryTable.ofPlatform("resource_health_day.warmup", units, Warmed::key);
        placements = MemoryTable.ofPlatform("resource_health_day", units, Placement::key);
    }

    @Override
    public List<SendingDomain> ofClientForUpdate(ClientId client) {
        Map<ResourceId, SendingDomain> domains = new LinkedHashMap<>();
        mailboxes
                .ofClient(client)
                .forEach(mailbox -> domains.putIfAbsent(
                        mailbox.domainId(),
                        new SendingDomain(
                                mailbox.domainId(),
                                client,
                                mailbox.domain(),
                                mailbox.health(),
                                judged.find(mailbox.domainId())
                                        .map(SendingDomain::criticalSince)
                                        .orElse(null),
                                mailbox.warmupStartedAt(),
                                judged.find(mailbox.domainId())
                                        .map(SendingDomain::skippedAt)
                                        .orElse(null),
                                mailbox.pause())));
        return domains.values().stream()
                .sorted(Comparator.comparing(domain -> domain.name().value()))
                .toList();
    }

    @Override
    public Map<ResourceId, Mail> mailSince(ClientId client, Instant since) {
        Map<ResourceId, Mail> mail = new HashMap<>();
        each(client, since, (domain, sent) -> mail.merge(domain, one(client, sent), MemorySendingDomains::sum));
        return mail;
    }

    @Override
    public Map<ResourceId, Recent> lastMail(ClientId client) {
        Map<ResourceId, Instant> letGo = new HashMap<>();
        mailboxes.ofClient(client).stream()
                .filter(mailbox -> mailbox.pause().endedAt() != null)
                .forEach(
                        mailbox -> letGo.put(mailbox.domainId(), mailbox.pause().endedAt()));
        Map<ResourceId, List<Sent>> all = new HashMap<>();
        each(client, Instant.MIN, (domain, sent) -> {
            if (sent.at().isAfter(letGo.getOrDefault(domain, Instant.MIN))) {
                all.computeIfAbsent(domain, id -> new ArrayList<>()).add(sent);
            }
        });
        return all.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, sent -> recent(client, sent.getValue())));
    }

    private Recent recent(ClientId client, List<Sent> all) {
        Comparator<Sent> newest = Comparator.comparing(Sent::at)
                .thenComparing(sent -> sent.touch().id().value())
                .reversed();
        Mail last = all.stream()
                .sorted(newest)
                .limit(DomainPause.LAST)
                .map(sent -> one(client, sent))
                .reduce(Mail.NONE, MemorySendingDomains::sum);
        return new Recent(last.sends(), last.bounces());
    }

    @Override
    public Map<ResourceId, Map<LocalDate, Mail>> mailByDay(ClientId client, LocalDate first) {
        Map<ResourceId, Map<LocalDate, Mail>> mail = new HashMap<>();
        each(
                client,
                first.atStartOfDay(ZoneOffset.UTC).toInstant(),
                (domain, sent) -> mail.computeIfAbsent(domain, id -> new HashMap<>())
                        .merge(
                                LocalDate.ofInstant(sent.at(), ZoneOffset.UTC),
                                one(client, sent),
                                MemorySendingDomains::sum));
        return mail;
    }

    @Override
    public Map<ResourceId, Integer> inboxPercent(ClientId client, LocalDate since) {
        Set<ResourceId> own =
                mailboxes.ofClient(client).stream().map(Mailbox::domainId).collect(Collectors.toSet());
        Map<ResourceId, Integer> seen = new HashMap<>();
        placements
                .rows()
                .filter(test ->
                        own.contains(test.key().domain()) && !test.key().day().isBefore(since))
                .sorted(Comparator.comparing(test -> test.key().day()))
                .forEach(test -> seen.put(test.key().domain(), test.inboxPercent()));
        return seen;
    }

    @Override
    public boolean placed(ResourceId domain, LocalDate day, int inboxPercent) {
        boolean known = mailboxes.hasDomain(domain);
        if (known) {
            placements.put(new Placement(new DomainDay(domain, day), inboxPercent));
        }
        return known;
    }

    @Override
    public Map<ResourceId, LocalDate> warmUpKnownUntil(ClientId client) {
        Map<ResourceId, LocalDate> known = new HashMap<>();
        mailboxes.ofClient(client).stream()
                .map(Mailbox::domainId)
                .distinct()
                .forEach(domain -> days(domain).keySet().stream()
                        .max(Comparator.naturalOrder())
                        .ifPresent(day -> known.put(domain, day)));
        return known;
    }

    Map<LocalDate, WarmUpTraffic> days(ResourceId domain) {
        return traffic.rows()
                .filter(day -> day.key().domain().equals(domain))
                .collect(Collectors.toMap(day -> day.key().day(), Warmed::traffic));
    }

    @Override
    public void warmedUp(ResourceId domain, Map<LocalDate, WarmUpTraffic> days) {
        days.forEach((day, sent) -> traffic.put(new Warmed(new DomainDay(domain, day), sent)));
    }

    private void each(ClientId client, Instant since, BiConsumer<ResourceId, Sent> work) {
        Map<String, ResourceId> ids = new HashMap<>();
        mailboxes.ofClient(client).forEach(mailbox -> ids.put(mailbox.domain().value(), mailbox.domainId()));
        sentLog.touches(client).stream()
                .map(MemorySentLog.SentTouch::sent)
                .filter(sent -> sent.touch().kind().channel() == Channel.EMAIL && !sent.test())
                .filter(sent -> sent.senderDomain() != null && !sent.at().isBefore(since))
                .forEach(sent -> {
                    ResourceId id = ids.get(sent.senderDomain().value());
                    if (id != null) {
                        work.accept(id, sent);
                    }
                });
    }

    private Mail one(ClientId client, Sent sent) {
        TouchOutcome outcome = outcomes.of(client, sent.touch().id());
        return new Mail(
                1, outcome.delivery() == DeliveryStatus.BOUNCED ? 1 : 0, outcome.complainedAt() == null ? 0 : 1);
    }

    private static Mail sum(Mail a, Mail b) {
        return new Mail(a.sends() + b.sends(), a.bounces() + b.bounces(), a.complaints() + b.complaints());
    }

    @Override
    public void measured(
            ClientId client, ResourceId domain, @Nullable WarmUpReading reading, @Nullable Instant warmingSince) {
        mailboxes.ofClient(client).stream()
                .filter(mailbox -> mailbox.domainId().equals(domain))
                .findFirst()
                .ifPresent(mailbox -> mailboxes.update(mailbox.measured(reading, warmingSince)));
    }

    Optional<Judgement> judgement(ResourceId domain) {
        return judgements.find(domain);
    }

    @Override
    public void judge(SendingDomain domain, Mail mail, Instant at) {
        judged.put(domain);
        judgements.put(new Judgement(domain.id(), domain.clientId(), mail, at));
        mailboxes.ofClient(domain.clientId()).stream()
                .filter(mailbox -> mailbox.domainId().equals(domain.id()))
                .findFirst()
                .ifPresent(mailbox -> mailboxes.update(mailbox.judged(domain)));
    }
}
