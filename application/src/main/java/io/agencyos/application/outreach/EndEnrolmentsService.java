package io.agencyos.application.outreach;

import io.agencyos.application.campaign.enrolment.EndEnrolments;
import io.agencyos.application.outreach.engine.Engine;
import io.agencyos.application.outreach.stop.StopOutreach;
import io.agencyos.domain.campaign.enrolment.Enrolment;
import io.agencyos.domain.campaign.enrolment.StopReason;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.EnrolmentId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A batch of leads per unit of work, by ascending enrolment, so that a large campaign blocks nobody for long. */
final class EndEnrolmentsService implements EndEnrolments {

    private static final int BATCH = 100;

    private final Engine engine;
    private final StopOutreach stop;

    EndEnrolmentsService(Engine engine, StopOutreach stop) {
        this.engine = engine;
        this.stop = stop;
    }

    @Override
    public int end(ClientId client, CampaignId campaign) {
        int ended = 0;
        @Nullable EnrolmentId after = null;
        while (true) {
            EnrolmentId from = after;
            List<EnrolmentId> batch = engine.inTenant(client, () -> endFrom(client, campaign, from));
            ended += batch.size();
            if (batch.size() < BATCH) {
                return ended;
            }
            after = batch.getLast();
        }
    }

    private List<EnrolmentId> endFrom(ClientId client, CampaignId campaign, @Nullable EnrolmentId after) {
        List<EnrolmentId> batch = engine.stores().enrolments().live(client, campaign, after, BATCH);
        engine.stores().enrolments().lockAll(client, batch).stream()
                .filter(enrolment -> !enrolment.state().isTerminal())
                .map(Enrolment::leadId)
                .forEach(lead -> stop.stop(client, lead, StopReason.Plain.CAMPAIGN_COMPLETED));
        return batch;
    }
}
