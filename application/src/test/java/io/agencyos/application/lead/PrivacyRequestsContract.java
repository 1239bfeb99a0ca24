package io.agencyos.application.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agencyos.application.lead.privacy.PrivacyRequests;
import io.agencyos.application.lead.privacy.PrivacyRequests.After;
import io.agencyos.application.lead.privacy.PrivacyRequests.Filter;
import io.agencyos.application.shared.ConcurrentUpdate;
import io.agencyos.application.shared.ScopeViolation;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.application.testing.Leadbook;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.lead.PrivacyRequest;
import io.agencyos.domain.lead.PrivacyRequest.Kind;
import io.agencyos.domain.lead.PrivacyRequest.Status;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.PrivacyRequestId;
import io.agencyos.domain.shared.id.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What people asked, on stores of any kind. Source: api 9.14. */
public abstract class PrivacyRequestsContract {

    private static final Instant NOW = Leadbook.MONDAY;

    private final ClientId client = new ClientId(UUID.randomUUID());

    protected abstract UnitOfWork units();

    protected abstract PrivacyRequests requests();

    private <T> T as(Role role, Supplier<T> work) {
        return units().inTenant(new TenantScope(client, new UserId(UUID.randomUUID()), role), work);
    }

    private PrivacyRequest asked(Kind kind, Instant at) {
        PrivacyRequest request = PrivacyRequest.opened(
                new PrivacyRequestId(UUID.randomUUID()), client, kind, "v1:a:b:c", new UserId(UUID.randomUUID()), at);
        as(Role.ADMIN, () -> {
            requests().insert(request);
            return true;
        });
        return request;
    }

    @Test // api 9.14, outreach 18: due_at = +30 days; keeping only a salted hash
    void an_answered_request_keeps_what_was_found_and_forgets_whom_it_was_about() {
        PrivacyRequest open = asked(Kind.ERASE, NOW);
        LeadId lead = new LeadId(UUID.randomUUID());
        assertThat(open.dueAt()).isEqualTo(NOW.plus(Duration.ofDays(30)));
        assertThat(as(Role.ADMIN, () -> requests().find(client, open.id()))).contains(open);

        PrivacyRequest done = as(
                Role.WORKER,
                () -> requests().update(open.answered(List.of(lead), Map.of("app.lead", 1), NOW.plusSeconds(60))));

        assertThat(done.subject()).isNull();
        assertThat(as(Role.ADMIN, () -> requests().find(client, open.id()))).contains(done);
        assertThatThrownBy(() -> as(Role.ADMIN, () -> requests().update(open.answered(List.of(), Map.of(), NOW))))
                .isInstanceOf(ConcurrentUpdate.class);
    }

    @Test // api 9.21: kind, status; -created_at
    void requests_are_listed_newest_first_by_what_was_asked_and_where_it_stands() {
        PrivacyRequest first = asked(Kind.ERASE, NOW);
        PrivacyRequest second = asked(Kind.ACCESS, NOW.plusSeconds(1));
        PrivacyRequest third = asked(Kind.ERASE, NOW.plusSeconds(2));
        PrivacyRequest over = as(Role.ADMIN, () -> requests().update(third.answered(List.of(), Map.of(), NOW)));

        assertThat(as(Role.ADMIN, () -> requests().list(client, Filter.NONE, null, 10)))
                .containsExactly(over, second, first);
        assertThat(as(
                        Role.ADMIN,
                        () -> requests().list(client, Filter.NONE, new After(second.createdAt(), second.id()), 10)))
                .containsExactly(first);
        assertThat(as(Role.ADMIN, () -> requests().list(client, new Filter(Set.of(Kind.ERASE), Set.of()), null, 10)))
                .containsExactly(over, first);
        assertThat(as(Role.ADMIN, () -> requests().list(client, new Filter(Set.of(), Set.of(Status.DONE)), null, 10)))
                .containsExactly(over);
    }

    @Test
    void an_order_that_was_never_begun_leaves_nothing() {
        PrivacyRequest open = asked(Kind.ERASE, NOW);

        as(Role.ADMIN, () -> {
            requests().remove(client, open.id());
            return true;
        });

        assertThat(as(Role.ADMIN, () -> requests().find(client, open.id()))).isEmpty();
    }

    @Test // api 9.14: A
    void members_ask_nothing_in_others_names() {
        PrivacyRequest request = PrivacyRequest.opened(
                new PrivacyRequestId(UUID.randomUUID()),
                client,
                Kind.ERASE,
                "v1:a:b:c",
                new UserId(UUID.randomUUID()),
                NOW);

        assertThatThrownBy(() -> as(Role.MEMBER, () -> {
                    requests().insert(request);
                    return true;
                }))
                .isInstanceOf(ScopeViolation.class);
    }
}
