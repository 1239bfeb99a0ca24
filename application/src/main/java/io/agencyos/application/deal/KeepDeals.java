package io.agencyos.application.deal;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.deal.Deal;
import io.agencyos.domain.deal.DealStage;
import io.agencyos.domain.deal.LostReason;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.Money;
import io.agencyos.domain.shared.id.DealId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.MeetingId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/**
 * Deals from the first word to the last. The first deal of a lead makes it converted and ends the outreach to it; a won
 * one makes a customer. Source: content 5.2, api 9.12.
 */
@PrimaryPort
public interface KeepDeals {

    /**
     * A deal to be made.
     *
     * @param lead null for nobody yet, or for the meeting's
     * @param stage null for the first
     */
    record NewDeal(
            @Nullable LeadId lead,
            @Nullable MeetingId meeting,
            String name,
            @Nullable Money value,
            @Nullable DealStage stage,
            @Nullable LocalDate expectedCloseDate) {}

    /** What is to be different; what is empty stays. */
    record Details(
            Optional<LeadId> lead,
            Optional<String> name,
            Optional<Optional<Money>> value,
            Optional<Integer> probability,
            Optional<Optional<LocalDate>> expectedCloseDate,
            int ifVersion) {}

    /** What happened to a deal. */
    sealed interface Step {

        /** It stands elsewhere among the open stages. */
        record Moved(DealStage to, @Nullable Integer probability) implements Step {}

        record Won() implements Step {}

        record Lost(LostReason reason, @Nullable String notes) implements Step {}

        /** It goes on at the stage at which it was closed. */
        record Reopened() implements Step {}
    }

    /** What came of it. */
    sealed interface Outcome {

        record Made(Deal deal) implements Outcome {}

        record Saved(Deal deal) implements Outcome {}

        /** The meeting had led to a deal already. */
        record Known(Deal deal) implements Outcome {}

        record NotFound() implements Outcome {}

        /** {@code invalid_transition}. */
        record Barred(DealStage from, DealStage to, List<DealStage> allowed) implements Outcome {
            public Barred {
                allowed = List.copyOf(allowed);
            }
        }

        /** {@code version_conflict}. */
        record VersionConflict(int version) implements Outcome {}

        record Invalid(List<Fault> faults) implements Outcome {
            public Invalid {
                faults = List.copyOf(faults);
            }
        }

        /** A viewer changes nothing. */
        record Forbidden() implements Outcome {}
    }

    Outcome make(TenantScope scope, NewDeal deal, Origin origin);

    Outcome change(TenantScope scope, DealId id, Details details, Origin origin);

    /** A step that was taken already changes nothing. */
    Outcome step(TenantScope scope, DealId id, Step step, Origin origin);
}
