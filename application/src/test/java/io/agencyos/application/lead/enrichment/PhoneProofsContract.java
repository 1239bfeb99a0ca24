package io.agencyos.application.lead.enrichment;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.lead.store.Leads;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.application.testing.Leadbook;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Numbers at which somebody was reached, on every store. Source: scoring 1.1 phone_verified. */
public abstract class PhoneProofsContract {

    private final ClientId client = new ClientId(UUID.randomUUID());
    private final int number = Leadbook.freshNumbers();
    private final Lead lead = Leadbook.lead(client, number, "p" + number);

    protected abstract UnitOfWork units();

    protected abstract Leads leads();

    protected abstract PhoneProofs proofs();

    @Test
    void a_number_that_was_reached_is_verified_once_and_what_else_is_known_stays() {
        Lead known = lead.change().signals(Leadbook.signals().reachedAt(null)).lead();
        in(client, () -> leads().insertAll(List.of(known)));
        PhoneNumber own = known.contact().phone();
        assertThat(own).isNotNull();

        assertThat(reached(client, own)).containsExactly(lead.id());
        assertThat(reached(client, own)).as("no news").isEmpty();

        Lead now = stored();
        assertThat(now.signals()).isEqualTo(Leadbook.signals().reachedAt(own));
        assertThat(now.version()).as("an older copy does not win").isEqualTo(known.version() + 1);
    }

    @Test
    void a_number_that_the_lead_has_no_more_and_somebody_elses_lead_change_nothing() {
        in(client, () -> leads().insertAll(List.of(lead)));

        assertThat(reached(client, new PhoneNumber("+61491570157"))).isEmpty();
        assertThat(reached(new ClientId(UUID.randomUUID()), lead.contact().phone()))
                .isEmpty();
        assertThat(stored()).isEqualTo(lead);
    }

    private Set<LeadId> reached(ClientId who, PhoneNumber phone) {
        AtomicReference<Set<LeadId>> news = new AtomicReference<>(Set.of());
        in(who, () -> news.set(proofs().reached(who, Map.of(lead.id(), phone))));
        return news.get();
    }

    private Lead stored() {
        AtomicReference<Lead> found = new AtomicReference<>(lead);
        in(client, () -> found.set(leads().find(client, lead.id()).orElseThrow()));
        return found.get();
    }

    private void in(ClientId who, Runnable work) {
        units().inTenant(TenantScope.worker(who), work);
    }
}
