package io.agencyos.domain.resource;

import io.agencyos.domain.resource.MailboxWarmth.DnsState;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.id.ResourceId;
import org.jspecify.annotations.Nullable;

/**
 * Whether receivers can tell that a domain's mail is its own. Nothing is sent from one that does not prove it. Source: outreach
 * 8.1, check 30 {@code domain_auth_invalid}; data model 5.8.
 *
 * @param spf null where nobody looked yet, as with the others
 */
public record DomainProof(
        ResourceId id,
        DomainName name,
        @Nullable Boolean spf,
        @Nullable Boolean dkim,
        @Nullable Boolean dmarc) {

    /** All three are in order. */
    public boolean holds() {
        return Boolean.TRUE.equals(spf) && Boolean.TRUE.equals(dkim) && Boolean.TRUE.equals(dmarc);
    }

    /** As the records show it; what they do not tell stays as it was known, since silence proves nothing either way. */
    public DomainProof seen(MailRecords records) {
        return new DomainProof(
                id, name, told(records.spf(), spf), told(records.dkim(), dkim), told(records.dmarc(), dmarc));
    }

    private static @Nullable Boolean told(DnsState state, @Nullable Boolean before) {
        return switch (state) {
            case VALID -> Boolean.TRUE;
            case INVALID, MISSING -> Boolean.FALSE;
            case UNKNOWN -> before;
        };
    }
}
