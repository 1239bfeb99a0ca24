package io.agencyos.application.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry;
import io.agencyos.domain.platform.AuditRetention;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Entries go by their age and by what they are about, on every store. Source: api 6. */
public abstract class AuditRetentionContract {

    private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");
    private static final Instant YEAR_AGO = NOW.minus(Duration.ofDays(366));
    private static final Instant LONG_AGO = Instant.parse("2019-03-01T23:59:59Z");

    private final ClientId client = new ClientId(UUID.randomUUID());

    protected abstract Audit audit();

    protected abstract UnitOfWork units();

    /** Leaves no entry that another test made. */
    protected abstract void empty();

    private void happened(Instant at, AuditAction action, String type) {
        units().onPlatform(() -> audit().append(new AuditEntry(
                UUID.randomUUID(),
                at,
                client,
                AuditEntry.Actor.system(),
                action,
                AuditEntry.Outcome.OK,
                type,
                UUID.randomUUID(),
                Map.of(),
                Map.of(),
                AuditEntry.Origin.NONE)));
    }

    private int removed(int days, int most) {
        return units().onPlatform(() -> audit().removeOld(NOW, new AuditRetention(days), most));
    }

    private List<String> left() {
        return units().onPlatform(() -> audit().newest(client, 100)).stream()
                .map(entry -> entry.action().wire() + " " + entry.resourceType())
                .sorted()
                .toList();
    }

    @Test // api 6: 365 days, 7 years for consent, suppression and billing entries
    void what_is_a_year_old_goes_and_evidence_and_books_stay_for_seven_years() {
        empty();
        happened(YEAR_AGO, AuditAction.UPDATE, "campaign");
        happened(YEAR_AGO, AuditAction.AUTH_LOGIN, "user");
        happened(NOW.minus(Duration.ofDays(365)), AuditAction.UPDATE, "lead");
        for (Instant at : List.of(YEAR_AGO, LONG_AGO)) {
            happened(at, AuditAction.CREATE, "suppression");
            happened(at, AuditAction.UPDATE, "subscription");
            happened(at, AuditAction.UPDATE, "credit_account");
            happened(at, AuditAction.CREATE, "consent");
            happened(at, AuditAction.CONSENT_DECLARED, "campaign");
        }

        assertThat(removed(365, 100)).isEqualTo(7);

        assertThat(left())
                .containsExactly(
                        "consent.declared campaign",
                        "create consent",
                        "create suppression",
                        "update credit_account",
                        "update lead",
                        "update subscription");
        assertThat(removed(365, 100)).isZero();
        assertThat(removed(364, 100)).as("staff may set fewer days").isEqualTo(1);
    }

    @Test
    void no_more_go_at_once_than_is_asked_for() {
        empty();
        for (int i = 0; i < 5; i++) {
            happened(YEAR_AGO, AuditAction.UPDATE, "campaign");
        }

        assertThat(removed(365, 3)).isEqualTo(3);
        assertThat(removed(365, 3)).isEqualTo(2);
    }
}
