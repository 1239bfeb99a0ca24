package io.agencyos.domain.deal;

import io.agencyos.domain.shared.Money;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A deal in the making: what is not set stays as it was. */
public final class DealDraft {

    private final Deal from;
    private @Nullable LeadId leadId;
    private @Nullable CampaignId campaignId;
    private String name;
    private @Nullable Money value;
    private DealStage stage;
    private int probability;
    private Instant stageSince;
    private @Nullable LocalDate expectedCloseDate;
    private @Nullable Instant closedAt;
    private @Nullable LostReason lostReason;
    private @Nullable String lostNotes;
    private Deal.Path path;
    private Instant updatedAt;
    private int version;

    DealDraft(Deal from) {
        this.from = from;
        leadId = from.leadId();
        campaignId = from.campaignId();
        name = from.name();
        value = from.value();
        stage = from.stage();
        probability = from.probability();
        stageSince = from.stageSince();
        expectedCloseDate = from.expectedCloseDate();
        closedAt = from.closedAt();
        lostReason = from.lostReason();
        lostNotes = from.lostNotes();
        path = from.path();
        updatedAt = from.updatedAt();
        version = from.version();
    }

    DealDraft stage(DealStage to, int likely, Instant at) {
        stageSince = to == stage ? stageSince : at;
        stage = to;
        probability = likely;
        closedAt = null;
        lostReason = null;
        lostNotes = null;
        updatedAt = at;
        return this;
    }

    DealDraft closed(DealStage to, @Nullable LostReason reason, @Nullable String notes, Instant at) {
        stage(to, to.probability(), at);
        closedAt = at;
        lostReason = reason;
        lostNotes = notes;
        return this;
    }

    /** Whose deal it is, and what led to it. */
    public DealDraft of(LeadId lead, @Nullable CampaignId campaign, Deal.Path way) {
        leadId = lead;
        campaignId = campaign;
        path = way;
        return this;
    }

    public DealDraft named(String text) {
        name = text;
        return this;
    }

    public DealDraft worth(@Nullable Money amount) {
        value = amount;
        return this;
    }

    public DealDraft likely(int percent) {
        probability = percent;
        return this;
    }

    public DealDraft expectedOn(@Nullable LocalDate day) {
        expectedCloseDate = day;
        return this;
    }

    public DealDraft updatedAt(Instant at) {
        updatedAt = at;
        return this;
    }

    /** As it stands in a store. */
    public DealDraft atVersion(int stored) {
        version = stored;
        return this;
    }

    public Deal done() {
        return new Deal(
                from.id(),
                from.clientId(),
                leadId,
                campaignId,
                from.meetingId(),
                name,
                value,
                stage,
                probability,
                stageSince,
                expectedCloseDate,
                closedAt,
                lostReason,
                lostNotes,
                path,
                from.createdAt(),
                updatedAt,
                version);
    }
}
