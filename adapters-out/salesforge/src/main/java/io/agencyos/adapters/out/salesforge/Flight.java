package io.agencyos.adapters.out.salesforge;

import io.agencyos.application.platform.vendor.VendorObjects.VendorObject;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A contact and the last e-mail of ours that was handed over for it. Variables belong to the contact and are read at
 * delivery, so while one e-mail is unsent no other may be written. Source: salesforge 4.1, 5.
 *
 * @param address where it goes; its identity names the record
 * @param contactId {@code lead_…}
 * @param settledAt when its fate was seen, null while it may still leave
 */
record Flight(
        ClientId clientId,
        EmailAddress address,
        String contactId,
        String sequenceId,
        String mailboxAddress,
        Instant handedOverAt,
        @Nullable Instant settledAt) {

    /** May still leave, or its fate may still have to be told. */
    static final String KIND = "flight";
    /** Told and over; kept apart because there is one for every contact ever written to. */
    static final String OVER = "contact";
    /** Unsent for longer, it must not go out any more. */
    static final Duration STUCK_AFTER = Duration.ofHours(72);

    private static final String OPEN = "enrolled";
    private static final String CLOSED = "settled";

    static Flight of(VendorObject object) {
        String[] parts = Wire.required(object.detail(), "detail").split("\\|", -1);
        return new Flight(
                object.clientId(),
                new EmailAddress(parts[0]),
                parts[1],
                parts[2],
                parts[3],
                Instant.parse(parts[4]),
                parts[5].isEmpty() ? null : Instant.parse(parts[5]));
    }

    VendorObject object(String kind) {
        String settled = settledAt == null ? "" : settledAt.toString();
        String detail = String.join(
                "|", address.value(), contactId, sequenceId, mailboxAddress, handedOverAt.toString(), settled);
        return new VendorObject(
                clientId, Failures.VENDOR, kind, address.key().value(), null, open() ? OPEN : CLOSED, detail);
    }

    boolean open() {
        return settledAt == null;
    }

    boolean stuck(Instant now) {
        return open() && !now.isBefore(handedOverAt.plus(STUCK_AFTER));
    }

    Flight settled(Instant at) {
        return new Flight(clientId, address, contactId, sequenceId, mailboxAddress, handedOverAt, at);
    }

    /** What the port calls the vendor's reference: unique per client. */
    String ref() {
        return ref(sequenceId, contactId);
    }

    static String ref(String sequenceId, String contactId) {
        return sequenceId + "/" + contactId;
    }
}
