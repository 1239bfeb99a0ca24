package io.agencyos.adapters.out.postgres.outreach;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.RowSet;
import io.agencyos.application.outreach.store.SentLog.Sent;
import io.agencyos.domain.content.LocalSendTime;
import io.agencyos.domain.outreach.touch.SentWhen;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.shared.ChoiceBasis;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.MessageId;
import io.agencyos.domain.shared.id.ThreadId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Messages of ours with their places in their threads, as rows of {@code message}, {@code touch}, {@code message_ref}. */
record SentRows(ClientId client, List<Placed> placed) {

    /** Keys of a test client stand apart in tables that all tenants share. Source: data model 5.1. */
    private static final String TEST_PREFIX = "t:";

    private static final String TOUCH_TYPES = """
        id uuid, sent_at timestamptz, lead_id uuid, campaign_id uuid, sequence_version int, enrolment_id uuid,
        origin text, step_no smallint, attempt_no smallint, channel text, kind text, is_test boolean, touch_no int,
        gap_days int, resource_id uuid, sender_domain text, persona_id uuid, message_id uuid, thread_id uuid,
        provider text, provider_message_id text, als_snapshot_id uuid, lead_tier text, lead_score smallint,
        plan_key text, timing_basis text, explore boolean, content_snapshot_id uuid, content_template_id text, variant_id uuid, local_hour smallint, local_dow smallint,
        lead_tz text, zone_assumed boolean, subject_patterns text[], angles text[], cta text, cta_type text, pain_points text[],
        personalisation text[], personalisation_available text[], subject_words int, word_count int, char_count int,
        segments int, has_question boolean, link_count int\
        """;

    private static final String TOUCH_NAMES = TOUCH_TYPES.replaceAll("(\\w+) [a-z]+(?:\\[])?(,|$)", "$1$2");

    private static final String TOUCHES = "insert into touch (client_id, " + TOUCH_NAMES + ") select :client, "
            + TOUCH_NAMES + " from jsonb_to_recordset(:touches) as r(" + TOUCH_TYPES + ")";

    private static final String MESSAGES = """
        insert into message (client_id, id, at, thread_id, lead_id, direction, channel, subject, body, position, headers)
        select :client, id, at, thread_id, lead_id, 'out', channel, subject, body, position, headers
          from jsonb_to_recordset(:messages) as r(id uuid, at timestamptz, thread_id uuid, lead_id uuid, channel text,
               subject text, body text, position int, headers jsonb)
        """;

    /** A name that is known already keeps its first meaning. */
    private static final String REFERENCES = """
        insert into message_ref (provider, external_id, client_id, lead_id, touch_id, touch_sent_at, thread_id)
        select provider, external_id, :client, lead_id, touch_id, touch_sent_at, thread_id
          from jsonb_to_recordset(:refs) as r(provider text, external_id text, lead_id uuid, touch_id uuid,
               touch_sent_at timestamptz, thread_id uuid)
        on conflict (provider, external_id) do nothing
        """;

    /** A sent touch, its thread, and its message there. */
    record Placed(Sent sent, ThreadId thread, MessageId message, int position) {}

    /** All of them in one statement, references with what they name. */
    void insert() {
        RowSet touches = new RowSet();
        placed.forEach(one -> touch(touches.row(), one));
        Db.update("with messages as (" + MESSAGES + "), refs as (" + REFERENCES + ") " + TOUCHES)
                .bind("client", client)
                .bind("messages", messages().json())
                .bind("refs", references().json())
                .bind("touches", touches.json())
                .execute();
    }

    private RowSet messages() {
        RowSet rows = new RowSet();
        for (Placed one : placed) {
            Sent sent = one.sent();
            rows.row()
                    .set("id", one.message())
                    .set("at", sent.at())
                    .set("thread_id", one.thread())
                    .set("lead_id", sent.touch().leadId())
                    .set("channel", sent.touch().kind().channel())
                    .set("subject", sent.subject())
                    .set("body", sent.mailText())
                    .set("position", one.position())
                    .set("headers", sent.messageId() == null ? null : Map.of("Message-ID", sent.messageId()));
        }
        return rows;
    }

    private static void touch(RowSet row, Placed one) {
        Sent sent = one.sent();
        Touch touch = sent.touch();
        Touch.TouchContent content = touch.content();
        LocalSendTime time = LocalSendTime.of(sent.at(), sent.leadZone());
        row.set("id", touch.id())
                .set("sent_at", sent.at())
                .set("lead_id", touch.leadId())
                .set("campaign_id", touch.campaignId())
                .set("sequence_version", sent.sequenceVersion())
                .set("enrolment_id", touch.enrolmentId())
                .set("origin", touch.origin())
                .set("step_no", touch.stepNo())
                .set("attempt_no", touch.attemptNo())
                .set("channel", touch.kind().channel())
                .set("kind", touch.kind())
                .set("is_test", sent.test())
                .set("touch_no", sent.touchNo())
                .set("gap_days", sent.gapDays())
                .set("resource_id", touch.resourceId())
                .set(
                        "sender_domain",
                        sent.senderDomain() == null ? null : sent.senderDomain().value())
                .set("persona_id", touch.personaId())
                .set("message_id", one.message())
                .set("thread_id", one.thread())
                .set("provider", Objects.requireNonNull(touch.vendor(), "what was sent went by a vendor"))
                .set("provider_message_id", touch.vendorRef())
                .set("als_snapshot_id", touch.frozen().scoreId())
                .set("lead_tier", touch.frozen().tier())
                .set("lead_score", sent.leadScore())
                .set("plan_key", touch.frozen().planKey())
                .set("timing_basis", touch.frozen().timing())
                .set("explore", touch.frozen().timing() == ChoiceBasis.EXPLORED)
                .set("content_snapshot_id", content == null ? null : content.snapshotId())
                .set("content_template_id", content == null ? null : content.templateId())
                .set("variant_id", content == null ? null : content.variant())
                .set("local_hour", time.localHour())
                .set("local_dow", SentWhen.weekday(sent.local()))
                .set("lead_tz", sent.leadZone())
                .set("zone_assumed", sent.zoneAssumed());
        TraitsJson.columns(row, content == null ? null : content.traits());
    }

    /** The names by which the world speaks of a message. */
    private RowSet references() {
        RowSet rows = new RowSet();
        for (Placed one : placed) {
            reference(rows, one, one.sent().touch().vendor(), one.sent().touch().vendorRef());
            reference(rows, one, PostgresSentLog.MESSAGE_ID, one.sent().messageId());
        }
        return rows;
    }

    private static void reference(RowSet rows, Placed one, @Nullable String provider, @Nullable String externalId) {
        if (provider != null && externalId != null) {
            rows.row()
                    .set("provider", provider)
                    .set("external_id", one.sent().test() ? TEST_PREFIX + externalId : externalId)
                    .set("lead_id", one.sent().touch().leadId())
                    .set("touch_id", one.sent().touch().id())
                    .set("touch_sent_at", one.sent().at())
                    .set("thread_id", one.thread());
        }
    }
}
