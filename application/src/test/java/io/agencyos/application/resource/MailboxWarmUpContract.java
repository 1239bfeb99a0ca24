package io.agencyos.application.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.resource.MailboxWarmth;
import io.agencyos.domain.resource.WarmUpTraffic;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What everything that measures warm-up must do. Source: outreach 14, salesforge 4.7. */
public abstract class MailboxWarmUpContract {

    /** The service, which warms up nothing yet. */
    public interface World {

        MailboxWarmUp warmUp();

        ClientId client();

        /** From now on this mailbox of the client is warmed up, and is warm. */
        void warms(EmailAddress mailbox);

        /** The tests that were ordered are over. */
        void testsEnd();

        Instant now();

        /** The service answers nobody until further notice. */
        void breakDown();
    }

    private static final EmailAddress SAM = new EmailAddress("sam@hello-harbour.example");
    private static final EmailAddress MINA = new EmailAddress("mina@hello-harbour.example");

    private World world;

    protected abstract World world();

    @BeforeEach
    void open() {
        world = world();
    }

    @Test
    void a_client_without_mailboxes_has_nothing_to_measure() {
        assertThat(world.warmUp().statuses(world.client()).orElseThrow()).isEmpty();
    }

    @Test
    void every_mailbox_is_listed_once_and_says_of_itself_what_the_list_says() {
        world.warms(SAM);
        world.warms(MINA);

        List<MailboxWarmth> all = world.warmUp().statuses(world.client()).orElseThrow();

        assertThat(all).extracting(MailboxWarmth::mailbox).containsExactlyInAnyOrder(SAM, MINA);
        assertThat(all)
                .allSatisfy(one -> assertThat(world.warmUp()
                                .status(world.client(), one.mailbox())
                                .orElseThrow())
                        .isEqualTo(one));
    }

    @Test
    void a_warm_mailbox_counts_as_long_as_the_measurement_is_fresh() {
        world.warms(SAM);

        MailboxWarmth warmth = world.warmUp().status(world.client(), SAM).orElseThrow();

        assertThat(warmth.warm()).isTrue();
        assertThat(warmth.daysLeft()).isZero();
        assertThat(warmth.counts(world.now())).isTrue();
        assertThat(warmth.blacklistHits()).isNotNegative();
        if (warmth.heatScore() != null) {
            assertThat(warmth.heatScore()).isBetween(0, 100);
        }
    }

    @Test
    void a_mailbox_that_is_not_warmed_up_is_not_found() {
        world.warms(SAM);

        assertThat(kind(world.warmUp().status(world.client(), MINA))).isEqualTo("not_found");
    }

    @Test // no tenant sees another's data
    void another_client_sees_nothing_of_it() {
        world.warms(SAM);
        ClientId other = new ClientId(UUID.fromString("019baaaa-0000-7000-8000-00000000000f"));

        assertThat(world.warmUp().serves(other)).isFalse();
        assertThat(world.warmUp().testPlacement(other, SAM, "aos-3-2026-10").isOk())
                .isFalse();
        assertThat(world.warmUp().status(other, SAM).isOk()).isFalse();
        List<MailboxWarmth> theirs = world.warmUp().statuses(other).fold(all -> all, failure -> List.of());
        assertThat(theirs).isEmpty();
    }

    @Test // salesforge 3 W3
    void what_was_sent_to_warm_a_mailbox_up_is_told_day_by_day() {
        world.warms(SAM);
        LocalDate last = LocalDate.ofInstant(world.now(), ZoneOffset.UTC).minusDays(1);

        Map<LocalDate, WarmUpTraffic> days = world.warmUp()
                .traffic(world.client(), SAM, last.minusDays(2), last)
                .orElseThrow();

        assertThat(days).containsOnlyKeys(last.minusDays(2), last.minusDays(1), last);
        assertThat(days.values())
                .allSatisfy(day -> assertThat(day.replied() + day.spam()).isLessThanOrEqualTo(day.sent()));
        assertThat(days.get(last).sent()).isPositive();
        assertThat(world.warmUp().traffic(world.client(), MINA, last, last).fold(all -> "told", VendorFailure::kind))
                .isEqualTo("not_found");
        world.breakDown();
        assertThat(world.warmUp().traffic(world.client(), SAM, last, last).isOk())
                .isFalse();
    }

    @Test // salesforge 3 W4, outreach 19.5
    void a_test_is_ordered_once_and_told_when_it_is_over() {
        world.warms(SAM);
        world.warms(MINA);
        MailboxWarmUp service = world.warmUp();
        assertThat(service.serves(world.client())).isTrue();
        assertThat(service.placements(world.client(), List.of(SAM, MINA)).orElseThrow())
                .isEmpty();

        assertThat(service.testPlacement(world.client(), SAM, "aos-1-2026-10").orElseThrow())
                .isTrue();
        assertThat(service.testPlacement(world.client(), SAM, "aos-1-2026-10").orElseThrow())
                .as("the same test")
                .isFalse();
        world.testsEnd();

        assertThat(service.placements(world.client(), List.of(SAM, MINA)).orElseThrow())
                .singleElement()
                .satisfies(test -> {
                    assertThat(test.mailbox()).isEqualTo(SAM);
                    assertThat(test.day()).isEqualTo(LocalDate.ofInstant(world.now(), ZoneOffset.UTC));
                    assertThat(test.inboxPercent()).isBetween(0, 100);
                });
    }

    @Test
    void a_mailbox_that_is_not_warmed_up_is_not_tested() {
        world.warms(SAM);

        assertThat(world.warmUp()
                        .testPlacement(world.client(), MINA, "aos-2-2026-10")
                        .fold(done -> "ordered", VendorFailure::kind))
                .isEqualTo("not_found");
        assertThat(world.warmUp().placements(world.client(), List.of(MINA)).orElseThrow())
                .isEmpty();
    }

    @Test
    void a_service_that_does_not_answer_is_a_failure_never_empty() {
        world.warms(SAM);
        world.breakDown();

        assertThat(world.warmUp().statuses(world.client()).isOk()).isFalse();
        assertThat(kind(world.warmUp().status(world.client(), SAM))).isNotEqualTo("not_found");
    }

    private static String kind(Result<MailboxWarmth, VendorFailure> result) {
        return result.fold(warmth -> "found", VendorFailure::kind);
    }
}
