package io.agencyos.application.client.identity;

import io.agencyos.application.client.identity.session.Principal;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.UserId;
import java.time.Instant;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * Hands a client over: an owner names a member, who confirms by a link that is good once, for a day. Then the member is
 * owner and the owner admin, in one transaction. Source: api 2, 3, 9.2.
 */
@PrimaryPort
public interface TransferOwnership {

    /** What came of naming somebody. */
    sealed interface Offer {

        record Sent(Instant expiresAt) implements Offer {}

        /** There is no such member. */
        record NotFound() implements Offer {}

        /** Wire code {@code not_eligible}: an owner already, or a twin, which has the owners of its live client. */
        record NotEligible() implements Offer {}
    }

    /** What came of a link. */
    sealed interface Answer {

        record Transferred(ClientId client) implements Answer {}

        /** The link is another person's; told like one that does not exist. */
        record NotYours() implements Answer {}

        /** Used, a day old, or who offered is no owner any more or who was named no member. */
        record LinkExpired() implements Answer {}
    }

    /** @param owner the scope of an owner */
    Offer offer(TenantScope owner, UserId member, Origin origin);

    Answer accept(SecretText token, Principal principal, Origin origin);
}
