package io.agencyos.application.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.conversation.inbox.MailEvent;
import io.agencyos.application.conversation.inbox.MailEvent.BounceClass;
import io.agencyos.application.resource.ReadWarmUp;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.platform.Alert;
import io.agencyos.domain.platform.flow.BreakerScope;
import io.agencyos.domain.resource.DailyLimit;
import io.agencyos.domain.resource.DomainHealth;
import io.agencyos.domain.resource.DomainPause.Recent;
import io.agencyos.domain.resource.Mailbox;
import io.agencyos.domain.resource.MailboxWarmth.Dns;
import io.agencyos.domain.resource.MailboxWarmth.DnsState;
import io.agencyos.domain.resource.SendingDomain.Mail;
import io.agencyos.domain.resource.WarmUpFindings;
import io.agencyos.domain.resource.WarmUpReading;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.ResourceId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What bounces and complaints do to the domain that the mail came from. Source: scoring RES-10, outreach 7. */
public abstract class DomainHealthStories extends ConversationStories {

    private static Mailbox mailbox(ConversationScenario scenario) {
        return scenario.outreach()
                .in(() -> scenario.outreach()
                        .on()
                        .world()
                        .mailboxes()
                        .ofClient(scenario.outreach().client())
                        .getFirst());
    }

    private static int limit(ConversationScenario scenario) {
        return DailyLimit.of(mailbox(scenario), scenario.outreach().now()).total();
    }

    private static void complain(ConversationScenario scenario, Lead lead) {
        scenario.arrives(
                new MailEvent.Complained(scenario.key(), scenario.outreach().now(), scenario.about(lead)));
        scenario.process();
    }

    private static void bounce(ConversationScenario scenario, Lead lead, BounceClass of) {
        scenario.arrives(new MailEvent.Bounced(
                scenario.key(), scenario.outreach().now(), scenario.about(lead), of, "550 5.7.1 refused"));
        scenario.process();
    }

    @Test // RES-10: 49/0/1 warning, 49/0/2 critical; at once
    void the_first_complaint_slows_a_domain_and_the_second_one_stops_it() {
        ConversationScenario scenario = scenario();
        List<Lead> written = Stream.generate(scenario::enrolled).limit(2).toList();
        scenario.outreach().runFor(Duration.ofHours(4));
        assertThat(limit(scenario)).isEqualTo(50);

        complain(scenario, written.getFirst());
        assertThat(mailbox(scenario).health()).isEqualTo(DomainHealth.WARNING);
        assertThat(limit(scenario)).isEqualTo(35);

        complain(scenario, written.getLast());
        assertThat(mailbox(scenario).health()).isEqualTo(DomainHealth.CRITICAL);
        Lead next = scenario.enrolled();
        scenario.outreach().runFor(Duration.ofDays(3));
        assertThat(scenario.sent(next)).isZero();
        // flows 1.7 deliverability
        assertThat(scenario.breakers()).singleElement().satisfies(breaker -> {
            assertThat(breaker.scope()).isEqualTo(BreakerScope.DELIVERABILITY);
            assertThat(breaker.key()).isEqualTo(mailbox(scenario).domain().value());
            assertThat(breaker.stops(scenario.outreach().now())).isTrue();
            assertThat(breaker.message()).isEqualTo("E-mail from " + breaker.key() + " paused: complaint rate 100 %.");
        });
    }

    @Test // RES-10: re-evaluated daily, recovers by itself
    void a_domain_recovers_when_its_bad_days_are_thirty_days_old() {
        ConversationScenario scenario = scenario();
        List<Lead> written = Stream.generate(scenario::enrolled).limit(2).toList();
        scenario.outreach().runFor(Duration.ofHours(4));
        written.forEach(lead -> complain(scenario, lead));

        scenario.outreach().advance(Duration.ofDays(29));
        assertThat(scenario.judgeDomains()).isZero();
        scenario.outreach().advance(Duration.ofDays(2));
        assertThat(scenario.judgeDomains()).isEqualTo(1);
        assertThat(mailbox(scenario).health()).isEqualTo(DomainHealth.GOOD);
        assertThat(scenario.judgeDomains()).isZero();
        // flows 1.7 deliverability: at half limit for 3 days
        assertThat(scenario.breakers())
                .singleElement()
                .satisfies(breaker ->
                        assertThat(breaker.stops(scenario.outreach().now())).isFalse());
        assertThat(limit(scenario)).isEqualTo(25);
        Lead next = scenario.enrolled();
        scenario.outreach().runFor(Duration.ofDays(7));
        assertThat(limit(scenario)).isEqualTo(50);
        assertThat(scenario.sent(next)).isPositive();
    }

    @Test // outreach 7: bounces = hard + policy blocks; 49/3/0 warning
    void a_full_mailbox_is_not_the_domains_fault_and_a_block_is() {
        ConversationScenario scenario = scenario();
        List<Lead> written = Stream.generate(scenario::enrolled).limit(6).toList();
        scenario.outreach().runFor(Duration.ofHours(4));

        written.subList(0, 3).forEach(lead -> bounce(scenario, lead, BounceClass.SOFT));
        assertThat(mailbox(scenario).health()).isEqualTo(DomainHealth.GOOD);
        bounce(scenario, written.get(3), BounceClass.POLICY);
        bounce(scenario, written.get(4), BounceClass.HARD);
        assertThat(mailbox(scenario).health()).isEqualTo(DomainHealth.GOOD);
        bounce(scenario, written.get(5), BounceClass.POLICY);
        assertThat(mailbox(scenario).health()).isEqualTo(DomainHealth.WARNING);
    }

    @Test // B14, RES-10: what each day sent and what came back
    void mail_is_counted_by_the_days_on_which_it_left() {
        ConversationScenario scenario = scenario();
        List<Lead> written = Stream.generate(scenario::enrolled).limit(2).toList();
        scenario.outreach().runFor(Duration.ofHours(4));
        bounce(scenario, written.getFirst(), BounceClass.HARD);
        LocalDate day = LocalDate.ofInstant(scenario.outreach().now(), ZoneOffset.UTC);
        ResourceId domain = mailbox(scenario).domainId();

        assertThat(byDay(scenario, day.minusDays(42)).get(domain).values().stream()
                        .reduce(Mail.NONE, DomainHealthStories::sum))
                .isEqualTo(new Mail(2, 1, 0));
        assertThat(byDay(scenario, day.minusDays(42)).get(domain).keySet())
                .allSatisfy(sent -> assertThat(sent).isBetween(day.minusDays(1), day));
        assertThat(byDay(scenario, day.plusDays(1))).isEmpty();
    }

    @Test // flows 1.7 deliverability: the last 200 sends, since it was let go on
    void the_last_mails_of_a_domain_are_counted_from_when_it_was_let_go_on() {
        ConversationScenario scenario = scenario();
        List<Lead> written = Stream.generate(scenario::enrolled).limit(2).toList();
        scenario.outreach().runFor(Duration.ofHours(4));
        bounce(scenario, written.getFirst(), BounceClass.HARD);
        ResourceId domain = mailbox(scenario).domainId();
        assertThat(last(scenario)).isEqualTo(Map.of(domain, new Recent(2, 1)));

        written.forEach(lead -> complain(scenario, lead));
        scenario.outreach().advance(Duration.ofDays(31));
        assertThat(scenario.judgeDomains()).isEqualTo(1);
        assertThat(last(scenario)).isEmpty();
    }

    private static Map<ResourceId, Recent> last(ConversationScenario scenario) {
        return scenario.outreach()
                .in(() -> scenario.domains().lastMail(scenario.outreach().client()));
    }

    private static Mail sum(Mail a, Mail b) {
        return new Mail(a.sends() + b.sends(), a.bounces() + b.bounces(), a.complaints() + b.complaints());
    }

    private static Map<ResourceId, Map<LocalDate, Mail>> byDay(ConversationScenario scenario, LocalDate first) {
        return scenario.outreach()
                .in(() -> scenario.domains().mailByDay(scenario.outreach().client(), first));
    }

    @Test // B10: placement of a domain's test e-mails
    void the_newest_test_of_where_mail_arrives_counts() {
        ConversationScenario scenario = scenario();
        ResourceId domain = mailbox(scenario).domainId();
        LocalDate today = LocalDate.ofInstant(scenario.outreach().now(), ZoneOffset.UTC);

        assertThat(placed(scenario, domain, today.minusDays(3), 80)).isTrue();
        assertThat(placed(scenario, domain, today, 90)).isTrue();
        assertThat(placed(scenario, domain, today, 96)).isTrue();
        assertThat(placed(scenario, new ResourceId(UUID.randomUUID()), today, 96))
                .isFalse();

        assertThat(inbox(scenario, today.minusDays(7))).isEqualTo(Map.of(domain, 96));
        assertThat(inbox(scenario, today.plusDays(1))).isEmpty();
    }

    @Test // outreach 19.5
    void tests_that_miss_the_inbox_slow_a_domain_that_bounces_nothing() {
        ConversationScenario scenario = scenario();
        LocalDate today = LocalDate.ofInstant(scenario.outreach().now(), ZoneOffset.UTC);
        placed(scenario, mailbox(scenario).domainId(), today, 60);

        assertThat(scenario.judgeDomains()).isEqualTo(1);
        assertThat(limit(scenario)).isEqualTo(35);
        scenario.outreach().advance(Duration.ofDays(9));
        assertThat(scenario.judgeDomains()).isEqualTo(1);
        assertThat(limit(scenario)).isEqualTo(50);
    }

    private static boolean placed(ConversationScenario scenario, ResourceId domain, LocalDate day, int percent) {
        return scenario.outreach()
                .on()
                .units()
                .onPlatform(() -> scenario.domains().placed(domain, day, percent));
    }

    private static Map<ResourceId, Integer> inbox(ConversationScenario scenario, LocalDate since) {
        return scenario.outreach()
                .in(() -> scenario.domains().inboxPercent(scenario.outreach().client(), since));
    }

    private static ReadWarmUp.Round read(ConversationScenario scenario, ToldWarmUp service) {
        return new ReadWarmUp(
                        service,
                        scenario.outreach().on().world().mailboxes(),
                        scenario.domains(),
                        scenario.ground().alerts(),
                        scenario.outreach().on().units(),
                        () -> scenario.outreach().now())
                .read(scenario.outreach().client());
    }

    @Test // salesforge 4.7: read every 6 h; older than 48 h counts as not warm
    void a_domain_sends_less_while_its_service_finds_it_cold_or_says_nothing() {
        ConversationScenario scenario = scenario();
        EmailAddress sam = mailbox(scenario).address();
        ToldWarmUp service = new ToldWarmUp(scenario.outreach().client());
        assertThat(limit(scenario)).isEqualTo(50);

        service.measures(sam, false, 10, scenario.outreach().now());
        assertThat(read(scenario, service).measured()).isEqualTo(1);
        assertThat(limit(scenario)).isEqualTo(20);

        service.measures(sam, true, 22, scenario.outreach().now());
        read(scenario, service);
        assertThat(limit(scenario)).isEqualTo(50);

        service.answers(false);
        assertThat(read(scenario, service).failures()).isNotEmpty();
        assertThat(limit(scenario)).as("what was read stands").isEqualTo(50);
        scenario.outreach().advance(Duration.ofHours(49));
        assertThat(limit(scenario)).as("stale").isEqualTo(35);

        service.leaves();
        read(scenario, service);
        assertThat(limit(scenario)).as("nobody warms it up any more").isEqualTo(50);
    }

    @Test // salesforge 4.7: heat, block lists and records are kept; 8.7 "domain alert"
    void what_the_service_finds_wrong_with_a_domain_is_kept_and_staff_hears_of_it_while_it_lasts() {
        ConversationScenario scenario = scenario();
        EmailAddress sam = mailbox(scenario).address();
        ToldWarmUp service = new ToldWarmUp(scenario.outreach().client());
        Dns missing = new Dns(DnsState.VALID, DnsState.VALID, DnsState.MISSING, DnsState.UNKNOWN);
        service.ails(sam, 61, 2, missing, scenario.outreach().now());
        read(scenario, service);

        assertThat(Objects.requireNonNull(mailbox(scenario).reading()).findings())
                .isEqualTo(new WarmUpFindings(61, 2, missing));
        assertThat(limit(scenario)).as("it is warm, and nothing bounces").isEqualTo(50);
        assertThat(alerts(scenario)).singleElement().satisfies(alert -> {
            assertThat(alert.clientId()).isEqualTo(scenario.outreach().client());
            assertThat(alert.detail()).containsEntry("blacklists", "2").containsEntry("records", "DMARC");
        });

        service.measures(sam, true, 31, scenario.outreach().now());
        read(scenario, service);
        assertThat(alerts(scenario)).isEmpty();
        service.leaves();
        read(scenario, service);
        assertThat(mailbox(scenario).reading()).isNull();
    }

    @Test // salesforge 3 W3: read once a day, of days that are over
    void what_was_sent_to_warm_a_domain_up_is_kept_by_day() {
        ConversationScenario scenario = scenario();
        Mailbox box = mailbox(scenario);
        ToldWarmUp service = new ToldWarmUp(scenario.outreach().client());
        service.measures(box.address(), true, 31, scenario.outreach().now());
        LocalDate yesterday =
                LocalDate.ofInstant(scenario.outreach().now(), ZoneOffset.UTC).minusDays(1);

        assertThat(read(scenario, service).counted()).isEqualTo(1);
        assertThat(knownUntil(scenario)).isEqualTo(Map.of(box.domainId(), yesterday));
        assertThat(read(scenario, service).counted()).as("the day is known").isZero();

        scenario.outreach().advance(Duration.ofDays(1));
        service.answers(false);
        assertThat(read(scenario, service).counted()).isZero();
        assertThat(knownUntil(scenario)).as("it is asked for again").isEqualTo(Map.of(box.domainId(), yesterday));
        service.answers(true);
        assertThat(read(scenario, service).counted()).isEqualTo(1);
        assertThat(knownUntil(scenario)).isEqualTo(Map.of(box.domainId(), yesterday.plusDays(1)));
    }

    private static Map<ResourceId, LocalDate> knownUntil(ConversationScenario scenario) {
        return scenario.outreach()
                .in(() ->
                        scenario.domains().warmUpKnownUntil(scenario.outreach().client()));
    }

    private static List<Alert> alerts(ConversationScenario scenario) {
        return scenario.outreach()
                .on()
                .units()
                .onPlatform(() -> scenario.ground().alerts().open(100));
    }

    @Test // outreach 3.3 (warm-up is judged per sender): what was warmed up before it came here is warm on its first
    // day
    void a_young_domain_that_was_warmed_up_elsewhere_counts_those_days_once() {
        ConversationScenario scenario = scenario();
        Mailbox box = mailbox(scenario);
        ToldWarmUp service = new ToldWarmUp(scenario.outreach().client());
        Instant today = scenario.outreach().now();
        starts(scenario, box, today);
        assertThat(limit(scenario)).isEqualTo(5);

        service.measures(box.address(), true, 31, today);
        read(scenario, service);
        assertThat(limit(scenario)).isEqualTo(50);

        starts(scenario, box, today);
        read(scenario, service);
        assertThat(limit(scenario)).as("a ramp that was begun again is kept").isEqualTo(5);
    }

    private static void starts(ConversationScenario scenario, Mailbox box, Instant ramp) {
        WarmUpReading reading = mailbox(scenario).reading();
        scenario.outreach().in(() -> {
            scenario.domains().measured(box.clientId(), box.domainId(), reading, ramp);
            return box;
        });
    }

    @Test // outreach 19.5: weekly seed test per domain; spam placement > 20 % → treat as warning
    void a_domain_is_tested_every_week_and_a_poor_test_is_a_warning() {
        ConversationScenario scenario = scenario();
        EmailAddress sam = mailbox(scenario).address();
        ToldWarmUp service = new ToldWarmUp(scenario.outreach().client());
        service.measures(sam, true, 31, scenario.outreach().now());
        assertThat(read(scenario, service).ordered()).isEqualTo(1);
        assertThat(read(scenario, service).ordered())
                .as("its answer is awaited")
                .isZero();
        LocalDate day = LocalDate.ofInstant(scenario.outreach().now(), ZoneOffset.UTC);

        service.tested(sam, day, 79);
        assertThat(read(scenario, service).tested()).isEqualTo(1);
        scenario.judgeDomains();
        assertThat(mailbox(scenario).health()).isEqualTo(DomainHealth.WARNING);
        assertThat(limit(scenario)).isEqualTo(35);

        scenario.outreach().advance(Duration.ofDays(6));
        assertThat(read(scenario, service).ordered()).isZero();
        scenario.outreach().advance(Duration.ofDays(1));
        assertThat(read(scenario, service).ordered()).as("a week later").isEqualTo(1);
        assertThat(service.orders()).hasSize(2).doesNotHaveDuplicates();

        service.tested(sam, day.plusDays(7), 80);
        read(scenario, service);
        scenario.judgeDomains();
        assertThat(mailbox(scenario).health()).isEqualTo(DomainHealth.GOOD);
    }
}
