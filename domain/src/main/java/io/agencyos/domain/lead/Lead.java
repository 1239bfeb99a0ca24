package io.agencyos.domain.lead;

import io.agencyos.domain.shared.Digests;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ImportId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.PoolPersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jmolecules.ddd.annotation.AggregateRoot;
import org.jmolecules.ddd.annotation.Identity;
import org.jspecify.annotations.Nullable;

/**
 * A client's own record of a person, from claim to deal. The pool holds the person's facts for everybody; this holds
 * what this client knows, scored and did. Source: data model 5.6.
 *
 * @param timezone the lead's own zone where it is known for sure; otherwise outreach 5.1 derives one
 * @param roleStart first day in the present role, null when unknown
 */
@AggregateRoot
public record Lead(
        @Identity LeadId id,
        ClientId clientId,
        @Nullable CampaignId campaignId,
        @Nullable PoolPersonId poolPersonId,
        LeadSource source,
        LeadStatus status,
        ContactPoints contact,
        PersonDetails person,
        CompanyDetails company,
        @Nullable LocalDate roleStart,
        @Nullable ZoneId timezone,
        LeadSignals signals,
        @Nullable ScoreSummary score,
        LeadHistory history,
        @Nullable Block block,
        LeadCare care,
        @Nullable ImportId importId,
        @Nullable String externalId,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant deletedAt,
        int version) {

    /** What is known of the person, as one short text: two leads with the same facts have the same digest. */
    public String factsDigest() {
        return Digests.sha256Hex(List.of(contact, person, company) + "|" + roleStart + "|" + timezone + "|" + externalId
                + "|" + campaignId
                + (signals.equals(LeadSignals.NONE) ? "" : "|" + signals));
    }

    /** A lead of whom nothing is known yet. */
    public static LeadChange begun(LeadId id, ClientId clientId, LeadSource source, Instant now) {
        return new LeadChange(id, clientId, source, now);
    }

    /** A lead like this one, but for what is said next. */
    public LeadChange change() {
        return LeadChange.of(this);
    }

    /** The same lead as it can be reached now. */
    public Lead reachedAt(ContactPoints points, Instant now) {
        return change().contact(points).updatedAt(now).lead();
    }

    /** The same lead without a reason that is over by now: whatever kept it then, something else is asked next. */
    public Lead asOf(Instant now) {
        return block == null || block.until() == null || block.until().isAfter(now)
                ? this
                : change().block(null).lead();
    }

    /** The same lead in another stage. */
    public Lead becoming(LeadStatus next, Instant now) {
        return change().status(next).updatedAt(now).lead();
    }

    /** Why nothing is planned for this lead although it is live, until when. Source: outreach 3.4. */
    public record Block(String code, @Nullable Instant until) {}
}
