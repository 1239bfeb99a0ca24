package io.agencyos.adapters.out.postoffice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.agencyos.adapters.out.sandbox.ledger.LedgerRow;
import io.agencyos.adapters.out.sandbox.population.Person;
import io.agencyos.application.conversation.inbox.ChannelEvent;
import io.agencyos.application.conversation.inbox.ChannelReplies;
import io.agencyos.application.outreach.channel.PostCommand;
import io.agencyos.application.outreach.channel.PostSender.State;
import io.agencyos.application.outreach.channel.PostSenderContract;
import io.agencyos.application.outreach.channel.SendOutcome;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of pieces, and what the office knows of houses. Source: vendors/direct-mail 1 to 5. */
class SandboxLifeTest {

    private final SandboxOffice vendor = new SandboxOffice();

    @AfterEach
    void stop() {
        vendor.close();
    }

    private String ordered(String name) {
        PostCommand letter = PostSenderContract.letter(SandboxOffice.CLIENT, name);
        return switch (vendor.office.sender().send(letter)) {
            case SendOutcome.Accepted(String ref) -> ref;
            case SendOutcome other -> throw new AssertionError(other);
        };
    }

    private ChannelReplies.Page told(@Nullable String cursor) {
        return vendor.office.replies().since(SandboxOffice.CLIENT, cursor).orElseThrow();
    }

    @Test // outreach 12: queued → printed → dispatched → delivered | returned; direct-mail 3: open pieces are polled
    void a_piece_is_told_at_every_station_and_each_of_them_once() {
        String kept = ordered("a plan");
        String back = ordered("a plan too");
        List<ChannelEvent> heard = new ArrayList<>();
        String cursor = null;
        for (Duration step : List.of(Duration.ofMinutes(30), Duration.ofHours(1), Duration.ofHours(9))) {
            vendor.pass(step);
            ChannelReplies.Page page = told(cursor);
            heard.addAll(page.events());
            cursor = page.next();
        }
        vendor.sandbox.returnPiece(back);
        vendor.pass(Duration.ofDays(4));
        heard.addAll(told(cursor).events());

        assertThat(heard.stream().distinct().toList())
                .filteredOn(ChannelEvent.PieceMoved.class::isInstance)
                .extracting(event -> event.about().vendorRef(), event -> ((ChannelEvent.PieceMoved) event).state())
                .contains(
                        tuple(kept, State.QUEUED),
                        tuple(kept, State.PRINTED),
                        tuple(kept, State.DISPATCHED),
                        tuple(kept, State.DELIVERED),
                        tuple(back, State.RETURNED))
                .doesNotContain(tuple(back, State.DELIVERED));
        assertThat(heard)
                .extracting(ChannelEvent::about)
                .allMatch(about -> about.channel() == Channel.MAIL && about.idempotencyKey() != null);
        assertThat(heard.stream().map(ChannelEvent::key).distinct())
                .as("a status has one key however often it is listed")
                .hasSize(heard.stream().distinct().toList().size());
    }

    @Test // issue 4: accepts letters with idempotency
    void the_same_key_is_the_same_piece() {
        assertThat(ordered("a plan")).isEqualTo(ordered("a plan"));
        vendor.pass(Duration.ofDays(1));
        assertThat(vendor.carried()).hasSize(1);
    }

    @Test // issue 4 point 7: a ledger per vendor, of the people who live here
    void a_letter_to_somebody_who_lives_here_stands_in_their_ledger() {
        Person person = vendor.sandbox.population().people().getFirst();
        PostCommand letter = PostSenderContract.letter(SandboxOffice.CLIENT, "a plan");
        PostCommand theirs = new PostCommand(
                letter.clientId(),
                letter.touchId(),
                letter.idempotencyKey(),
                letter.to()
                        .to(
                                person.firstName() + " " + person.lastName(),
                                person.company().name()),
                false,
                letter.from(),
                letter.piece(),
                letter.quotedCents());
        vendor.office.sender().send(theirs);
        vendor.pass(Duration.ofDays(1));

        assertThat(vendor.sandbox.ledger().rows())
                .extracting(LedgerRow::kind, LedgerRow::toEmail)
                .containsExactly(
                        tuple(LedgerRow.Kind.TAKEN, person.email()), tuple(LedgerRow.Kind.LETTER, person.email()));
    }

    @Test // vendors/index 4
    void a_client_without_an_account_is_unauthorized_without_a_call() {
        PostCommand letter = PostSenderContract.letter(new ClientId(new UUID(0, 9)), "a plan");
        assertThat(vendor.office.sender().quote(letter))
                .isInstanceOfSatisfying(
                        Result.Err.class,
                        refused -> assertThat(refused.error()).isInstanceOf(VendorFailure.Unauthorized.class));
    }
}
