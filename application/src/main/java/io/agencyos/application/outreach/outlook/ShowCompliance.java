package io.agencyos.application.outreach.outlook;

import io.agencyos.application.lead.store.Leads;
import io.agencyos.application.lead.store.Suppressions;
import io.agencyos.application.outreach.store.Touches;
import io.agencyos.application.outreach.suppression.Consents;
import io.agencyos.application.outreach.wash.PhoneWashes;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.Suppression;
import io.agencyos.domain.outreach.Consent;
import io.agencyos.domain.outreach.DoNotCallStanding;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.outreach.touch.TouchState;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/**
 * Everything by which a client shows that it might contact a person, and that it stopped when asked: evidence of consent,
 * what the Do Not Call Register said, what was sent and called, opt-outs with their time. Source: outreach 19.9, 6.4.
 */
@PrimaryPort
public interface ShowCompliance {

    /**
     * @param consents evidence, the newest first
     * @param standing of the number in the register, null where the lead has none
     * @param contacts messages and calls that a vendor took, or may have taken, oldest first
     * @param optOuts entries of the client's own list that name the person, oldest first
     */
    record Dossier(
            Lead lead,
            List<Consent> consents,
            @Nullable DoNotCallStanding standing,
            List<Touch> contacts,
            List<Suppression> optOuts,
            Instant at) {

        public Dossier {
            consents = List.copyOf(consents);
            contacts = List.copyOf(contacts);
            optOuts = List.copyOf(optOuts);
        }
    }

    /** What came of asking. */
    sealed interface Outcome {

        record Shown(Dossier dossier) implements Outcome {}

        record NotFound() implements Outcome {}

        /** It holds everything that is known of a person: for administrators. */
        record RoleRequired() implements Outcome {}
    }

    Outcome of(TenantScope scope, LeadId lead);

    /** What it is read from. */
    record Sources(Leads leads, Consents consents, Suppressions suppressions, Touches touches, PhoneWashes washes) {}

    /** Reads these stores. */
    static ShowCompliance over(Sources sources, UnitOfWork units, ClockPort clock) {
        return (scope, id) -> {
            if (!scope.role().permits(Role.ADMIN)) {
                return new Outcome.RoleRequired();
            }
            return units.inTenant(
                    scope.asWorker(),
                    () -> sources.leads()
                            .find(scope.clientId(), id)
                            .filter(lead -> lead.deletedAt() == null)
                            .<Outcome>map(lead -> new Outcome.Shown(dossier(sources, lead, clock.now())))
                            .orElseGet(Outcome.NotFound::new));
        };
    }

    private static Dossier dossier(Sources from, Lead lead, Instant now) {
        Map<Suppressions.Key, Suppression> entries = from.suppressions()
                .findByKeys(lead.clientId(), Suppressions.Subject.of(lead).keys());
        return new Dossier(
                lead,
                from.consents().ofLead(lead.clientId(), lead.id()),
                Optional.ofNullable(lead.contact().phone())
                        .map(number -> standing(from.washes(), number))
                        .orElse(null),
                from.touches().ofLead(lead.clientId(), lead.id()).stream()
                        .filter(ShowCompliance::mayHaveReached)
                        .toList(),
                entries.values().stream()
                        .sorted(Comparator.comparing(Suppression::createdAt)
                                .thenComparing(entry -> entry.id().text()))
                        .toList(),
                now);
    }

    private static DoNotCallStanding standing(PhoneWashes washes, PhoneNumber number) {
        return Optional.ofNullable(washes.of(List.of(number)).get(number))
                .map(wash -> wash.standing())
                .orElseGet(DoNotCallStanding.Unknown::new);
    }

    private static boolean mayHaveReached(Touch touch) {
        return touch.state() == TouchState.SENT
                || touch.state() == TouchState.ABANDONED
                || touch.state().isInFlight();
    }
}
