package io.agencyos.adapters.in.rest.outreach;

import io.agencyos.adapters.in.http.route.Items;
import io.agencyos.adapters.in.http.route.Text;
import io.agencyos.adapters.in.rest.card.People;
import io.agencyos.application.outreach.approval.ApprovalView;
import io.agencyos.application.shared.Stamp;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.outreach.ApprovalItem;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.resource.Mailbox;
import io.agencyos.domain.scoring.tier.Tier;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.TouchKind;
import io.agencyos.domain.shared.Vocabulary;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Approvals as the API takes and shows them. Source: api 8, 9.11. */
final class ApprovalJson {

    private static final UUID ID = UUID.fromString("019baaaa-0000-7000-8000-000000000030");
    private static final Instant AT = Instant.parse("2026-03-02T00:00:00Z");

    private ApprovalJson() {}

    /**
     * A lead's score.
     *
     * @param score the points, 0 to 100
     */
    record Als(int score, Tier tier) {}

    /**
     * The lead as every list shows it.
     *
     * @param name the lead's name as colleagues see it
     * @param title the person's position, in the words that the source gave; null where unknown
     */
    record LeadShown(
            UUID id,
            String name,
            @Nullable String title,
            @Nullable String company,
            @Nullable ZoneId timezone,
            @Nullable Als als) {

        static LeadShown of(Lead lead) {
            return new LeadShown(
                    lead.id().value(),
                    lead.person().fullName(),
                    lead.person().title(),
                    lead.company().name(),
                    lead.timezone(),
                    lead.score() == null
                            ? null
                            : new Als(lead.score().score(), lead.score().tier()));
        }
    }

    /**
     * The campaign as every list shows it.
     *
     * @param name what colleagues call the campaign
     */
    record CampaignShown(UUID id, String name) {}

    /**
     * The message as it will arrive, with signature and footer.
     *
     * @param subject the subject; null on channels without one and for answers in a thread
     * @param body what the message says; null where it has no text
     * @param from the address or number that it comes from; null while no sender is chosen
     * @param sequenceStep the step of the sequence, from 1; 0 outside of one
     */
    record Proposed(
            @Nullable String subject,
            @Nullable String body,
            @Nullable String from,
            int sequenceStep) {}

    /**
     * A touch that waits, or waited, for a person.
     *
     * @param channel the channel by which the message leaves
     * @param proposed the message as it will arrive
     * @param status whether it still waits, what was decided, or that it ran out or was overtaken before anybody decided
     * @param expiresAt until when somebody may decide: a day after the message was proposed
     * @param edited whether a person changed the text before it left
     */
    record ApprovalShown(
            UUID id,
            UUID clientId,
            @Nullable LeadShown lead,
            @Nullable CampaignShown campaign,
            Channel channel,
            TouchKind touchKind,
            Proposed proposed,
            @Nullable Integer alsScore,
            ApprovalItem.Status status,
            Instant createdAt,
            Instant expiresAt,
            People.@Nullable UserCard decidedBy,
            @Nullable Instant decidedAt,
            @Nullable String rejectionReason,
            ApprovalItem.@Nullable RejectionAction rejectionAction,
            boolean edited,
            Instant updatedAt,
            int version) {

        static final ApprovalShown EXAMPLE = new ApprovalShown(
                ID,
                ID,
                new LeadShown(
                        ID,
                        "Priya Raman",
                        "Head of Growth",
                        "Harbour Lane Digital",
                        ZoneId.of("Australia/Sydney"),
                        new Als(75, Tier.WARM)),
                new CampaignShown(ID, "Growth leads"),
                Channel.EMAIL,
                TouchKind.EMAIL,
                new Proposed("A quick thought", "Hello Priya,\n…", "sam@mail.northlight.example", 1),
                75,
                ApprovalItem.Status.PENDING,
                AT,
                AT.plusSeconds(86_400),
                null,
                null,
                null,
                null,
                false,
                AT,
                0);

        static ApprovalShown of(ApprovalView view, People.Names names, Stamp stamp) {
            ApprovalItem item = view.item();
            Touch touch = view.touch();
            Lead lead = view.lead();
            Campaign campaign = view.campaign();
            Mailbox sender = view.sender();
            Touch.TouchContent content = touch.content();
            return new ApprovalShown(
                    item.id().value(),
                    item.clientId().value(),
                    lead == null ? null : LeadShown.of(lead),
                    campaign == null ? null : new CampaignShown(campaign.id().value(), campaign.name()),
                    touch.kind().channel(),
                    touch.kind(),
                    new Proposed(
                            content == null ? null : content.subject(),
                            content == null ? null : content.body(),
                            sender == null ? null : sender.address().value(),
                            touch.stepNo()),
                    lead == null || lead.score() == null ? null : lead.score().score(),
                    item.status(),
                    item.createdAt(),
                    item.expiresAt(),
                    names.card(item.decidedBy()),
                    item.decidedAt(),
                    item.rejectionReason(),
                    item.rejectionAction(),
                    item.edited(),
                    stamp.updatedAt(),
                    item.version());
        }
    }

    /**
     * Another text for the message.
     *
     * @param subject the subject, for e-mail alone
     */
    record Edited(
            @Text(max = 500) String subject,
            @Text(max = 50_000) String body) {}

    /**
     * Yes, as it stands or with another text.
     *
     * @param edited another text for the message; null sends it as it stands
     */
    record Approval(@Nullable Edited edited) {}

    /**
     * No, and what becomes of the step.
     *
     * @param reason why, in your own words; shown with what it decides
     * @param action what becomes of the step where the message is rejected; null skips it
     */
    record Rejection(
            @Text(min = 0, max = 500) @Nullable String reason, ApprovalItem.@Nullable RejectionAction action) {}

    /** Which way several are decided. */
    enum BulkDecision implements Vocabulary {
        APPROVE,
        REJECT
    }

    /**
     * Several at once.
     *
     * @param decision what is decided, for all of them alike
     * @param ids the messages that are decided on, 100 at most
     * @param reason why, in your own words; shown with what it decides
     * @param action what becomes of the step where the message is rejected; null skips it
     */
    record Bulk(
            BulkDecision decision,
            @Items(min = 1, max = 100) List<UUID> ids,
            @Text(min = 0, max = 500) @Nullable String reason,
            ApprovalItem.@Nullable RejectionAction action) {

        static final Bulk EXAMPLE = new Bulk(BulkDecision.APPROVE, List.of(ID), null, null);
    }

    /**
     * What came of one.
     *
     * @param status how it stands now; null where there is no such message
     * @param code why it was not decided, null where it was
     */
    record BulkResult(
            UUID id,
            ApprovalItem.@Nullable Status status,
            @Nullable String code) {}

    /**
     * What came of all.
     *
     * @param items what came of each, in the order of the request
     */
    record BulkResults(List<BulkResult> items) {

        static final BulkResults EXAMPLE =
                new BulkResults(List.of(new BulkResult(ID, ApprovalItem.Status.APPROVED, null)));
    }
}
