package io.agencyos.application.outreach.wash;

import static io.agencyos.application.testing.Leadbook.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.platform.Alerts;
import io.agencyos.application.platform.Audit;
import io.agencyos.application.testing.Leadbook;
import io.agencyos.application.testing.Outreachbook;
import io.agencyos.application.testing.StoresUnderTest;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.campaign.CampaignStatus;
import io.agencyos.domain.campaign.enrolment.EnrolmentState;
import io.agencyos.domain.campaign.sequence.Sequence;
import io.agencyos.domain.campaign.sequence.SequenceStep;
import io.agencyos.domain.lead.ContactPoints;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.outreach.DoNotCallStanding;
import io.agencyos.domain.outreach.PhoneWash;
import io.agencyos.domain.outreach.Wash;
import io.agencyos.domain.platform.Alert;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.scoring.EmailStatus;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.TouchKind;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.id.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Washing by hand from need to answer, on whatever stores. Source: outreach 6.5, vendors/dncr 4 to 6, flows 2.21. */
public abstract class WashStoriesContract extends StoresUnderTest {

    private static final PhoneNumber PRIYA = new PhoneNumber("+61491570006");
    private static final PhoneNumber NOOR = new PhoneNumber("+61491570156");
    private static final PhoneNumber TOM = new PhoneNumber("+61491570157");
    private static final PhoneNumber ABROAD = new PhoneNumber("+64211234567");
    private static final UserId STAFF = new UserId(new UUID(0, 7));
    private static final int ALL = 1_000;

    private final AtomicReference<Instant> clock = new AtomicReference<>(MONDAY);
    private WashUseCases useCases;

    protected abstract PhoneWashes washes();

    protected abstract WashFiles files();

    protected abstract Alerts alerts();

    protected abstract Audit audit();

    /** Forgets what other tests left: washes are of all clients. */
    protected abstract void clear();

    @BeforeEach
    void open() {
        clear();
        WashPorts ports = new WashPorts(washes(), files(), alerts(), audit(), clock::get);
        useCases = new WashUseCases(ports, units(), UUID::randomUUID);
    }

    private WashDesk.Outgoing export() {
        return useCases.desk().export(STAFF, ALL, Origin.NONE);
    }

    private Result<WashDesk.Taken, Wash.Refusal> take(WashDesk.Outgoing file, Map<PhoneNumber, String> answers) {
        List<String> lines = answers.entrySet().stream()
                .map(answer -> files().lines(List.of(answer.getKey())).getFirst() + "," + answer.getValue())
                .toList();
        return useCases.desk().take(STAFF, file.wash().id(), lines, clock.get(), Origin.NONE);
    }

    private WashDesk.Taken taken(WashDesk.Outgoing file, Map<PhoneNumber, String> answers) {
        if (take(file, answers) instanceof Result.Ok<WashDesk.Taken, Wash.Refusal>(WashDesk.Taken taken)) {
            return taken;
        }
        throw new AssertionError("refused");
    }

    private void needed(PhoneNumber... numbers) {
        run(() -> washes().need(List.of(numbers), clock.get()));
    }

    private DoNotCallStanding standing(PhoneNumber number) {
        return read(() -> washes().of(List.of(number))).get(number).standing();
    }

    private <T> T onPlatform(Supplier<T> work) {
        return units().onPlatform(work);
    }

    /** A lead of the first client with this number: e-mail on day 0, which is due then, call on day 3. */
    private void enrolledWithCall(PhoneNumber number, Instant emailDue, EnrolmentState state) {
        Campaign campaign = Outreachbook.campaign(a(), CampaignStatus.ACTIVE);
        Sequence sequence = new Sequence(
                a(),
                campaign.id(),
                campaign.sequence().version(),
                List.of(step(1, Channel.EMAIL, TouchKind.EMAIL, 0), step(2, Channel.VOICE, TouchKind.VOICE, 3)),
                MONDAY);
        Lead made = Outreachbook.lead(a(), 70);
        Lead lead = Leadbook.with(
                made, new ContactPoints(made.contact().email(), EmailStatus.VERIFIED, number, null), null, null);
        run(() -> {
            campaigns().insert(campaign, sequence);
            leads().insertAll(List.of(lead));
        });
        stored(Outreachbook.enrolment(lead.id(), campaign, state, emailDue));
    }

    private static SequenceStep step(int no, Channel channel, TouchKind kind, int day) {
        return new SequenceStep(
                no,
                channel,
                kind,
                day,
                null,
                null,
                null,
                null,
                null,
                false,
                true,
                true,
                null,
                SequenceStep.SMART_PROMPT);
    }

    @Test // vendors/dncr test 1, 6: Y, N, I, and one that the answer lacks
    void only_what_the_register_says_counts_and_nothing_is_never_clean() {
        PhoneNumber mia = new PhoneNumber("+61491570158");
        needed(PRIYA, NOOR, TOM, mia);
        WashDesk.Taken taken = taken(export(), Map.of(PRIYA, "Y", NOOR, "N", TOM, "I"));
        LocalDate washed = LocalDate.parse("2026-03-02");
        String id = taken.wash().id();
        assertThat(standing(PRIYA)).isEqualTo(new DoNotCallStanding.Listed(washed, id));
        assertThat(standing(NOOR)).isEqualTo(new DoNotCallStanding.Clean(washed, id));
        assertThat(standing(TOM)).isEqualTo(new DoNotCallStanding.Unknown());
        assertThat(standing(mia)).isEqualTo(new DoNotCallStanding.Unknown());
        assertThat(taken.wash().clean()).isEqualTo(1);
        assertThat(taken.wash().listed()).isEqualTo(1);
        assertThat(taken.newlyListed()).isEqualTo(1);
        assertThat(taken.unanswered()).isEqualTo(1);
    }

    @Test // vendors/dncr test 2: 450 numbers leave by 200 and are never twice on their way
    void many_numbers_leave_in_files_of_their_own() {
        List<PhoneNumber> many = IntStream.range(0, 450)
                .mapToObj(number -> new PhoneNumber("+614999%05d".formatted(number)))
                .toList();
        run(() -> washes().need(many, clock.get()));
        List<WashDesk.Outgoing> sent = IntStream.range(0, 4)
                .mapToObj(number -> useCases.desk().export(STAFF, 200, Origin.NONE))
                .toList();
        assertThat(sent).extracting(file -> file.lines().size()).containsExactly(200, 200, 50, 0);
        assertThat(sent).extracting(file -> file.wash().id()).doesNotHaveDuplicates();
        assertThat(sent.stream().flatMap(file -> file.lines().stream())).doesNotHaveDuplicates();
        assertThat(useCases.desk().show().washes())
                .as("an empty file is no wash")
                .hasSize(3);
    }

    @Test // vendors/dncr 5: rejected if older than 24 h
    void an_old_an_unknown_and_a_second_result_are_refused_and_change_nothing() {
        needed(NOOR);
        WashDesk.Outgoing file = export();
        List<String> lines = List.of(file.lines().getFirst() + ",N");
        clock.set(MONDAY.plus(Duration.ofHours(25)));
        assertThat(useCases.desk().take(STAFF, file.wash().id(), lines, MONDAY, Origin.NONE))
                .isEqualTo(Result.err(Wash.Refusal.WRONG_TIME));
        assertThat(useCases.desk().take(STAFF, "made-up", lines, clock.get(), Origin.NONE))
                .isEqualTo(Result.err(Wash.Refusal.UNKNOWN_WASH));
        assertThat(standing(NOOR)).isInstanceOf(DoNotCallStanding.Unknown.class);
        assertThat(taken(file, Map.of(NOOR, "N")).wash().state()).isEqualTo(Wash.State.DONE);
        assertThat(take(file, Map.of(NOOR, "Y"))).isEqualTo(Result.err(Wash.Refusal.NOT_OPEN));
        assertThat(standing(NOOR)).isInstanceOf(DoNotCallStanding.Clean.class);
    }

    @Test
    void a_line_about_a_number_that_was_not_in_the_wash_counts_for_nothing() {
        needed(NOOR);
        WashDesk.Taken taken = taken(export(), Map.of(PRIYA, "N", NOOR, "N"));
        assertThat(taken.foreign()).isEqualTo(1);
        assertThat(standing(PRIYA)).isInstanceOf(DoNotCallStanding.Unknown.class);
    }

    @Test // outreach 6.5: a number may be listed later, and come off again
    void a_later_wash_says_otherwise() {
        needed(NOOR);
        taken(export(), Map.of(NOOR, "N"));
        needed(NOOR);
        assertThat(taken(export(), Map.of(NOOR, "Y")).newlyListed()).isEqualTo(1);
        needed(NOOR);
        assertThat(taken(export(), Map.of(NOOR, "N")).newlyClean()).isEqualTo(1);
    }

    @Test // flows 2.21: a step due within 10 days, never washed or 21 days ago; soonest first; other countries never
    void the_daily_look_asks_for_the_numbers_of_coming_calls() {
        enrolledWithCall(NOOR, MONDAY.plus(Duration.ofDays(2)), EnrolmentState.PENDING);
        enrolledWithCall(PRIYA, MONDAY, EnrolmentState.ACTIVE);
        enrolledWithCall(ABROAD, MONDAY, EnrolmentState.ACTIVE);
        enrolledWithCall(TOM, MONDAY.plus(Duration.ofDays(8)), EnrolmentState.ACTIVE);
        enrolledWithCall(new PhoneNumber("+61491570158"), MONDAY, EnrolmentState.STOPPED);
        PlanWashes.Round round = useCases.plan().plan();
        assertThat(round.full()).isFalse();
        assertThat(round.needed()).isEqualTo(2);
        assertThat(export().lines()).isEqualTo(files().lines(List.of(PRIYA, NOOR)));
        assertThat(useCases.plan().plan().needed()).as("asked for once").isZero();
    }

    @Test // outreach 6.5: washed again from 21 days on, relied on for 27
    void a_number_is_washed_again_before_its_wash_is_too_old() {
        enrolledWithCall(NOOR, MONDAY, EnrolmentState.PENDING);
        useCases.plan().plan();
        taken(export(), Map.of(NOOR, "N"));
        clock.set(MONDAY.plus(Duration.ofDays(20)));
        assertThat(useCases.plan().plan().needed()).isZero();
        clock.set(MONDAY.plus(Duration.ofDays(21)));
        assertThat(useCases.plan().plan().needed()).isEqualTo(1);
    }

    @Test // flows 2.21: on the first day of a quarter every number that is held
    void a_quarter_begins_with_every_number_that_is_held() {
        enrolledWithCall(NOOR, MONDAY, EnrolmentState.STOPPED);
        enrolledWithCall(ABROAD, MONDAY, EnrolmentState.STOPPED);
        assertThat(useCases.plan().plan().needed()).isZero();
        clock.set(Instant.parse("2026-03-31T18:00:00Z"));
        PlanWashes.Round round = useCases.plan().plan();
        assertThat(round.full()).isTrue();
        assertThat(round.needed()).isEqualTo(1);
    }

    @Test // outreach check 23: 4 failures; a person carries the file once a day, so that a try is a day
    void a_number_that_nobody_washes_is_given_up_after_four_days() {
        needed(NOOR);
        for (int day = 1; day <= 4; day++) {
            assertThat(register(NOOR)).as("day %d", day).isEqualTo("STALE");
            clock.updateAndGet(now -> now.plus(Duration.ofDays(1)));
            useCases.plan().plan();
        }
        assertThat(register(NOOR)).isEqualTo("UNAVAILABLE");
        assertThat(taken(export(), Map.of(NOOR, "N")).wash().clean()).isEqualTo(1);
        assertThat(register(NOOR)).isEqualTo("CLEAN");
    }

    private String register(PhoneNumber number) {
        PhoneWash known = read(() -> washes().of(List.of(number))).get(number);
        return known.on(LocalDate.ofInstant(clock.get(), ZoneId.of("Australia/Sydney")), false)
                .name();
    }

    @Test // vendors/dncr 4: a batch that does not come back fails, and its numbers may leave in another one
    void a_wash_that_does_not_come_back_is_given_up_after_three_days() {
        needed(NOOR);
        WashDesk.Outgoing file = export();
        clock.set(MONDAY.plus(Wash.GIVEN_UP_AFTER).plusSeconds(1));
        assertThat(useCases.plan().plan().lost()).isEqualTo(1);
        assertThat(take(file, Map.of(NOOR, "N"))).isEqualTo(Result.err(Wash.Refusal.NOT_OPEN));
        assertThat(export().lines()).isEqualTo(file.lines());
    }

    @Test // flows 2.21: numbers overdue
    void staff_is_told_while_numbers_wait_and_no_longer() {
        enrolledWithCall(NOOR, MONDAY.plus(Duration.ofDays(1)), EnrolmentState.PENDING);
        useCases.plan().plan();
        assertThat(alert()).isEqualTo(Alert.Severity.WARNING);
        clock.set(MONDAY.plus(Duration.ofDays(5)));
        useCases.plan().plan();
        assertThat(alert()).as("its call is due").isEqualTo(Alert.Severity.CRITICAL);
        taken(export(), Map.of(NOOR, "N"));
        useCases.plan().plan();
        assertThat(onPlatform(() -> alerts().open(10)))
                .extracting(Alert::source)
                .doesNotContain("dncr_washes_due");
    }

    private Alert.Severity alert() {
        return onPlatform(() -> alerts().open(10)).stream()
                .filter(alert -> alert.source().equals("dncr_washes_due"))
                .map(Alert::severity)
                .findFirst()
                .orElseThrow();
    }
}
