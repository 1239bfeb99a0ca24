package io.agencyos.adapters.out.postgres.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.application.conversion.learning.store.LearningFacts;
import io.agencyos.application.outreach.channel.PostSender;
import io.agencyos.application.outreach.post.PostPieces;
import io.agencyos.application.outreach.store.CallLog;
import io.agencyos.domain.allocation.VetoReason;
import io.agencyos.domain.campaign.CampaignOrigin;
import io.agencyos.domain.campaign.CampaignPause;
import io.agencyos.domain.campaign.CampaignStatus;
import io.agencyos.domain.campaign.enrolment.EnrolmentState;
import io.agencyos.domain.campaign.enrolment.EnrolmentStep;
import io.agencyos.domain.campaign.sequence.StepPurpose;
import io.agencyos.domain.campaign.sequence.StepSkipIf;
import io.agencyos.domain.client.ClientMode;
import io.agencyos.domain.client.IcpOrigin;
import io.agencyos.domain.client.IcpStatus;
import io.agencyos.domain.client.PermissionMode;
import io.agencyos.domain.client.SeoMode;
import io.agencyos.domain.client.billing.CreditEntryKind;
import io.agencyos.domain.client.billing.HeldUpDay;
import io.agencyos.domain.client.billing.Plan;
import io.agencyos.domain.client.billing.SubscriptionStatus;
import io.agencyos.domain.client.identity.Profile;
import io.agencyos.domain.client.identity.SupportSession;
import io.agencyos.domain.content.budget.AiTask;
import io.agencyos.domain.content.template.Variation;
import io.agencyos.domain.conversation.Message;
import io.agencyos.domain.conversation.ThreadOutcome;
import io.agencyos.domain.conversation.ThreadStatus;
import io.agencyos.domain.conversation.notice.NoticeSeverity;
import io.agencyos.domain.conversation.notice.NoticeTopic;
import io.agencyos.domain.conversion.PatternStatus;
import io.agencyos.domain.conversion.PatternType;
import io.agencyos.domain.conversion.evolve.Candidate;
import io.agencyos.domain.conversion.evolve.SuggestionStatus;
import io.agencyos.domain.conversion.evolve.SuggestionType;
import io.agencyos.domain.conversion.experiment.ExperimentStatus;
import io.agencyos.domain.conversion.experiment.Reward;
import io.agencyos.domain.deal.BookedBy;
import io.agencyos.domain.deal.BookingMethod;
import io.agencyos.domain.deal.MeetingOutcome;
import io.agencyos.domain.deal.MeetingType;
import io.agencyos.domain.lead.ActivityAction;
import io.agencyos.domain.lead.ActivityActor;
import io.agencyos.domain.lead.LeadSource;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.lead.PoolClaim;
import io.agencyos.domain.lead.PoolStatus;
import io.agencyos.domain.lead.PrivacyRequest;
import io.agencyos.domain.lead.ReleaseReason;
import io.agencyos.domain.lead.SuppressionKeyType;
import io.agencyos.domain.lead.SuppressionReason;
import io.agencyos.domain.lead.SuppressionSource;
import io.agencyos.domain.lead.enrichment.Enrichment;
import io.agencyos.domain.lead.enrichment.PhoneLookup;
import io.agencyos.domain.outreach.AddressState;
import io.agencyos.domain.outreach.ApprovalItem;
import io.agencyos.domain.outreach.ConsentKind;
import io.agencyos.domain.outreach.DeliveryStatus;
import io.agencyos.domain.outreach.DncrState;
import io.agencyos.domain.outreach.Wash;
import io.agencyos.domain.outreach.call.CallResult;
import io.agencyos.domain.outreach.gate.GateClass;
import io.agencyos.domain.outreach.touch.TouchOrigin;
import io.agencyos.domain.outreach.touch.TouchState;
import io.agencyos.domain.platform.Incident;
import io.agencyos.domain.platform.RunState;
import io.agencyos.domain.platform.flow.Breaker;
import io.agencyos.domain.platform.flow.BreakerScope;
import io.agencyos.domain.platform.flow.ItemState;
import io.agencyos.domain.platform.flow.RunTrigger;
import io.agencyos.domain.platform.flow.StepState;
import io.agencyos.domain.platform.flow.WorkClass;
import io.agencyos.domain.resource.DomainHealth;
import io.agencyos.domain.resource.MailboxState;
import io.agencyos.domain.resource.Pacing;
import io.agencyos.domain.resource.QuotaMetric;
import io.agencyos.domain.resource.ResourceKind;
import io.agencyos.domain.resource.ResourceStatus;
import io.agencyos.domain.resource.seat.ConnectionState;
import io.agencyos.domain.resource.seat.SeatState;
import io.agencyos.domain.scoring.EmailStatus;
import io.agencyos.domain.scoring.ScoreCause;
import io.agencyos.domain.scoring.match.Seniority;
import io.agencyos.domain.scoring.tier.Tier;
import io.agencyos.domain.scoring.weight.WeightsSource;
import io.agencyos.domain.scoring.weight.WeightsStatus;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.ChoiceBasis;
import io.agencyos.domain.shared.TouchKind;
import io.agencyos.domain.shared.Vocabulary;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Each enum of the code and its CHECK in the database hold the same words. Source: vocabulary, data model 1. */
class VocabularyInDatabaseTest {

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    private record Pair(String table, String column, Class<? extends Enum<?>> type) {}

    private static Pair pair(String column, Class<? extends Enum<?>> type) {
        int dot = column.lastIndexOf('.');
        return new Pair(column.substring(0, dot), column.substring(dot + 1), type);
    }

    private static final List<Pair> PAIRS = List.of(
            pair("app.plan.code", Plan.class),
            pair("app.subscription.plan_code", Plan.class),
            pair("app.subscription.status", SubscriptionStatus.class),
            pair("app.credit_entry.kind", CreditEntryKind.class),
            pair("app.held_up_day.cause", HeldUpDay.Cause.class),
            pair("app.ai_reservation.task", AiTask.class),
            pair("app.client.mode", ClientMode.class),
            pair("app.user_preference.theme", Profile.Theme.class),
            pair("app.user_preference.density", Profile.Density.class),
            pair("app.user_preference.time_form", Profile.TimeForm.class),
            pair("app.client.default_permission_mode", PermissionMode.class),
            pair("app.client_setting.seo_mode", SeoMode.class),
            pair("app.icp_profile.status", IcpStatus.class),
            pair("app.icp_profile.origin", IcpOrigin.class),
            pair("app.scoring_weights.status", WeightsStatus.class),
            pair("app.cis_daily_count.unit", LearningFacts.Unit.class),
            pair("app.conversion_pattern.pattern_type", PatternType.class),
            pair("app.conversion_pattern.status", PatternStatus.class),
            pair("app.outreach_job.timing_basis", ChoiceBasis.class),
            pair("app.post_piece.state", PostSender.State.class),
            pair("app.post_piece.recall", PostPieces.Recall.class),
            pair("app.touch.timing_basis", ChoiceBasis.class),
            pair("app.enrolment_channels.basis", ChoiceBasis.class),
            pair("app.campaign_suggestion.type", SuggestionType.class),
            pair("app.content_experiment.element", Variation.Element.class),
            pair("app.content_experiment.reward", Reward.class),
            pair("app.content_experiment.status", ExperimentStatus.class),
            pair("app.campaign_suggestion.status", SuggestionStatus.class),
            pair("app.campaign_suggestion.risk_level", Candidate.Risk.class),
            pair("app.lead_enrichment.state", Enrichment.State.class),
            pair("app.lead_enrichment.credit", Enrichment.Credit.class),
            pair("app.phone_lookup.state", PhoneLookup.State.class),
            pair("app.notification.kind", NoticeTopic.class),
            pair("app.notification.severity", NoticeSeverity.class),
            pair("app.notification_preference.event", NoticeTopic.class),
            pair("app.status_incident.state", Incident.State.class),
            pair("app.privacy_request.kind", PrivacyRequest.Kind.class),
            pair("app.privacy_request.status", PrivacyRequest.Status.class),
            pair("app.lead_veto.reason", VetoReason.class),
            pair("app.lead_veto.seniority", Seniority.class),
            pair("app.lead_score.weights_source", WeightsSource.class),
            pair("app.lead_score.tier", Tier.class),
            pair("app.lead_score.cause", ScoreCause.class),
            pair("app.rescore_request.cause", ScoreCause.class),
            pair("app.rescore_request.key_type", SuppressionKeyType.class),
            pair("app.lead.als_tier", Tier.class),
            pair("app.lead.weights_source", WeightsSource.class),
            pair("app.lead.status", LeadStatus.class),
            pair("app.lead.source", LeadSource.class),
            pair("app.lead.email_status", EmailStatus.class),
            pair("app.lead.seniority", Seniority.class),
            pair("app.lead.permission_mode_override", PermissionMode.class),
            pair("app.lead_import.source", LeadSource.class),
            pair("app.lead_channel.channel", Channel.class),
            pair("app.lead_channel.address_state", AddressState.class),
            pair("app.contact_ref.channel", Channel.class),
            pair("app.reply_feed.channel", Channel.class),
            pair("pool.pool_person.status", PoolStatus.class),
            pair("pool.pool_person.email_status", EmailStatus.class),
            pair("pool.pool_person.seniority", Seniority.class),
            pair("pool.pool_claim_event.reason", ReleaseReason.class),
            pair("app.suppression.kind", SuppressionKeyType.class),
            pair("app.suppression.reason", SuppressionReason.class),
            pair("app.suppression.source", SuppressionSource.class),
            pair("app.platform_suppression.kind", SuppressionKeyType.class),
            pair("app.platform_suppression.reason", SuppressionReason.class),
            pair("app.platform_suppression.source", SuppressionSource.class),
            pair("app.campaign.kind", CampaignOrigin.class),
            pair("app.campaign.status", CampaignStatus.class),
            pair("app.campaign.permission_mode", PermissionMode.class),
            pair("app.campaign_step.channel", Channel.class),
            pair("app.campaign_step.touch_kind", TouchKind.class),
            pair("app.campaign_step.purpose", StepPurpose.class),
            pair("app.campaign_step.skip_if", StepSkipIf.class),
            pair("app.enrolment.status", EnrolmentState.class),
            pair("app.outreach_job.status", TouchState.class),
            pair("app.outreach_job.origin", TouchOrigin.class),
            pair("app.outreach_job.touch_kind", TouchKind.class),
            pair("app.outreach_job.channel", Channel.class),
            pair("app.outreach_job.lead_tier", Tier.class),
            pair("app.gate_check.class", GateClass.class),
            pair("app.touch.origin", TouchOrigin.class),
            pair("app.touch.kind", TouchKind.class),
            pair("app.touch.delivery_status", DeliveryStatus.class),
            pair("app.activity.action", ActivityAction.class),
            pair("app.activity.actor", ActivityActor.class),
            pair("app.activity.channel", Channel.class),
            pair("app.conversation_thread.status", ThreadStatus.class),
            pair("app.conversation_thread.outcome", ThreadOutcome.class),
            pair("app.meeting.booked_by", BookedBy.class),
            pair("app.meeting.method", BookingMethod.class),
            pair("app.meeting.type", MeetingType.class),
            pair("app.meeting.outcome", MeetingOutcome.class),
            pair("app.resource.health", DomainHealth.class),
            pair("app.quota_counter.metric", QuotaMetric.class),
            pair("app.quota_reservation.metric", QuotaMetric.class),
            pair("app.vendor_call.outcome", CallLog.Outcome.class),
            pair("app.linkedin_seat.status", SeatState.class),
            pair("app.linkedin_connection.status", ConnectionState.class),
            pair("app.resource.kind", ResourceKind.class),
            pair("app.resource.status", ResourceStatus.class),
            pair("app.resource.connection_state", MailboxState.class),
            pair("app.enrolment_step.outcome", EnrolmentStep.Outcome.class),
            pair("app.campaign.pause_origin", CampaignPause.Origin.class),
            pair("app.approval_item.status", ApprovalItem.Status.class),
            pair("app.approval_item.rejection_action", ApprovalItem.RejectionAction.class),
            pair("app.message.direction", Message.Direction.class),
            pair("pool.pool_claim.claimed_by", PoolClaim.ClaimedBy.class),
            pair("app.activity.touch_kind", TouchKind.class),
            pair("app.pacing_day.flag", Pacing.Alert.class),
            pair("app.phone_wash.state", DncrState.class),
            pair("app.support_session.mode", SupportSession.Mode.class),
            pair("app.voice_call.outcome", CallResult.class),
            pair("app.consent.basis", ConsentKind.class),
            pair("app.phone_wash_event.state", DncrState.class),
            pair("app.phone_wash_batch.state", Wash.State.class),
            pair("app.flow_run.status", RunState.class),
            pair("app.flow_run.trigger", RunTrigger.class),
            pair("app.flow_run.work_class", WorkClass.class),
            pair("app.flow_step.status", StepState.class),
            pair("app.flow_item.status", ItemState.class),
            pair("app.tenant_queue.work_class", WorkClass.class),
            pair("app.circuit_breaker.scope", BreakerScope.class),
            pair("app.circuit_breaker.state", Breaker.State.class));

    @TestFactory
    Stream<DynamicTest> the_enum_and_the_check_hold_the_same_words() {
        return PAIRS.stream()
                .map(pair -> DynamicTest.dynamicTest(
                        pair.table() + "." + pair.column(),
                        () -> assertThat(wordsOf(pair)).containsExactlyInAnyOrderElementsOf(wires(pair.type()))));
    }

    private static List<String> wires(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> ((Vocabulary) constant).wire())
                .toList();
    }

    private static List<String> wordsOf(Pair pair) throws SQLException {
        try (Connection superuser = database.superuser()) {
            List<String> words =
                    new Catalogue(superuser).vocabulary(pair.table()).get(pair.column());
            assertThat(words).as("CHECK of %s.%s", pair.table(), pair.column()).isNotNull();
            return words;
        }
    }

    @Test
    void every_column_named_channel_takes_the_five_channels() throws SQLException {
        try (Connection superuser = database.superuser()) {
            Catalogue catalogue = new Catalogue(superuser);
            List<String> checked = new ArrayList<>();
            for (String table : catalogue.tables()) {
                Map<String, List<String>> words = catalogue.vocabulary(table);
                if (words.containsKey("channel")) {
                    assertThat(words.get("channel"))
                            .as(table)
                            .containsExactlyInAnyOrderElementsOf(wires(Channel.class));
                    checked.add(table);
                }
            }
            assertThat(checked).hasSizeGreaterThan(12);
        }
    }
}
