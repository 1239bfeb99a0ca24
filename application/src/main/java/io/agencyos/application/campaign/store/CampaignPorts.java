package io.agencyos.application.campaign.store;

import io.agencyos.application.campaign.enrolment.EndEnrolments;
import io.agencyos.application.campaign.enrolment.StartEnrolments;
import io.agencyos.application.client.Clients;
import io.agencyos.application.client.Credits;
import io.agencyos.application.platform.Audit;
import io.agencyos.application.platform.Events;
import io.agencyos.application.resource.SendingChannels;
import java.util.function.BooleanSupplier;

/**
 * What the use cases of campaigns need from outside.
 *
 * @param inFlight {@code touches::inFlight} of the send protocol's store
 * @param startEnrolments of the send protocol's use cases
 * @param endEnrolments of the send protocol's use cases
 * @param learned what a new default sequence takes over
 * @param totals what campaigns came to, as people look at them
 * @param optOutReachable whether links to opt out, as this installation makes them, can be followed by anybody
 */
public record CampaignPorts(
        Clients clients,
        Credits credits,
        Campaigns campaigns,
        Enrolments enrolments,
        ConsentDeclarations declarations,
        SendingChannels channels,
        InFlightTouches inFlight,
        StartEnrolments startEnrolments,
        EndEnrolments endEnrolments,
        Events events,
        Audit audit,
        BooleanSupplier optOutReachable,
        LearnedSequences learned,
        CampaignTotals totals) {

    /** Of an installation that learns nothing and counts nothing. */
    public CampaignPorts(
            Clients clients,
            Credits credits,
            Campaigns campaigns,
            Enrolments enrolments,
            ConsentDeclarations declarations,
            SendingChannels channels,
            InFlightTouches inFlight,
            StartEnrolments startEnrolments,
            EndEnrolments endEnrolments,
            Events events,
            Audit audit,
            BooleanSupplier optOutReachable) {
        this(
                clients,
                credits,
                campaigns,
                enrolments,
                declarations,
                channels,
                inFlight,
                startEnrolments,
                endEnrolments,
                events,
                audit,
                optOutReachable,
                LearnedSequences.NOTHING,
                CampaignTotals.NONE);
    }

    /** The same, with what was learned of sequences. */
    public CampaignPorts with(LearnedSequences sequences) {
        return with(sequences, totals);
    }

    /** The same, with who counts what campaigns came to. */
    public CampaignPorts with(CampaignTotals counted) {
        return with(learned, counted);
    }

    private CampaignPorts with(LearnedSequences sequences, CampaignTotals counted) {
        return new CampaignPorts(
                clients,
                credits,
                campaigns,
                enrolments,
                declarations,
                channels,
                inFlight,
                startEnrolments,
                endEnrolments,
                events,
                audit,
                optOutReachable,
                sequences,
                counted);
    }
}
