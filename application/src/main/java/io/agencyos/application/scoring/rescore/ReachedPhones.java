package io.agencyos.application.scoring.rescore;

import io.agencyos.application.lead.enrichment.PhoneProofs;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.domain.scoring.ScoreCause;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.util.Map;

/**
 * A number at which a text arrived or a call was taken is verified, and its lead is scored again: the first is a fact that
 * scores. In the caller's unit of work. Source: scoring 1.1 phone_verified, ALS-16 {@code refresh}.
 */
public final class ReachedPhones {

    private final PhoneProofs proofs;
    private final RescoreRequests requests;
    private final ClockPort clock;
    private final IdSource ids;

    public ReachedPhones(PhoneProofs proofs, RescoreRequests requests, ClockPort clock, IdSource ids) {
        this.proofs = proofs;
        this.requests = requests;
        this.clock = clock;
        this.ids = ids;
    }

    public void reached(ClientId client, Map<LeadId, PhoneNumber> numbers) {
        if (!numbers.isEmpty()) {
            requests.add(proofs.reached(client, numbers).stream()
                    .map(lead -> new RescoreRequest(
                            ids.next(),
                            client,
                            ScoreCause.REFRESH,
                            new RescoreRequest.Target.One(lead),
                            null,
                            clock.now()))
                    .toList());
        }
    }
}
