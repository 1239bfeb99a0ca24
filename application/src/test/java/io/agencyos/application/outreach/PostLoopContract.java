package io.agencyos.application.outreach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.agencyos.application.outreach.channel.PostCommand;
import io.agencyos.application.outreach.channel.PostLines;
import io.agencyos.application.outreach.channel.PostSender;
import io.agencyos.application.outreach.post.PostPorts;
import io.agencyos.application.outreach.store.ChannelAddresses;
import io.agencyos.application.outreach.store.PostAccount;
import io.agencyos.application.outreach.store.PostBook;
import io.agencyos.domain.campaign.enrolment.EnrolmentState;
import io.agencyos.domain.campaign.enrolment.EnrolmentStep;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.outreach.AddressState;
import io.agencyos.domain.outreach.PostalAddress;
import io.agencyos.domain.outreach.RetryLadder;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.outreach.touch.TouchState;
import io.agencyos.domain.resource.QuotaMetric;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.ClientId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Letters through the send protocol: approved one by one, posted once, and never again on a guess. Source: outreach 12. */
public abstract class PostLoopContract extends LettersTakenBack {

    /** Where every client's letters come back to. */
    static final PostAccount POSTS = new PostAccount(
            true,
            null,
            new PostalAddress(null, null, "PO Box 9", null, "Melbourne", PostalAddress.State.VIC, "3001"),
            PostAccount.PLANNED_LETTER_CENTS);

    private static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");

    /** Where every lead is written to. */
    static PostBook.Known home(Instant now) {
        return new PostBook.Known(
                new PostalAddress(null, null, "12 Example Street", null, "Sydney", PostalAddress.State.NSW, "2000"),
                now,
                false);
    }

    /** Every client of a world with a post office posts. */
    static void opens(OutreachScenario.World on, ClientId client) {
        if (on.post() != null) {
            on.post().book().put(client, POSTS);
        }
    }

    /** Everybody lives somewhere. */
    static void houses(OutreachScenario.World on, ClientId client, List<Lead> leads, Instant now) {
        if (on.post() != null) {
            leads.forEach(lead -> on.post().book().put(client, lead.id(), home(now)));
        }
    }

    /** What a letter costs by now. */
    protected abstract void costs(long cents);

    /** Everything that the post office took, oldest first. */
    protected abstract List<PostCommand> letters();

    @Override
    protected final List<String> delivered() {
        return letters().stream().map(PostCommand::idempotencyKey).toList();
    }

    @Override
    protected final Course course() {
        return Course.POST;
    }

    /** The ports of a world, over these stores. */
    protected static PostPorts ports(
            PostBook book, PostSender office, ChannelAddresses addresses, OutreachScenario.World world) {
        return new PostPorts(
                book, client -> Optional.of(new PostLines.Line("fake-post", office)), addresses, world.units());
    }

    private static PostBook book(OutreachScenario scenario) {
        return Objects.requireNonNull(scenario.on().post()).book();
    }

    private static void account(OutreachScenario scenario, PostAccount account) {
        scenario.in(() -> book(scenario).put(scenario.client(), account));
    }

    @Test // outreach 1.4, 12: direct mail always needs approval, in every mode; the price is quoted before
    void a_letter_waits_for_a_person_even_where_everything_else_is_sent_alone() {
        OutreachScenario scenario = autopilot();
        Lead lead = scenario.lead();
        scenario.runFor(aDay());
        assertThat(letters()).isEmpty();
        assertThat(scenario.touches(lead)).extracting(Touch::state).containsExactly(TouchState.AWAITING_APPROVAL);
        Touch.TouchContent content =
                Objects.requireNonNull(scenario.touches(lead).getFirst().content());
        assertThat(content.subject()).isEqualTo("Letter by post, A$2.50");
        assertThat(content.body())
                .startsWith("Priya Raman\n" + lead.company().name() + "\n12 Example Street\nSydney NSW 2000\n\n");

        approve(scenario);
        scenario.runFor(Duration.ofDays(1));
        PostCommand letter = letters().getFirst();
        assertThat(letters()).hasSize(1);
        assertThat(letter.quotedCents()).isEqualTo(250);
        assertThat(letter.to())
                .isEqualTo(new PostalAddress(
                        "Priya Raman",
                        lead.company().name(),
                        "12 Example Street",
                        null,
                        "Sydney",
                        PostalAddress.State.NSW,
                        "2000"));
        assertThat(letter.from().company()).isEqualTo("Northlight Pty Ltd");
        assertThat(content.body())
                .contains("Northlight")
                .endsWith("If you do not want letters from us, tell "
                        + scenario.in(() -> scenario.on().world().clients().find(scenario.client()))
                                .orElseThrow()
                                .name()
                        + " and we will not write again.");
        Touch sent = scenario.touches(lead).getFirst();
        assertThat(sent.state()).isEqualTo(TouchState.SENT);
        assertThat(LocalTime.ofInstant(Objects.requireNonNull(sent.sentAt()), SYDNEY))
                .isBetween(LocalTime.of(9, 0), LocalTime.of(17, 0));
        assertThat(scenario.conservation().sent()).isEqualTo(1);
        assertThat(scenario.enrolment(lead).nextStep()).isEqualTo(2);
    }

    @Test // outreach 4.6 row 7: the answer is lost, the order search finds it
    void a_lost_answer_is_looked_up_and_nothing_is_posted_again() {
        OutreachScenario scenario = autopilot();
        Lead lead = scenario.lead();
        agreed(scenario);
        failNext(Fault.ANSWER_LOST, Fault.LOOKUP_DOWN);
        scenario.runFor(Duration.ofDays(1));

        assertThat(letters()).hasSize(1);
        assertThat(scenario.touches(lead)).extracting(Touch::state).containsExactly(TouchState.SENT);
    }

    @Test // outreach 4.5 LETTER: settle 30 min, never requeued; person decides
    void a_letter_of_which_nobody_knows_is_never_posted_again_by_itself() {
        OutreachScenario scenario = autopilot();
        Lead lead = scenario.lead();
        agreed(scenario);
        failNext(Fault.REQUEST_LOST);
        scenario.runFor(Duration.ofDays(2));

        assertThat(letters()).isEmpty();
        assertThat(scenario.touches(lead).getFirst().state()).isEqualTo(TouchState.ABANDONED);
        assertThat(scenario.touches(lead).getFirst().requeueCount()).isZero();
        assertThat(scenario.steps(lead).getFirst())
                .extracting(EnrolmentStep::outcome, EnrolmentStep::code)
                .containsExactly(EnrolmentStep.Outcome.FAILED, "send_outcome_unknown");
        assertThat(scenario.conservation().closes()).isTrue();
    }

    @Test // outreach 4.6 rows 6 and 8: it dies before and after the request
    void a_process_that_dies_around_the_call_leaves_one_letter_or_none() {
        for (boolean taken : List.of(true, false)) {
            clock.set(OutreachScenario.MONDAY_MORNING);
            OutreachScenario scenario = autopilot();
            Lead lead = scenario.lead();
            agreed(scenario);
            due(scenario, lead);
            scenario.useCases().commit().run(scenario.client(), 10);
            failNext(taken ? Fault.ANSWER_LOST : Fault.REQUEST_LOST);
            OutreachUseCases dying = new OutreachUseCases(
                    scenario.on().stores(),
                    scenario.on().world(),
                    scenario.on().outlets(),
                    new DyingAfter(scenario.on().units(), 2),
                    scenario::now,
                    UUID::randomUUID,
                    () -> 0L);
            assertThat(DyingAfter.lives(() -> dying.dispatch().run(scenario.client(), 10)))
                    .isFalse();
            assertThat(scenario.touches(lead)).extracting(Touch::state).containsExactly(TouchState.DISPATCHING);
            scenario.runFor(Duration.ofDays(2));

            assertThat(scenario.touches(lead).getFirst().state())
                    .isEqualTo(taken ? TouchState.SENT : TouchState.ABANDONED);
            assertThat(letters()).hasSize(taken ? 1 : 0);
            assertThat(scenario.conservation().closes()).isTrue();
        }
    }

    @Test // outreach 4.7: voice, mail after 120, 600 s; then the next window
    void a_post_office_that_nobody_reaches_is_tried_twice_more_and_then_on_the_next_day() {
        OutreachScenario scenario = autopilot();
        Lead lead = scenario.lead();
        agreed(scenario);
        due(scenario, lead);
        List<Duration> waits = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            failNext(Fault.UNREACHABLE);
            scenario.useCases().commit().run(scenario.client(), 10);
            scenario.useCases().dispatch().run(scenario.client(), 10);
            Duration wait = Duration.between(
                    scenario.now(), scenario.touches(lead).getFirst().scheduledAt());
            waits.add(wait);
            scenario.advance(wait);
        }
        assertThat(waits.subList(0, 2))
                .containsExactly(
                        RetryLadder.after(Channel.MAIL, 1).orElseThrow(),
                        RetryLadder.after(Channel.MAIL, 2).orElseThrow());
        assertThat(waits.get(2)).isGreaterThan(Duration.ofHours(2));
        scenario.runFor(Duration.ofDays(3));
        assertThat(letters()).as("approved once is enough").hasSize(1);
    }

    @Test // outreach 4.7, 6.3: nobody lives there; the address is closed, the step fails, the run goes on
    void a_refused_address_is_written_to_no_more() {
        OutreachScenario scenario = autopilot();
        Lead lead = scenario.lead();
        agreed(scenario);
        failNext(Fault.RECIPIENT_REFUSED);
        scenario.runFor(Duration.ofDays(20));

        assertThat(letters()).isEmpty();
        assertThat(isUnreachable(scenario, lead)).isTrue();
        assertThat(scenario.steps(lead))
                .extracting(EnrolmentStep::code)
                .containsExactly("recipient_rejected", "address_missing", "address_missing");
        assertThat(scenario.enrolment(lead).state()).isEqualTo(EnrolmentState.COMPLETED);
        assertThat(used(scenario, QuotaMetric.MAIL)).isZero();
    }

    @Test // outreach 3.3 check 40, 1.4: the address changed after approval; it is written anew and approved anew
    void a_letter_to_a_house_that_the_lead_has_left_is_approved_again() {
        OutreachScenario scenario = autopilot();
        Lead lead = scenario.lead();
        agreed(scenario);
        PostalAddress next =
                new PostalAddress(null, null, "99 Example Street", null, "Sydney", PostalAddress.State.NSW, "2000");
        scenario.in(() ->
                book(scenario).put(scenario.client(), lead.id(), new PostBook.Known(next, scenario.now(), false)));
        scenario.runFor(aDay());
        assertThat(letters()).isEmpty();
        assertThat(scenario.touches(lead)).extracting(Touch::state).containsExactly(TouchState.AWAITING_APPROVAL);

        approve(scenario);
        scenario.runFor(Duration.ofDays(1));
        assertThat(letters()).extracting(letter -> letter.to().line1()).containsExactly("99 Example Street");
    }

    @Test // outreach 3.3 check 21, 12 footer: no more letters, at any house; the step is refused and the run goes on
    void who_wants_no_letters_gets_none_wherever_they_live() {
        OutreachScenario scenario = autopilot();
        Lead lead = scenario.lead();
        scenario.in(() -> {
            Objects.requireNonNull(scenario.on().post())
                    .addresses()
                    .put(
                            scenario.client(),
                            new ChannelAddresses.Standing(
                                    lead.id(),
                                    Channel.MAIL,
                                    "ANOTHER HOUSE",
                                    AddressState.OPTED_OUT,
                                    "channel_opted_out",
                                    scenario.now()));
        });
        offered(scenario);
        assertThat(scenario.touches(lead)).extracting(Touch::state).containsOnly(TouchState.SKIPPED);
        assertThat(scenario.steps(lead).getFirst().code()).isEqualTo("channel_opted_out");
    }

    @Test // direct-mail 1: quote 250, price 275 → sent; 276 → approval again
    void a_price_that_rose_by_more_than_a_tenth_is_approved_again() {
        OutreachScenario scenario = autopilot();
        Lead lead = scenario.lead();
        agreed(scenario);
        costs(276);
        scenario.runFor(aDay());
        assertThat(letters()).isEmpty();
        assertThat(scenario.touches(lead)).extracting(Touch::state).containsExactly(TouchState.AWAITING_APPROVAL);
        assertThat(Objects.requireNonNull(scenario.touches(lead).getFirst().content())
                        .subject())
                .isEqualTo("Letter by post, A$2.76");
        assertThat(reserved(scenario, QuotaMetric.MAIL)).isZero();

        approve(scenario);
        scenario.runFor(Duration.ofDays(1));
        assertThat(letters()).extracting(PostCommand::quotedCents).containsExactly(276L);
    }

    @Test // direct-mail 1: exactly a tenth more is sent
    void a_price_that_rose_by_a_tenth_is_paid() {
        OutreachScenario scenario = autopilot();
        scenario.lead();
        agreed(scenario);
        costs(275);
        scenario.runFor(aDay());
        assertThat(letters()).hasSize(1);
    }

    @Test // outreach 3.3 checks 18 and 20, direct-mail 1: no address, another state's postcode, a look 90 days ago
    void whose_address_cannot_be_right_is_skipped() {
        OutreachScenario scenario = autopilot();
        Lead homeless = scenario.lead();
        Lead wrong = scenario.lead();
        Lead border = scenario.lead();
        Lead old = scenario.lead();
        PostalAddress albury =
                new PostalAddress(null, null, "1 Example Street", null, "Wodonga", PostalAddress.State.VIC, "2640");
        scenario.in(() -> {
            book(scenario).put(scenario.client(), wrong.id(), new PostBook.Known(albury, scenario.now(), false));
            book(scenario).put(scenario.client(), border.id(), new PostBook.Known(albury, scenario.now(), true));
            book(scenario)
                    .put(
                            scenario.client(),
                            old.id(),
                            new PostBook.Known(
                                    home(scenario.now()).at(), scenario.now().minus(PostBook.GOOD_FOR), false));
            forget(scenario, homeless);
        });
        offered(scenario);

        assertThat(List.of(homeless, wrong, old))
                .extracting(lead -> scenario.steps(lead).getFirst().code())
                .containsOnly("address_missing");
        assertThat(scenario.touches(border)).extracting(Touch::state).containsExactly(TouchState.AWAITING_APPROVAL);
        approve(scenario);
        scenario.runFor(Duration.ofDays(1));
        assertThat(letters())
                .as("somebody's word is good for the envelope too")
                .hasSize(1)
                .allMatch(PostCommand::confirmed);
    }

    /** The lead's address is not known after all. */
    protected abstract void forget(OutreachScenario scenario, Lead lead);

    @ParameterizedTest // outreach 12 mail_enabled; 3.3 check 29: off by default, and nothing leaves while it is off
    @ValueSource(booleans = {true, false})
    void without_an_account_that_is_switched_on_nothing_is_posted(boolean enabled) {
        OutreachScenario scenario = autopilot();
        Lead lead = scenario.lead();
        PostAccount off = new PostAccount(enabled, null, enabled ? null : POSTS.from(), 250);
        account(scenario, off);
        scenario.runFor(Duration.ofDays(2));
        assertThat(letters()).isEmpty();
        assertThat(Objects.requireNonNull(scenario.reread(lead).block()).code()).isEqualTo("no_resource_mail");

        account(scenario, POSTS);
        scenario.runFor(Duration.ofDays(1));
        approve(scenario);
        scenario.runFor(Duration.ofDays(1));
        assertThat(letters()).hasSize(1);
    }

    @Test // outreach 7: 20 per client and day, counted in the client's zone
    void a_client_posts_twenty_pieces_a_day() {
        OutreachScenario scenario = autopilot();
        scenario.leads(23);
        agreed(scenario);
        scenario.runFor(Duration.ofHours(14));
        assertThat(letters()).hasSize(20);
        assertThat(used(scenario, QuotaMetric.MAIL)).isEqualTo(20);
        scenario.runFor(Duration.ofDays(1));
        assertThat(letters()).hasSize(23);
    }

    @Test // outreach 12: client mail budget
    void a_month_costs_no_more_than_its_budget() {
        OutreachScenario scenario = autopilot();
        account(scenario, new PostAccount(true, new BigDecimal("7.60"), POSTS.from(), 250));
        scenario.leads(5);
        agreed(scenario);
        scenario.runFor(Duration.ofDays(4));
        assertThat(letters()).as("A$7.60 pay for three").hasSize(3);
        assertThat(scenario.conservation().closes()).isTrue();
    }

    @Test // outreach 3.3 gate C, 6.2: an opt-out between approval and call
    void a_stop_takes_an_approved_letter_back() {
        OutreachScenario scenario = autopilot();
        Lead lead = scenario.lead();
        agreed(scenario);
        stopped(scenario, lead);
        scenario.runFor(Duration.ofDays(2));

        assertThat(letters()).isEmpty();
        assertThat(scenario.touches(lead))
                .extracting(Touch::state, Touch::code)
                .containsExactly(tuple(TouchState.CANCELLED, "unsubscribed"));
    }

    @Test // outreach 12, 2.4: days 0, 8 and 13, Monday to Friday
    void a_sequence_of_letters_keeps_its_days() {
        OutreachScenario scenario = autopilot();
        Lead lead = scenario.lead();
        for (int day = 0; day < 21; day++) {
            offered(scenario);
            approve(scenario);
            scenario.runFor(Duration.ofDays(1));
        }
        List<LocalDate> days = scenario.touches(lead).stream()
                .map(touch -> LocalDate.ofInstant(Objects.requireNonNull(touch.sentAt()), SYDNEY))
                .toList();
        // somebody approves in the morning what was offered since: each leaves on its day or the next one
        assertThat(days).hasSize(3);
        assertThat(days.get(0)).isBetween(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 3));
        assertThat(days.get(1)).isBetween(LocalDate.of(2026, 3, 10), LocalDate.of(2026, 3, 12));
        assertThat(days.get(2)).isBetween(LocalDate.of(2026, 3, 16), LocalDate.of(2026, 3, 19));
        assertThat(scenario.enrolment(lead).state()).isEqualTo(EnrolmentState.COMPLETED);
    }

    @Test // I8: requests and answers are lost at random, and nobody gets anything twice
    void whatever_gets_lost_nobody_is_written_to_twice() {
        OutreachScenario scenario = autopilot();
        scenario.leads(15);
        agreed(scenario);
        Random chance = new Random(42);
        Fault[] faults = {
            Fault.REQUEST_LOST, Fault.ANSWER_LOST, Fault.UNREACHABLE, Fault.RATE_LIMITED, Fault.LOOKUP_DOWN
        };
        for (int i = 0; i < 25; i++) {
            failNext(faults[chance.nextInt(faults.length)]);
        }
        scenario.runFor(Duration.ofDays(3));

        assertThat(delivered()).doesNotHaveDuplicates();
        assertThat(scenario.conservation().closes()).isTrue();
        assertThat(reserved(scenario, QuotaMetric.MAIL)).isZero();
    }
}
