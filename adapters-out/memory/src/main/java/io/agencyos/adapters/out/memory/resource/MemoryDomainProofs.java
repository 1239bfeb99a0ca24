package io.agencyos.adapters.out.memory.resource;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.resource.DomainProofs;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.resource.DomainProof;
import io.agencyos.domain.resource.Mailbox;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ResourceId;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The proofs of the domains of known mailboxes; what somebody says of a mailbox later counts for all three records. */
public final class MemoryDomainProofs implements DomainProofs {

    private record Row(ClientId client, DomainProof proof) {

        ResourceId id() {
            return proof.id();
        }
    }

    private final MemoryMailboxes mailboxes;
    private final MemoryTable<ResourceId, Row> seen;

    public MemoryDomainProofs(MemoryUnitOfWork units, MemoryMailboxes mailboxes) {
        this.mailboxes = mailboxes;
        seen = MemoryTable.<ResourceId, Row>ofTenants("resource.spf_ok", units, Row::client, Row::id)
                .writtenBy(Role.WORKER);
    }

    @Override
    public List<DomainProof> ofClient(ClientId client) {
        Map<ResourceId, DomainProof> proofs = new LinkedHashMap<>();
        mailboxes.ofClient(client).forEach(mailbox -> proofs.putIfAbsent(mailbox.domainId(), known(mailbox)));
        return proofs.values().stream()
                .sorted(Comparator.comparing(proof -> proof.name().value()))
                .toList();
    }

    private DomainProof known(Mailbox mailbox) {
        boolean said = mailbox.authenticated();
        return seen.find(mailbox.domainId())
                .map(Row::proof)
                .filter(proof -> proof.holds() == said)
                .orElseGet(() -> new DomainProof(mailbox.domainId(), mailbox.domain(), said, said, said));
    }

    @Override
    public void write(ClientId client, DomainProof proof, Instant at) {
        List<Mailbox> its = mailboxes.ofClient(client).stream()
                .filter(mailbox -> mailbox.domainId().equals(proof.id()))
                .toList();
        if (its.isEmpty()) {
            return;
        }
        seen.put(new Row(client, proof));
        mailboxes.update(its.getFirst().proven(proof.holds(), at));
    }
}
