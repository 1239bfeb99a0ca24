package io.agencyos.adapters.out.unipile;

import io.agencyos.application.platform.vendor.VendorObjects;
import io.agencyos.application.platform.vendor.VendorObjects.VendorObject;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.domain.shared.TouchKind;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What LinkedIn told us to leave alone for a while, remembered so that nobody asks before: the seat's invitations, the
 * whole seat, or one person. Source: unipile 6.
 */
final class Pauses {

    /** {@code pause} and {@code invitations} are a seat's, {@code barred} is a person's. */
    private static final String WHOLE_SEAT = "pause";

    private static final String INVITATIONS = "invitations";
    private static final String PERSON = "barred";

    private static final Duration FIRST = Duration.ofHours(24);
    private static final Duration AGAIN = Duration.ofDays(7);
    private static final Duration BARRED = Duration.ofDays(21);
    /** Until a person of the agency acts. */
    private static final Duration FULL = Duration.ofDays(3_650);

    private final VendorObjects objects;
    private final ClockPort clock;

    Pauses(VendorObjects objects, ClockPort clock) {
        this.objects = objects;
        this.clock = clock;
    }

    /** Why this act must not be tried now. */
    Optional<VendorFailure> pause(ClientId client, TouchKind kind, String seat, Optional<String> person) {
        Optional<Instant> until = until(client, WHOLE_SEAT, seat);
        if (until.isEmpty() && kind == TouchKind.LI_INVITE) {
            until = until(client, INVITATIONS, seat)
                    .or(() -> person.flatMap(who -> until(client, PERSON, seat + " " + who)));
        }
        return until.map(end -> new VendorFailure.RateLimited(
                Failures.details("send", "LinkedIn asked for a pause").withVendorCode("PAUSED"),
                Duration.between(clock.now(), end)));
    }

    private Optional<Instant> until(ClientId client, String kind, String name) {
        return objects.find(client, Failures.VENDOR, kind, name)
                .map(object -> Instant.parse(object.state()))
                .filter(clock.now()::isBefore);
    }

    /** Remembers what a refusal asks for. */
    void heed(ClientId client, TouchKind kind, String seat, String person, VendorFailure failure) {
        if (!(failure instanceof VendorFailure.RateLimited(var details, Duration wait))) {
            return;
        }
        if (Failures.is(failure, Failures.CANNOT_RESEND_YET)) {
            begin(client, PERSON, seat + " " + person, BARRED);
            begin(client, INVITATIONS, seat, pausedWithin(client, seat, AGAIN) ? AGAIN : FIRST);
        } else if (Failures.is(failure, Failures.SEAT_FULL)) {
            begin(client, INVITATIONS, seat, FULL);
        } else if (Failures.is(failure, Failures.LIMIT) || Failures.is(failure, "limit_too_high")) {
            begin(client, WHOLE_SEAT, seat, FIRST);
        } else if (details.status().isPresent()) {
            begin(client, WHOLE_SEAT, seat, wait);
        }
    }

    private boolean pausedWithin(ClientId client, String seat, Duration time) {
        return objects.find(client, Failures.VENDOR, INVITATIONS, seat)
                .map(VendorObject::detail)
                .map(Instant::parse)
                .filter(begun -> begun.plus(time).isAfter(clock.now()))
                .isPresent();
    }

    private void begin(ClientId client, String kind, String name, Duration length) {
        Instant now = clock.now();
        objects.put(new VendorObject(
                client, Failures.VENDOR, kind, name, null, now.plus(length).toString(), now.toString()));
    }
}
