package io.agencyos.adapters.out.memory.conversation;

import static java.util.Comparator.comparing;

import io.agencyos.adapters.out.memory.kernel.ById;
import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.adapters.out.memory.outreach.MemorySentLog;
import io.agencyos.adapters.out.memory.outreach.MemorySentLog.SentTouch;
import io.agencyos.adapters.out.memory.outreach.MemoryTouches;
import io.agencyos.application.conversation.inbox.MailEvent.About;
import io.agencyos.application.conversation.store.TouchOutcome;
import io.agencyos.application.conversation.store.TouchOutcomes;
import io.agencyos.application.lead.store.Leads;
import io.agencyos.application.resource.MailboxRepository;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.outreach.DeliveryStatus;
import io.agencyos.domain.outreach.ImpliedDelivery;
import io.agencyos.domain.outreach.TextArrivals;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.resource.Mailbox;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.TouchKind;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.ResourceId;
import io.agencyos.domain.shared.id.TouchId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What became of sent touches, beside the log of what was sent. */
public final class MemoryTouchOutcomes implements TouchOutcomes {

    private record Row(ClientId clientId, TouchId touch, TouchOutcome outcome) {}

    private final MemorySentLog sentLog;
    private final MemoryTouches touches;
    private final Leads leads;
    private final MailboxRepository mailboxes;
    private final MemoryTable<TouchId, Row> table;

    public MemoryTouchOutcomes(
            MemoryUnitOfWork units,
            MemorySentLog sentLog,
            MemoryTouches touches,
            Leads leads,
            MailboxRepository mailboxes) {
        this.sentLog = sentLog;
        this.touches = touches;
        this.leads = leads;
        this.mailboxes = mailboxes;
        table = MemoryTable.<TouchId, Row>ofTenants("touch_outcome", units, Row::clientId, Row::touch)
                .writtenBy(Role.WORKER);
    }

    /** The outcome of a touch as it stands. */
    public TouchOutcome of(ClientId client, TouchId touch) {
        return table.find(touch).map(Row::outcome).orElse(TouchOutcome.NONE);
    }

    @Override
    public Map<ResourceId, TextArrivals> texts(ClientId client, Instant from, Instant until) {
        Map<ResourceId, TextArrivals> texts = new HashMap<>();
        sentLog.touches(client).stream()
                .map(MemorySentLog.SentTouch::sent)
                .filter(sent -> sent.touch().kind() == TouchKind.SMS
                        && !sent.test()
                        && sent.touch().resourceId() != null
                        && !sent.at().isBefore(from)
                        && sent.at().isBefore(until))
                .forEach(sent -> {
                    DeliveryStatus told = of(client, sent.touch().id()).delivery();
                    if (told == DeliveryStatus.DELIVERED || told == DeliveryStatus.UNDELIVERED) {
                        texts.merge(
                                sent.touch().resourceId(),
                                new TextArrivals(1, told == DeliveryStatus.DELIVERED ? 1 : 0),
                                (one, other) ->
                                        new TextArrivals(one.told() + other.told(), one.arrived() + other.arrived()));
                    }
                });
        return texts;
    }

    @Override
    public Map<About, Known> named(ClientId client, Collection<About> abouts) {
        Map<About, Known> named = new LinkedHashMap<>();
        for (About about : abouts) {
            byReference(client, about.messageId())
                    .or(() -> byReference(client, about.vendorRef()))
                    .or(() -> byKey(client, about.idempotencyKey()))
                    .ifPresent(known -> named.put(about, known));
        }
        return named;
    }

    @Override
    public Optional<Known> answered(ClientId client, List<String> references) {
        return references.stream()
                .map(reference -> byReference(client, reference))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** A touch that nothing has proved sent is known by its reference, or by the id in its Message-ID. */
    private Optional<Known> byReference(ClientId client, @Nullable String reference) {
        if (reference == null) {
            return Optional.empty();
        }
        return sent(client)
                .filter(one -> reference.equals(one.sent().messageId())
                        || reference.equals(one.sent().touch().vendorRef()))
                .map(this::known)
                .findFirst()
                .or(() -> touches.all(client)
                        .filter(touch -> reference.equals(touch.vendorRef())
                                || reference.startsWith("<" + touch.id().text() + "@"))
                        .map(this::known)
                        .findFirst());
    }

    private Optional<Known> byKey(ClientId client, @Nullable String key) {
        return key == null
                ? Optional.empty()
                : touches.all(client)
                        .filter(touch -> touch.idempotencyKey().equals(key))
                        .map(this::known)
                        .findFirst();
    }

    private Known known(Touch touch) {
        return sent(touch.clientId())
                .filter(one -> one.sent().touch().id().equals(touch.id()))
                .findFirst()
                .map(this::known)
                .orElseGet(() -> new Known(
                        touch.id(),
                        touch.leadId(),
                        touch.campaignId(),
                        touch.kind(),
                        touch.stepNo(),
                        null,
                        null,
                        null));
    }

    private Known known(SentTouch one) {
        Touch touch = one.sent().touch();
        return new Known(
                touch.id(),
                touch.leadId(),
                touch.campaignId(),
                touch.kind(),
                touch.stepNo(),
                one.sent().at(),
                of(touch.clientId(), touch.id()).deliveredAt(),
                one.thread());
    }

    private Stream<SentTouch> sent(ClientId client) {
        return sentLog.touches(client).stream()
                .sorted(comparing((SentTouch one) -> one.sent().at())
                        .thenComparing(ById.ascending(one -> one.sent().touch().id())));
    }

    private Stream<SentTouch> sentTo(ClientId client, LeadId lead) {
        return sent(client).filter(one -> one.sent().touch().leadId().equals(lead));
    }

    @Override
    public Optional<Known> latest(ClientId client, LeadId lead, Channel channel, Instant until) {
        return sentTo(client, lead)
                .filter(one -> one.sent().touch().kind().channel() == channel
                        && !one.sent().at().isAfter(until))
                .reduce((one, later) -> later)
                .map(this::known);
    }

    @Override
    public List<LastMail> lastMails(ClientId client, Collection<EmailAddress> addresses) {
        return addresses.stream()
                .flatMap(address -> touches
                        .all(client)
                        .filter(touch -> touch.kind() == TouchKind.EMAIL && hasLeftFor(touch, address))
                        .max(comparing(Touch::sentAt, Comparator.nullsFirst(Comparator.naturalOrder()))
                                .thenComparing(Touch::createdAt)
                                .thenComparing(ById.ascending(Touch::id)))
                        .map(touch -> new LastMail(address, touch.leadId(), touch.id()))
                        .stream())
                .sorted(comparing(mail -> mail.to().value()))
                .toList();
    }

    private boolean hasLeftFor(Touch touch, EmailAddress address) {
        return touch.dispatchCount() > 0
                && !touch.isRedirected()
                && (address.value().equals(touch.recipient())
                        || leads.find(touch.clientId(), touch.leadId())
                                .map(lead -> lead.contact().email())
                                .filter(own -> own.key().equals(address.key()))
                                .isPresent());
    }

    @Override
    public Set<LeadId> writtenTo(ClientId client, EmailAddress mailbox, DomainName company, Instant since) {
        return sent(client)
                .filter(one -> one.sent().touch().kind().channel() == Channel.EMAIL
                        && !one.sent().at().isBefore(since)
                        && isFrom(one, mailbox))
                .map(one -> one.sent().touch().leadId())
                .distinct()
                .filter(id -> leads.find(client, id)
                        .filter(lead -> isOf(lead, company))
                        .isPresent())
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Set<LeadId> bouncedAt(ClientId client, DomainName domain, Instant since) {
        return sent(client)
                .filter(one -> one.sent().touch().kind().channel() == Channel.EMAIL
                        && !one.sent().test())
                .filter(one -> {
                    TouchOutcome outcome = of(client, one.sent().touch().id());
                    return outcome.delivery() == DeliveryStatus.BOUNCED
                            && !Objects.requireNonNull(outcome.bouncedAt()).isBefore(since);
                })
                .map(one -> one.sent().touch().leadId())
                .distinct()
                .filter(id -> leads.find(client, id)
                        .map(lead -> lead.contact().email())
                        .filter(address -> address.domain().equals(domain))
                        .isPresent())
                .collect(Collectors.toUnmodifiableSet());
    }

    private boolean isFrom(SentTouch one, EmailAddress mailbox) {
        Touch touch = one.sent().touch();
        return touch.resourceId() != null
                && mailboxes.find(touch.clientId(), touch.resourceId()).map(Mailbox::address).stream()
                        .anyMatch(mailbox::equals);
    }

    private static boolean isOf(Lead lead, DomainName company) {
        EmailAddress email = lead.contact().email();
        return company.equals(lead.company().domain()) || email != null && company.equals(email.domain());
    }

    @Override
    public List<Known> before(ClientId client, LeadId lead, Instant until) {
        return sentTo(client, lead)
                .filter(one -> !one.sent().test() && one.sent().at().isBefore(until))
                .map(this::known)
                .toList();
    }

    @Override
    public Map<TouchId, Integer> fold(ClientId client, Collection<Fact> facts) {
        Map<TouchId, Integer> opened = new HashMap<>();
        Set<TouchId> recorded = sent(client).map(one -> one.sent().touch().id()).collect(Collectors.toSet());
        for (Fact fact : facts) {
            if (recorded.contains(fact.touch())) {
                TouchOutcome next = of(client, fact.touch()).and(fact);
                table.put(new Row(client, fact.touch(), next));
                sentLog.delivered(client, fact.touch(), next.delivery());
                if (next.opens() > 0) {
                    opened.put(fact.touch(), next.opens());
                }
            }
        }
        return opened;
    }

    @Override
    public int implyDeliveries(ClientId client, Instant sentUntil) {
        List<SentTouch> silent = sent(client)
                .filter(one -> !one.sent().at().isAfter(sentUntil)
                        && one.delivery() == DeliveryStatus.ACCEPTED
                        && !ImpliedDelivery.TOLD_OF.contains(one.sent().touch().kind()))
                .toList();
        silent.forEach(one -> {
            TouchId touch = one.sent().touch().id();
            table.put(new Row(client, touch, of(client, touch).bySilence()));
            sentLog.delivered(client, touch, DeliveryStatus.DELIVERED);
        });
        return silent.size();
    }

    @Override
    public List<Silent> silentTexts(ClientId client, Silent.After after, Instant before, int limit) {
        Comparator<Silent> order =
                comparing(Silent::sentAt).thenComparing(text -> text.touch().text());
        Silent position = new Silent(after.touch(), "", "", after.sentAt());
        return sent(client)
                .filter(one -> one.delivery() == DeliveryStatus.ACCEPTED
                        && one.sent().at().isBefore(before))
                .map(one -> one.sent().touch())
                .filter(touch -> touch.kind() == TouchKind.SMS && touch.vendorRef() != null)
                .map(touch -> new Silent(
                        touch.id(),
                        Objects.requireNonNull(touch.vendor()),
                        Objects.requireNonNull(touch.vendorRef()),
                        Objects.requireNonNull(touch.sentAt())))
                .filter(text -> order.compare(text, position) > 0)
                .sorted(order)
                .limit(limit)
                .toList();
    }

    @Override
    public int softBounces(ClientId client, LeadId lead, Instant since) {
        return (int) sentTo(client, lead)
                .map(one -> of(client, one.sent().touch().id()))
                .filter(outcome -> outcome.delivery() == DeliveryStatus.UNDELIVERED
                        && !Objects.requireNonNull(outcome.bouncedAt()).isBefore(since))
                .count();
    }
}
