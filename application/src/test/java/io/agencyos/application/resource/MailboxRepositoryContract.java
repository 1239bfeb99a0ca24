package io.agencyos.application.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UniqueViolation;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.resource.DomainHealth;
import io.agencyos.domain.resource.Mailbox;
import io.agencyos.domain.resource.MailboxState;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ResourceId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every store of mailboxes keeps. Each test uses a tenant and a domain of its own. */
public abstract class MailboxRepositoryContract {

    private static final Instant START = Instant.parse("2026-02-02T00:00:00Z");

    protected abstract UnitOfWork units();

    protected abstract MailboxRepository mailboxes();

    private final ClientId a = new ClientId(UUID.randomUUID());
    private final ClientId b = new ClientId(UUID.randomUUID());
    private final String domain = "d" + UUID.randomUUID().toString().replace("-", "") + ".example";

    @Test
    void a_mailbox_is_read_back_as_it_was_assigned_and_by_its_own_tenant_alone() {
        Mailbox mailbox = mailbox("sam", new ResourceId(UUID.randomUUID()), START);
        in(a, () -> mailboxes().assign(mailbox));

        assertThat(read(a, () -> mailboxes().ofClient(a))).containsExactly(mailbox);
        assertThat(read(a, () -> mailboxes().find(a, mailbox.id()))).contains(mailbox);
        assertThat(read(b, () -> mailboxes().find(b, mailbox.id()))).isEmpty();
        assertThat(units().onPlatform(() -> mailboxes().byAddress(mailbox.address())))
                .hasValueSatisfying(found -> assertThat(found.address()).isEqualTo(mailbox.address()));
    }

    @Test // outreach 7: two mailboxes share the limit of their domain
    void mailboxes_of_one_domain_share_its_id_and_its_health() {
        Mailbox first = mailbox("sam", new ResourceId(UUID.randomUUID()), START);
        Mailbox second = mailbox("ana", new ResourceId(UUID.randomUUID()), null);
        in(a, () -> mailboxes().assign(first));
        in(a, () -> mailboxes().assign(second));
        in(a, () -> mailboxes().update(standing(first, MailboxState.DISCONNECTED, DomainHealth.CRITICAL)));

        List<Mailbox> both = read(a, () -> mailboxes().ofClient(a));

        assertThat(both)
                .extracting(mailbox -> mailbox.address().value())
                .containsExactly("ana@" + domain, "sam@" + domain);
        assertThat(both).extracting(Mailbox::domainId).containsOnly(first.domainId());
        assertThat(both).extracting(Mailbox::health).containsOnly(DomainHealth.CRITICAL);
        assertThat(both).extracting(Mailbox::state).containsExactly(MailboxState.CONNECTED, MailboxState.DISCONNECTED);
    }

    @Test
    void an_address_is_assigned_once() {
        Mailbox mailbox = mailbox("sam", new ResourceId(UUID.randomUUID()), START);
        in(a, () -> mailboxes().assign(mailbox));
        Mailbox again = mailbox("sam", mailbox.domainId(), START);

        assertThatThrownBy(() -> in(a, () -> mailboxes().assign(again)))
                .isInstanceOf(UniqueViolation.class)
                .hasMessageContaining("uq_resource_value");
    }

    @Test // outreach 7: sorted by last use
    void the_last_use_never_goes_back() {
        Mailbox mailbox = mailbox("sam", new ResourceId(UUID.randomUUID()), START);
        in(a, () -> mailboxes().assign(mailbox));
        in(a, () -> mailboxes().markUsed(a, List.of(mailbox.id()), START.plus(Duration.ofHours(2))));
        in(a, () -> mailboxes().markUsed(a, List.of(mailbox.id()), START.plus(Duration.ofHours(1))));

        assertThat(read(a, () -> mailboxes().find(a, mailbox.id())))
                .hasValueSatisfying(found -> assertThat(found.lastUsedAt()).isEqualTo(START.plus(Duration.ofHours(2))));
    }

    @Test // outreach 7: since when it pauses, until it sends again
    void a_mailbox_knows_since_when_it_is_not_connected() {
        Mailbox mailbox = mailbox("sam", new ResourceId(UUID.randomUUID()), START);
        in(a, () -> mailboxes().assign(mailbox));
        in(a, () -> mailboxes().update(paused(mailbox, MailboxState.DISCONNECTED, START)));
        assertThat(read(a, () -> mailboxes().find(a, mailbox.id())))
                .hasValueSatisfying(found -> assertThat(found.pausedSince()).isEqualTo(START));
        in(a, () -> mailboxes().update(paused(mailbox, MailboxState.CONNECTED, null)));
        assertThat(read(a, () -> mailboxes().find(a, mailbox.id())))
                .hasValueSatisfying(found -> assertThat(found.pausedSince()).isNull());
    }

    private static Mailbox paused(Mailbox mailbox, MailboxState state, @Nullable Instant since) {
        return mailbox.told(mailbox.vendorRef(), state, since);
    }

    private Mailbox mailbox(String name, ResourceId domainId, @Nullable Instant warmUp) {
        return new Mailbox(
                new ResourceId(UUID.randomUUID()),
                a,
                new EmailAddress(name + "@" + domain),
                domainId,
                new DomainName(domain),
                "sandbox",
                "mbox-" + name,
                MailboxState.CONNECTED,
                DomainHealth.GOOD,
                warmUp,
                true,
                null,
                null);
    }

    private static Mailbox standing(Mailbox mailbox, MailboxState state, DomainHealth health) {
        return new Mailbox(
                mailbox.id(),
                mailbox.clientId(),
                mailbox.address(),
                mailbox.domainId(),
                mailbox.domain(),
                mailbox.vendor(),
                mailbox.vendorRef(),
                state,
                health,
                mailbox.warmupStartedAt(),
                mailbox.authenticated(),
                mailbox.dailyOverride(),
                mailbox.lastUsedAt());
    }

    private void in(ClientId client, Runnable work) {
        units().inTenant(TenantScope.worker(client), work);
    }

    private <T> T read(ClientId client, Supplier<T> work) {
        return units().inTenant(TenantScope.worker(client), work);
    }
}
