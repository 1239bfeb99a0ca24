package io.agencyos.adapters.out.unipile;

import io.agencyos.adapters.out.vendorhttp.Fields;
import io.agencyos.application.lead.source.LinkedInProfileSource.PersonPage;
import io.agencyos.application.outreach.channel.LinkedInOutreach.Profile;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.contact.LinkedInUrl;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/** Profiles as the vendor shows them to a seat; an invitation relies on one that is a day old at most. Source: unipile 4.3, 8. */
final class People {

    private static final Duration FRESH = Duration.ofHours(24);
    /** More than all seats look at in a day. */
    private static final int MOST_SEEN = 10_000;

    private record Seen(Profile profile, PersonPage page, Instant at) {}

    private record Who(String seat, LinkedInUrl url) {}

    private record Page(Optional<String> slug, Instant at) {}

    private final ClockPort clock;
    private final Map<Who, Seen> seen = new ConcurrentHashMap<>();
    private final Map<String, Page> pages = new ConcurrentHashMap<>();

    People(ClockPort clock) {
        this.clock = clock;
    }

    Result<Profile, VendorFailure> resolve(Connection connection, String seat, LinkedInUrl url) {
        Seen last = seen.get(new Who(seat, url));
        return last != null && clock.now().isBefore(last.at().plus(FRESH))
                ? Result.ok(last.profile())
                : look(connection, seat, url, false);
    }

    /** What the same look shows of the person. */
    Result<PersonPage, VendorFailure> page(Connection connection, String seat, LinkedInUrl url) {
        return resolve(connection, seat, url)
                .map(profile -> Optional.ofNullable(seen.get(new Who(seat, url)))
                        .map(Seen::page)
                        .orElseGet(() -> new PersonPage(profile.personRef(), Optional.empty())));
    }

    /** Whatever was seen before is old now. */
    void forget(String seat, LinkedInUrl url) {
        seen.remove(new Who(seat, url));
    }

    /** @param shown whether the person may see that somebody looked */
    Result<Profile, VendorFailure> look(Connection connection, String seat, LinkedInUrl url, boolean shown) {
        if (url.page() != LinkedInUrl.Page.PERSON) {
            return Result.err(Failures.invalid("resolve", "linkedinUrl", "not the profile of a person"));
        }
        Result<JsonNode, VendorFailure> answer = shown
                ? connection.calls().write("view", () -> connection.speech().user(seat, url.slug(), true))
                : connection.calls().read("resolve", () -> connection.speech().user(seat, url.slug(), false));
        return answer.flatMap(user -> Fields.text(user, "provider_id")
                .<Result<Profile, VendorFailure>>map(id -> {
                    Profile profile = new Profile(id, connected(user), invited(user));
                    keep(new Who(seat, url), profile, new PersonPage(id, connections(user)));
                    return Result.ok(profile);
                })
                .orElseGet(() -> Result.err(Failures.contract("resolve", "a person without an id"))));
    }

    /** The public name of the page of a person who is known by the lasting id; who has none is not asked about again today. */
    Result<Optional<String>, VendorFailure> slug(Connection connection, String seat, String person) {
        Page last = pages.get(person);
        if (last != null && clock.now().isBefore(last.at().plus(FRESH))) {
            return Result.ok(last.slug());
        }
        return connection
                .calls()
                .read("resolve", () -> connection.speech().user(seat, person, false))
                .map(user -> {
                    Instant now = clock.now();
                    if (pages.size() >= MOST_SEEN) {
                        pages.values().removeIf(old -> !now.isBefore(old.at().plus(FRESH)));
                    }
                    Optional<String> slug = Fields.text(user, "public_identifier");
                    pages.put(person, new Page(slug, now));
                    return slug;
                });
    }

    private static Optional<Integer> connections(JsonNode user) {
        return Fields.whole(user, "connections_count")
                .filter(count -> count >= 0 && count <= Integer.MAX_VALUE)
                .map(Long::intValue);
    }

    private void keep(Who who, Profile profile, PersonPage page) {
        Instant now = clock.now();
        if (seen.size() >= MOST_SEEN) {
            seen.values().removeIf(last -> !now.isBefore(last.at().plus(FRESH)));
        }
        seen.put(who, new Seen(profile, page, now));
    }

    private static boolean connected(JsonNode user) {
        return Fields.flag(user, "is_relationship")
                || Fields.text(user, "network_distance")
                        .filter("FIRST_DEGREE"::equals)
                        .isPresent();
    }

    private static boolean invited(JsonNode user) {
        JsonNode invitation = user.path("invitation");
        Optional<String> type = Fields.text(invitation, "type");
        Optional<String> status = Fields.text(invitation, "status");
        return type.filter("SENT"::equals).isPresent()
                && status.filter("PENDING"::equals).isPresent();
    }
}
