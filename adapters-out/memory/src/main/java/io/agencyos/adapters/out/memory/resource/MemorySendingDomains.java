package io.agencyos.adapters.out.memory.resource;

import io.agencyos.adapters.out.memory.conversation.MemoryTouchOutcomes;
import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.adapters.out.memory.outreach.MemorySentLog;
import io.agencyos.application.conversation.TouchOutcome;
import io.agencyos.application.resource.MailboxRepository;
import io.agencyos.application.resource.SendingDomains;
import io.agencyos.domain.client.Role;
import io.agencyos.domain.outreach.DeliveryStatus;
import io.agencyos.domain.resource.Mailbox;
import io.agencyos.domain.resource.SendingDomain;
import io.agencyos.domain.resource.SendingDomain.Mail;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.ResourceId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The domains of the known mailboxes; what was sent from them is counted in the log. */
public final class MemorySendingDomains implements SendingDomains {

    private final MailboxRepository mailboxes;
    private final MemorySentLog sentLog;
    private final MemoryTouchOutcomes outcomes;
    private final MemoryTable<ResourceId, SendingDomain> judged;

    public MemorySendingDomains(
            MemoryUnitOfWork units, MailboxRepository mailboxes, MemorySentLog sentLog, MemoryTouchOutcomes outcomes) {
        this.mailboxes = mailboxes;
        this.sentLog = sentLog;
        this.outcomes = outcomes;
        judged = MemoryTable.<ResourceId, SendingDomain>ofTenants(
                        "resource", units, SendingDomain::clientId, SendingDomain::id)
                .writtenBy(Role.WORKER);
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
                                mailbox.warmupStartedAt())));
        return domains.values().stream()
                .sorted(Comparator.comparing(domain -> domain.name().value()))
                .toList();
    }

    @Override
    public Map<ResourceId, Mail> mailSince(ClientId client, Instant since) {
        Map<ResourceId, Mail> mail = new HashMap<>();
        Map<String, ResourceId> ids = new HashMap<>();
        mailboxes.ofClient(client).forEach(mailbox -> ids.put(mailbox.domain().value(), mailbox.domainId()));
        sentLog.touches(client).stream()
                .map(MemorySentLog.SentTouch::sent)
                .filter(sent -> sent.touch().kind().channel() == Channel.EMAIL && !sent.test())
                .filter(sent -> sent.senderDomain() != null && !sent.at().isBefore(since))
                .forEach(sent -> {
                    ResourceId id = ids.get(sent.senderDomain().value());
                    if (id != null) {
                        TouchOutcome outcome = outcomes.of(client, sent.touch().id());
                        mail.merge(id, one(outcome), MemorySendingDomains::sum);
                    }
                });
        return mail;
    }

    private static Mail one(TouchOutcome outcome) {
        return new Mail(
                1, outcome.delivery() == DeliveryStatus.BOUNCED ? 1 : 0, outcome.complainedAt() == null ? 0 : 1);
    }

    private static Mail sum(Mail a, Mail b) {
        return new Mail(a.sends() + b.sends(), a.bounces() + b.bounces(), a.complaints() + b.complaints());
    }

    @Override
    public void judge(SendingDomain domain, Mail mail, Instant at) {
        judged.put(domain);
        mailboxes.ofClient(domain.clientId()).stream()
                .filter(mailbox -> mailbox.domainId().equals(domain.id()))
                .findFirst()
                .ifPresent(mailbox -> mailboxes.update(new Mailbox(
                        mailbox.id(),
                        mailbox.clientId(),
                        mailbox.address(),
                        mailbox.domainId(),
                        mailbox.domain(),
                        mailbox.vendor(),
                        mailbox.vendorRef(),
                        mailbox.state(),
                        domain.health(),
                        domain.warmupStartedAt(),
                        mailbox.authenticated(),
                        mailbox.dailyOverride(),
                        mailbox.lastUsedAt())));
    }
}
