package io.agencyos.adapters.in.rest.client;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.Change;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.Page;
import io.agencyos.adapters.in.http.route.Paging;
import io.agencyos.adapters.in.http.route.Param;
import io.agencyos.adapters.in.http.route.Problem;
import io.agencyos.adapters.in.http.route.ProblemCode;
import io.agencyos.adapters.in.http.route.Query;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.http.route.Sorting;
import io.agencyos.application.client.staff.KeepPeople;
import io.agencyos.application.client.staff.PeopleBook;
import io.agencyos.application.client.staff.Person;
import io.agencyos.domain.client.identity.ClientAccess;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Everybody who can sign in, for staff of the platform. Source: api 9.17 {@code P/users}. */
public final class StaffUserRoutes implements RouteGroup {

    private static final String TAG = "Platform";
    private static final String ALL = Route.P + "/users";
    private static final String ONE = ALL + "/{id}";
    private static final UUID ID = UUID.fromString("019baaaa-0000-7000-8000-000000000001");
    private static final Instant WHEN = Instant.parse("2026-01-23T02:15:04.120Z");
    private static final PersonView EXAMPLE = new PersonView(
            ID,
            "sam@agency.example",
            "Sam Oduya",
            false,
            false,
            true,
            WHEN,
            List.of(new Held(ID, "Northlight", Role.OWNER)),
            WHEN,
            3);

    private final KeepPeople people;

    public StaffUserRoutes(KeepPeople people) {
        this.people = people;
    }

    /**
     * A membership.
     *
     * @param name what the client is called
     * @param role what the person may do at this client
     */
    public record Held(UUID clientId, String name, Role role) {}

    /**
     * A person; {@code version} is what If-Match names.
     *
     * @param email the address that the person signs in with
     */
    public record PersonView(
            UUID id,
            String email,
            String fullName,
            boolean isPlatformAdmin,
            boolean suspended,
            boolean secondFactor,
            @Nullable Instant lastLoginAt,
            List<Held> memberships,
            Instant createdAt,
            int version) {

        static PersonView of(Person person) {
            return new PersonView(
                    person.user().id().value(),
                    person.user().email().value(),
                    person.user().fullName(),
                    person.user().platformAdmin(),
                    person.user().suspended(),
                    person.secondFactor(),
                    person.lastSignIn(),
                    person.memberships().stream().map(PersonView::held).toList(),
                    person.user().createdAt(),
                    person.user().version());
        }

        private static Held held(ClientAccess access) {
            return new Held(access.clientId().value(), access.name(), access.role());
        }
    }

    /** A merge patch of a person's standing. */
    public record PatchPerson(Change<Boolean> isPlatformAdmin, Change<Boolean> suspended) {}

    /** How many tokens were revoked. */
    public record Ended(int sessionsRevoked) {}

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get(ALL, "Everybody who can sign in, the newest first")
                        .tag(TAG)
                        .platformAdmin()
                        .params(
                                Param.search("Looks in name and e-mail address."),
                                Param.flag("is_platform_admin", "Whether they are staff."),
                                Param.flag("suspended", "Whether they are shut out."),
                                Param.id("client_id"))
                        .lists(PersonView.class, Sorting.of("-created_at"), EXAMPLE)
                        .handledBy(this::list),
                Route.patch(ONE, "Makes somebody staff or not, shuts somebody out or lets in; never oneself")
                        .tag(TAG)
                        .platformAdmin()
                        .ifMatch()
                        .body(PatchPerson.class, new PatchPerson(Change.absent(), Change.to(true)))
                        .answers(PersonView.class, EXAMPLE)
                        .problems(ProblemCode.NOT_ELIGIBLE)
                        .handledBy(this::change),
                Route.post(ONE + "/sessions/revoke", "Signs somebody out everywhere; never oneself")
                        .tag(TAG)
                        .platformAdmin()
                        .answers(Ended.class, new Ended(2))
                        .problems(ProblemCode.NOT_ELIGIBLE)
                        .handledBy(this::endSessions));
    }

    private Reply<Page<PersonView>> list(Call<None> call) {
        Query query = call.query();
        PeopleBook.Filter filter = new PeopleBook.Filter(
                query.text("is_platform_admin").map(Boolean::valueOf).orElse(null),
                query.text("suspended").map(Boolean::valueOf).orElse(null),
                query.ids("client_id", ClientId::new),
                query.text("q").orElse(null));
        Optional<PeopleBook.After> after = call.paging()
                .after()
                .map(position ->
                        new PeopleBook.After(Instant.parse(position.keys().getFirst()), new UserId(position.id())));
        return Reply.ok(Page.of(
                people.list(filter, after.orElse(null), call.paging().limit() + 1),
                call.paging(),
                PersonView::of,
                person -> new Paging.Position(
                        List.of(person.user().createdAt().toString()),
                        person.user().id().value())));
    }

    private Reply<PersonView> change(Call<PatchPerson> call) {
        KeepPeople.Standing standing = new KeepPeople.Standing(
                call.body().isPlatformAdmin().orElse(null),
                call.body().suspended().orElse(null));
        KeepPeople.Outcome outcome = people.change(
                call.principal().userId(), call.id("id", UserId::new), call.expectedVersion(), standing, call.origin());
        return outcome instanceof KeepPeople.Outcome.Kept(Person person)
                ? Reply.ok(PersonView.of(person)).version(person.user().version())
                : refused(outcome);
    }

    private Reply<Ended> endSessions(Call<None> call) {
        KeepPeople.Outcome outcome =
                people.endSessions(call.principal().userId(), call.id("id", UserId::new), call.origin());
        return outcome instanceof KeepPeople.Outcome.Ended(int sessions)
                ? Reply.ok(new Ended(sessions))
                : refused(outcome);
    }

    private static <R> Reply<R> refused(KeepPeople.Outcome outcome) {
        return switch (outcome) {
            case KeepPeople.Outcome.Oneself self ->
                Reply.refused(ProblemCode.NOT_ELIGIBLE, "Nobody does this to himself: ask another one of the staff.");
            case KeepPeople.Outcome.NotStaff dismissed ->
                Reply.refused(ProblemCode.PLATFORM_ADMIN_REQUIRED, "Only staff of the platform may.");
            case KeepPeople.Outcome.NotFound gone -> Reply.notFound();
            case KeepPeople.Outcome.Stale(int version) -> Reply.refused(Problem.versionConflict(Optional.of(version)));
            case KeepPeople.Outcome.Kept kept -> throw new IllegalStateException("kept is no refusal");
            case KeepPeople.Outcome.Ended ended -> throw new IllegalStateException("ended is no refusal");
        };
    }
}
