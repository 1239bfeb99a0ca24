package io.agencyos.adapters.out.postgres.deal;

import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.postgres.kernel.Rows;
import io.agencyos.application.deal.store.BookingTouches;
import io.agencyos.domain.deal.BookingPath;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.TouchId;
import java.util.List;
import java.util.Optional;

/** The sent touches in {@code touch}, partitioned by the month in which they were sent. */
public final class PostgresBookingTouches implements BookingTouches {

    @Override
    public List<BookingPath.Contact> sentTo(ClientId client, LeadId lead) {
        return Db.query("""
            select id, channel, sent_at, origin = 'reply' answer,
                   delivery_status in ('bounced', 'undelivered', 'failed_late') failed
              from touch where client_id = :client and lead_id = :lead order by sent_at, id
            """)
                .bind("client", client)
                .bind("lead", lead)
                .map((row, context) -> new BookingPath.Contact(
                        Rows.id(row, "id", TouchId::new),
                        Rows.word(row, "channel", Channel.class),
                        Rows.instant(row, "sent_at"),
                        row.getBoolean("answer"),
                        row.getBoolean("failed")))
                .list();
    }

    @Override
    public Optional<Answer> lastAnswer(ClientId client, LeadId lead) {
        return Db.query("""
            select id, replied_at from touch
             where client_id = :client and lead_id = :lead and replied_at is not null
             order by replied_at desc, sent_at desc, id desc
             limit 1
            """)
                .bind("client", client)
                .bind("lead", lead)
                .map((row, context) -> new Answer(Rows.id(row, "id", TouchId::new), Rows.instant(row, "replied_at")))
                .findOne();
    }

    @Override
    public void credit(ClientId client, BookingPath.Contact contact) {
        Db.update("""
            update touch set led_to_booking = true, updated_at = now(), row_version = row_version + 1
             where client_id = :client and sent_at = :sentAt and id = :id and not led_to_booking
            """)
                .bind("client", client)
                .bind("sentAt", contact.sentAt())
                .bind("id", contact.touch())
                .execute();
    }

    @Override
    public boolean isCredited(ClientId client, BookingPath.Contact contact) {
        return Db.query("""
            select led_to_booking from touch where client_id = :client and sent_at = :sentAt and id = :id
            """)
                .bind("client", client)
                .bind("sentAt", contact.sentAt())
                .bind("id", contact.touch())
                .mapTo(Boolean.class)
                .findFirst()
                .orElse(false);
    }
}
