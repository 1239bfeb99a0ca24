package io.agencyos.application.platform;

import java.time.Duration;
import java.time.Instant;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/**
 * Token buckets that several processes draw from, each kept as the one instant at which it will be full again. Needs an open
 * platform unit of work. Source: api 5.
 */
@SecondaryPort
public interface SharedBuckets {

    /**
     * A bucket.
     *
     * @param limit its name in the answer
     * @param owner the person, program, client or address
     * @param interval one permit grows in this time
     * @param burst how many it holds
     */
    record Bucket(String limit, String owner, Duration interval, int burst) {}

    /**
     * What was taken.
     *
     * @param permits as many as wished or as there were; none where it is empty
     * @param fullAt when the bucket is full again
     */
    record Taken(int permits, Instant fullAt) {}

    /** Takes what is wished or what is there; of two who take at once the second sees what the first has left. */
    Taken take(Bucket bucket, int wished, Instant now);

    /** Forgets buckets that were full before; they are as good as new ones. */
    int forget(Instant fullBefore);
}
