package io.agencyos.application.shared;

import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.contact.FreeMailDomains;
import java.util.Collection;

/**
 * The list as it is now in this process: what is shipped, and what staff has added. Whoever was handed it sees every later
 * addition; who keeps the platform's settings tells it of them. Thread-safe.
 */
public final class KeptFreeMail implements FreeMailDomains {

    private volatile Listed now = FreeMailDomains.standard();

    /** Takes these beside what is shipped, in the place of those of before. */
    public void add(Collection<DomainName> more) {
        now = FreeMailDomains.standard().with(more);
    }

    @Override
    public boolean contains(DomainName host) {
        return now.contains(host);
    }
}
