package io.agencyos.adapters.out.smtpimap;

import io.agencyos.application.platform.vendor.VendorObjects;
import io.agencyos.application.platform.vendor.VendorObjects.VendorObject;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.ClientId;
import java.util.Collection;

/** Whom this sender must not write to. A mail server keeps no such list, so it is kept here. Source: vendor catalogue 4. */
final class Suppressed {

    private static final String KIND = "suppressed";

    private final VendorObjects objects;

    Suppressed(VendorObjects objects) {
        this.objects = objects;
    }

    void add(ClientId client, Collection<EmailAddress> addresses) {
        addresses.forEach(address -> objects.put(
                new VendorObject(client, Failures.VENDOR, KIND, address.key().value(), null, "listed", null)));
    }

    void remove(ClientId client, Collection<EmailAddress> addresses) {
        addresses.forEach(address ->
                objects.remove(client, Failures.VENDOR, KIND, address.key().value()));
    }

    boolean holds(ClientId client, EmailAddress address) {
        return objects.find(client, Failures.VENDOR, KIND, address.key().value())
                .isPresent();
    }
}
