package io.agencyos.adapters.out.postgres.campaign;

import io.agencyos.adapters.out.postgres.kernel.RowBatch;
import io.agencyos.adapters.out.postgres.kernel.RowSet;
import io.agencyos.adapters.out.postgres.kernel.RowShape;
import io.agencyos.adapters.out.postgres.kernel.RowSink;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.domain.campaign.enrolment.Enrolment;
import io.agencyos.domain.campaign.enrolment.EnrolmentState;
import io.agencyos.domain.campaign.enrolment.EnrolmentStep;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.EnrolmentId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.ResourceId;
import io.agencyos.domain.shared.id.TouchId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An enrolment and its step rows, to their rows and back. */
final class EnrolmentRows {

    /** Columns of {@code enrolment} as they stand in a row set. */
    static final String TYPES = """
        client_id uuid, id uuid, lead_id uuid, campaign_id uuid, sequence_version int, status text, anchor_date date,
        current_step smallint, last_step_date date, next_step smallint, next_due_at timestamptz,
        snoozed_until timestamptz, hold_code text, hold_until timestamptz, remedy text, stop_reason text,
        resource_id uuid, started_at timestamptz, ended_at timestamptz, created_at timestamptz, row_version int\
        """;

    /** Columns of {@code enrolment_step} as they stand in a row set; the campaign is the enrolment's. */
    static final String STEP_TYPES = """
        client_id uuid, enrolment_id uuid, step_no smallint, outcome text, code text, touch_id uuid,
        decided_at timestamptz\
        """;

    private static final RowShape ENROLMENTS = new RowShape("enrolments", TYPES);

    private static final RowShape STEPS = new RowShape("enrolment_steps", STEP_TYPES + ", campaign_id uuid");

    private EnrolmentRows() {}

    static RowSet of(Collection<Enrolment> enrolments) {
        RowSet rows = new RowSet();
        fill(rows, enrolments);
        return rows;
    }

    static RowBatch batch(Collection<Enrolment> enrolments) {
        RowBatch rows = new RowBatch(ENROLMENTS);
        fill(rows, enrolments);
        return rows;
    }

    /** Steps of these enrolments, with the campaigns of these. */
    static RowBatch stepBatch(Collection<Enrolment> enrolments, Collection<EnrolmentStep> steps) {
        Map<EnrolmentId, CampaignId> campaigns =
                enrolments.stream().collect(Collectors.toMap(Enrolment::id, Enrolment::campaignId));
        RowBatch rows = new RowBatch(STEPS);
        steps.forEach(step -> {
            fill(rows, step);
            rows.set("campaign_id", Objects.requireNonNull(campaigns.get(step.enrolmentId())));
        });
        return rows;
    }

    private static void fill(RowSink rows, Collection<Enrolment> enrolments) {
        for (Enrolment enrolment : enrolments) {
            Enrolment.Hold hold = enrolment.hold();
            rows.row()
                    .set("client_id", enrolment.clientId())
                    .set("id", enrolment.id())
                    .set("lead_id", enrolment.leadId())
                    .set("campaign_id", enrolment.campaignId())
                    .set("sequence_version", enrolment.sequenceVersion())
                    .set("status", enrolment.state())
                    .set("anchor_date", enrolment.anchorDate())
                    .set("current_step", enrolment.currentStep())
                    .set("last_step_date", enrolment.lastStepDate())
                    .set("next_step", enrolment.nextStep())
                    .set("next_due_at", enrolment.nextDueAt())
                    .set("snoozed_until", enrolment.snoozedUntil())
                    .set("hold_code", hold == null ? null : hold.code())
                    .set("hold_until", hold == null ? null : hold.until())
                    .set("remedy", hold == null ? null : hold.remedy())
                    .set("stop_reason", enrolment.stopReason())
                    .set("resource_id", enrolment.stickyResource())
                    .set("started_at", enrolment.startedAt())
                    .set("ended_at", enrolment.endedAt())
                    .set("created_at", enrolment.createdAt())
                    .set("row_version", enrolment.version());
        }
    }

    static RowSet steps(Collection<EnrolmentStep> steps) {
        RowSet rows = new RowSet();
        steps.forEach(step -> fill(rows, step));
        return rows;
    }

    private static void fill(RowSink rows, EnrolmentStep step) {
        rows.row()
                .set("client_id", step.clientId())
                .set("enrolment_id", step.enrolmentId())
                .set("step_no", step.stepNo())
                .set("outcome", step.outcome())
                .set("code", step.code())
                .set("touch_id", step.touchId())
                .set("decided_at", step.decidedAt());
    }

    static Enrolment read(ResultSet row) throws SQLException {
        return new Enrolment(
                Rows.id(row, "id", EnrolmentId::new),
                Rows.id(row, "client_id", ClientId::new),
                Rows.id(row, "lead_id", LeadId::new),
                Rows.id(row, "campaign_id", CampaignId::new),
                row.getInt("sequence_version"),
                Rows.word(row, "status", EnrolmentState.class),
                row.getObject("anchor_date", LocalDate.class),
                row.getInt("current_step"),
                row.getObject("last_step_date", LocalDate.class),
                Rows.intOrNull(row, "next_step"),
                Rows.instantOrNull(row, "next_due_at"),
                Rows.instantOrNull(row, "snoozed_until"),
                hold(row),
                row.getString("stop_reason"),
                Rows.idOrNull(row, "resource_id", ResourceId::new),
                Rows.instant(row, "created_at"),
                Rows.instantOrNull(row, "started_at"),
                Rows.instantOrNull(row, "ended_at"),
                row.getInt("row_version"));
    }

    private static Enrolment.@Nullable Hold hold(ResultSet row) throws SQLException {
        String code = row.getString("hold_code");
        return code == null
                ? null
                : new Enrolment.Hold(
                        code,
                        Rows.instantOrNull(row, "hold_until"),
                        Objects.requireNonNull(row.getString("remedy"), "a hold has its remedy"));
    }

    static EnrolmentStep readStep(ResultSet row) throws SQLException {
        return new EnrolmentStep(
                Rows.id(row, "client_id", ClientId::new),
                Rows.id(row, "enrolment_id", EnrolmentId::new),
                row.getInt("step_no"),
                Rows.word(row, "outcome", EnrolmentStep.Outcome.class),
                row.getString("code"),
                Rows.idOrNull(row, "touch_id", TouchId::new),
                Rows.instantOrNull(row, "decided_at"));
    }
}
