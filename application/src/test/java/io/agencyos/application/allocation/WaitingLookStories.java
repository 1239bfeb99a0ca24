package io.agencyos.application.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.allocation.AllocationScenario.Asking;
import io.agencyos.application.lead.enrichment.EnrichLeads.Fate;
import io.agencyos.application.lead.enrichment.WaitingEnrichment;
import io.agencyos.application.lead.enrichment.WaitingLooks;
import io.agencyos.application.lead.enrichment.WaitingLooks.Unpaid;
import io.agencyos.application.platform.flow.StepResult;
import io.agencyos.application.platform.flow.StepsByHand;
import io.agencyos.domain.client.billing.CreditEntryKind;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.lead.enrichment.Enrichment;
import io.agencyos.domain.platform.flow.BreakerScope;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Leads whose completing had to wait, over whatever stores: also the kit of {@link WaitingLooks}. Source: content 1.1. */
abstract class WaitingLookStories extends EnrichmentSteps {

    protected abstract WaitingLooks waiting();

    private List<ClientId> due() {
        return scenario()
                .on()
                .units()
                .onPlatform(() -> waiting().page(scenario().now(), null, 10));
    }

    private List<Unpaid> unpaid() {
        return scenario().on().units().onPlatform(waiting()::unpaid);
    }

    private StepResult.Done run(Asking asking) {
        return (StepResult.Done) new StepsByHand(WaitingEnrichment.flow(
                        enrich(), waiting(), scenario().on().units()))
                .of(asking.client(), Map.of(), scenario().now())
                .getLast();
    }

    private void grant(Asking asking, int amount) {
        scenario()
                .run(
                        asking.client(),
                        () -> scenario()
                                .on()
                                .credits()
                                .book(asking.client(), CreditEntryKind.ADJUST, amount, null, "granted"));
    }

    @Test // no credit: the lead stays as it is, the client is told, and it is taken up when there are credits
    void who_waits_for_a_credit_is_completed_once_there_is_one() {
        Asking asking = scenario().asking();
        List<Lead> leads = Stream.generate(() -> known(asking)).limit(30).toList();
        spend(asking, QUOTA);
        for (Lead lead : leads) {
            assertThat(fates(lead)).isEqualTo(Map.of(Fate.NO_CREDITS, 1));
        }
        assertThat(unpaid()).singleElement().satisfies(one -> {
            assertThat(one.client()).isEqualTo(asking.client());
            assertThat(one.leads()).isEqualTo(30);
        });
        scenario().advance(Duration.ofHours(1));
        assertThat(due()).as("there is still none").isEmpty();

        grant(asking, 28);
        assertThat(due()).containsExactly(asking.client());
        assertThat(unpaid()).isEmpty();
        StepResult.Done done = run(asking);

        assertThat(done.counts().done()).isEqualTo(28);
        assertThat(done.counts().skipped()).isEqualTo(2);
        assertThat(balance(asking)).isZero();
        assertThat(leads.stream().filter(lead -> record(lead).state() == Enrichment.State.ENRICHED))
                .hasSize(28);
        assertThat(unpaid()).extracting(Unpaid::leads).containsExactly(2);
    }

    @Test // content 1.1: a vendor that could not be asked is asked again; not at once, which would be no other answer
    void who_waits_for_the_vendor_is_completed_when_it_answers_again() {
        Asking asking = scenario().asking();
        Lead lead = own(asking);
        scenario()
                .run(
                        asking.client(),
                        () -> enrichments()
                                .saveAll(List.of(Enrichment.claimed(
                                                null, asking.client(), lead.id(), Enrichment.Credit.NONE, now.get())
                                        .missed(Enrichment.State.FAILED, now.get()))));
        offer(profile(lead, null, null, null));
        scenario().advance(WaitingLooks.AFTER_A_FAILURE.minusSeconds(1));
        assertThat(due()).isEmpty();
        assertThat(run(asking).counts().total()).isZero();

        scenario().advance(Duration.ofSeconds(1));
        assertThat(due()).containsExactly(asking.client());
        assertThat(run(asking).counts().done()).isEqualTo(1);
        assertThat(due()).isEmpty();
    }

    @Test
    void who_has_ended_waits_for_nothing() {
        Asking asking = scenario().asking();
        spend(asking, QUOTA);
        Lead lead = known(asking);
        fates(lead);
        Lead ended =
                scenario().reread(lead).change().status(LeadStatus.ARCHIVED).lead();
        scenario()
                .read(
                        asking.client(),
                        () -> scenario().on().world().leads().leads().update(ended));
        grant(asking, 1);
        scenario().advance(Duration.ofHours(1));

        assertThat(due()).isEmpty();
        assertThat(run(asking).counts().total()).isZero();
    }

    @Test // flows 1.7: what the client's people are shown
    void the_clients_people_are_told_how_many_wait_and_until_when() {
        ClientId client = new ClientId(UUID.randomUUID());
        assertThat(new Unpaid(client, 2, Instant.parse("2026-03-31T13:00:00Z")).block())
                .satisfies(block -> {
                    assertThat(block.scope()).isEqualTo(BreakerScope.CREDITS);
                    assertThat(block.message())
                            .isEqualTo("No credits left until 2026-04-01. 2 leads wait to be completed;"
                                    + " running sequences continue.");
                });
        assertThat(new Unpaid(client, 1, null).block().message()).startsWith("No credits left. 1 lead waits to be");
    }
}
