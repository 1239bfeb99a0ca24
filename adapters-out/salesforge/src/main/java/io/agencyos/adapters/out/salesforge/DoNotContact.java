package io.agencyos.adapters.out.salesforge;

import io.agencyos.application.platform.vendor.VendorObjects;
import io.agencyos.application.platform.vendor.VendorObjects.Name;
import io.agencyos.application.platform.vendor.VendorObjects.VendorObject;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The vendor's list of whom not to write to, and what of it is ours. What we put there is remembered before the call,
 * so that the vendor's report of it is never taken for a person's opt-out. Source: salesforge 4.3, 8.
 */
final class DoNotContact {

    private static final String KIND = "suppressed";
    private static final int MOST_PER_CALL = 1_000;
    private static final Duration OWN_ECHO = Duration.ofHours(1);

    private final VendorObjects objects;
    private final ClockPort clock;

    DoNotContact(VendorObjects objects, ClockPort clock) {
        this.objects = objects;
        this.clock = clock;
    }

    Result<Boolean, VendorFailure> suppress(
            Connection connection, ClientId client, Collection<EmailAddress> addresses) {
        String now = clock.now().toString();
        objects.change(
                client,
                Failures.VENDOR,
                keys(addresses)
                        .map(key -> new VendorObject(client, Failures.VENDOR, KIND, key, null, "listed", now))
                        .toList(),
                List.of());
        return add(connection, addresses);
    }

    Result<Boolean, VendorFailure> unsuppress(
            Connection connection, ClientId client, Collection<EmailAddress> addresses) {
        return remove(connection, addresses).map(ok -> {
            objects.change(
                    client,
                    Failures.VENDOR,
                    List.of(),
                    keys(addresses).map(key -> new Name(KIND, key)).toList());
            return true;
        });
    }

    private static Stream<String> keys(Collection<EmailAddress> addresses) {
        return addresses.stream().map(address -> address.key().value()).distinct();
    }

    /** Adds without remembering. Repeating is harmless, and so is what is there already. */
    Result<Boolean, VendorFailure> add(Connection connection, Collection<EmailAddress> addresses) {
        return inParts(addresses, part -> {
            Result<Wire.Created, VendorFailure> added = connection
                    .calls()
                    .idempotent("forbid", () -> connection.api().forbid(connection.workspace(), part));
            return added instanceof Result.Err<Wire.Created, VendorFailure>(VendorFailure.Conflict there)
                    ? Result.ok(true)
                    : added.map(created -> true);
        });
    }

    Result<Boolean, VendorFailure> remove(Connection connection, Collection<EmailAddress> addresses) {
        return inParts(addresses, part -> {
            Result<Boolean, VendorFailure> removed = connection
                    .calls()
                    .idempotent("allow", () -> connection.api().allow(connection.workspace(), part));
            return removed instanceof Result.Err<Boolean, VendorFailure>(VendorFailure.NotFound gone)
                    ? Result.ok(true)
                    : removed;
        });
    }

    private interface Part {
        Result<Boolean, VendorFailure> send(Wire.Dncs values);
    }

    private static Result<Boolean, VendorFailure> inParts(Collection<EmailAddress> addresses, Part part) {
        List<String> values = new ArrayList<>(
                addresses.stream().map(EmailAddress::value).distinct().toList());
        for (int from = 0; from < values.size(); from += MOST_PER_CALL) {
            List<String> some = values.subList(from, Math.min(values.size(), from + MOST_PER_CALL));
            Result<Boolean, VendorFailure> sent = part.send(new Wire.Dncs(List.copyOf(some)));
            if (!sent.isOk()) {
                return sent;
            }
        }
        return Result.ok(true);
    }

    /** Those of the addresses that are on the list because we put them there, for good or for a moment. */
    Set<String> ours(ClientId client, Collection<EmailAddress> addresses) {
        List<Name> names = keys(addresses)
                .flatMap(key -> Stream.of(new Name(KIND, key), new Name(Recalls.KIND, key)))
                .toList();
        return objects.find(client, Failures.VENDOR, names).stream()
                .filter(object -> object.kind().equals(KIND) || Recalls.isOpen(object))
                .map(VendorObject::name)
                .collect(Collectors.toSet());
    }

    /** Whether the address is on the list for good because we put it there. */
    boolean lasting(ClientId client, EmailAddress address) {
        return objects.find(client, Failures.VENDOR, KIND, address.key().value())
                .isPresent();
    }

    /** Whether we put it there within the last hour before {@code at}. */
    boolean echo(ClientId client, EmailAddress address, Instant at) {
        return objects.find(client, Failures.VENDOR, KIND, address.key().value())
                .map(object -> Instant.parse(Wire.required(object.detail(), "detail")))
                .filter(ours -> recently(ours, at))
                .isPresent();
    }

    static boolean recently(Instant ours, Instant at) {
        return Duration.between(ours, at).abs().compareTo(OWN_ECHO) <= 0;
    }
}
