package io.agencyos.application.outreach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.agencyos.application.campaign.store.Campaigns;
import io.agencyos.application.outreach.channel.EmailCommand;
import io.agencyos.application.outreach.channel.SmsCommand;
import io.agencyos.application.outreach.channel.SmsFrom;
import io.agencyos.application.outreach.engine.SenderBounds;
import io.agencyos.application.outreach.store.Quotas;
import io.agencyos.application.outreach.store.Touches;
import io.agencyos.application.platform.usage.VendorMeter;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.campaign.ChannelMix;
import io.agencyos.domain.campaign.TouchPace;
import io.agencyos.domain.campaign.enrolment.EnrolmentState;
import io.agencyos.domain.campaign.enrolment.EnrolmentStep;
import io.agencyos.domain.content.SmsLength;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.outreach.gate.GateFacts;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.outreach.touch.TouchState;
import io.agencyos.domain.platform.usage.MeteredUnit;
import io.agencyos.domain.platform.usage.MicroAud;
import io.agencyos.domain.platform.usage.VendorCap;
import io.agencyos.domain.resource.QuotaMetric;
import io.agencyos.domain.resource.SendingNumber;
import io.agencyos.domain.scoring.EmailStatus;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.TouchKind;
import io.agencyos.domain.shared.id.TouchId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Texts through the send protocol: every crash and trouble of an e-mail, and what is asked of texts alone. */
public abstract class TextLoopContract extends LostTextStories {

    private static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");

    /** The e-mails that reached a reader, oldest first. */
    protected abstract List<EmailCommand> mails();

    @Override
    protected final List<String> delivered() {
        return texts().stream().map(SmsCommand::idempotencyKey).toList();
    }

    @Override
    protected final Course course() {
        return Course.TEXT;
    }

    private static TextBook book(OutreachScenario scenario) {
        return Objects.requireNonNull(scenario.on().texts());
    }

    @Test // outreach 9.1 to 9.3
    void a_text_is_one_segment_that_names_who_writes_for_whom_and_ends_with_the_way_out() {
        OutreachScenario scenario = autopilot();
        Lead lead = scenario.lead();
        scenario.runFor(aDay());

        SmsCommand text = texts().getFirst();
        assertThat(text.text()).startsWith("Hi Priya, it's Sam at Northlight").endsWith(" Reply STOP to opt out.");
        assertThat(text.text()).doesNotContain("http");
        assertThat(SmsLength.of(text.text()).segments()).isEqualTo(1);
        assertThat(text.from()).isEqualTo(new SmsFrom.Dedicated(TextBook.OURS));
        assertThat(text.to()).isEqualTo(lead.contact().phone());
    }

    @Test // outreach 13: the test recipient gets the text, with its mark where that makes no second segment
    void a_client_that_tests_texts_its_own_people() {
        OutreachScenario scenario = autopilot();
        Lead lead = scenario.lead();
        TestModeStories.testing(scenario, TestModeStories.EVERYWHERE);
        scenario.runFor(aDay());

        assertThat(texts()).singleElement().satisfies(text -> {
            assertThat(text.to()).isEqualTo(TestModeStories.TESTERS_PHONE);
            assertThat(SmsLength.of(text.text()).segments()).isEqualTo(1);
            assertThat(text.text()).contains("Hi Priya").endsWith(" Reply STOP to opt out.");
        });
        assertThat(scenario.reread(lead).contact()).isEqualTo(lead.contact());
    }

    @Test // outreach 2.4, 5.3: days 0, 8 and 13 (a Sunday), Monday to Friday, 09:00 to 17:00
    void a_sequence_of_texts_keeps_its_days_and_the_window_of_texts() {
        OutreachScenario scenario = autopilot();
        Lead lead = scenario.lead();
        scenario.runFor(Duration.ofDays(20));

        // a minute at the very end of a window may be missed, and the next day's is taken then
        List<LocalDate> days = sentOn(scenario, lead);
        assertThat(days).hasSize(3);
        assertThat(days.get(0)).isBetween(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 3));
        assertThat(days.get(1)).isBetween(LocalDate.of(2026, 3, 10), LocalDate.of(2026, 3, 11));
        assertThat(days.get(2)).isBetween(LocalDate.of(2026, 3, 16), LocalDate.of(2026, 3, 17));
        assertThat(scenario.touches(lead))
                .extracting(touch -> LocalTime.ofInstant(touch.sentAt(), SYDNEY))
                .allSatisfy(at -> assertThat(at).isBetween(LocalTime.of(9, 0), LocalTime.of(16, 59)));
        assertThat(scenario.enrolment(lead).state()).isEqualTo(EnrolmentState.COMPLETED);
        assertThat(scenario.touches(lead))
                .extracting(Touch::resourceId)
                .containsOnly(book(scenario).number(scenario.client()).id());
        assertThat(scenario.conservation().closes()).isTrue();
    }

    @Test // outreach 3.3 check 22: a declaration covers e-mail and LinkedIn only
    void nobody_is_texted_without_a_basis_of_their_own() {
        OutreachScenario.World world = world(clock);
        OutreachScenario scenario = OutreachScenario.on(
                course(), world.with(Objects.requireNonNull(world.texts()), (lead, channel) -> {}), clock);
        Lead lead = scenario.lead();
        scenario.runFor(Duration.ofDays(20));

        assertThat(texts()).isEmpty();
        assertThat(scenario.steps(lead)).extracting(EnrolmentStep::code).containsOnly("consent_missing");
        assertThat(scenario.enrolment(lead).state()).isEqualTo(EnrolmentState.COMPLETED);
    }

    @Test // outreach 3.5, 6.5: listed is skipped; stale waits for its wash; unavailable is skipped
    void the_register_is_asked_before_every_text() {
        OutreachScenario scenario = autopilot();
        Lead listed = scenario.lead();
        Lead unavailable = scenario.lead();
        Lead stale = scenario.lead();
        book(scenario).registered(listed, GateFacts.Address.Register.LISTED);
        book(scenario).registered(unavailable, GateFacts.Address.Register.UNAVAILABLE);
        book(scenario).registered(stale, GateFacts.Address.Register.STALE);
        scenario.runFor(Duration.ofHours(1));

        assertThat(scenario.steps(listed).getFirst().code()).isEqualTo("dncr_listed");
        assertThat(scenario.steps(unavailable).getFirst().code()).isEqualTo("dncr_unavailable");
        assertThat(scenario.reread(stale).block().code()).isEqualTo("dncr_stale");

        book(scenario).registered(stale, GateFacts.Address.Register.CLEAN);
        scenario.runFor(aDay());
        assertThat(texts())
                .extracting(SmsCommand::to)
                .containsExactly(stale.contact().phone());
    }

    @Test // outreach 3.3 check 23 at gate C: listed between commit and call
    void a_number_that_is_listed_after_the_commit_is_not_texted() {
        OutreachScenario scenario = autopilot();
        Lead lead = scenario.lead();
        queued(scenario, lead);
        book(scenario).registered(lead, GateFacts.Address.Register.LISTED);
        scenario.runFor(aDay());

        assertThat(texts()).isEmpty();
        assertThat(scenario.touches(lead)).extracting(Touch::state).containsExactly(TouchState.SKIPPED);
        assertThat(reserved(scenario, QuotaMetric.SMS)).isZero();
    }

    @Test // outreach 2.2: steps 1, 4 and 5 of the default sequence; day 12 is a Saturday
    void with_a_mailbox_and_a_number_two_emails_go_before_the_text() {
        OutreachScenario scenario = OutreachScenario.on(Course.BOTH, world(clock), clock);
        Lead lead = scenario.lead();
        scenario.runFor(Duration.ofDays(20));

        assertThat(mails()).hasSize(2);
        assertThat(texts()).hasSize(1);
        assertThat(scenario.touches(lead)).extracting(Touch::kind).last().isEqualTo(TouchKind.SMS);
        assertThat(sentOn(scenario, lead)).hasSize(3);
        assertThat(sentOn(scenario, lead).getLast()).isBetween(LocalDate.of(2026, 3, 16), LocalDate.of(2026, 3, 17));
        assertThat(scenario.conservation().closes()).isTrue();
    }

    @Test // outreach 2.5, 3.5: a listed number falls back to the e-mail of day 13, a Sunday
    void who_may_not_be_texted_gets_the_closing_email_in_its_place() {
        OutreachScenario scenario = OutreachScenario.on(Course.BOTH, world(clock), clock);
        Lead lead = scenario.lead();
        book(scenario).registered(lead, GateFacts.Address.Register.LISTED);
        scenario.runFor(Duration.ofDays(20));

        assertThat(texts()).isEmpty();
        assertThat(mails()).hasSize(3);
        List<LocalDate> days = sentOn(scenario, lead);
        assertThat(days)
                .startsWith(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 10))
                .hasSize(3);
        // the text's slot may lie behind the morning window of e-mail: then it leaves on the next day
        assertThat(days.getLast()).isBetween(LocalDate.of(2026, 3, 16), LocalDate.of(2026, 3, 17));
        assertThat(scenario.touches(lead))
                .filteredOn(touch -> touch.stepNo() == 3)
                .extracting(Touch::kind, Touch::state, Touch::code)
                .containsExactlyInAnyOrder(
                        tuple(TouchKind.SMS, TouchState.SKIPPED, "dncr_listed"),
                        tuple(TouchKind.EMAIL, TouchState.SENT, null));
        assertThat(scenario.steps(lead)).extracting(EnrolmentStep::outcome).containsOnly(EnrolmentStep.Outcome.SENT);
        assertThat(scenario.enrolment(lead).state()).isEqualTo(EnrolmentState.COMPLETED);
        assertThat(scenario.conservation().closes()).isTrue();
    }

    @Test // outreach 2.5: what stands in for a step is not stood in for again
    void a_fallback_that_cannot_go_either_refuses_the_step_with_its_own_code() {
        OutreachScenario scenario = OutreachScenario.on(Course.BOTH, world(clock), clock);
        Lead lead = scenario.lead();
        book(scenario).registered(lead, GateFacts.Address.Register.LISTED);
        scenario.runFor(Duration.ofDays(10));
        Lead known = scenario.reread(lead);
        scenario.in(() -> scenario.on()
                .world()
                .leads()
                .leads()
                .update(known.reachedAt(known.contact().mailed(EmailStatus.INVALID), scenario.now())));
        scenario.runFor(Duration.ofDays(10));

        assertThat(mails()).hasSize(2);
        assertThat(scenario.steps(lead).getLast().outcome()).isEqualTo(EnrolmentStep.Outcome.REFUSED);
        assertThat(scenario.steps(lead).getLast().code()).isEqualTo("invalid_email");
        assertThat(scenario.enrolment(lead).state()).isEqualTo(EnrolmentState.COMPLETED);
        assertThat(scenario.conservation().closes()).isTrue();
    }

    private static List<LocalDate> sentOn(OutreachScenario scenario, Lead lead) {
        return scenario.touches(lead).stream()
                .map(Touch::sentAt)
                .filter(Objects::nonNull)
                .sorted()
                .map(at -> LocalDate.ofInstant(at, SYDNEY))
                .toList();
    }

    @Test // outreach 7, RES-8: a number sends 100 texts a day, the others wait for the next with a reason
    void a_number_that_sent_its_hundred_texts_sends_again_the_next_day() {
        OutreachScenario scenario = autopilot();
        Lead first = scenario.lead();
        scenario.pass();
        sentElsewhere(scenario, 99);
        Lead second = scenario.lead();
        scenario.runFor(aDay());

        assertThat(texts()).hasSize(1);
        assertThat(List.of(scenario.reread(first), scenario.reread(second)).stream()
                        .map(Lead::block)
                        .filter(Objects::nonNull))
                .extracting(Lead.Block::code)
                .containsExactly("rate_limit_sms");

        scenario.runFor(Duration.ofDays(1));
        assertThat(texts()).hasSize(2);
    }

    /** Books texts of other campaigns on the number, for today. */
    private static void sentElsewhere(OutreachScenario scenario, int texts) {
        List<Quotas.Bound> bounds = SenderBounds.of(
                book(scenario).number(scenario.client()), TouchKind.SMS, SYDNEY, OutreachScenario.MONDAY_MORNING);
        List<Quotas.Claim> claims = IntStream.range(0, texts)
                .mapToObj(i -> new Quotas.Claim(new TouchId(UUID.randomUUID()), bounds))
                .toList();
        scenario.in(() -> scenario.on().stores().quotas().book(scenario.client(), claims));
    }

    @Test // I1, I8, outreach 4.6, 9.2; content 4.7: one segment, same channel, same number
    void an_answer_by_text_leaves_once_from_the_number_that_had_the_contact_wherever_the_process_ends() {
        ByHandSteps.leavesOnceWhereverTheProcessEnds(
                () -> {
                    clock.set(OutreachScenario.MONDAY_MORNING);
                    OutreachScenario scenario = autopilot();
                    scenario.lead();
                    for (int days = 0;
                            days < 3
                                    && texts().stream()
                                            .noneMatch(text -> text.clientId().equals(scenario.client()));
                            days++) {
                        scenario.runFor(aDay());
                    }
                    // texts leave only inside the law's hours
                    clock.set(clock.get()
                            .atZone(SYDNEY)
                            .toLocalDate()
                            .plusDays(1)
                            .atTime(12, 30)
                            .atZone(SYDNEY)
                            .toInstant());
                    return scenario;
                },
                Channel.SMS,
                this::delivered);
        SmsCommand answer = texts().getLast();
        assertThat(answer.text()).isEqualTo(ByHandSteps.WORDS);
        assertThat(answer.from()).isEqualTo(new SmsFrom.Dedicated(TextBook.OURS));
    }

    @Test // ALLOC-1: daily split of the campaign's touches; a channel's unused share flows to the others
    void a_limited_day_is_split_by_the_mix_between_channels_that_wait() {
        OutreachScenario scenario = OutreachScenario.on(Course.BOTH, world(clock), clock);
        scenario.leads(4);
        scenario.runFor(Duration.ofHours(13 * 24 + 12));
        scenario.in(() -> {
            Campaigns campaigns = scenario.on().world().campaigns();
            Campaign now =
                    campaigns.find(scenario.client(), scenario.campaign().id()).orElseThrow();
            campaigns.update(now.with(
                    now.settings().paced(new TouchPace(2, 5, 4)).mixed(new ChannelMix(50, 50, 0, 0, 0)),
                    scenario.now()));
        });
        scenario.leads(6);

        scenario.runFor(Duration.ofDays(1));
        assertThat(sentSince(scenario, 1)).isEqualTo(Map.of(Channel.EMAIL, 2L, Channel.SMS, 2L));
        scenario.runFor(Duration.ofDays(1));
        assertThat(sentSince(scenario, 1)).isEqualTo(Map.of(Channel.EMAIL, 2L, Channel.SMS, 2L));
        scenario.runFor(Duration.ofDays(1));
        assertThat(sentSince(scenario, 1))
                .as("two leads are left to start, and nobody waits for a text")
                .isEqualTo(Map.of(Channel.EMAIL, 2L));
        assertThat(scenario.conservation().closes()).isTrue();
    }

    private static Map<Channel, Long> sentSince(OutreachScenario scenario, int days) {
        Touches.Filter all = new Touches.Filter(null, null, null);
        Instant since = scenario.now().minus(Duration.ofDays(days));
        return scenario
                .<List<Touch>>in(() -> scenario.on().stores().touches().list(scenario.client(), all, null, 500))
                .stream()
                .filter(touch -> touch.sentAt() != null && touch.sentAt().isAfter(since))
                .collect(Collectors.groupingBy(touch -> touch.kind().channel(), Collectors.counting()));
    }

    @Test // vendors/index 6: a reservation before the call, settled after it; a cap holds what is due
    void what_texts_cost_is_booked_and_a_client_at_its_cap_waits() {
        OutreachScenario scenario = autopilot();
        VendorMeter meter = scenario.on().world().meter();
        List<Lead> leads = scenario.leads(3);
        MicroAud one = MeteredUnit.SEGMENT.usualPrice();
        OutreachUseCases capped = new OutreachUseCases(
                scenario.on().stores(),
                scenario.on()
                        .world()
                        .metered(new VendorMeter(
                                meter.book(), new VendorCap(one.times(2), MicroAud.dollars(1)), BigDecimal.ONE)),
                scenario.on().outlets(),
                scenario.on().units(),
                clock::get,
                UUID::randomUUID,
                () -> 0L);
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < 24; i++) {
            capped.plan().run(scenario.client(), 10);
            capped.draft().run(scenario.client(), 10);
            capped.commit().run(scenario.client(), 10);
            capped.dispatch().run(scenario.client(), 10);
            leads.stream()
                    .map(lead -> scenario.reread(lead).block())
                    .filter(Objects::nonNull)
                    .forEach(block -> codes.add(block.code()));
            scenario.advance(Duration.ofMinutes(30));
        }

        assertThat(delivered()).hasSize(2);
        assertThat(codes).contains("vendor_account_blocked");
        assertThat(spent(scenario)).isEqualTo(one.times(2));
        scenario.runFor(Duration.ofDays(1));
        assertThat(delivered()).as("with a higher cap it leaves").hasSize(3);
    }

    @Test // vendors/index 6: what was refused costs nothing, what nobody knows stays set aside
    void a_text_that_is_refused_costs_nothing() {
        OutreachScenario scenario = autopilot();
        Lead lead = scenario.lead();
        queued(scenario, lead);
        failNext(Fault.RECIPIENT_REFUSED);
        scenario.useCases().dispatch().run(scenario.client(), 10);
        assertThat(delivered()).isEmpty();
        assertThat(spent(scenario)).isEqualTo(MicroAud.ZERO);
    }

    private static MicroAud spent(OutreachScenario scenario) {
        String carrier = scenario.in(() -> book(scenario).ports().numbers().ofClient(scenario.client())).stream()
                .map(SendingNumber::provider)
                .findFirst()
                .orElseThrow();
        return scenario.in(() -> scenario.on().world().meter().spent(scenario.client(), carrier, scenario.now()))
                .month();
    }
}
