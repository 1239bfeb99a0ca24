package io.agencyos.application.outreach.suppression;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.lead.store.PlatformSuppressions;
import io.agencyos.application.lead.store.PlatformSuppressions.Entry;
import io.agencyos.application.lead.store.Suppressions;
import io.agencyos.application.outreach.suppression.KeepPlatformSuppressions.Added;
import io.agencyos.application.outreach.suppression.KeepPlatformSuppressions.NewEntry;
import io.agencyos.application.outreach.suppression.KeepPlatformSuppressions.Removed;
import io.agencyos.application.platform.Audit;
import io.agencyos.application.shared.PublishedSuffixes;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.application.testing.Leadbook;
import io.agencyos.domain.lead.ContactPoints;
import io.agencyos.domain.lead.Suppression;
import io.agencyos.domain.lead.SuppressionKeyType;
import io.agencyos.domain.lead.SuppressionLevel;
import io.agencyos.domain.lead.SuppressionReason;
import io.agencyos.domain.lead.SuppressionSource;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.scoring.EmailStatus;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.SuppressionId;
import io.agencyos.domain.shared.id.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** The platform's list of whom nobody contacts, on every set of stores. Source: api 9.17, outreach 6.1. */
public abstract class PlatformSuppressionsContract {

    private static final UserId KIM = new UserId(new UUID(7, 3));
    private static final PlatformSuppressions.Filter ALL =
            new PlatformSuppressions.Filter(Set.of(), Set.of(), Set.of());

    private final AtomicReference<Instant> clock = new AtomicReference<>(Leadbook.MONDAY);

    protected abstract UnitOfWork units();

    protected abstract PlatformSuppressions list();

    protected abstract Suppressions suppressions();

    protected abstract Audit audit();

    private KeepPlatformSuppressions keep() {
        return new KeepPlatformSuppressions(
                list(), audit(), PublishedSuffixes.identityKeys(), units(), clock::get, UUID::randomUUID);
    }

    private static Entry listed(Added added) {
        return switch (added) {
            case Added.Listed(Entry entry) -> entry;
            case Added.Strengthened(Entry entry) -> entry;
            case Added.Invalid(var problem) -> throw new AssertionError(problem);
        };
    }

    private Entry added(String email, SuppressionReason reason) {
        clock.updateAndGet(at -> at.plusSeconds(1));
        return listed(keep().add(KIM, new NewEntry(SuppressionKeyType.EMAIL, email, reason, "why"), Origin.NONE));
    }

    private Optional<Suppression> met(ClientId client, String email) {
        Suppressions.Subject subject = new Suppressions.Subject(
                null, null, new ContactPoints(Leadbook.email(email), EmailStatus.VERIFIED, null, null), null, null);
        return units().inTenant(TenantScope.worker(client), () -> suppressions().match(client, subject, clock.get()));
    }

    @Test // outreach 6.1: the platform before the client; api 9.17: removal needs evidence
    void whom_the_platform_names_nobody_of_any_tenant_contacts_until_it_is_taken_away() {
        ClientId one = new ClientId(UUID.randomUUID());
        ClientId other = new ClientId(UUID.randomUUID());

        Entry entry = added("Asha+News@Harbour.example", SuppressionReason.DO_NOT_CONTACT);

        assertThat(entry.source()).isEqualTo(SuppressionSource.PLATFORM);
        assertThat(entry.fingerprint()).hasSize(64).doesNotContain("asha");
        assertThat(List.of(met(one, "asha@harbour.example"), met(other, "asha@harbour.example")))
                .allSatisfy(match -> assertThat(match.orElseThrow().level()).isEqualTo(SuppressionLevel.PLATFORM));
        assertThat(met(one, "ben@harbour.example")).isEmpty();

        assertThat(keep().remove(KIM, entry.id(), "Consent of 4 March", Origin.NONE))
                .isInstanceOf(Removed.Gone.class);
        assertThat(keep().remove(KIM, entry.id(), "Consent of 4 March", Origin.NONE))
                .isInstanceOf(Removed.NotFound.class);
        assertThat(met(one, "asha@harbour.example")).isEmpty();
        List<AuditEntry> told = units().onPlatform(() -> audit().newest(null, 100)).stream()
                .filter(line -> entry.id().value().equals(line.resourceId()))
                .toList();
        assertThat(told)
                .extracting(AuditEntry::action)
                .containsExactlyInAnyOrder(AuditAction.CREATE, AuditAction.DELETE);
        assertThat(told).extracting(line -> line.metadata().get("evidence")).contains("Consent of 4 March");
    }

    @Test // api 9.14, 9.17: entry already there → the same entry, its reason only ever strengthened
    void the_same_key_is_one_entry_whose_reason_is_the_strongest() {
        String email = "asha" + UUID.randomUUID() + "@harbour.example";
        Entry first = added(email, SuppressionReason.OTHER);

        Added again = keep().add(
                        KIM,
                        new NewEntry(
                                SuppressionKeyType.EMAIL,
                                email.toUpperCase(Locale.ROOT),
                                SuppressionReason.LEGAL,
                                null),
                        Origin.NONE);
        assertThat(again).isInstanceOfSatisfying(Added.Strengthened.class, known -> {
            assertThat(known.entry().id()).isEqualTo(first.id());
            assertThat(known.entry().reason()).isEqualTo(SuppressionReason.LEGAL);
        });
        assertThat(listed(keep().add(
                                        KIM,
                                        new NewEntry(SuppressionKeyType.EMAIL, email, SuppressionReason.OTHER, null),
                                        Origin.NONE))
                        .reason())
                .isEqualTo(SuppressionReason.LEGAL);
        assertThat(keep().add(
                                KIM,
                                new NewEntry(SuppressionKeyType.PHONE, "12", SuppressionReason.LEGAL, null),
                                Origin.NONE))
                .isInstanceOf(Added.Invalid.class);
    }

    @Test // outreach 6.2: unsubscribed, complained and legal cannot be removed; an erased person stays blocked
    void whoever_said_stop_is_nobodys_to_let_in_again() {
        ClientId client = new ClientId(UUID.randomUUID());
        for (SuppressionReason reason :
                List.of(SuppressionReason.UNSUBSCRIBED, SuppressionReason.COMPLAINED, SuppressionReason.LEGAL)) {
            String email = "asha" + UUID.randomUUID() + "@harbour.example";
            Entry entry = added(email, SuppressionReason.SPAM_TRAP);
            added(email, reason);

            assertThat(keep().remove(KIM, entry.id(), "She does not mind", Origin.NONE))
                    .isEqualTo(new Removed.Permanent(reason));
            assertThat(met(client, email)).map(Suppression::reason).contains(reason);
        }
    }

    @Test // api 1.4
    void entries_are_paged_the_newest_first() {
        clock.set(Leadbook.MONDAY.plus(Duration.ofDays(1)));
        Entry first = added("a" + UUID.randomUUID() + "@harbour.example", SuppressionReason.SPAM_TRAP);
        Entry second = added("b" + UUID.randomUUID() + "@harbour.example", SuppressionReason.LEGAL);
        Entry third = added("c" + UUID.randomUUID() + "@harbour.example", SuppressionReason.SPAM_TRAP);

        assertThat(keep().page(ALL, null, 2)).containsExactly(third, second);
        assertThat(keep().page(ALL, new PlatformSuppressions.After(second.createdAt(), second.fingerprint()), 1))
                .containsExactly(first);
        assertThat(keep().page(
                                new PlatformSuppressions.Filter(
                                        Set.of(SuppressionKeyType.EMAIL),
                                        Set.of(SuppressionReason.SPAM_TRAP),
                                        Set.of(SuppressionSource.PLATFORM)),
                                null,
                                2))
                .containsExactly(third, first);
        assertThat(keep().remove(KIM, new SuppressionId(UUID.randomUUID()), "nothing there", Origin.NONE))
                .isInstanceOf(Removed.NotFound.class);
    }
}
