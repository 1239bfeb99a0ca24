package io.agencyos.adapters.in.rest.client;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.Change;
import io.agencyos.adapters.in.http.route.FieldError;
import io.agencyos.adapters.in.http.route.FieldErrors;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.Page;
import io.agencyos.adapters.in.http.route.Paging.Position;
import io.agencyos.adapters.in.http.route.Param;
import io.agencyos.adapters.in.http.route.Problem;
import io.agencyos.adapters.in.http.route.ProblemCode;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.http.route.Sorting;
import io.agencyos.adapters.in.http.route.Text;
import io.agencyos.adapters.in.rest.card.Moments;
import io.agencyos.adapters.in.rest.card.Params;
import io.agencyos.application.client.ManagePersonas;
import io.agencyos.application.resource.seat.ManageSeats;
import io.agencyos.application.shared.Stamp;
import io.agencyos.application.shared.Stamps.Kind;
import io.agencyos.domain.client.Persona;
import io.agencyos.domain.client.PersonaDetails;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.shared.FieldProblem;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.PersonaId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The people in whose name the client writes. Source: api 8, 9.2. */
public final class PersonaRoutes implements RouteGroup {

    private static final String ALL = Route.C + "/personas";
    private static final String ONE = ALL + "/{id}";
    private static final String REPLACEMENT = "replacement_id";

    private final ManagePersonas use;
    private final ManageSeats seats;
    private final Moments moments;

    public PersonaRoutes(ManagePersonas use, ManageSeats seats, Moments moments) {
        this.use = use;
        this.seats = seats;
        this.moments = moments;
    }

    /**
     * A persona as it is shown.
     *
     * @param title the sender's position, as signatures show it; null without one
     * @param email the sender's own address, as signatures show it; null without one
     * @param linkedinSeatIds the seats that act for this persona; a seat is given to it by {@code persona_id}
     */
    public record PersonaView(
            UUID id,
            UUID clientId,
            String firstName,
            String lastName,
            @Nullable String title,
            @Nullable String email,
            @Nullable String phone,
            String displayName,
            @Nullable String photoUrl,
            @Nullable String calendarLink,
            List<UUID> linkedinSeatIds,
            boolean isActive,
            boolean isDefault,
            Instant createdAt,
            Instant updatedAt,
            int version) {

        static final PersonaView EXAMPLE = new PersonaView(
                UUID.fromString("019baaaa-0000-7000-8000-000000000009"),
                UUID.fromString("019baaaa-0000-7000-8000-000000000001"),
                "Sam",
                "Oduya",
                "Partner",
                "sam@northlight.example",
                "+61255500100",
                "Sam from Northlight",
                null,
                "https://cal.example/sam",
                List.of(UUID.fromString("019baaaa-0000-7000-8000-000000000070")),
                true,
                true,
                Instant.parse("2026-03-02T00:00:00Z"),
                Instant.parse("2026-03-05T02:00:00Z"),
                0);

        static PersonaView of(Persona persona, List<UUID> seats, Stamp stamp) {
            return new PersonaView(
                    persona.id().value(),
                    persona.clientId().value(),
                    persona.firstName(),
                    persona.lastName(),
                    persona.title(),
                    persona.email() == null ? null : persona.email().value(),
                    persona.phone(),
                    persona.displayName(),
                    persona.photoUrl(),
                    persona.calendarLink(),
                    seats,
                    persona.isActive(),
                    persona.isDefault(),
                    stamp.createdAt(),
                    stamp.updatedAt(),
                    persona.version());
        }
    }

    /**
     * A persona to be made; active unless it says otherwise.
     *
     * @param title the sender's position, as signatures show it; null without one
     * @param email the sender's own address, as signatures show it; null without one
     */
    public record NewPersona(
            @Text(max = 100) String firstName,
            @Text(max = 100) String lastName,
            @Nullable String title,
            @Nullable String email,
            @Nullable String phone,
            @Nullable @Text(max = 100) String displayName,
            @Nullable @Text(max = 2000) String photoUrl,
            @Nullable @Text(max = 2000) String calendarLink,
            @Nullable Boolean isActive,
            @Nullable Boolean isDefault) {}

    /**
     * A merge patch of a persona; without a display name it is {@code First from Company} again.
     *
     * @param title the sender's position, as signatures show it; null without one
     * @param email the sender's own address, as signatures show it; null without one
     */
    public record PatchPersona(
            @Text(max = 100) Change<String> firstName,
            @Text(max = 100) Change<String> lastName,
            Change<@Nullable String> title,
            Change<@Nullable String> email,
            Change<@Nullable String> phone,
            @Text(max = 100) Change<@Nullable String> displayName,
            @Text(max = 2000) Change<@Nullable String> photoUrl,
            @Text(max = 2000) Change<@Nullable String> calendarLink,
            Change<Boolean> isActive,
            Change<Boolean> isDefault) {}

    @Override
    public List<Route<?, ?>> routes() {
        NewPersona made = new NewPersona("Sam", "Oduya", "Partner", null, null, null, null, null, null, null);
        PatchPersona patch = new PatchPersona(
                Change.absent(),
                Change.absent(),
                Change.to("Partner"),
                Change.absent(),
                Change.absent(),
                Change.absent(),
                Change.absent(),
                Change.to("https://cal.example/sam"),
                Change.absent(),
                Change.to(true));
        return List.of(
                Route.get(ALL, "The people in whose name the client writes")
                        .tag(ClientSetUpRoutes.TAG)
                        .role(Role.VIEWER)
                        .params(Param.flag("is_active", "Whether messages may be written in this name."))
                        .lists(PersonaView.class, Sorting.of("created_at"), PersonaView.EXAMPLE)
                        .handledBy(this::list),
                Route.post(ALL, "Add somebody in whose name to write; the first is the default")
                        .tag(ClientSetUpRoutes.TAG)
                        .role(Role.ADMIN)
                        .idempotent()
                        .body(NewPersona.class, made)
                        .answers(201, PersonaView.class, PersonaView.EXAMPLE)
                        .problems(ProblemCode.LIMIT_REACHED)
                        .handledBy(this::add),
                Route.get(ONE, "A persona")
                        .tag(ClientSetUpRoutes.TAG)
                        .role(Role.VIEWER)
                        .answers(PersonaView.class, PersonaView.EXAMPLE)
                        .handledBy(this::show),
                Route.patch(ONE, "Change a persona, or make it the default")
                        .tag(ClientSetUpRoutes.TAG)
                        .role(Role.ADMIN)
                        .ifMatch()
                        .body(PatchPersona.class, patch)
                        .answers(PersonaView.class, PersonaView.EXAMPLE)
                        .handledBy(this::change),
                Route.delete(ONE, "Take a persona away; the default only for another one")
                        .tag(ClientSetUpRoutes.TAG)
                        .role(Role.ADMIN)
                        .ifMatch()
                        .params(Param.id(REPLACEMENT))
                        .handledBy(this::remove));
    }

    private Reply<Page<PersonaView>> list(Call<None> call) {
        Boolean active = Params.flag(call.query(), "is_active");
        List<Persona> rest = use.of(call.scope()).stream()
                .filter(persona -> active == null || active == persona.isActive())
                .filter(persona -> call.paging()
                        .after()
                        .map(position ->
                                persona.id().text().compareTo(position.keys().getFirst()) > 0)
                        .orElse(true))
                .toList();
        Moments.Known stamps = moments.ofAll(
                call.scope(), Kind.PERSONA, rest.stream().map(Persona::id).toList());
        Map<PersonaId, List<UUID>> seats = seats(call);
        return Reply.ok(Page.of(
                rest,
                call.paging(),
                persona ->
                        PersonaView.of(persona, seats.getOrDefault(persona.id(), List.of()), stamps.of(persona.id())),
                persona ->
                        new Position(List.of(persona.id().text()), persona.id().value())));
    }

    private Reply<PersonaView> show(Call<None> call) {
        return find(call)
                .<Reply<PersonaView>>map(persona -> shown(call, persona))
                .orElseGet(Reply::notFound);
    }

    private Reply<PersonaView> shown(Call<?> call, Persona persona) {
        return Reply.ok(view(call, persona)).version(persona.version());
    }

    private PersonaView view(Call<?> call, Persona persona) {
        return PersonaView.of(
                persona,
                seats(call).getOrDefault(persona.id(), List.of()),
                moments.of(call.scope(), Kind.PERSONA, persona.id()));
    }

    /** The seats of each persona that has any. */
    private Map<PersonaId, List<UUID>> seats(Call<?> call) {
        return seats.of(call.scope()).stream()
                .map(ManageSeats.Standing::seat)
                .filter(seat -> seat.personaId() != null)
                .collect(Collectors.groupingBy(
                        seat -> Objects.requireNonNull(seat.personaId()),
                        Collectors.mapping(seat -> seat.id().value(), Collectors.toList())));
    }

    private Optional<Persona> find(Call<?> call) {
        PersonaId id = call.id("id", PersonaId::new);
        return use.of(call.scope()).stream()
                .filter(persona -> persona.id().equals(id))
                .findFirst();
    }

    private Reply<PersonaView> add(Call<NewPersona> call) {
        NewPersona body = call.body();
        FieldErrors errors = new FieldErrors();
        EmailAddress email = body.email() == null
                ? null
                : errors.read("/email", EmailAddress.parse(body.email())).orElse(null);
        PersonaDetails details = new PersonaDetails(
                body.firstName(),
                body.lastName(),
                body.title(),
                email,
                body.phone(),
                body.displayName(),
                body.photoUrl(),
                body.calendarLink());
        ManagePersonas.Wish wish = new ManagePersonas.Wish(
                details,
                Objects.requireNonNullElse(body.isActive(), true),
                Objects.requireNonNullElse(body.isDefault(), false));
        if (!errors.isEmpty()) {
            return invalid(errors, details);
        }
        ManagePersonas.Outcome outcome = use.add(call.scope(), wish, call.origin());
        return outcome instanceof ManagePersonas.Outcome.Done(Persona persona)
                ? Reply.created(
                                "/api/v1/clients/" + persona.clientId().text() + "/personas/"
                                        + persona.id().text(),
                                view(call, persona))
                        .version(persona.version())
                : refused(call, outcome);
    }

    private Reply<PersonaView> change(Call<PatchPersona> call) {
        Optional<Persona> found = find(call);
        if (found.isEmpty()) {
            return Reply.notFound();
        }
        Persona before = found.get();
        FieldErrors errors = new FieldErrors();
        PersonaDetails details = merged(before.details(), call.body(), errors);
        if (!errors.isEmpty()) {
            return invalid(errors, details);
        }
        ManagePersonas.Wish wish = new ManagePersonas.Wish(
                details,
                call.body().isActive().orElse(before.isActive()),
                call.body().isDefault().orElse(before.isDefault()));
        ManagePersonas.Outcome outcome =
                use.change(call.scope(), before.id(), call.expectedVersion(), wish, call.origin());
        return outcome instanceof ManagePersonas.Outcome.Done(Persona persona)
                ? shown(call, persona)
                : refused(call, outcome);
    }

    private static PersonaDetails merged(PersonaDetails before, PatchPersona body, FieldErrors errors) {
        EmailAddress email = before.email();
        if (body.email().mentioned()) {
            email = body.email()
                    .map(EmailAddress::parse)
                    .flatMap(parsed -> errors.read("/email", parsed))
                    .orElse(null);
        }
        return new PersonaDetails(
                body.firstName().orElse(before.firstName()),
                body.lastName().orElse(before.lastName()),
                body.title().orElse(before.title()),
                email,
                body.phone().orElse(before.phone()),
                body.displayName().orElse(before.displayName()),
                body.photoUrl().orElse(before.photoUrl()),
                body.calendarLink().orElse(before.calendarLink()));
    }

    private static Reply<PersonaView> invalid(FieldErrors errors, PersonaDetails details) {
        details.problems().stream().map(FieldError::of).forEach(errors::add);
        return Reply.invalid(errors);
    }

    private Reply<None> remove(Call<None> call) {
        PersonaId replacement = call.query().ids(REPLACEMENT, PersonaId::new).stream()
                .findFirst()
                .orElse(null);
        ManagePersonas.Outcome outcome = use.remove(
                call.scope(), call.id("id", PersonaId::new), call.expectedVersion(), replacement, call.origin());
        return outcome instanceof ManagePersonas.Outcome.Removed ? Reply.noContent() : refused(call, outcome);
    }

    private static <R> Reply<R> refused(Call<?> call, ManagePersonas.Outcome outcome) {
        return switch (outcome) {
            case ManagePersonas.Outcome.Invalid(List<FieldProblem> problems) ->
                Reply.invalid(problems.stream().map(FieldError::of).toList());
            case ManagePersonas.Outcome.LimitReached(int limit, int current) ->
                Reply.refused(Problem.of(ProblemCode.LIMIT_REACHED, "The plan has no more personas.")
                        .with("limit", limit)
                        .with("current", current));
            case ManagePersonas.Outcome.NotFound gone -> Reply.notFound();
            case ManagePersonas.Outcome.ReplacementRequired needed ->
                Reply.invalid(List.of(FieldError.query(
                        REPLACEMENT, "required", "Name another active persona that is the default from now on.")));
            case ManagePersonas.Outcome.RoleRequired(Role required) -> ClientSetUpRoutes.roleRequired(call, required);
            case ManagePersonas.Outcome.Done done -> throw new IllegalStateException("not refused: " + done);
            case ManagePersonas.Outcome.Removed removed -> throw new IllegalStateException("not refused: " + removed);
        };
    }
}
