package io.agencyos.application.outreach.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.outreach.PostalAddress;
import io.agencyos.domain.outreach.PostalAddress.State;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.TouchId;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every post office must do besides what every sender must. Source: outreach 12, vendors/direct-mail 1. */
public abstract class PostSenderContract extends ChannelSenderContract<PostCommand> {

    private static final PostalAddress OURS =
            new PostalAddress(null, "Harbour agency", "PO Box 9", null, "Melbourne", State.VIC, "3001");

    final PostSender office() {
        return (PostSender) world.sender();
    }

    /** One letter to a person of its own; everything that must be unique follows from {@code name}. */
    public static PostCommand letter(ClientId client, String name) {
        return letter(client, name, "2000", 250);
    }

    private static PostCommand letter(ClientId client, String name, String postcode, long quoted) {
        return letter(client, name, postcode, false, quoted);
    }

    private static PostCommand letter(ClientId client, String name, String postcode, boolean confirmed, long quoted) {
        UUID unique = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        return new PostCommand(
                client,
                new TouchId(unique),
                "aos1-" + unique.toString().replace("-", ""),
                new PostalAddress("Mia Chen", name, "12 Example Street", null, "Sydney", State.NSW, postcode),
                confirmed,
                OURS,
                new PostCommand.Piece.Letter(
                        new PostCommand.Paper.Page("<p>Dear Mia, about " + name + "</p>"), true, false, false),
                quoted);
    }

    @Test // vendors/direct-mail 1
    void an_address_that_cannot_be_right_is_refused_without_a_call() {
        PostCommand letter = letter(world.contact("a plan").clientId(), "a plan", "3000", 250);
        assertThat(world.sender().send(letter))
                .isInstanceOfSatisfying(
                        SendOutcome.Rejected.class,
                        outcome -> assertThat(outcome.failure()).isInstanceOf(VendorFailure.Invalid.class));
        assertThat(world.handOvers()).isZero();
    }

    @Test // vendors/direct-mail 1: unless a person confirms it (border towns)
    void a_postcode_of_another_state_that_somebody_vouches_for_is_posted() {
        PostCommand letter = letter(world.contact("a plan").clientId(), "at the border", "3690", true, 250);
        assertThat(world.sender().send(letter)).isInstanceOf(SendOutcome.Accepted.class);
        world.settle();
        assertThat(world.reached(letter)).hasSize(1);
    }

    @Test // vendors/direct-mail 1: above the quote by more than a tenth at send is approved again, and nothing is
    // ordered
    void a_price_that_nobody_approved_is_refused_and_named() {
        PostCommand cheap = letter(world.contact("a plan").clientId(), "a plan", "2000", 200);
        assertThat(office().quote(cheap).orElseThrow()).isEqualTo(250);
        assertThat(world.sender().send(cheap))
                .isInstanceOfSatisfying(
                        SendOutcome.Rejected.class,
                        outcome -> assertThat(outcome.failure())
                                .isInstanceOfSatisfying(
                                        VendorFailure.Invalid.class,
                                        invalid -> assertThat(invalid.field()).isEqualTo(PostSender.QUOTE)));
        world.settle();
        assertThat(world.reached(cheap)).isEmpty();
    }

    @ParameterizedTest // vendors/direct-mail 1: exactly a tenth more is sent, above it is approved again
    @CsvSource({"250, 275, true", "250, 276, false", "250, 100, true"})
    void a_price_may_be_a_tenth_above_its_quote(long quote, long price, boolean approved) {
        assertThat(letter(world.contact("a plan").clientId(), "a plan", "2000", quote)
                        .approvedFor(price))
                .isEqualTo(approved);
    }

    @Test
    void a_price_is_told_and_nothing_is_ordered() {
        assertThat(office().quote(world.contact("a plan")).orElseThrow()).isPositive();
        assertThat(world.handOvers()).isZero();
    }

    @Test // vendors/direct-mail 4
    void where_a_piece_is_is_told_under_its_reference() {
        PostCommand letter = world.contact("a plan");
        String ref = ((SendOutcome.Accepted) world.sender().send(letter)).vendorRef();
        assertThat(office().state(letter.clientId(), ref).orElseThrow()).isEqualTo(PostSender.State.QUEUED);
        world.settle();
        assertThat(office().state(letter.clientId(), ref).orElseThrow())
                .as("on its way")
                .isIn(PostSender.State.PRINTED, PostSender.State.DISPATCHED);
    }

    @Test // vendors/direct-mail 4
    void a_piece_that_is_on_its_way_cannot_be_taken_back() {
        PostCommand letter = world.contact("a plan");
        String ref = ((SendOutcome.Accepted) world.sender().send(letter)).vendorRef();
        world.settle();
        assertThat(office().cancel(letter.clientId(), ref).isOk()).isFalse();
        assertThat(world.reached(letter)).hasSize(1);
    }

    @Test // outreach 4.5: never requeued
    void a_lost_piece_is_for_a_person_to_decide() {
        assertThat(world.sender().semanticsOf(world.contact("a plan")).requeueOnceIfAbsent())
                .isFalse();
    }
}
