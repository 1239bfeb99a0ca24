package io.agencyos.adapters.in.rest.allocation;

import io.agencyos.application.allocation.store.PoolBook;
import io.agencyos.domain.lead.ClaimStatus;
import io.agencyos.domain.lead.PoolClaim;
import io.agencyos.domain.lead.PoolStatus;
import io.agencyos.domain.lead.ReleaseReason;
import io.agencyos.domain.scoring.EmailStatus;
import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.id.ClientId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The pool as staff of the platform sees it. Source: api 9.17 {@code P/pool}. */
final class PoolViews {

    private static final UUID ID = UUID.fromString("019baaaa-0000-7000-8000-000000000081");
    private static final Instant WHEN = Instant.parse("2026-03-02T02:15:04.120Z");

    static final Stats STATS = new Stats(
            120_000,
            Map.of("available", 90_000L, "claimed", 30_000L),
            Map.of("verified", 100_000L, "guessed", 20_000L),
            List.of(new IndustryView("Marketing", 22_000)));
    static final Use USE = new Use(ID, "Northlight", 1_200, 14);
    static final Utilization UTILIZATION = new Utilization(120_000, 30_000, new BigDecimal("0.2500"), List.of(USE));
    static final PersonView PERSON = new PersonView(
            ID,
            "Priya Raman",
            "Head of Growth",
            "Harbour Lane Digital",
            "Marketing",
            "AU",
            "priya@harbourlane.example",
            EmailStatus.VERIFIED,
            PoolStatus.CLAIMED,
            "directory",
            1,
            WHEN,
            null,
            ID,
            WHEN);
    static final WithHistory WITH_HISTORY =
            new WithHistory(PERSON, List.of(new EventView(ID, PoolBook.Happened.CLAIMED, null, WHEN)));
    static final HoldView HOLD =
            new HoldView(ID, ID, "Northlight", ID, PoolClaim.ClaimedBy.ALLOCATOR, ClaimStatus.ACTIVE, WHEN);

    private PoolViews() {}

    private static <V extends Vocabulary> Map<String, Long> wires(Map<V, Long> counts) {
        Map<String, Long> words = new TreeMap<>();
        counts.forEach((word, count) -> words.put(word.wire(), count));
        return words;
    }

    /**
     * An industry of the pool.
     *
     * @param name the industry, by the name that data vendors use
     */
    public record IndustryView(String name, long people) {}

    /**
     * How large the pool is.
     *
     * @param byStatus how many people are free, held or barred, by status
     * @param byEmailStatus how many addresses are how sure, by status
     * @param industries the industries with the most people
     */
    public record Stats(
            long people, Map<String, Long> byStatus, Map<String, Long> byEmailStatus, List<IndustryView> industries) {

        static Stats of(PoolBook.Stats stats) {
            return new Stats(
                    stats.people(),
                    wires(stats.statuses()),
                    wires(stats.emails()),
                    stats.industries().stream()
                            .map(industry -> new IndustryView(industry.name(), industry.people()))
                            .toList());
        }
    }

    /**
     * What a client holds.
     *
     * @param name what the client is called
     * @param active people whom the client holds now
     * @param converted people who became customers
     */
    public record Use(UUID clientId, String name, long active, long converted) {}

    /**
     * How much of the pool is in use.
     *
     * @param held people whom some client holds, or who became its customers
     * @param share of all people of the pool, the share that is held, 0 to 1; null for an empty pool
     * @param clients each client that holds anybody
     */
    public record Utilization(
            long people, long held, @Nullable BigDecimal share, List<Use> clients) {

        static Utilization of(long people, List<PoolBook.Use> uses) {
            long held = uses.stream()
                    .mapToLong(use -> use.active() + use.converted())
                    .sum();
            return new Utilization(
                    people,
                    held,
                    people == 0
                            ? null
                            : BigDecimal.valueOf(held).divide(BigDecimal.valueOf(people), 4, RoundingMode.HALF_UP),
                    uses.stream()
                            .map(use -> new Use(use.client().value(), use.name(), use.active(), use.converted()))
                            .toList());
        }
    }

    /**
     * Somebody in the pool.
     *
     * @param name the person's name; null where unknown
     * @param title the person's position, in the words that the source gave; null where unknown
     * @param email the person's address; null where unknown
     * @param status whether anybody may take the person, somebody has, or why nobody may
     * @param source where the person's data came from; null where nobody knows
     */
    public record PersonView(
            UUID id,
            @Nullable String name,
            @Nullable String title,
            @Nullable String company,
            @Nullable String industry,
            @Nullable String country,
            @Nullable String email,
            EmailStatus emailStatus,
            PoolStatus status,
            @Nullable String source,
            int claimsInTwelveMonths,
            @Nullable Instant lastContactedAt,
            @Nullable Instant coolingUntil,
            @Nullable UUID clientId,
            Instant createdAt) {

        static PersonView of(PoolBook.Person person) {
            ClientId holder = person.holder();
            return new PersonView(
                    person.id().value(),
                    person.name(),
                    person.title(),
                    person.company(),
                    person.industry(),
                    person.country(),
                    person.email(),
                    person.emailStatus(),
                    person.status(),
                    person.source(),
                    person.claimsInTwelveMonths(),
                    person.lastContactedAt(),
                    person.coolingUntil(),
                    holder == null ? null : holder.value(),
                    person.createdAt());
        }
    }

    /**
     * A line of the history of holds.
     *
     * @param event what happened with the hold
     * @param reason why the hold ended; null for other events
     * @param at when it happened
     */
    public record EventView(
            UUID clientId,
            PoolBook.Happened event,
            @Nullable ReleaseReason reason,
            Instant at) {}

    /**
     * Somebody with the history of holds, the newest first.
     *
     * @param lead the person
     * @param history what happened with holds on the person, the newest first
     */
    public record WithHistory(PersonView lead, List<EventView> history) {

        static WithHistory of(PoolBook.WithHistory found) {
            return new WithHistory(
                    PersonView.of(found.person()),
                    found.history().stream()
                            .map(event ->
                                    new EventView(event.client().value(), event.what(), event.reason(), event.at()))
                            .toList());
        }
    }

    /**
     * A person whom a client holds.
     *
     * @param assignedBy whether the product chose the person, a colleague did, or an import or migration brought the hold
     * @param status whether the client still holds the person, or how the hold ended
     */
    public record HoldView(
            UUID leadPoolId,
            UUID clientId,
            String clientName,
            UUID leadId,
            PoolClaim.ClaimedBy assignedBy,
            ClaimStatus status,
            Instant assignedAt) {

        static HoldView of(PoolBook.Hold hold) {
            return new HoldView(
                    hold.person().value(),
                    hold.client().value(),
                    hold.clientName(),
                    hold.lead().value(),
                    hold.by(),
                    hold.status(),
                    hold.at());
        }
    }
}
