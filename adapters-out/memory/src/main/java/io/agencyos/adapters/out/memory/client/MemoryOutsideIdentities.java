package io.agencyos.adapters.out.memory.client;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.client.identity.store.OutsideIdentities;
import io.agencyos.domain.shared.id.UserId;
import java.util.Optional;

/** Subjects of identity providers by issuer. */
public final class MemoryOutsideIdentities implements OutsideIdentities {

    private record Subject(String issuer, String subject) {}

    private record Link(Subject of, UserId user) {}

    private final MemoryTable<Link, Link> links;

    public MemoryOutsideIdentities(MemoryUnitOfWork units) {
        links = MemoryTable.<Link, Link>ofPlatform("user_identity", units, link -> link)
                .unique("user_identity_pkey", Link::of);
    }

    @Override
    public Optional<UserId> find(String issuer, String subject) {
        return links.findBy("user_identity_pkey", new Subject(issuer, subject)).map(Link::user);
    }

    @Override
    public void link(String issuer, String subject, UserId user) {
        links.insert(new Link(new Subject(issuer, subject), user));
    }
}
