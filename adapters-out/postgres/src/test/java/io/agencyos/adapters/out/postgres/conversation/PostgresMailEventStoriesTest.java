package io.agencyos.adapters.out.postgres.conversation;

import io.agencyos.adapters.out.memory.outreach.FakeEmailSender;
import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.application.conversation.ConversationScenario;
import io.agencyos.application.conversation.MailEventStories;
import io.agencyos.application.conversation.store.ComplaintCounts;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.outreach.DeliveryStatus;
import io.agencyos.domain.shared.id.TouchId;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresMailEventStoriesTest extends MailEventStories {

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    private FakeEmailSender sender = new FakeEmailSender(() -> Instant.EPOCH);

    @Override
    protected Ground ground(AtomicReference<Instant> time) {
        sender = new FakeEmailSender(time::get);
        return ConversationOnPostgres.ground(database, time::get, sender);
    }

    @Override
    protected void loseNextAnswer() {
        sender.failNext(FakeEmailSender.Fault.DROP_AFTER_ACCEPT);
    }

    @Override
    protected ComplaintCounts complaints(ConversationScenario scenario) {
        return new PostgresComplaintCounts();
    }

    @Override
    protected TouchFacts facts(ConversationScenario scenario, Lead lead) {
        TouchId touch = scenario.outreach().touches(lead).getLast().id();
        return scenario.outreach()
                .in(() -> Db.query("""
                    select delivered_at is not null delivered, delivery_status = 'bounced' bounced, opened_at, open_count, click_count
                      from touch where client_id = :client and id = :id
                    """)
                        .bind("client", lead.clientId())
                        .bind("id", touch)
                        .map((row, context) -> new TouchFacts(
                                row.getBoolean("delivered"),
                                row.getBoolean("bounced"),
                                Optional.ofNullable(Rows.instantOrNull(row, "opened_at")),
                                row.getInt("open_count"),
                                row.getInt("click_count")))
                        .one());
    }

    @Override
    protected DeliveryStatus delivery(ConversationScenario scenario, Lead lead) {
        TouchId touch = scenario.outreach().touches(lead).getLast().id();
        return scenario.outreach()
                .in(() -> Db.query("select delivery_status from touch where client_id = :client and id = :id")
                        .bind("client", lead.clientId())
                        .bind("id", touch)
                        .map((row, context) -> Rows.word(row, "delivery_status", DeliveryStatus.class))
                        .one());
    }
}
