package io.agencyos.application.platform;

import io.agencyos.application.platform.SharedBuckets.Bucket;
import io.agencyos.application.platform.SharedBuckets.Taken;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.UnitOfWork;
import java.time.Duration;

/** Draws from the buckets that all processes of an installation share. */
public final class ShareBuckets {

    private static final Duration KEPT = Duration.ofHours(1);

    private final SharedBuckets buckets;
    private final UnitOfWork units;
    private final ClockPort clock;

    public ShareBuckets(SharedBuckets buckets, UnitOfWork units, ClockPort clock) {
        this.buckets = buckets;
        this.units = units;
        this.clock = clock;
    }

    public Taken take(Bucket bucket, int wished) {
        return units.onPlatform(() -> buckets.take(bucket, wished, clock.now()));
    }

    /** Forgets the buckets of those who have rested. */
    public int forget() {
        return units.onPlatform(() -> buckets.forget(clock.now().minus(KEPT)));
    }
}
