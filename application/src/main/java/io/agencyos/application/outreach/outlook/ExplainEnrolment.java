package io.agencyos.application.outreach.outlook;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.campaign.enrolment.Enrolment;
import io.agencyos.domain.outreach.gate.GateClass;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/**
 * Says of a lead when it is written to next, or by what it is not: there is no third answer. Changes nothing. Source: api
 * 9.6, 9.19, outreach 3.4 "never silent".
 */
@PrimaryPort
@FunctionalInterface
public interface ExplainEnrolment {

    /** @param zone of the campaign, by whose clock the lead is written to when its own is not known */
    record Next(Channel channel, Instant dueAt, ZoneId zone) {}

    /**
     * @param code of vocabulary 17, or the reason for which the enrolment ended
     * @param gateClass null for what has ended
     * @param until null where an event or a person ends it, or nothing
     * @param untilEvent null where a date ends it, or nothing
     */
    record Refusal(
            String code,
            @Nullable GateClass gateClass,
            @Nullable Instant until,
            @Nullable String untilEvent,
            String whatToDo) {

        static Refusal of(io.agencyos.domain.outreach.gate.Refusal told) {
            return new Refusal(told.code(), told.gateClass(), told.until(), told.untilEvent(), told.whatToDo());
        }
    }

    /**
     * @param enrolment null where the lead is in no campaign's sequence
     * @param next null exactly where there is a refusal
     */
    record Explained(
            @Nullable Enrolment enrolment,
            @Nullable String campaignName,
            @Nullable Next next,
            @Nullable Refusal refusal) {}

    /** Empty where there is no such lead. */
    Optional<Explained> of(TenantScope scope, LeadId lead);
}
