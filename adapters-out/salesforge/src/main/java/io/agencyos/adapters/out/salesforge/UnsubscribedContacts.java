package io.agencyos.adapters.out.salesforge;

import io.agencyos.application.conversation.inbox.MailEvent;
import io.agencyos.application.platform.vendor.VendorObjects;
import io.agencyos.application.platform.vendor.VendorObjects.Name;
import io.agencyos.application.platform.vendor.VendorObjects.VendorObject;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Who opted out at the vendor though no webhook said so: it is never repeated, and the contact's standing is all that
 * is left of it. Whoever is found is told as an opt-out until the caller has stored that, and gets no e-mail before.
 * Source: salesforge 4.5, 8; outreach 15.
 */
final class UnsubscribedContacts {

    private final VendorObjects objects;
    private final ClockPort clock;

    UnsubscribedContacts(VendorObjects objects, ClockPort clock) {
        this.objects = objects;
        this.clock = clock;
    }

    /** Remembers those of the contacts who opted out; who is remembered already stays as it is. */
    void note(ClientId client, Collection<Wire.Contact> contacts) {
        Map<String, EmailAddress> gone = contacts.stream()
                .filter(Wire.Contact::unsubscribed)
                .flatMap(contact -> ThreadReader.address(contact.email()).stream())
                .collect(Collectors.toMap(address -> address.key().value(), Function.identity(), (one, same) -> one));
        if (gone.isEmpty()) {
            return;
        }
        List<Name> names = gone.keySet().stream()
                .map(name -> new Name(OptOutSeen.KIND, name))
                .toList();
        objects.find(client, Failures.VENDOR, names).forEach(known -> gone.remove(known.name()));
        keep(
                client,
                gone.values().stream()
                        .map(address -> OptOutSeen.found(client, address, clock.now()))
                        .toList());
    }

    /**
     * The opt-outs that the caller may not have stored yet.
     *
     * @param storedUntil what an earlier page told up to then is stored
     */
    List<MailEvent> facts(ClientId client, Instant storedUntil) {
        List<OptOutSeen> changed = new ArrayList<>();
        List<MailEvent> events = new ArrayList<>();
        objects.list(client, Failures.VENDOR, OptOutSeen.KIND).stream()
                .map(OptOutSeen::of)
                .filter(seen -> !seen.known())
                .forEach(seen -> {
                    if (seen.storedBy(storedUntil)) {
                        changed.add(seen.nowKnown());
                    } else {
                        changed.add(seen.told(clock.now()));
                        events.add(seen.event());
                    }
                });
        keep(client, changed);
        return events;
    }

    /** Whether the caller may not know yet that this contact opted out; remembers it, so that the next page tells. */
    boolean unheard(ClientId client, Wire.Contact contact, EmailAddress address) {
        if (!contact.unsubscribed()) {
            return false;
        }
        Optional<OptOutSeen> seen = objects.find(
                        client, Failures.VENDOR, OptOutSeen.KIND, address.key().value())
                .map(OptOutSeen::of);
        if (seen.isEmpty()) {
            objects.put(OptOutSeen.found(client, address, clock.now()).object());
        }
        return !seen.map(OptOutSeen::known).orElse(false);
    }

    private void keep(ClientId client, List<OptOutSeen> seen) {
        if (!seen.isEmpty()) {
            List<VendorObject> changed = seen.stream().map(OptOutSeen::object).toList();
            objects.change(client, Failures.VENDOR, changed, List.of());
        }
    }
}
