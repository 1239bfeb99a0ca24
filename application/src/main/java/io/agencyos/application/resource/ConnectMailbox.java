package io.agencyos.application.resource;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.resource.Mailbox;
import io.agencyos.domain.shared.FieldProblem;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.contact.EmailAddress;
import java.time.Instant;
import java.util.List;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/**
 * Gives a client a mailbox to send from: one that the vendor has already, looked up in its list, or one that is named by
 * hand where the vendor keeps no list. Free-mail addresses are refused: their domains cannot be authenticated. Source:
 * scoring RES-8, api 3 (integrations).
 */
@PrimaryPort
public interface ConnectMailbox {

    /**
     * What is asked for.
     *
     * @param authenticated whether SPF, DKIM and DMARC of the domain are in order; nothing is sent while they are not
     * @param warmupStartedAt when the domain began to warm up; null begins now
     * @param dailyLimit a lower limit of the domain than its warm-up gives, 1 to 50; null for none
     */
    record Request(
            EmailAddress address,
            String vendor,
            boolean authenticated,
            @Nullable Instant warmupStartedAt,
            @Nullable Integer dailyLimit) {}

    /** What came of it. */
    sealed interface Outcome {

        record Connected(Mailbox mailbox) implements Outcome {}

        /** The client has it; nothing changed but what its vendor says of it. */
        record AlreadyConnected(Mailbox mailbox) implements Outcome {}

        /** Wire code {@code duplicate}: somebody else on this installation sends from it. */
        record Taken() implements Outcome {}

        /** Wire code {@code validation_failed}. */
        record Invalid(List<FieldProblem> problems) implements Outcome {
            public Invalid {
                problems = List.copyOf(problems);
            }
        }

        /** The vendor's list could not be read. */
        record VendorFailed(VendorFailure failure) implements Outcome {}

        /** Wire code {@code role_required}. */
        record RoleRequired(Role required) implements Outcome {}
    }

    Outcome connect(TenantScope scope, Request request, Origin origin);
}
