package io.agencyos.domain.deal;

import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.Money;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.DealId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.MeetingId;
import io.agencyos.domain.shared.id.TouchId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import org.jmolecules.ddd.annotation.AggregateRoot;
import org.jmolecules.ddd.annotation.Identity;
import org.jspecify.annotations.Nullable;

/**
 * What may be sold to a lead. Source: content 5.2, data model 5.9.
 *
 * @param leadId null while nobody has said whose deal it is
 * @param campaignId the lead's campaign when the deal was made
 * @param value zero or more, null while unknown
 * @param probability 0 to 100, in percent
 * @param closedAt set exactly while it is won or lost
 * @param lostReason set exactly while it is lost
 * @param path what led to it, frozen when its lead was known
 */
@AggregateRoot
public record Deal(
        @Identity DealId id,
        ClientId clientId,
        @Nullable LeadId leadId,
        @Nullable CampaignId campaignId,
        @Nullable MeetingId meetingId,
        String name,
        @Nullable Money value,
        DealStage stage,
        int probability,
        Instant stageSince,
        @Nullable LocalDate expectedCloseDate,
        @Nullable Instant closedAt,
        @Nullable LostReason lostReason,
        @Nullable String lostNotes,
        Path path,
        Instant createdAt,
        Instant updatedAt,
        int version) {

    private static final BigDecimal PERCENT = BigDecimal.valueOf(100);

    /**
     * The outbound touches before the deal.
     *
     * @param first channel of the earliest of them
     * @param credited the touch that the conversion is credited to, on its channel
     */
    public record Path(
            int touchesBefore,
            @Nullable Channel first,
            @Nullable TouchId credited,
            @Nullable Channel creditedChannel) {

        public static final Path NONE = new Path(0, null, null, null);
    }

    /** {@code invalid_transition}: the deal stays as it is. */
    public record Barred(DealStage from, DealStage to) {}

    public Deal {
        if (stage.isOpen() != (closedAt == null)) {
            throw new IllegalArgumentException("a deal has an end exactly while it is closed");
        }
        if ((stage == DealStage.CLOSED_LOST) != (lostReason != null)) {
            throw new IllegalArgumentException("a deal has a reason exactly while it is lost");
        }
    }

    /** True and false once it is won or lost. */
    public @Nullable Boolean won() {
        return stage.isOpen() ? null : stage == DealStage.CLOSED_WON;
    }

    /** Value times probability in cents, half up; nothing of an unknown value. */
    public long weightedCents() {
        return value == null
                ? 0
                : BigDecimal.valueOf(value.cents())
                        .multiply(BigDecimal.valueOf(probability))
                        .divide(PERCENT, 0, RoundingMode.HALF_UP)
                        .longValueExact();
    }

    /** Any open stage to any other; the probability is the stage's own unless it is said. */
    public Result<Deal, Barred> moved(DealStage to, @Nullable Integer likely, Instant at) {
        if (!stage.isOpen() || !to.isOpen()) {
            return Result.err(new Barred(stage, to));
        }
        if (to == stage && (likely == null || likely == probability)) {
            return Result.ok(this);
        }
        int next = likely == null ? to.probability() : likely;
        return Result.ok(change().stage(to, next, at).done());
    }

    /** Sold; a second time changes nothing. */
    public Result<Deal, Barred> won(Instant at) {
        return closed(DealStage.CLOSED_WON, change().closed(DealStage.CLOSED_WON, null, null, at));
    }

    /** Not sold, for this reason; a second time changes nothing. */
    public Result<Deal, Barred> lost(LostReason reason, @Nullable String notes, Instant at) {
        return closed(DealStage.CLOSED_LOST, change().closed(DealStage.CLOSED_LOST, reason, notes, at));
    }

    private Result<Deal, Barred> closed(DealStage to, DealDraft next) {
        if (stage == to) {
            return Result.ok(this);
        }
        return stage.isOpen() ? Result.ok(next.done()) : Result.err(new Barred(stage, to));
    }

    /** Open again at this stage; an open one stays where it is. */
    public Deal reopened(DealStage at, Instant now) {
        return stage.isOpen() ? this : change().stage(at, at.probability(), now).done();
    }

    /** A changed copy in the making. */
    public DealDraft change() {
        return new DealDraft(this);
    }
}
