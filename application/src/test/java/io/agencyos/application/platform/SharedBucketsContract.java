package io.agencyos.application.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.platform.SharedBuckets.Bucket;
import io.agencyos.application.platform.SharedBuckets.Taken;
import io.agencyos.application.shared.UnitOfWork;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Buckets that processes share. Source: api 5. */
public abstract class SharedBucketsContract {

    private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");
    private static final Duration INTERVAL = Duration.ofMillis(200);

    protected abstract SharedBuckets buckets();

    protected abstract UnitOfWork units();

    private static Bucket bucket() {
        return new Bucket("user", UUID.randomUUID().toString(), INTERVAL, 60);
    }

    private Taken take(Bucket bucket, int wished, Instant at) {
        return units().onPlatform(() -> buckets().take(bucket, wished, at));
    }

    @Test // api 5: 300/min, burst 60
    void a_rested_bucket_gives_its_burst_and_then_what_has_grown() {
        Bucket bucket = bucket();

        assertThat(take(bucket, 50, NOW)).isEqualTo(new Taken(50, NOW.plus(INTERVAL.multipliedBy(50))));
        assertThat(take(bucket, 50, NOW).permits()).isEqualTo(10);
        assertThat(take(bucket, 1, NOW)).isEqualTo(new Taken(0, NOW.plus(INTERVAL.multipliedBy(60))));
        assertThat(take(bucket, 5, NOW.plusMillis(399)).permits()).isEqualTo(1);
        assertThat(take(bucket, 5, NOW.plusMillis(400)).permits()).isEqualTo(1);
        assertThat(take(bucket, 99, NOW.plusSeconds(3600)).permits()).isEqualTo(60);
    }

    @Test // api 5: shared when clustered
    void those_who_take_at_once_never_take_more_than_there_is() {
        Bucket bucket = bucket();

        List<CompletableFuture<Integer>> takers = IntStream.range(0, 16)
                .mapToObj(n ->
                        CompletableFuture.supplyAsync(() -> take(bucket, 7, NOW).permits()))
                .toList();

        assertThat(takers.stream().mapToInt(CompletableFuture::join).sum()).isEqualTo(60);
    }

    @Test
    void who_has_rested_is_forgotten_and_whole_again() {
        Bucket bucket = bucket();
        take(bucket, 60, NOW);

        assertThat(units().onPlatform(() -> buckets().forget(NOW.plusSeconds(12))))
                .isZero();
        assertThat(units().onPlatform(() -> buckets().forget(NOW.plusSeconds(13))))
                .isPositive();
        assertThat(take(bucket, 60, NOW).permits()).isEqualTo(60);
    }
}
