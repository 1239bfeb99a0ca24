package io.agencyos.application.platform.webhook;

import org.jmolecules.architecture.hexagonal.PrimaryPort;

/** The recurring work: events from the outbox to deliveries, deliveries to their receivers. Source: api 11.3. */
@PrimaryPort
public interface DeliverWebhooks {

    /**
     * One round.
     *
     * @param events how many events were looked at
     * @param attempts how many requests were sent
     */
    record Round(int events, int attempts) {

        /** Whether there may be more to do at once. */
        public boolean full(int batch) {
            return events >= batch || attempts >= batch;
        }
    }

    Round run(int batch);
}
