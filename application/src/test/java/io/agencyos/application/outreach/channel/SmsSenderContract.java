package io.agencyos.application.outreach.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.contact.PhoneNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every sender of texts must do besides what every sender must. Source: outreach 9. */
public abstract class SmsSenderContract extends ChannelSenderContract<SmsCommand> {

    /** The number from which the contacts of the world are sent, theirs alone. */
    protected static final PhoneNumber OURS = new PhoneNumber("+61491570110");

    private static final PhoneNumber PRIYA = new PhoneNumber("+61491570006");

    private SmsSender sender() {
        return (SmsSender) world.sender();
    }

    private void refusedWithoutACall(SmsCommand text) {
        assertThat(world.sender().send(text))
                .isInstanceOfSatisfying(
                        SendOutcome.Rejected.class,
                        outcome -> assertThat(outcome.failure()).isInstanceOf(VendorFailure.Invalid.class));
        assertThat(world.handOvers()).isZero();
    }

    private SmsCommand text(String words) {
        return TextCommands.of(world.contact("a plan"), words);
    }

    @ParameterizedTest // outreach 9.2: exactly one segment, never cut
    @ValueSource(ints = {161, 306, 1_000})
    void a_text_of_more_than_one_segment_is_refused_without_a_call(int characters) {
        refusedWithoutACall(text("a".repeat(characters)));
    }

    @Test // outreach 9.2
    void the_longest_single_segment_is_sent() {
        assertThat(world.sender().send(text("a".repeat(160)))).isInstanceOf(SendOutcome.Accepted.class);
    }

    @ParameterizedTest // outreach 9.2: 159 and a euro sign are 161 units, 69 and an emoji 71
    @ValueSource(strings = {"\u20ac", "\ud83d\ude00"})
    void what_counts_double_may_be_one_too_many(String last) {
        refusedWithoutACall(text("a".repeat("\u20ac".equals(last) ? 159 : 69) + last));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "Hi {{first_name}}", "Hi {first_name}, a plan"})
    void an_empty_text_or_one_with_a_hole_is_refused_without_a_call(String words) {
        refusedWithoutACall(text(words));
    }

    @Test // outreach 6.3
    void a_landline_is_refused_without_a_call() {
        refusedWithoutACall(TextCommands.to(world.contact("a plan"), new PhoneNumber("+61255500006")));
    }

    @Test // outreach 9.1, 6.6
    void only_a_number_that_is_ours_and_can_be_answered_is_a_sender() {
        SmsCommand text = world.contact("a plan");
        refusedWithoutACall(TextCommands.from(text, new SmsFrom.AlphaTag("HarbourAds")));
        refusedWithoutACall(TextCommands.from(text, new SmsFrom.Shared()));
        refusedWithoutACall(TextCommands.from(text, new SmsFrom.Dedicated(PRIYA)));
    }

    @Test
    void a_price_is_told_and_nothing_is_sent() {
        SmsSender.Price price = sender().price(world.contact("a plan")).orElseThrow();
        assertThat(price.parts()).isEqualTo(1);
        assertThat(price.amount()).isPositive();
        assertThat(world.handOvers()).isZero();
    }

    @Test // outreach 9.6
    void what_the_account_holds_is_told() {
        assertThat(sender().balance(world.contact("a plan").clientId()).orElseThrow())
                .isPositive();
        assertThat(world.handOvers()).isZero();
    }

    @Test
    void what_is_not_waiting_cannot_be_taken_back() {
        SmsCommand text = world.contact("a plan");
        SendOutcome sent = world.sender().send(text);
        world.settle();
        assertThat(sent)
                .isInstanceOfSatisfying(
                        SendOutcome.Accepted.class,
                        accepted -> assertThat(sender().cancel(text.clientId(), accepted.vendorRef())
                                        .isOk())
                                .isFalse());
    }

    @Test
    void texts_are_answered_hold_no_links_and_are_one_segment() {
        assertThat(sender().capabilities()).isEqualTo(new SmsSender.Capabilities(true, false, 1));
    }
}
