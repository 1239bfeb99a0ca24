package io.agencyos.adapters.out.salesforge;

import io.agencyos.application.conversation.inbox.MailEvent;
import io.agencyos.application.platform.vendor.VendorObjects.VendorObject;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A contact whose standing at the vendor says that it opted out. Source: salesforge 4.5.
 *
 * @param toldAt when a page last told it, null before
 * @param known whether the caller has shown that it stored that page
 */
record OptOutSeen(
        ClientId clientId,
        EmailAddress address,
        Instant foundAt,
        @Nullable Instant toldAt,
        boolean known) {

    static final String KIND = "unsubscribed";
    private static final String FOUND = "found";
    private static final String KNOWN = "known";

    static OptOutSeen found(ClientId client, EmailAddress address, Instant at) {
        return new OptOutSeen(client, address, at, null, false);
    }

    static OptOutSeen of(VendorObject object) {
        String[] parts = Wire.required(object.detail(), "detail").split("\\|", -1);
        return new OptOutSeen(
                object.clientId(),
                new EmailAddress(parts[0]),
                Instant.parse(parts[1]),
                parts[2].isEmpty() ? null : Instant.parse(parts[2]),
                object.state().equals(KNOWN));
    }

    VendorObject object() {
        String told = toldAt == null ? "" : toldAt.toString();
        String detail = String.join("|", address.value(), foundAt.toString(), told);
        return new VendorObject(clientId, Failures.VENDOR, KIND, name(), null, known ? KNOWN : FOUND, detail);
    }

    String name() {
        return address.key().value();
    }

    boolean storedBy(Instant storedUntil) {
        return toldAt != null && !toldAt.isAfter(storedUntil);
    }

    OptOutSeen told(Instant at) {
        return new OptOutSeen(clientId, address, foundAt, at, false);
    }

    OptOutSeen nowKnown() {
        return new OptOutSeen(clientId, address, foundAt, toldAt, true);
    }

    /** The vendor does not say when, so it counts from when it was seen. */
    MailEvent event() {
        return new MailEvent.OptedOut(
                KIND + "/" + name(), foundAt, new MailEvent.About(null, null, null, null, address));
    }
}
