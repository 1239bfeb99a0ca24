package io.agencyos.application.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agencyos.application.lead.store.LeadPorts;
import io.agencyos.application.shared.ConcurrentUpdate;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.application.testing.Leadbook;
import io.agencyos.domain.client.PermissionMode;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadCare;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ImportId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What writing a lead changes, and what it leaves alone. */
public abstract class LeadWritesContract {

    private static final Instant LATER = Leadbook.MONDAY.plusSeconds(60);

    private final ClientId client = new ClientId(UUID.randomUUID());
    private final String slug = "w" + UUID.randomUUID().toString().replace("-", "");
    private final int number = Leadbook.freshNumbers();
    private final Lead lead = Leadbook.lead(client, number, slug);

    protected abstract UnitOfWork units();

    protected abstract LeadPorts ports();

    private <T> T inUnit(Supplier<T> work) {
        return units().inTenant(TenantScope.worker(client), work);
    }

    private void change(Runnable work) {
        units().inTenant(TenantScope.worker(client), work);
    }

    private Lead stored() {
        return inUnit(() -> ports().leads().find(client, lead.id())).orElseThrow();
    }

    @BeforeEach
    void store() {
        change(() -> ports().leads().insertAll(List.of(lead)));
    }

    @Test // api 1.6
    void a_lead_that_was_changed_meanwhile_is_not_overwritten() {
        Lead changed = inUnit(() -> ports().leads().update(lead));

        assertThat(changed.version()).isEqualTo(1);
        assertThatThrownBy(() -> change(() -> ports().leads().updateAll(List.of(lead))))
                .isInstanceOf(ConcurrentUpdate.class);
        assertThatThrownBy(() -> change(() -> ports().leads().storeScores(List.of(lead))))
                .as("scoring 1.12: a score is stored by compare-and-set")
                .isInstanceOf(ConcurrentUpdate.class);
    }

    @Test // scoring 5: deleted rows are invisible to all rules; there is one way to delete, and none back
    void an_update_neither_deletes_a_lead_nor_brings_a_deleted_one_back() {
        change(() ->
                ports().leads().updateAll(List.of(lead.change().deletedAt(LATER).lead())));
        Lead still = stored();
        assertThat(still.deletedAt()).isNull();

        change(() -> ports().leads().deleteAll(client, List.of(lead.id()), LATER));
        assertThatThrownBy(() -> change(() -> ports().leads()
                        .updateAll(List.of(still.change()
                                .deletedAt(null)
                                .version(still.version() + 1)
                                .lead()))))
                .isInstanceOf(ConcurrentUpdate.class);
        assertThat(inUnit(() -> ports().leads().find(client, lead.id()))).isEmpty();
    }

    @Test // care and import have ways of their own
    void an_update_leaves_what_people_said_of_the_lead_and_where_it_came_from() {
        LeadCare care = new LeadCare(LATER, new LeadCare.OwnMode(PermissionMode.MANUAL, null));
        change(() -> ports().leads().setCare(client, lead.id(), care, null));
        Lead now = stored();

        change(() -> ports().leads()
                .update(now.change()
                        .status(LeadStatus.ENRICHED)
                        .care(LeadCare.NONE)
                        .importId(new ImportId(UUID.randomUUID()))
                        .lead()));

        assertThat(stored().status()).isEqualTo(LeadStatus.ENRICHED);
        assertThat(stored().care()).isEqualTo(care);
        assertThat(stored().importId()).isEqualTo(lead.importId());
    }

    @Test // scoring 1.12: the score, the status and the time of change, and nothing else
    void storing_scores_writes_nothing_but_what_scoring_decides() {
        change(() -> ports().leads()
                .storeScores(List.of(lead.change()
                        .status(LeadStatus.SCORED)
                        .externalId("another")
                        .updatedAt(LATER)
                        .lead())));

        Lead now = stored();
        assertThat(now.status()).isEqualTo(LeadStatus.SCORED);
        assertThat(now.updatedAt()).isEqualTo(LATER);
        assertThat(now.externalId()).isEqualTo(lead.externalId());
        assertThat(now.version()).isEqualTo(1);
    }
}
