package io.agencyos.adapters.out.memory.resource;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.resource.MailboxRepository;
import io.agencyos.application.shared.UniqueViolation;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.resource.Mailbox;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ResourceId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Mailboxes by address; whose one is, the platform knows too. */
public final class MemoryMailboxes implements MailboxRepository {

    private final MemoryTable<ResourceId, Mailbox> table;
    private final MemoryTable<ResourceId, Mailbox> byAddress;

    public MemoryMailboxes(MemoryUnitOfWork units) {
        table = MemoryTable.<ResourceId, Mailbox>ofTenants("client_resource", units, Mailbox::clientId, Mailbox::id)
                .writtenBy(Role.WORKER);
        byAddress = MemoryTable.<ResourceId, Mailbox>ofPlatform("resource", units, Mailbox::id)
                .unique("uq_resource_value", Mailbox::address);
    }

    @Override
    public List<Mailbox> ofClient(ClientId client) {
        return table.rows()
                .filter(mailbox -> mailbox.clientId().equals(client))
                .sorted(Comparator.comparing(mailbox -> mailbox.address().value()))
                .toList();
    }

    @Override
    public Optional<Mailbox> find(ClientId client, ResourceId id) {
        return table.find(id).filter(mailbox -> mailbox.clientId().equals(client));
    }

    @Override
    public Optional<Mailbox> byAddress(EmailAddress address) {
        return byAddress.findBy("uq_resource_value", address);
    }

    @Override
    public void assign(Mailbox mailbox) {
        if (byAddress(mailbox.address()).isPresent()) {
            throw new UniqueViolation("uq_resource_value");
        }
        store(sharingItsDomain(mailbox));
    }

    /** A mailbox of this domain that the open unit sees. */
    Optional<Mailbox> ofDomain(ResourceId domain) {
        return table.rows().filter(mailbox -> mailbox.domainId().equals(domain)).findFirst();
    }

    /** Whether any mailbox, whoever has it, is of this domain. */
    boolean hasDomain(ResourceId domain) {
        return byAddress.rows().anyMatch(mailbox -> mailbox.domainId().equals(domain));
    }

    /** A domain is one thing: the first mailbox that was assigned with it says which id it has. */
    private Mailbox sharingItsDomain(Mailbox mailbox) {
        ResourceId domain = byAddress
                .rows()
                .filter(other -> other.domain().equals(mailbox.domain()))
                .map(Mailbox::domainId)
                .findFirst()
                .orElse(mailbox.domainId());
        return mailbox.ofDomain(domain);
    }

    /** Health, authentication, warm-up and limit are the domain's, whichever of its mailboxes they were written with. */
    @Override
    public void update(Mailbox mailbox) {
        table.rows()
                .filter(other -> other.domainId().equals(mailbox.domainId()))
                .map(other -> other.id().equals(mailbox.id()) ? mailbox : other.sharing(mailbox))
                .forEach(this::store);
    }

    @Override
    public void markUsed(ClientId client, Collection<ResourceId> ids, Instant at) {
        ids.stream()
                .map(id -> find(client, id))
                .flatMap(Optional::stream)
                .filter(mailbox ->
                        mailbox.lastUsedAt() == null || mailbox.lastUsedAt().isBefore(at))
                .forEach(mailbox -> store(mailbox.usedAt(at)));
    }

    /** Whether an address is somebody's. */
    boolean knows(String address) {
        return byAddress(new EmailAddress(address)).isPresent();
    }

    /** One of the platform's, while it is this client's. */
    void lend(Mailbox mailbox) {
        store(mailbox);
    }

    /** The client has it no more; one that nobody has is left alone. */
    void takeBack(ResourceId id) {
        table.remove(id);
        byAddress.remove(id);
    }

    private void store(Mailbox mailbox) {
        table.put(mailbox);
        byAddress.put(mailbox);
    }
}
