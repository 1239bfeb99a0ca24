package io.agencyos.domain.outreach;

import java.time.Instant;

/** What a network says became of a text that was accepted. Source: outreach 9.5. */
public sealed interface DeliveryReport {

    Instant at();

    /** It is still on its way; {@code detail} is one word of ours, such as {@code queued}. */
    record OnItsWay(Instant at, String detail) implements DeliveryReport {}

    /** It reached the handset. */
    record Delivered(Instant at) implements DeliveryReport {}

    /** It will not arrive, and is never sent again. */
    record Undelivered(Instant at, NonDelivery reason) implements DeliveryReport {}
}
