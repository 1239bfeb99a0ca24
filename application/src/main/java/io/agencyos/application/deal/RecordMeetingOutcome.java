package io.agencyos.application.deal;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.deal.Meeting;
import io.agencyos.domain.deal.MeetingOutcome;
import io.agencyos.domain.deal.MeetingStatus;
import io.agencyos.domain.deal.MeetingType;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.id.MeetingId;
import java.time.Instant;
import java.util.List;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/** A person says what became of a meeting, from its confirmation to how it went. Source: content 5.1, api 9.12. */
@PrimaryPort
public interface RecordMeetingOutcome {

    /** What became of it. */
    sealed interface News {

        /** The lead said that it will come. */
        record Confirmed() implements News {}

        /** It takes place at another time: the same meeting, open again. */
        record Moved(Instant to, @Nullable String reason) implements News {}

        /** It does not take place. */
        record Cancelled(@Nullable String reason) implements News {}

        /** Whether the lead came. */
        record Attendance(boolean showedUp, @Nullable String noShowReason) implements News {}

        /** How it went; not {@code pending}. */
        record Ended(
                MeetingOutcome outcome,
                @Nullable String notes,
                @Nullable String nextSteps) implements News {}

        /** Other details; null leaves what stands there. */
        record Details(
                @Nullable MeetingType type,
                @Nullable Integer durationMinutes,
                @Nullable String link,
                @Nullable String notes,
                @Nullable String nextSteps,
                @Nullable Integer ifVersion)
                implements News {}
    }

    /** What came of the word. */
    sealed interface Outcome {

        record Recorded(Meeting meeting, MeetingStatus status) implements Outcome {}

        /** There is no such meeting in this tenant. */
        record NotFound() implements Outcome {}

        /** It is past that: {@code invalid_transition}. */
        record InvalidTransition(Meeting meeting, MeetingStatus status) implements Outcome {}

        /** Somebody changed it meanwhile: {@code version_conflict}. */
        record VersionConflict(Meeting meeting) implements Outcome {}

        record Invalid(List<Fault> faults) implements Outcome {
            public Invalid {
                faults = List.copyOf(faults);
            }
        }

        /** A viewer records nothing. */
        record Forbidden() implements Outcome {}
    }

    Outcome record(TenantScope scope, MeetingId meeting, News news, Origin origin);
}
