package io.agencyos.adapters.out.postgres.outreach;

import io.agencyos.adapters.out.postgres.kernel.RowSet;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.domain.outreach.touch.ByHand;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.outreach.touch.TouchOrigin;
import io.agencyos.domain.outreach.touch.TouchState;
import io.agencyos.domain.shared.ChoiceBasis;
import io.agencyos.domain.shared.TouchKind;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ContentId;
import io.agencyos.domain.shared.id.EnrolmentId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.LeadScoreId;
import io.agencyos.domain.shared.id.PersonaId;
import io.agencyos.domain.shared.id.ReplyId;
import io.agencyos.domain.shared.id.ResourceId;
import io.agencyos.domain.shared.id.TouchId;
import io.agencyos.domain.shared.id.UserId;
import io.agencyos.domain.shared.id.VariantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A touch as its row in {@code outreach_job}, and back. */
final class TouchRows {

    private static final String ORIGIN = """
        client_id uuid, enrolment_id uuid, lead_id uuid, campaign_id uuid, origin text, reply_id uuid, command_id uuid,
        by_hand boolean, written_by uuid, override_reason text, answer_ref text, answer_message_id text, channel text,
        touch_kind text, step_no smallint, attempt_no smallint, idem_key text, created_at timestamptz\
        """;
    private static final String STATE = """
        status text, scheduled_at timestamptz, resource_id uuid, persona_id uuid, recipient text, redirected_to text,
        als_snapshot_id uuid,
        lead_tier text, plan_key text, timing_basis text, explore boolean, lease_token uuid, lease_until timestamptz,
        lease_absent_at timestamptz, dispatch_count int, requeue_count int, reconcile_at timestamptz, vendor text,
        vendor_ref text, vendor_slot text, reject_code text, last_error text, sent_at timestamptz\
        """;
    private static final String TEXT = """
        content_snapshot_id uuid, content_template_id text, variant_id uuid, subject text, body text,
        content_sha256 bytea, content_meta jsonb, qa_result text\
        """;
    private static final String KEY = "id uuid, row_version int";

    /** Columns of a new row as they stand in a row set. */
    static final String TYPES = String.join(", ", KEY, ORIGIN, STATE, TEXT);

    /** The same columns, names only. */
    static final String NAMES = TYPES.replaceAll("(\\w+) [a-z]+(,|$)", "$1$2");

    /** Columns that change together: {@code update} takes them from {@code rows} for the {@code ids} of {@code client}. */
    record Columns(String update) {

        private static Columns of(String types) {
            return new Columns("update outreach_job j set " + types.replaceAll("(\\w+) [a-z]+(,|$)", "$1 = r.$1$2")
                    + ", updated_at = now(), row_version = j.row_version + 1 from jsonb_to_recordset(:rows) as r(" + KEY
                    + ", " + types + ") where j.client_id = :client and j.id = any (:ids) and j.id = r.id"
                    + " and j.row_version = r.row_version");
        }
    }

    /** What changes with the state of a touch whose text stands. */
    static final Columns MOVED = Columns.of(STATE);

    /** The same with the text. */
    static final Columns MOVED_AND_WRITTEN = Columns.of(STATE + ", " + TEXT);

    private static final String QA_PASSED = "passed";
    private static final String QA_FAILED = "failed";

    private TouchRows() {}

    /** Rows with every column. */
    static RowSet ofNew(Collection<Touch> touches) {
        RowSet rows = new RowSet();
        for (Touch touch : touches) {
            origin(rows.row().set("id", touch.id()), touch);
            state(rows, touch);
            text(rows, touch);
        }
        return rows;
    }

    /** Rows with the columns that a change of state may write. */
    static RowSet of(Collection<Touch> touches, Columns columns) {
        RowSet rows = new RowSet();
        for (Touch touch : touches) {
            state(rows.row().set("id", touch.id()), touch);
            if (columns == MOVED_AND_WRITTEN) {
                text(rows, touch);
            }
        }
        return rows;
    }

    /** What a touch is from its plan on. */
    private static void origin(RowSet row, Touch touch) {
        ByHand hand = touch.byHand();
        ByHand.Answering answering = hand == null ? null : hand.answering();
        row.set("client_id", touch.clientId())
                .set("enrolment_id", touch.enrolmentId())
                .set("lead_id", touch.leadId())
                .set("campaign_id", touch.campaignId())
                .set("origin", touch.origin())
                .set("reply_id", touch.replyId())
                .set("command_id", touch.commandId())
                .set("channel", touch.kind().channel())
                .set("touch_kind", touch.kind())
                .set("step_no", touch.stepNo())
                .set("attempt_no", touch.attemptNo())
                .set("idem_key", touch.idempotencyKey())
                .set("created_at", touch.createdAt())
                .set("by_hand", hand != null)
                .set("written_by", hand == null ? null : hand.by())
                .set("override_reason", hand == null ? null : hand.override())
                .set("answer_ref", answering == null ? null : answering.vendorRef())
                .set("answer_message_id", answering == null ? null : answering.messageId());
    }

    private static void state(RowSet row, Touch touch) {
        Touch.Lease lease = touch.lease();
        row.set("status", touch.state())
                .set("scheduled_at", touch.scheduledAt())
                .set("resource_id", touch.resourceId())
                .set("persona_id", touch.personaId())
                .set("recipient", touch.recipient())
                .set("redirected_to", touch.frozen().redirectedTo())
                .set("als_snapshot_id", touch.frozen().scoreId())
                .set("lead_tier", touch.frozen().tier())
                .set("plan_key", touch.frozen().planKey())
                .set("timing_basis", touch.frozen().timing())
                .set("explore", touch.frozen().timing() == ChoiceBasis.EXPLORED)
                .set("lease_token", lease == null ? null : lease.token())
                .set("lease_until", lease == null ? null : lease.until())
                .set("lease_absent_at", lease == null ? null : lease.absentAt())
                .set("dispatch_count", touch.dispatchCount())
                .set("requeue_count", touch.requeueCount())
                .set("reconcile_at", touch.reconcileAt())
                .set("vendor", touch.vendor())
                .set("vendor_ref", touch.vendorRef())
                .set("vendor_slot", touch.vendorSlot())
                .set("reject_code", touch.code())
                .set("last_error", touch.lastError())
                .set("sent_at", touch.sentAt())
                .set("row_version", touch.version());
    }

    private static void text(RowSet row, Touch touch) {
        Touch.TouchContent content = touch.content();
        if (content != null) {
            row.set("content_snapshot_id", content.snapshotId())
                    .set("content_template_id", content.templateId())
                    .set("variant_id", content.variant())
                    .set("subject", content.subject())
                    .set("body", content.body())
                    .set("content_sha256", "\\x" + content.sha256())
                    .set("content_meta", TraitsJson.json(content.traits()))
                    .set("qa_result", content.qaPassed() ? QA_PASSED : QA_FAILED);
        }
    }

    static Touch read(ResultSet row) throws SQLException {
        return new Touch(
                Rows.id(row, "id", TouchId::new),
                Rows.id(row, "client_id", ClientId::new),
                Rows.idOrNull(row, "enrolment_id", EnrolmentId::new),
                Rows.id(row, "lead_id", LeadId::new),
                Rows.id(row, "campaign_id", CampaignId::new),
                Rows.word(row, "origin", TouchOrigin.class),
                Rows.idOrNull(row, "reply_id", ReplyId::new),
                row.getObject("command_id", UUID.class),
                byHand(row),
                Rows.word(row, "touch_kind", TouchKind.class),
                row.getInt("step_no"),
                row.getInt("attempt_no"),
                Rows.word(row, "status", TouchState.class),
                Rows.text(row, "idem_key"),
                Rows.instant(row, "scheduled_at"),
                Rows.idOrNull(row, "resource_id", ResourceId::new),
                Rows.idOrNull(row, "persona_id", PersonaId::new),
                row.getString("recipient"),
                content(row),
                new Touch.Frozen(
                        Rows.idOrNull(row, "als_snapshot_id", LeadScoreId::new),
                        row.getString("lead_tier"),
                        row.getString("plan_key"),
                        Rows.word(row, "timing_basis", ChoiceBasis.class),
                        row.getString("redirected_to")),
                lease(row),
                row.getInt("dispatch_count"),
                row.getInt("requeue_count"),
                Rows.instantOrNull(row, "reconcile_at"),
                row.getString("vendor"),
                row.getString("vendor_ref"),
                row.getString("vendor_slot"),
                row.getString("reject_code"),
                row.getString("last_error"),
                Rows.instantOrNull(row, "sent_at"),
                Rows.instant(row, "created_at"),
                row.getInt("row_version"));
    }

    private static @Nullable ByHand byHand(ResultSet row) throws SQLException {
        String ref = row.getString("answer_ref");
        String messageId = row.getString("answer_message_id");
        return row.getBoolean("by_hand")
                ? new ByHand(
                        Rows.idOrNull(row, "written_by", UserId::new),
                        row.getString("override_reason"),
                        ref == null && messageId == null ? null : new ByHand.Answering(ref, messageId))
                : null;
    }

    private static Touch.@Nullable TouchContent content(ResultSet row) throws SQLException {
        String body = row.getString("body");
        return body == null
                ? null
                : new Touch.TouchContent(
                        Rows.idOrNull(row, "content_snapshot_id", ContentId::new),
                        row.getString("content_template_id"),
                        row.getString("subject"),
                        body,
                        HexFormat.of().formatHex(Objects.requireNonNull(row.getBytes("content_sha256"))),
                        QA_PASSED.equals(row.getString("qa_result")),
                        TraitsJson.traits(Rows.jsonOrNull(row, "content_meta")),
                        Rows.idOrNull(row, "variant_id", VariantId::new));
    }

    private static Touch.@Nullable Lease lease(ResultSet row) throws SQLException {
        UUID token = row.getObject("lease_token", UUID.class);
        return token == null
                ? null
                : new Touch.Lease(token, Rows.instant(row, "lease_until"), Rows.instantOrNull(row, "lease_absent_at"));
    }
}
