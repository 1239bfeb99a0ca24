package io.agencyos.application.testing;

import static io.agencyos.application.testing.Leadbook.MONDAY;

import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.campaign.CampaignLife;
import io.agencyos.domain.campaign.CampaignOrigin;
import io.agencyos.domain.campaign.CampaignSettings;
import io.agencyos.domain.campaign.CampaignStatus;
import io.agencyos.domain.campaign.SequenceUse;
import io.agencyos.domain.campaign.enrolment.Enrolment;
import io.agencyos.domain.campaign.enrolment.EnrolmentState;
import io.agencyos.domain.campaign.enrolment.EnrolmentStep;
import io.agencyos.domain.campaign.sequence.Sequence;
import io.agencyos.domain.campaign.sequence.SequenceStep;
import io.agencyos.domain.lead.ContactPoints;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadSource;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.lead.ScoreSummary;
import io.agencyos.domain.outreach.ApprovalItem;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.scoring.EmailStatus;
import io.agencyos.domain.scoring.tier.Tier;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.Digests;
import io.agencyos.domain.shared.TouchKind;
import io.agencyos.domain.shared.id.ApprovalId;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.EnrolmentId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.LeadScoreId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Campaigns, enrolments, touches and approvals for tests, with sane values for what a test does not name. */
public final class Outreachbook {

    private Outreachbook() {}

    /** An active campaign whose newest sequence is version 1. */
    public static Campaign campaign(ClientId client) {
        return campaign(client, CampaignStatus.ACTIVE);
    }

    public static Campaign campaign(ClientId client, CampaignStatus status) {
        CampaignId id = new CampaignId(UUID.randomUUID());
        return new Campaign(
                id,
                client,
                CampaignOrigin.CUSTOM,
                CampaignSettings.named("Campaign " + id.text(), ZoneId.of("Australia/Sydney")),
                100,
                new SequenceUse(1, false, false),
                new CampaignLife(status, null, MONDAY, null, MONDAY, MONDAY, null),
                false,
                0);
    }

    /** A sequence of so many e-mails, two days apart; the last takes spare capacity only, where that is asked. */
    public static Sequence sequence(Campaign campaign, int steps, boolean lastIsSpare) {
        return new Sequence(
                campaign.clientId(),
                campaign.id(),
                campaign.sequence().version(),
                IntStream.rangeClosed(1, steps)
                        .mapToObj(no -> email(no, lastIsSpare && no == steps))
                        .toList(),
                MONDAY);
    }

    private static SequenceStep email(int stepNo, boolean spareOnly) {
        return new SequenceStep(
                stepNo,
                Channel.EMAIL,
                TouchKind.EMAIL,
                2 * (stepNo - 1),
                null,
                null,
                null,
                null,
                null,
                spareOnly,
                true,
                true,
                null,
                SequenceStep.SMART_PROMPT);
    }

    /** A lead with this score, or with none. */
    public static Lead lead(ClientId client, @Nullable Integer score) {
        UUID id = UUID.randomUUID();
        return Lead.begun(new LeadId(id), client, LeadSource.CSV_IMPORT, MONDAY)
                .status(LeadStatus.SCORED)
                .contact(new ContactPoints(
                        Leadbook.email(id + "@harbourlane.example"), EmailStatus.VERIFIED, null, null))
                .person(Leadbook.person("Asha"))
                .company(Leadbook.company())
                .timezone(ZoneId.of("Australia/Perth"))
                .score(
                        score == null
                                ? null
                                : new ScoreSummary(
                                        new LeadScoreId(UUID.randomUUID()),
                                        score,
                                        Tier.WARM,
                                        false,
                                        List.of(),
                                        MONDAY,
                                        null))
                .lead();
    }

    /** Pending, with step 1 due on Monday. */
    public static Enrolment enrolment(LeadId lead, Campaign campaign) {
        return enrolment(lead, campaign, EnrolmentState.PENDING, MONDAY);
    }

    /** In this state; an open one has step 1 due then. */
    public static Enrolment enrolment(LeadId lead, Campaign campaign, EnrolmentState state, Instant dueAt) {
        boolean over = state.isTerminal();
        return new Enrolment(
                new EnrolmentId(UUID.randomUUID()),
                campaign.clientId(),
                lead,
                campaign.id(),
                campaign.sequence().version(),
                state,
                null,
                0,
                null,
                over ? null : Integer.valueOf(1),
                over ? null : dueAt,
                null,
                null,
                state == EnrolmentState.STOPPED ? "not_assigned" : null,
                null,
                MONDAY,
                null,
                over ? MONDAY : null,
                0);
    }

    /** The pending steps that an enrolment begins with. */
    public static List<EnrolmentStep> steps(Enrolment enrolment, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(no -> step(enrolment, no, EnrolmentStep.Outcome.PENDING, null))
                .toList();
    }

    /** A step, decided on Monday unless it is pending. */
    public static EnrolmentStep step(
            Enrolment enrolment, int stepNo, EnrolmentStep.Outcome outcome, @Nullable String code) {
        Instant decidedAt = outcome == EnrolmentStep.Outcome.PENDING ? null : MONDAY;
        return new EnrolmentStep(enrolment.clientId(), enrolment.id(), stepNo, outcome, code, null, decidedAt);
    }

    public static TouchMaker touch(Enrolment enrolment) {
        return new TouchMaker(enrolment);
    }

    public static Touch.TouchContent content() {
        String subject = "Quick idea";
        String body = "Hi Asha, a short note.";
        return new Touch.TouchContent(
                null, "intro_plain", subject, body, Digests.sha256Hex(subject + "\n" + body), true);
    }

    /** A first offer of this touch, made on Monday, open for 48 hours. */
    public static ApprovalItem approval(Touch touch) {
        return approval(touch, 1, ApprovalItem.Status.PENDING, MONDAY);
    }

    public static ApprovalItem approval(Touch touch, int offerNo, ApprovalItem.Status status, Instant createdAt) {
        return new ApprovalItem(
                new ApprovalId(UUID.randomUUID()),
                touch.clientId(),
                touch.id(),
                touch.leadId(),
                touch.campaignId(),
                status,
                offerNo,
                createdAt,
                createdAt.plus(Duration.ofHours(48)),
                null,
                null,
                null,
                null,
                false,
                0);
    }
}
