package io.agencyos.application.campaign;

import io.agencyos.application.campaign.change.Trail;
import io.agencyos.application.campaign.lifecycle.ActivateCampaign;
import io.agencyos.application.campaign.lifecycle.ActivateCampaignService;
import io.agencyos.application.campaign.lifecycle.Activation;
import io.agencyos.application.campaign.lifecycle.CompleteCampaign;
import io.agencyos.application.campaign.lifecycle.CompleteEndedCampaigns;
import io.agencyos.application.campaign.lifecycle.CompleteEndedService;
import io.agencyos.application.campaign.lifecycle.DeleteCampaign;
import io.agencyos.application.campaign.lifecycle.HaltByPause;
import io.agencyos.application.campaign.lifecycle.PauseCampaign;
import io.agencyos.application.campaign.lifecycle.PauseOutreach;
import io.agencyos.application.campaign.lifecycle.PauseOutreachService;
import io.agencyos.application.campaign.lifecycle.PauseSurplusService;
import io.agencyos.application.campaign.lifecycle.Priorities;
import io.agencyos.application.campaign.lifecycle.ResumeOutreach;
import io.agencyos.application.campaign.lifecycle.ResumeOutreachService;
import io.agencyos.application.campaign.lifecycle.StopCampaignService;
import io.agencyos.application.campaign.store.CampaignPorts;
import io.agencyos.application.client.billing.PauseSurplusCampaigns;
import io.agencyos.application.client.staff.HaltOutreach;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.UnitOfWork;
import java.util.function.UnaryOperator;

/** The use cases of this context, wired by hand; bootstrap and tests hand in the ports. */
public final class CampaignUseCases {

    private final CreateCampaign createCampaign;
    private final CloneCampaign cloneCampaign;
    private final ActivateCampaign activateCampaign;
    private final EditCampaign editCampaign;
    private final EditSequence editSequence;
    private final StopCampaignService stopCampaign;
    private final PauseSurplusCampaigns pauseSurplus;
    private final PauseOutreach pauseOutreach;
    private final ResumeOutreach resumeOutreach;
    private final DeclareConsentService consent;
    private final SharePriorities sharePriorities;
    private final CampaignViews views;
    private final ShowConservation conservation;
    private final CompleteEndedCampaigns completeEnded;

    public CampaignUseCases(CampaignPorts ports, UnitOfWork units, ClockPort clock, IdSource ids) {
        this(ports, units, clock, ids, UnaryOperator.identity());
    }

    /** @param followed what a change of settings is followed by, such as what a switch of the mode sends back */
    public CampaignUseCases(
            CampaignPorts ports,
            UnitOfWork units,
            ClockPort clock,
            IdSource ids,
            UnaryOperator<EditCampaign> followed) {
        Trail trail = new Trail(ports, clock, ids);
        Priorities priorities = new Priorities(ports.campaigns());
        Activation activation = new Activation(ports, priorities, trail);
        createCampaign = new CreateCampaignService(ports, trail, units, clock, ids);
        cloneCampaign = new CloneCampaignService(ports, trail, units, clock, ids);
        activateCampaign = new ActivateCampaignService(ports, activation, units, clock);
        editCampaign = followed.apply(new EditCampaignService(ports, trail, units, clock));
        editSequence = new EditSequenceService(ports, trail, units, clock);
        stopCampaign = new StopCampaignService(ports, priorities, trail, units, clock);
        pauseSurplus = new PauseSurplusService(ports, priorities, trail, clock);
        pauseOutreach = new PauseOutreachService(ports, trail, units, clock);
        resumeOutreach = new ResumeOutreachService(ports, activation, trail, units, clock);
        consent = new DeclareConsentService(ports, trail, units, clock, ids);
        sharePriorities = new SharePrioritiesService(ports, trail, units);
        views = new CampaignViews(ports, units, clock);
        conservation = new ShowConservationService(ports, units);
        completeEnded = new CompleteEndedService(ports, stopCampaign, units, clock);
    }

    public CreateCampaign createCampaign() {
        return createCampaign;
    }

    public CloneCampaign cloneCampaign() {
        return cloneCampaign;
    }

    public ActivateCampaign activateCampaign() {
        return activateCampaign;
    }

    /** The stop as staff pulls it. */
    public HaltOutreach haltOutreach() {
        return new HaltByPause(pauseOutreach(), resumeOutreach());
    }

    public PauseSurplusCampaigns pauseSurplusCampaigns() {
        return pauseSurplus;
    }

    public EditCampaign editCampaign() {
        return editCampaign;
    }

    public EditSequence editSequence() {
        return editSequence;
    }

    public PauseCampaign pauseCampaign() {
        return stopCampaign;
    }

    public CompleteCampaign completeCampaign() {
        return stopCampaign;
    }

    public DeleteCampaign deleteCampaign() {
        return stopCampaign;
    }

    public SharePriorities sharePriorities() {
        return sharePriorities;
    }

    public PauseOutreach pauseOutreach() {
        return pauseOutreach;
    }

    public ResumeOutreach resumeOutreach() {
        return resumeOutreach;
    }

    public DeclareConsent declareConsent() {
        return consent;
    }

    public ShowConsent showConsent() {
        return consent;
    }

    public CompleteEndedCampaigns completeEndedCampaigns() {
        return completeEnded;
    }

    public ShowConservation showConservation() {
        return conservation;
    }

    public ListCampaigns listCampaigns() {
        return views::list;
    }

    public ShowCampaign showCampaign() {
        return views::one;
    }
}
