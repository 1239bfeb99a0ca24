package io.agencyos.application.outreach.phone;

import io.agencyos.application.campaign.store.Campaigns;
import io.agencyos.application.outreach.channel.VoiceCaller;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * Takes the assistants of completed campaigns away, seven days after. Who stands is asked of the vendor, so there is nothing to
 * remember: what could not be removed today is found again tomorrow, and what is gone is not found. A campaign that we do not
 * know keeps its assistant: it may be another installation's. Source: outreach 10.1.
 */
@PrimaryPort
public final class RemoveAssistants {

    /** Reports of the last calls may still speak of an assistant. */
    public static final Duration KEPT = Duration.ofDays(7);

    /**
     * What a look came to.
     *
     * @param removed assistants that are gone
     * @param failures why others stand still, or why nobody knows which stand
     */
    public record Round(int removed, List<VendorFailure> failures) {

        static final Round NOTHING = new Round(0, List.of());

        public Round {
            failures = List.copyOf(failures);
        }
    }

    private final Campaigns campaigns;
    private final Function<ClientId, List<VoiceCaller>> callers;
    private final UnitOfWork units;
    private final ClockPort clock;

    /** @param callers with whom a client has an account */
    public RemoveAssistants(
            Campaigns campaigns, Function<ClientId, List<VoiceCaller>> callers, UnitOfWork units, ClockPort clock) {
        this.campaigns = campaigns;
        this.callers = callers;
        this.units = units;
        this.clock = clock;
    }

    /** Asks no vendor where no campaign is over; never call it inside a unit of work. */
    public Round remove(ClientId client) {
        Set<CampaignId> over = units.inTenant(
                TenantScope.worker(client),
                () -> campaigns.completedBy(client, clock.now().minus(KEPT)));
        if (over.isEmpty()) {
            return Round.NOTHING;
        }
        int removed = 0;
        List<VendorFailure> failures = new ArrayList<>();
        for (VoiceCaller caller : callers.apply(client)) {
            for (Result<Boolean, VendorFailure> one : removed(caller, client, over)) {
                removed += one.isOk() ? 1 : 0;
                one.fold(gone -> true, failures::add);
            }
        }
        return new Round(removed, failures);
    }

    private static List<Result<Boolean, VendorFailure>> removed(
            VoiceCaller caller, ClientId client, Set<CampaignId> over) {
        return caller.assistants(client)
                .fold(
                        standing -> standing.stream()
                                .filter(one -> over.contains(one.campaign()))
                                .map(one -> caller.removeAssistant(client, one.ref()))
                                .toList(),
                        failure -> List.of(Result.err(failure)));
    }
}
