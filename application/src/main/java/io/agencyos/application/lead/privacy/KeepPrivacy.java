package io.agencyos.application.lead.privacy;

import io.agencyos.application.platform.flow.StartRun;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.lead.PrivacyRequest;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.PrivacyRequestId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/** An admin answers people who ask what is held of them, or that it is erased. Source: api 9.14. */
@PrimaryPort
public interface KeepPrivacy {

    /** What came of an order. */
    sealed interface Outcome {

        /** @param run what became of its job; nothing is kept of the order where none was started */
        record Ordered(StartRun.Outcome run) implements Outcome {}

        /** Wire code {@code already_running}: one is answered at a time. */
        record AlreadyOpen(PrivacyRequestId open) implements Outcome {}

        /** Wire code {@code not_eligible}: a twin holds nobody who is real. */
        record NotEligible() implements Outcome {}

        /** Wire code {@code role_required}. */
        record RoleRequired(Role required) implements Outcome {}
    }

    /** @param held every row, where it was access that was asked for and is answered */
    record Shown(PrivacyRequest request, Map<String, List<Map<String, String>>> held) {}

    /** @param key the caller's own name for this order */
    Outcome order(TenantScope scope, PrivacyRequest.Kind kind, EmailAddress email, String key, Origin origin);

    List<PrivacyRequest> list(
            TenantScope scope, PrivacyRequests.Filter filter, PrivacyRequests.@Nullable After after, int limit);

    /** Looking at what is held is written into the audit log. */
    Optional<Shown> show(TenantScope scope, PrivacyRequestId id, Origin origin);
}
