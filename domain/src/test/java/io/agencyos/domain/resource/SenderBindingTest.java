package io.agencyos.domain.resource;

import static io.agencyos.domain.resource.SenderBinding.Decision.DEFER;
import static io.agencyos.domain.resource.SenderBinding.Decision.KEEP;
import static io.agencyos.domain.resource.SenderBinding.Decision.REBIND;
import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.resource.SenderBinding.Sender;
import io.agencyos.domain.resource.SenderBinding.Standing;
import io.agencyos.domain.shared.id.ResourceId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The worked examples of scoring 4.1 that bind senders, and the orders of 4.2. */
class SenderBindingTest {

    private static final Instant NOW = Instant.parse("2026-03-03T00:00:00Z");

    private static Sender sender(int id, int left, @Nullable String lastUsed) {
        return new Sender(new ResourceId(new UUID(0, id)), left, lastUsed == null ? null : Instant.parse(lastUsed));
    }

    @Test // ALLOC-1 A1
    void a_first_touch_binds_the_domain_with_more_left() {
        int d1 = new DailyLimit(50).outboundLeft(45, 45);
        int d2 = new DailyLimit(HealthRules.limit(DomainHealth.WARNING)).outboundLeft(10, 10);
        assertThat(List.of(d1, d2)).containsExactly(0, 22);
        assertThat(SenderBinding.first(List.of(sender(1, d1, null), sender(2, d2, null))))
                .contains(sender(2, 22, null));
    }

    @Test // ALLOC-1 A6
    void of_two_with_as_much_left_the_longer_unused_one_is_taken_and_a_new_one_before_both() {
        Sender later = sender(1, 10, "2026-03-02T22:10:00Z");
        Sender earlier = sender(2, 10, "2026-03-02T22:05:00Z");
        assertThat(SenderBinding.first(List.of(later, earlier))).contains(earlier);
        assertThat(SenderBinding.first(List.of(later, earlier, sender(3, 10, null))))
                .contains(sender(3, 10, null));
        assertThat(SenderBinding.first(List.of(sender(1, 0, null)))).isEqualTo(Optional.empty());
    }

    @Test // ALLOC-1 A7, A8
    void a_follow_up_waits_for_its_sender_but_not_for_ever() {
        assertThat(SenderBinding.followUp(new Standing.Ready(), NOW)).isEqualTo(KEEP);
        assertThat(SenderBinding.followUp(new Standing.Exhausted(), NOW)).isEqualTo(DEFER);
        assertThat(SenderBinding.followUp(new Standing.Paused(NOW.minus(Duration.ofDays(5))), NOW))
                .isEqualTo(DEFER);
        assertThat(SenderBinding.followUp(new Standing.Paused(NOW.minus(Duration.ofDays(6))), NOW))
                .isEqualTo(REBIND);
        assertThat(SenderBinding.followUp(new Standing.Gone(), NOW)).isEqualTo(REBIND);
    }

    private static LentResource domain(
            String name, ResourceStatus status, boolean warm, int reputation, String createdAt) {
        Instant created = Instant.parse(createdAt + "T00:00:00Z");
        return new LentResource(
                new ResourceId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))),
                ResourceKind.EMAIL_DOMAIN,
                name,
                null,
                new ResourceSource("sandbox", null, null),
                status,
                1,
                0,
                reputation,
                DomainHealth.GOOD,
                true,
                null,
                warm ? created : null,
                null,
                created,
                0);
    }

    @Test // RES-2
    void the_best_free_domain_is_lent_first() {
        List<LentResource> stock = List.of(
                domain("a", ResourceStatus.AVAILABLE, true, 80, "2025-10-01"),
                domain("b", ResourceStatus.AVAILABLE, true, 90, "2026-01-01"),
                domain("c", ResourceStatus.WARMING, false, 99, "2025-01-01"),
                domain("d", ResourceStatus.AVAILABLE, false, 95, "2025-01-01"),
                domain("e", ResourceStatus.AVAILABLE, true, 90, "2025-11-01"));
        assertThat(LentResource.inOrder(stock)).extracting(LentResource::value).containsExactly("e", "b", "a", "d");
    }

    @Test // RES-1
    void a_resource_goes_round_and_may_be_retired_from_anywhere() {
        assertThat(ResourceStatus.WARMING.mayBecome(ResourceStatus.AVAILABLE)).isTrue();
        assertThat(ResourceStatus.WARMING.mayBecome(ResourceStatus.ASSIGNED)).isFalse();
        assertThat(ResourceStatus.ASSIGNED.mayBecome(ResourceStatus.HELD)).isTrue();
        assertThat(ResourceStatus.HELD.mayBecome(ResourceStatus.AVAILABLE)).isTrue();
        assertThat(ResourceStatus.values())
                .filteredOn(status -> status != ResourceStatus.RETIRED)
                .allMatch(status -> status.mayBecome(ResourceStatus.RETIRED));
        assertThat(ResourceStatus.values()).noneMatch(ResourceStatus.RETIRED::mayBecome);
    }
}
