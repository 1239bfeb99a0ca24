package io.agencyos.domain.platform.flow;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How long to wait before each retry; as many retries as there are entries. Source: flows 1.5. */
public record BackOff(List<Duration> waits) {

    /** Most that chance moves a wait by, in thousandths. */
    public static final int JITTER = 200;

    /** Of a run as a whole. */
    public static final BackOff RUN = seconds(60, 300, 900);

    public BackOff {
        waits = List.copyOf(waits);
    }

    public static BackOff seconds(long... waits) {
        return new BackOff(Arrays.stream(waits).mapToObj(Duration::ofSeconds).toList());
    }

    /**
     * The wait before the next retry; empty when all are used up.
     *
     * @param retried retries made so far
     * @param jitter thousandths to move it by, -200 to 200
     * @param askedFor what the other side asked for; it wins when it is longer
     */
    public Optional<Duration> next(int retried, int jitter, Duration askedFor) {
        if (Math.abs(jitter) > JITTER) {
            throw new IllegalArgumentException("jitter is at most 20 %");
        }
        if (retried >= waits.size()) {
            return Optional.empty();
        }
        Duration wait = waits.get(retried).multipliedBy(1000 + jitter).dividedBy(1000);
        return Optional.of(askedFor.compareTo(wait) > 0 ? askedFor : wait);
    }
}
