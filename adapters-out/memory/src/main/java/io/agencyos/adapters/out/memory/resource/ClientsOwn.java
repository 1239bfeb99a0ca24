package io.agencyos.adapters.out.memory.resource;

import io.agencyos.domain.resource.Holding;
import io.agencyos.domain.resource.LentResource;
import io.agencyos.domain.resource.Mailbox;
import io.agencyos.domain.resource.MailboxState;
import io.agencyos.domain.resource.ResourceKind;
import io.agencyos.domain.resource.ResourceSource;
import io.agencyos.domain.resource.ResourceStatus;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ResourceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Mailboxes and domains as one another: the store of mailboxes knows no stock, the stock no mailboxes. */
final class ClientsOwn {

    private ClientsOwn() {}

    /** What a client brought itself: its mailboxes that are not lent, and each of their domains once. */
    static List<Holding> of(List<Mailbox> mailboxes, Predicate<ResourceId> lent) {
        List<Holding> own = new ArrayList<>();
        mailboxes.stream()
                .filter(box -> !lent.test(box.id()))
                .map(box -> holding(
                        resource(
                                box,
                                box.id(),
                                ResourceKind.MAILBOX,
                                box.address().value(),
                                box.domainId()),
                        box.lastUsedAt()))
                .forEach(own::add);
        mailboxes.stream()
                .filter(box -> !lent.test(box.domainId()))
                .collect(Collectors.groupingBy(Mailbox::domainId))
                .forEach((domain, boxes) -> own.add(holding(
                        resource(
                                boxes.getFirst(),
                                domain,
                                ResourceKind.EMAIL_DOMAIN,
                                boxes.getFirst().domain().value(),
                                null),
                        boxes.stream()
                                .map(Mailbox::lastUsedAt)
                                .filter(Objects::nonNull)
                                .max(Instant::compareTo)
                                .orElse(null))));
        return own;
    }

    private static Holding holding(LentResource resource, @Nullable Instant usedAt) {
        return new Holding(resource, false, false, 0, usedAt);
    }

    private static LentResource resource(
            Mailbox box, ResourceId id, ResourceKind kind, String value, @Nullable ResourceId parent) {
        return new LentResource(
                id,
                kind,
                value,
                parent,
                new ResourceSource(box.vendor(), kind == ResourceKind.MAILBOX ? box.vendorRef() : null, null),
                ResourceStatus.ASSIGNED,
                1,
                0,
                50,
                box.health(),
                box.authenticated(),
                kind == ResourceKind.MAILBOX ? null : box.warmupStartedAt(),
                null,
                null,
                Instant.EPOCH,
                0);
    }

    /** A lent mailbox as the client sends from it. */
    static Mailbox mailbox(ClientId client, LentResource box, LentResource domain) {
        return new Mailbox(
                box.id(),
                client,
                new EmailAddress(box.value()),
                domain.id(),
                new DomainName(domain.value()),
                box.source().provider(),
                box.source().ref(),
                MailboxState.CONNECTED,
                domain.health(),
                domain.warmingSince(),
                domain.authenticated(),
                null,
                null);
    }
}
