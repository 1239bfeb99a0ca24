package io.agencyos.application.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.allocation.AllocationScenario.Asking;
import io.agencyos.application.lead.enrichment.EnrichmentPorts;
import io.agencyos.application.lead.enrichment.PhoneBuying;
import io.agencyos.application.lead.enrichment.PhoneLookups;
import io.agencyos.application.lead.enrichment.PhoneSources;
import io.agencyos.application.lead.enrichment.RevealPhones;
import io.agencyos.application.lead.enrichment.RevealPhones.Asked;
import io.agencyos.application.lead.enrichment.RevealPhones.Looked;
import io.agencyos.application.lead.enrichment.RevealPhonesService;
import io.agencyos.application.lead.source.PhoneReveal;
import io.agencyos.application.platform.flow.Flow;
import io.agencyos.application.platform.flow.StepResult;
import io.agencyos.application.platform.flow.StepsByHand;
import io.agencyos.application.shared.RandomSource;
import io.agencyos.domain.campaign.enrolment.StopReason;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.enrichment.PhoneLookup;
import io.agencyos.domain.scoring.tier.Tier;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.id.ClientId;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A vendor of numbers and leads that want them, for stories of how they are bought. */
abstract class PhoneSteps extends EnrichmentSteps {

    static final PhoneNumber NUMBER = new PhoneNumber("+61491570006");
    static final URI TOLD_AT = URI.create("https://app.agency.example/api/v1/hooks/data/h1");

    private final Random random = new Random(7);
    boolean telephones = true;

    protected abstract PhoneLookups lookups();

    protected abstract NumberVendor numbers();

    final PhoneReveal phones() {
        return numbers().phones();
    }

    final void number(String address, PhoneNumber number) {
        numbers().number().accept(address, number);
    }

    final void answer() {
        numbers().answer().run();
    }

    final void loseReceipt() {
        numbers().loseReceipt().run();
    }

    final void refuse(VendorFailure failure) {
        numbers().refuse().accept(failure);
    }

    final List<URI> heard() {
        return numbers().heard().get();
    }

    final RevealPhones reveal() {
        AllocationScenario.Stores on = scenario().on();
        return new RevealPhonesService(
                lookups(),
                client -> Optional.of(new PhoneSources.Source(
                        "fake", phones(), telephones ? Optional.of(TOLD_AT) : Optional.empty())),
                new EnrichmentPorts(
                        on.world().leads(),
                        enrichments(),
                        freshness(),
                        client -> Optional.empty(),
                        on.credits(),
                        scenario().scoring().scoreLeads(),
                        scenario().scoring().deepGate(),
                        scenario().events(),
                        on.world().meter(),
                        (client, lead) ->
                                scenario().outreach().stopOutreach().stop(client, lead, StopReason.Plain.NOT_ASSIGNED),
                        scenario().outreach().takeUpLeads()),
                on.units(),
                now::get,
                UUID::randomUUID,
                new RandomSource() {

                    @Override
                    public long nextLong() {
                        return random.nextLong();
                    }

                    @Override
                    public void nextBytes(byte[] target) {
                        random.nextBytes(target);
                    }
                });
    }

    /** One of the tier Warm, of whom everything but a number is known. */
    final Lead warm(Asking asking) {
        Lead lead = known(asking);
        fates(lead);
        Lead scored = scenario().reread(lead);
        assertThat(Objects.requireNonNull(scored.score()).tier()).isEqualTo(Tier.WARM);
        return scored;
    }

    static String address(Lead lead) {
        return Objects.requireNonNull(lead.contact().email()).value();
    }

    final @Nullable PhoneNumber phone(Lead lead) {
        return scenario().reread(lead).contact().phone();
    }

    static Looked looked(int found, int missing, int waiting, int credits) {
        return new Looked(found, missing, waiting, credits, Optional.empty());
    }

    final StepResult run(Flow<?> flow, ClientId client) {
        return new StepsByHand(flow).of(client, Map.of(), scenario().now()).getLast();
    }

    final Flow<?> asking() {
        return PhoneBuying.asking(reveal(), (at, after, limit) -> List.of());
    }

    final Flow<?> looking() {
        return PhoneBuying.looking(reveal(), (at, after, limit) -> List.of());
    }

    static Asked asked(int asked, int unclear, int unwanted) {
        return new Asked(true, asked, unclear, unwanted, 0, false, Optional.empty());
    }

    final String refOf(int question) {
        return heard().get(question).getQuery().replaceFirst("^ref=", "");
    }

    final List<PhoneLookup> due(ClientId client) {
        return scenario().read(client, () -> lookups().due(client, scenario().now(), 10));
    }
}
