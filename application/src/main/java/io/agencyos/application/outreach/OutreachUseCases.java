package io.agencyos.application.outreach;

import io.agencyos.application.campaign.enrolment.EndEnrolments;
import io.agencyos.application.campaign.enrolment.EnrolLeads;
import io.agencyos.application.campaign.enrolment.StartEnrolments;
import io.agencyos.application.campaign.enrolment.TakeUpLeads;
import io.agencyos.application.outreach.approval.ApproveWaiting;
import io.agencyos.application.outreach.approval.DecideApproval;
import io.agencyos.application.outreach.approval.DecideApprovalService;
import io.agencyos.application.outreach.approval.ExpireApprovals;
import io.agencyos.application.outreach.approval.ListApprovals;
import io.agencyos.application.outreach.approval.ListApprovalsService;
import io.agencyos.application.outreach.approval.ModeSwitches;
import io.agencyos.application.outreach.approval.SendBackUnapproved;
import io.agencyos.application.outreach.approval.SendBackUnapprovedService;
import io.agencyos.application.outreach.channel.EmailSenders;
import io.agencyos.application.outreach.engine.Engine;
import io.agencyos.application.outreach.engine.Outlet;
import io.agencyos.application.outreach.engine.Outlets;
import io.agencyos.application.outreach.engine.OutreachStage;
import io.agencyos.application.outreach.engine.OutreachWorld;
import io.agencyos.application.outreach.engine.WrittenByHand;
import io.agencyos.application.outreach.mail.MailOutlet;
import io.agencyos.application.outreach.mail.UnsubscribeLinks;
import io.agencyos.application.outreach.phone.TextPorts;
import io.agencyos.application.outreach.phone.VoicePorts;
import io.agencyos.application.outreach.recording.CallArchive;
import io.agencyos.application.outreach.stop.ConfirmStops;
import io.agencyos.application.outreach.stop.ConfirmStopsService;
import io.agencyos.application.outreach.stop.RecallTouches;
import io.agencyos.application.outreach.stop.RecallTouchesService;
import io.agencyos.application.outreach.stop.StopOutreach;
import io.agencyos.application.outreach.stop.StopOutreachService;
import io.agencyos.application.outreach.store.LoopStage;
import io.agencyos.application.outreach.store.OutreachStores;
import io.agencyos.application.outreach.store.RecallBook;
import io.agencyos.application.outreach.store.StopConfirmations;
import io.agencyos.application.outreach.writing.DraftJob;
import io.agencyos.application.outreach.writing.PreviewStep;
import io.agencyos.application.outreach.writing.PreviewStepService;
import io.agencyos.application.outreach.writing.WriteDraft;
import io.agencyos.application.outreach.writing.WriteDraftService;
import io.agencyos.application.platform.flow.Flow;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.platform.AuditEntry;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;

/** The use cases of the send protocol, wired by hand; bootstrap and tests hand in the ports. */
public final class OutreachUseCases {

    private final OutreachStage plan;
    private final OutreachStage draft;
    private final OutreachStage commit;
    private final OutreachStage dispatch;
    private final OutreachStage reconcile;
    private final OutreachStage wake;
    private final OutreachStage expireApprovals;
    private final EnrolLeads enrolLeads;
    private final PlanChannelsAgain planChannelsAgain;
    private final ExplainChannels explainChannels;
    private final StopOutreach stopOutreach;
    private final StartEnrolmentsService startEnrolments;
    private final EndEnrolments endEnrolments;
    private final AcceptEvidence acceptEvidence;
    private final Function<Consumer<AuditEntry>, DecideApproval> decideApproval;
    private final ListApprovals listApprovals;
    private final SendBackUnapproved sendBackUnapproved;
    private final PreviewStep previewStep;
    private final PreviewOutreach previewOutreach;
    private final WriteDraft writeDraft;
    private final Engine engine;
    private final Outcomes outcomes;

    /** Of an installation by which nothing but e-mail leaves. */
    public OutreachUseCases(
            OutreachStores stores,
            OutreachWorld world,
            EmailSenders senders,
            UnsubscribeLinks links,
            UnitOfWork units,
            ClockPort clock,
            IdSource ids,
            LongSupplier nanoTime) {
        this(stores, world, List.of(new MailOutlet(stores, world, senders, links)), units, clock, ids, nanoTime);
    }

    /**
     * With one outlet for every channel by which anything leaves.
     *
     * @param nanoTime the process's own monotonic clock ({@code System::nanoTime})
     */
    public OutreachUseCases(
            OutreachStores stores,
            OutreachWorld world,
            List<Outlet> outlets,
            UnitOfWork units,
            ClockPort clock,
            IdSource ids,
            LongSupplier nanoTime) {
        engine = new Engine(stores, world, new Outlets(outlets), units, clock, ids);
        outcomes = new Outcomes(engine);
        PlanTouches planning = new PlanTouches(engine);
        plan = planning;
        previewOutreach = new PreviewOutreachService(engine, planning);
        draft = new DraftTouches(engine);
        commit = new CommitTouches(engine);
        dispatch = new DispatchTouches(engine, new VendorCalls(nanoTime), outcomes);
        reconcile = new ReconcileTouches(engine, outcomes);
        wake = new WakeEnrolments(engine);
        expireApprovals = new ExpireApprovals(engine);
        ChannelPlanner planner = new ChannelPlanner(world);
        enrolLeads = new EnrolLeadsService(engine, planner);
        planChannelsAgain = new PlanChannelsAgainService(engine, planner);
        explainChannels = new ExplainChannelsService(engine, planner);
        startEnrolments = new StartEnrolmentsService(engine, enrolLeads);
        stopOutreach = new StopOutreachService(engine);
        endEnrolments = new EndEnrolmentsService(engine, stopOutreach);
        acceptEvidence = new AcceptEvidenceService(engine, outcomes);
        decideApproval = audit -> new DecideApprovalService(engine, audit);
        listApprovals = new ListApprovalsService(engine);
        sendBackUnapproved = new SendBackUnapprovedService(engine);
        previewStep = new PreviewStepService(engine);
        writeDraft = new WriteDraftService(engine);
    }

    /** T1. */
    public OutreachStage plan() {
        return plan;
    }

    /** T2. */
    public OutreachStage draft() {
        return draft;
    }

    /** T3. */
    public OutreachStage commit() {
        return commit;
    }

    /** T4, the call, T5. */
    public OutreachStage dispatch() {
        return dispatch;
    }

    /** T6 and the look-ups. */
    public OutreachStage reconcile() {
        return reconcile;
    }

    /** Snoozes and holds that end by themselves. */
    public OutreachStage wake() {
        return wake;
    }

    public OutreachStage expireApprovals() {
        return expireApprovals;
    }

    /** What a switch to autopilot does to what waits, where a person says so. */
    public ApproveWaiting approveWaiting(Consumer<AuditEntry> audit) {
        return new ApproveWaiting(listApprovals(), decideApproval(audit));
    }

    /** What a switch to co-pilot or manual does to what stands ready. */
    public SendBackUnapproved sendBackUnapproved() {
        return sendBackUnapproved;
    }

    /** The same, behind what people switch. */
    public ModeSwitches modeSwitches() {
        return new ModeSwitches(sendBackUnapproved);
    }

    public OutreachStage stage(LoopStage name) {
        return switch (name) {
            case WAKE -> wake;
            case EXPIRE_APPROVALS -> expireApprovals;
            case RECONCILE -> reconcile;
            case PLAN -> plan;
            case DRAFT -> draft;
            case COMMIT -> commit;
            case DISPATCH -> dispatch;
        };
    }

    /** All stages, in the order in which one pass runs them. */
    public List<OutreachStage> loop() {
        return Arrays.stream(LoopStage.values()).map(this::stage).toList();
    }

    public PreviewOutreach previewOutreach() {
        return previewOutreach;
    }

    public PreviewStep previewStep() {
        return previewStep;
    }

    public WriteDraft writeDraft() {
        return writeDraft;
    }

    /** The flow by which a member has a text written. */
    public Flow<?> draftJob() {
        return DraftJob.flow(writeDraft);
    }

    public EnrolLeads enrolLeads() {
        return enrolLeads;
    }

    public PlanChannelsAgain planChannelsAgain() {
        return planChannelsAgain;
    }

    public ExplainChannels explainChannels() {
        return explainChannels;
    }

    public StartEnrolments startEnrolments() {
        return startEnrolments;
    }

    public TakeUpLeads takeUpLeads() {
        return startEnrolments;
    }

    public EndEnrolments endEnrolments() {
        return endEnrolments;
    }

    /** T7. */
    public StopOutreach stopOutreach() {
        return stopOutreach;
    }

    public AcceptEvidence acceptEvidence() {
        return acceptEvidence;
    }

    /** What people hear who texted STOP. */
    public ConfirmStops confirmStops(UnitOfWork units, TextPorts texts, StopConfirmations stops) {
        return new ConfirmStopsService(engine, units, texts, stops);
    }

    /** What people write beside the steps. */
    public WrittenByHand writtenByHand() {
        return new WrittenByHandService(engine);
    }

    /** What is asked back from vendors after a stop. */
    public RecallTouches recallTouches(EmailSenders mails, VoicePorts voice, RecallBook book) {
        return new RecallTouchesService(engine, mails, voice, book);
    }

    /** What openings do to the next step. */
    public AdaptSteps adaptSteps() {
        return new AdaptStepsService(engine);
    }

    /** Decisions that nobody looks up later: of demonstrations and tests. */
    public DecideApproval decideApproval() {
        return decideApproval(entry -> {});
    }

    /** Decisions of people, each with its line in the audit log. Source: api 6. */
    public DecideApproval decideApproval(Consumer<AuditEntry> audit) {
        return decideApproval.apply(audit);
    }

    public ListApprovals listApprovals() {
        return listApprovals;
    }

    /** What follows when a call has ended. */
    public ConcludeCalls concludeCalls(VoicePorts ports, CallArchive archive) {
        return new ConcludeCallsService(engine, outcomes, ports, archive);
    }
}
