package io.agencyos.adapters.out.unipile;

import io.agencyos.adapters.out.vendorhttp.Fields;
import io.agencyos.application.outreach.channel.LinkedInOutreach.Invitation;
import io.agencyos.application.outreach.channel.LinkedInOutreach.Relation;
import io.agencyos.application.outreach.channel.LookupOutcome;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.contact.LinkedInUrl;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Invitations that wait and connections that came of them. Source: unipile 4.4, 8. */
final class Invitations {

    private static final int MOST_PAGES = 50;
    private static final int LOOKUP_PAGES = 3;

    private Invitations() {}

    static Result<List<Invitation>, VendorFailure> pending(Connection connection, String seat) {
        return connection
                .all("invitations", MOST_PAGES, cursor -> connection.speech().invitations(seat, cursor))
                .map(items -> items.stream()
                        .flatMap(item -> invitation(item).stream())
                        .toList());
    }

    private static Optional<Invitation> invitation(JsonNode item) {
        return Fields.text(item, "id")
                .flatMap(id -> Fields.text(item, "invited_user_id")
                        .map(person -> new Invitation(
                                id,
                                person,
                                Fields.instant(item, "parsed_datetime").orElse(null))));
    }

    /** Waiting there, or taken already; neither proves that it is absent only if everything was read. */
    static LookupOutcome lookup(Connection connection, People people, String seat, String person, LinkedInUrl profile) {
        Result<Connection.Walk, VendorFailure> walk = connection.until(
                "invitations",
                LOOKUP_PAGES,
                cursor -> connection.speech().invitations(seat, cursor),
                item -> isFor(item, person));
        return walk.fold(
                read -> read.items().stream()
                        .filter(item -> isFor(item, person))
                        .findFirst()
                        .flatMap(Invitations::invitation)
                        .<LookupOutcome>map(found -> new LookupOutcome.Found(found.ref(), found.sentAt()))
                        .orElseGet(() -> byProfile(connection, people, seat, profile, read.ended())),
                failure -> new LookupOutcome.Inconclusive(failure.kind()));
    }

    private static boolean isFor(JsonNode item, String person) {
        return Fields.text(item, "invited_user_id").filter(person::equals).isPresent();
    }

    private static LookupOutcome byProfile(
            Connection connection, People people, String seat, LinkedInUrl profile, boolean allRead) {
        return people.look(connection, seat, profile, false)
                .fold(
                        person -> person.connected() || person.invited()
                                ? new LookupOutcome.Found("person/" + person.personRef(), null)
                                : allRead
                                        ? new LookupOutcome.Absent()
                                        : new LookupOutcome.Inconclusive("more invitations than are read"),
                        failure -> new LookupOutcome.Inconclusive(failure.kind()));
    }

    static Result<Boolean, VendorFailure> withdrawn(Connection connection, String seat, String invitation) {
        Result<Boolean, VendorFailure> gone = connection
                .calls()
                .idempotent("withdraw", () -> connection.speech().withdraw(seat, invitation));
        return gone.fold(
                done -> Result.ok(true),
                failure -> failure instanceof VendorFailure.NotFound ? Result.ok(true) : Result.err(failure));
    }

    /** Newest first, so that reading stops at the first that is older. */
    static Result<List<Relation>, VendorFailure> relations(Connection connection, String seat, Instant since) {
        return connection
                .until(
                        "relations",
                        MOST_PAGES,
                        cursor -> connection.speech().relations(seat, cursor),
                        item -> created(item).filter(at -> at.isBefore(since)).isPresent())
                .map(walk -> {
                    Map<String, Relation> once = new LinkedHashMap<>();
                    for (JsonNode item : walk.items()) {
                        Optional<String> person = Fields.text(item, "member_id");
                        Optional<Instant> at = created(item).filter(made -> !made.isBefore(since));
                        if (person.isPresent() && at.isPresent()) {
                            once.putIfAbsent(
                                    person.get(),
                                    new Relation(
                                            person.get(),
                                            Fields.text(item, "public_identifier")
                                                    .orElse(null),
                                            at.get()));
                        }
                    }
                    return List.copyOf(once.values());
                });
    }

    private static Optional<Instant> created(JsonNode item) {
        return Fields.instant(item, "created_at");
    }
}
