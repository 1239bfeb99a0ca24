package io.agencyos.adapters.out.dncr;

import io.agencyos.application.platform.VendorObjects;
import io.agencyos.application.platform.VendorObjects.Name;
import io.agencyos.application.platform.VendorObjects.VendorObject;
import io.agencyos.domain.outreach.DoNotCallStanding;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.PhoneNumber;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is remembered of a client's numbers: the last wash, what is wanted, which wash is out, what is invalid until when. */
final class WashBook {

    static final String VENDOR = "dncr";

    private static final String CLEAN = "clean";
    private static final String LISTED = "listed";
    private static final String UNKNOWN = "unknown";

    /** What is known of one number. */
    record Entry(
            PhoneNumber number,
            DoNotCallStanding standing,
            Optional<String> outInWash,
            Optional<LocalDate> invalidUntil) {

        static Entry unknown(PhoneNumber number) {
            return new Entry(number, new DoNotCallStanding.Unknown(), Optional.empty(), Optional.empty());
        }

        Entry out(String washId) {
            return new Entry(number, standing, Optional.of(washId), invalidUntil);
        }

        /** Back from its wash, whatever that said. */
        Entry back(DoNotCallStanding now, Optional<LocalDate> invalid) {
            return new Entry(number, now, Optional.empty(), invalid);
        }
    }

    private static final String NUMBER = "number";
    private static final String WASH = "wash";

    private final VendorObjects objects;

    WashBook(VendorObjects objects) {
        this.objects = objects;
    }

    <T> T alone(ClientId client, Supplier<T> work) {
        return objects.exclusively(VENDOR + " " + client.text(), work);
    }

    Map<PhoneNumber, Entry> find(ClientId client, Collection<PhoneNumber> numbers) {
        List<Name> names =
                numbers.stream().map(number -> new Name(NUMBER, number.e164())).toList();
        Map<PhoneNumber, Entry> found = new HashMap<>();
        objects.find(client, VENDOR, names).forEach(object -> {
            Entry entry = entry(object);
            found.put(entry.number(), entry);
        });
        return found;
    }

    List<Entry> all(ClientId client) {
        return objects.list(client, VENDOR, NUMBER).stream()
                .map(WashBook::entry)
                .toList();
    }

    void put(ClientId client, Collection<Entry> entries) {
        objects.change(
                client,
                VENDOR,
                entries.stream().map(entry -> object(client, entry)).toList(),
                List.of());
    }

    /** The state of a wash, {@code out} or {@code taken}. */
    Optional<String> wash(ClientId client, String washId) {
        return objects.find(client, VENDOR, WASH, washId).map(VendorObject::state);
    }

    void putWash(ClientId client, String washId, String state) {
        objects.put(new VendorObject(client, VENDOR, WASH, washId, null, state, null));
    }

    private static VendorObject object(ClientId client, Entry entry) {
        String state = switch (entry.standing()) {
            case DoNotCallStanding.Unknown unknown -> UNKNOWN;
            case DoNotCallStanding.Clean clean -> CLEAN;
            case DoNotCallStanding.Listed listed -> LISTED;
        };
        String washed = switch (entry.standing()) {
            case DoNotCallStanding.Unknown unknown -> "";
            case DoNotCallStanding.Clean(LocalDate on, String id) -> on + " " + id;
            case DoNotCallStanding.Listed(LocalDate on, String id) -> on + " " + id;
        };
        String detail = washed + ";" + entry.outInWash().orElse("") + ";"
                + entry.invalidUntil().map(LocalDate::toString).orElse("");
        return new VendorObject(client, VENDOR, NUMBER, entry.number().e164(), null, state, detail);
    }

    private static Entry entry(VendorObject object) {
        @Nullable String detail = object.detail();
        String[] parts = (detail == null ? ";;" : detail).split(";", -1);
        return new Entry(
                new PhoneNumber(object.name()),
                standing(object.state(), parts[0]),
                Optional.of(parts[1]).filter(text -> !text.isEmpty()),
                Optional.of(parts[2]).filter(text -> !text.isEmpty()).map(LocalDate::parse));
    }

    private static DoNotCallStanding standing(String state, String washed) {
        if (state.equals(UNKNOWN)) {
            return new DoNotCallStanding.Unknown();
        }
        String[] parts = washed.split(" ", 2);
        LocalDate on = LocalDate.parse(parts[0]);
        return state.equals(CLEAN)
                ? new DoNotCallStanding.Clean(on, parts[1])
                : new DoNotCallStanding.Listed(on, parts[1]);
    }
}
