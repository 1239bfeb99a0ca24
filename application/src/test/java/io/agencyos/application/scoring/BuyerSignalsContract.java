package io.agencyos.application.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.allocation.AllocationScenario.Asking;
import io.agencyos.application.client.ShareLearning;
import io.agencyos.application.client.ShareLearningService;
import io.agencyos.application.client.SharingConsents;
import io.agencyos.application.scoring.store.BuyerLookup;
import io.agencyos.application.scoring.store.BuyerSignals;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.scoring.BuyerRecord.Purchase;
import io.agencyos.domain.scoring.LeadFacts;
import io.agencyos.domain.scoring.ScoreCause;
import io.agencyos.domain.shared.contact.DomainName;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Companies that bought of one client, and what another client's scores make of it: in memory and on PostgreSQL. */
public abstract class BuyerSignalsContract extends RescoringSteps {

    protected abstract SharingConsents consents();

    @Test // ALS-6, ALS-16 buyer_signal: other clients' leads at the company rise; who sold, for how much, is not told
    void a_sale_of_a_consenting_client_raises_the_leads_of_others_at_that_company() {
        Asking seller = sharing();
        Asking other = scenario().asking();
        Lead lead = scenario().lead(other);
        Lead elsewhere = scenario().lead(other);
        score(lead, ScoreCause.INITIAL);
        score(elsewhere, ScoreCause.INITIAL);
        int before = points(lead).getFirst();

        assertThat(sold(seller, lead, 9_000, "seo")).isEqualTo(RecordPurchase.Outcome.COUNTED);
        runAll(other);

        assertThat(causes(lead)).containsExactly(ScoreCause.BUYER_SIGNAL, ScoreCause.INITIAL);
        assertThat(points(lead)).as("60 of 100 is nine points").containsExactly(before + 9, before);
        assertThat(history(lead).getFirst().snapshot().buyerReason()).isEqualTo("Known agency services buyer");
        assertThat(causes(elsewhere)).containsExactly(ScoreCause.INITIAL);
    }

    @Test // content 6.2, E-49: once per client and company; corrections count; the same again does not
    void each_client_counts_once_for_a_company() {
        Asking first = sharing();
        Asking second = sharing();
        Asking third = sharing();
        Lead lead = scenario().lead(scenario().asking());

        assertThat(sold(first, lead, null)).isEqualTo(RecordPurchase.Outcome.COUNTED);
        assertThat(known(lead)).isEqualTo(new LeadFacts.BuyerSignal(60, 1));
        assertThat(sold(first, lead, null)).isEqualTo(RecordPurchase.Outcome.KNOWN);
        assertThat(sold(first, lead, 6_000, "seo", "ads")).isEqualTo(RecordPurchase.Outcome.CORRECTED);
        assertThat(known(lead)).isEqualTo(new LeadFacts.BuyerSignal(80, 1));
        assertThat(sold(first, lead, 1_000, "seo")).isEqualTo(RecordPurchase.Outcome.CORRECTED);
        assertThat(sold(second, lead, null)).isEqualTo(RecordPurchase.Outcome.COUNTED);
        assertThat(known(lead)).as("70, and two services").isEqualTo(new LeadFacts.BuyerSignal(80, 2));
        assertThat(sold(third, lead, 26_000, "seo")).isEqualTo(RecordPurchase.Outcome.COUNTED);
        assertThat(known(lead)).as("27,000 over two known values").isEqualTo(new LeadFacts.BuyerSignal(100, 3));
    }

    @Test // content 6.2: without consent nothing is counted, and nobody is boosted by a customer of its own alone
    void only_who_consents_counts_and_nobody_for_himself() {
        Asking silent = scenario().asking();
        Asking seller = sharing();
        Lead lead = scenario().lead(seller);

        assertThat(sold(silent, lead, 9_000)).isEqualTo(RecordPurchase.Outcome.NOT_SHARED);
        assertThat(sold(seller, lead, 9_000)).isEqualTo(RecordPurchase.Outcome.COUNTED);
        assertThat(buyers().checkBuyer().check(seller.worker(), company(lead))).isEmpty();
        assertThat(buyers().checkBuyer().check(silent.worker(), company(lead)))
                .contains(new LeadFacts.BuyerSignal(60, 1));

        assertThat(learning().say(new TenantScope(seller.client(), null, Role.ADMIN), false, Origin.NONE))
                .isEqualTo(new ShareLearning.Outcome.RoleRequired(Role.OWNER));
        share(seller, false);
        assertThat(sold(seller, scenario().lead(silent), 9_000)).isEqualTo(RecordPurchase.Outcome.NOT_SHARED);
    }

    @Test // two first sales at once: one is the first, the other the second
    void first_sales_of_two_clients_at_once_are_two() throws Exception {
        List<Asking> sellers = List.of(sharing(), sharing(), sharing());
        Lead lead = scenario().lead(scenario().asking());

        List<Future<RecordPurchase.Outcome>> all = new ArrayList<>();
        try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
            sellers.forEach(seller -> all.add(workers.submit(() -> sold(seller, lead, null))));
        }
        for (Future<RecordPurchase.Outcome> one : all) {
            assertThat(one.get()).isEqualTo(RecordPurchase.Outcome.COUNTED);
        }

        assertThat(known(lead)).isEqualTo(new LeadFacts.BuyerSignal(80, 3));
    }

    @Test // api 9.17: totals and industries
    void staff_see_totals() {
        BuyerSignals.Stats before = buyers().stats().get();
        Lead lead = scenario().lead(scenario().asking());
        sold(sharing(), lead, null);
        sold(sharing(), lead, null);

        BuyerSignals.Stats after = buyers().stats().get();
        assertThat(after.companies()).isEqualTo(before.companies() + 1);
        assertThat(after.purchases()).isEqualTo(before.purchases() + 2);
        assertThat(after.repeatBuyers()).isEqualTo(before.repeatBuyers() + 1);
        assertThat(after.industries())
                .extracting(BuyerSignals.Industry::industry)
                .contains("Retail");
    }

    @Test // ALS-6: for whoever looks at many companies, those of whom anybody told
    void companies_of_whom_anybody_told_are_named_whoever_asks() {
        Asking other = scenario().asking();
        Lead bought = scenario().lead(other);
        Lead never = scenario().lead(other);
        Asking seller = sharing();
        sold(seller, bought, null);
        BuyerLookup lookup = scenario().on().scoring().buyers();
        Set<DomainName> both = Set.of(company(bought), company(never));

        Set<DomainName> told = scenario().on().units().onPlatform(() -> lookup.toldOf(both));

        assertThat(told).isSubsetOf(both).contains(company(bought));
        for (Asking asking : List.of(other, seller)) {
            assertThat(scenario().on().units().inTenant(asking.worker(), () -> lookup.of(asking.client(), told)))
                    .isEqualTo(
                            scenario().on().units().inTenant(asking.worker(), () -> lookup.of(asking.client(), both)));
        }
    }

    private BuyerUseCases buyers() {
        return new BuyerUseCases(
                scenario().on().scoring(),
                scenario().on().world().clients(),
                consents(),
                scenario().on().units(),
                () -> scenario().now(),
                UUID::randomUUID);
    }

    private ShareLearning learning() {
        return new ShareLearningService(
                scenario().on().world().clients(),
                consents(),
                scenario().on().audit(),
                scenario().on().units(),
                () -> scenario().now(),
                UUID::randomUUID);
    }

    private Asking sharing() {
        Asking asking = scenario().asking();
        share(asking, true);
        return asking;
    }

    private void share(Asking asking, boolean consent) {
        assertThat(learning().say(new TenantScope(asking.client(), null, Role.OWNER), consent, Origin.NONE))
                .isEqualTo(new ShareLearning.Outcome.Said(consent));
    }

    private RecordPurchase.Outcome sold(Asking seller, Lead lead, @Nullable Integer value, String... services) {
        return buyers().recordPurchase()
                .record(
                        seller.client(),
                        company(lead),
                        new Purchase(
                                lead.company().name(),
                                "Retail",
                                List.of(services),
                                value == null ? null : BigDecimal.valueOf(value).setScale(2)));
    }

    private LeadFacts.BuyerSignal known(Lead lead) {
        return buyers().checkBuyer()
                .check(TenantScope.worker(lead.clientId()), company(lead))
                .orElseThrow();
    }

    private static DomainName company(Lead lead) {
        return new DomainName(domain(lead));
    }
}
