package io.agencyos.adapters.out.memory.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.out.memory.kernel.MovableClock;
import io.agencyos.application.outreach.channel.EmailCommand;
import io.agencyos.application.outreach.channel.EmailCommands;
import io.agencyos.application.outreach.channel.EmailSender;
import io.agencyos.application.outreach.channel.EmailSenderContract;
import io.agencyos.application.outreach.channel.LookupOutcome;
import io.agencyos.application.outreach.channel.SendOutcome;
import io.agencyos.domain.resource.DomainHealth;
import io.agencyos.domain.resource.Mailbox;
import io.agencyos.domain.resource.MailboxState;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ResourceId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FakeEmailSenderTest extends EmailSenderContract {

    private final MovableClock clock = new MovableClock(Instant.parse("2026-09-01T00:00:00Z"));
    private final FakeEmailSender fake = new FakeEmailSender(clock);
    private final Mailbox mailbox = new Mailbox(
            new ResourceId(new UUID(0, 1)),
            new ClientId(new UUID(0, 2)),
            new EmailAddress("sam@hello-harbour.example"),
            new ResourceId(new UUID(0, 3)),
            new DomainName("hello-harbour.example"),
            "fake-mail",
            "mbox-1",
            MailboxState.CONNECTED,
            DomainHealth.GOOD,
            null,
            true,
            null,
            null);

    @Override
    protected World world() {
        return new World() {
            @Override
            public EmailSender sender() {
                return fake;
            }

            @Override
            public Mailbox mailbox() {
                return mailbox;
            }

            @Override
            public Instant now() {
                return clock.now();
            }

            @Override
            public void next(Fault fault) {
                fake.failNext(
                        switch (fault) {
                            case LOST_REQUEST -> FakeEmailSender.Fault.DROP_BEFORE_ACCEPT;
                            case LOST_ANSWER -> FakeEmailSender.Fault.DROP_AFTER_ACCEPT;
                            case RATE_LIMITED -> FakeEmailSender.Fault.RATE_LIMITED;
                            case WRONG_CREDENTIAL -> FakeEmailSender.Fault.UNAUTHORIZED;
                            case NO_CREDITS -> FakeEmailSender.Fault.OUT_OF_CREDITS;
                            case REFUSED_RECIPIENT -> FakeEmailSender.Fault.REJECT_RECIPIENT;
                            case LOOKUP_DOWN -> FakeEmailSender.Fault.LOOKUP_DOWN;
                        });
            }

            @Override
            public int handOvers() {
                return fake.calls().size();
            }

            @Override
            public void settle() {
                clock.advance(Duration.ofHours(1));
            }

            @Override
            public List<String> deliveriesTo(EmailAddress recipient) {
                return fake.deliveriesTo(recipient).stream()
                        .map(delivery -> delivery.email().idempotencyKey())
                        .toList();
            }
        };
    }

    private EmailCommand email() {
        return EmailCommands.email(mailbox, "a plan", "priya@harbourlane.example", clock.now())
                .build();
    }

    @Test
    void a_careless_second_send_is_seen() {
        fake.send(email());
        fake.send(email());
        assertThat(fake.deliveries()).hasSize(2);
    }

    @Test
    void a_lookup_lies_only_once_and_only_when_told() {
        fake.failNext(FakeEmailSender.Fault.LOOKUP_LIES);
        fake.send(email());
        assertThat(fake.lookup(email(), clock.now())).isInstanceOf(LookupOutcome.Absent.class);
        assertThat(fake.lookup(email(), clock.now())).isInstanceOf(LookupOutcome.Found.class);
    }

    @Test
    void something_may_happen_before_the_email_is_accepted() {
        fake.stallNext(() -> assertThat(fake.deliveries()).isEmpty());
        assertThat(fake.send(email())).isInstanceOf(SendOutcome.Accepted.class);
    }
}
