package io.agencyos.adapters.out.clicksend;

import io.agencyos.adapters.out.vendorhttp.Fields;
import io.agencyos.application.platform.vendor.VendorObjects;
import io.agencyos.application.platform.vendor.VendorObjects.Name;
import io.agencyos.application.platform.vendor.VendorObjects.VendorObject;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.contact.Country;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.contact.PhoneNumbers;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The dedicated numbers of a tenant: the only ones it sends from, and the only ones at which it is written to. Asked of
 * the vendor now and then, and remembered for those who must not call it. Source: clicksend 5.2, 6.
 */
final class OwnNumbers {

    private static final Duration FRESH = Duration.ofMinutes(10);
    private static final String KIND = "number";

    private record Known(Set<PhoneNumber> numbers, Instant at) {}

    private final VendorObjects objects;
    private final ClockPort clock;
    private final Map<ClientId, Known> known = new ConcurrentHashMap<>();

    OwnNumbers(VendorObjects objects, ClockPort clock) {
        this.objects = objects;
        this.clock = clock;
    }

    Result<Set<PhoneNumber>, VendorFailure> of(Connection connection) {
        ClientId client = connection.account().clientId();
        Known last = known.get(client);
        Instant now = clock.now();
        if (last != null && now.isBefore(last.at().plus(FRESH))) {
            return Result.ok(last.numbers());
        }
        return ofNow(connection);
    }

    /** The next who asks is told what the vendor says then. */
    void forget(Connection connection) {
        known.remove(connection.account().clientId());
    }

    /** What the vendor says at this moment. */
    Result<Set<PhoneNumber>, VendorFailure> ofNow(Connection connection) {
        ClientId client = connection.account().clientId();
        Instant now = clock.now();
        return connection.all("numbers", page -> connection.api().numbers(page)).map(items -> {
            Set<PhoneNumber> numbers = items.stream()
                    .flatMap(item -> Fields.text(item, "dedicated_number").stream())
                    .flatMap(text -> PhoneNumbers.parse(text, Country.AUSTRALIA).toOptional().stream())
                    .collect(Collectors.toUnmodifiableSet());
            remember(client, numbers);
            known.put(client, new Known(numbers, now));
            return numbers;
        });
    }

    private void remember(ClientId client, Set<PhoneNumber> numbers) {
        Set<PhoneNumber> before = remembered(client);
        List<VendorObject> fresh = numbers.stream()
                .filter(number -> !before.contains(number))
                .map(number ->
                        new VendorObject(client, Failures.VENDOR, KIND, number.e164(), number.e164(), "owned", null))
                .toList();
        List<Name> gone = before.stream()
                .filter(number -> !numbers.contains(number))
                .map(number -> new Name(KIND, number.e164()))
                .toList();
        if (!fresh.isEmpty() || !gone.isEmpty()) {
            objects.change(client, Failures.VENDOR, fresh, gone);
        }
    }

    /** Those that were there when the vendor was last asked; empty before that. Calls nobody. */
    Set<PhoneNumber> remembered(ClientId client) {
        return objects.list(client, Failures.VENDOR, KIND).stream()
                .map(object -> new PhoneNumber(object.name()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
