package io.agencyos.adapters.out.memory.client;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.client.billing.FoundingSpots;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Founding spots and completed checkouts; units of work in memory run one after the other, which is lock enough. */
public final class MemoryFoundingSpots implements FoundingSpots {

    private static final int SPOTS = 20;

    private record Spot(
            int number,
            @Nullable ClientId client,
            @Nullable String heldBy,
            @Nullable Instant heldUntil) {

        boolean isHeld(Instant now) {
            return client == null && heldUntil != null && heldUntil.isAfter(now);
        }

        boolean isFree(Instant now) {
            return client == null && !isHeld(now);
        }
    }

    private final MemoryTable<Integer, Spot> spots;
    private final MemoryTable<String, Completed> checkouts;

    public MemoryFoundingSpots(MemoryUnitOfWork units) {
        spots = MemoryTable.ofPlatform("founding_spot", units, Spot::number);
        checkouts = MemoryTable.ofPlatform("checkout", units, Completed::checkout);
        units.onPlatform(() -> IntStream.rangeClosed(1, SPOTS)
                .mapToObj(number -> new Spot(number, null, null, null))
                .forEach(spots::insert));
    }

    @Override
    public Stand stand(Instant now) {
        int taken = (int) spots.rows().filter(spot -> spot.client() != null).count();
        int held = (int) spots.rows().filter(spot -> spot.isHeld(now)).count();
        return new Stand(SPOTS, taken, held);
    }

    @Override
    public void lock() {
        spots.find(1);
    }

    @Override
    public boolean hold(String checkout, Instant now, Instant until) {
        Optional<Spot> spot = own(checkout, now);
        spot.ifPresent(kept -> spots.put(new Spot(kept.number(), null, checkout, until)));
        return spot.isPresent();
    }

    @Override
    public Optional<Integer> take(String checkout, ClientId client, Instant now) {
        Optional<Spot> spot = own(checkout, now);
        spot.ifPresent(taken -> spots.put(new Spot(taken.number(), client, null, null)));
        return spot.map(Spot::number);
    }

    private Optional<Spot> own(String checkout, Instant now) {
        return first(spot -> spot.client() == null && checkout.equals(spot.heldBy()))
                .or(() -> first(spot -> spot.isFree(now)));
    }

    private Optional<Spot> first(Predicate<Spot> wanted) {
        return spots.rows().filter(wanted).min(Comparator.comparingInt(Spot::number));
    }

    @Override
    public Optional<Integer> spotOf(ClientId client) {
        return first(spot -> client.equals(spot.client())).map(Spot::number);
    }

    @Override
    public Optional<Completed> completed(String checkout) {
        return checkouts.find(checkout);
    }

    @Override
    public void complete(Completed checkout) {
        checkouts.insert(checkout);
    }
}
