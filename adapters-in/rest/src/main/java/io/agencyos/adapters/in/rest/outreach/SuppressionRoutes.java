package io.agencyos.adapters.in.rest.outreach;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.FieldError;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.Page;
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
import io.agencyos.application.deal.KeepCustomers;
import io.agencyos.application.lead.store.Suppressions;
import io.agencyos.application.outreach.suppression.KeepSuppressions;
import io.agencyos.application.outreach.suppression.SuppressionUseCases;
import io.agencyos.application.shared.Stamp;
import io.agencyos.application.shared.Stamps.Kind;
import io.agencyos.domain.client.identity.KeyScope;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.lead.Suppression;
import io.agencyos.domain.lead.SuppressionKeyType;
import io.agencyos.domain.lead.SuppressionLevel;
import io.agencyos.domain.lead.SuppressionReason;
import io.agencyos.domain.lead.SuppressionSource;
import io.agencyos.domain.shared.InputProblem;
import io.agencyos.domain.shared.id.CustomerId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.SuppressionId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A client's own list of whom not to contact; what the platform keeps is told to nobody. Source: api 9.14. */
public final class SuppressionRoutes implements RouteGroup {

    private static final String TAG = "Suppression";
    private static final String ALL = Route.C + "/suppressions";

    private final KeepSuppressions keep;
    private final KeepCustomers customers;
    private final Moments moments;

    public SuppressionRoutes(SuppressionUseCases suppressions, KeepCustomers customers, Moments moments) {
        keep = suppressions.keepSuppressions();
        this.customers = customers;
        this.moments = moments;
    }

    /**
     * An entry. Source: api 8 Suppression.
     *
     * @param level whether the entry holds for the client alone or for the whole platform
     * @param key the address, number, profile, domain or company that is named
     * @param reason why nobody may write there
     * @param source how the entry came to be
     * @param customerId the customer whose people are not written to because of it; null where none is behind it
     */
    public record SuppressionView(
            UUID id,
            UUID clientId,
            SuppressionLevel level,
            SuppressionKeyType keyType,
            String key,
            SuppressionReason reason,
            SuppressionSource source,
            @Nullable UUID customerId,
            @Nullable String notes,
            @Nullable Instant expiresAt,
            Instant createdAt,
            Instant updatedAt,
            int version) {

        static final SuppressionView EXAMPLE = new SuppressionView(
                UUID.fromString("019baaaa-0000-7000-8000-0000000000b1"),
                UUID.fromString("019baaaa-0000-7000-8000-000000000001"),
                SuppressionLevel.CLIENT,
                SuppressionKeyType.DOMAIN,
                "harbourlane.example",
                SuppressionReason.EXISTING_CUSTOMER,
                SuppressionSource.MANUAL,
                null,
                "Signed in February.",
                null,
                Instant.parse("2026-03-02T01:00:00Z"),
                Instant.parse("2026-03-02T01:00:00Z"),
                0);

        static SuppressionView of(Suppression entry, UUID client, @Nullable CustomerId customer, Stamp stamp) {
            return new SuppressionView(
                    entry.id().value(),
                    client,
                    entry.level(),
                    entry.keyType(),
                    entry.key(),
                    entry.reason(),
                    entry.source(),
                    customer == null ? null : customer.value(),
                    entry.note(),
                    entry.expiresAt(),
                    entry.createdAt(),
                    stamp.updatedAt(),
                    entry.version());
        }
    }

    /**
     * Whom not to contact: a key, or for {@code person} a lead.
     *
     * @param key the address, number, profile, domain or company; null where a lead names the person
     * @param reason why nobody may write there
     */
    public record NewSuppression(
            SuppressionKeyType keyType,
            @Nullable @Text(max = 320) String key,
            @Nullable UUID leadId,
            SuppressionReason reason,
            @Nullable @Text(max = 2000) String notes,
            @Nullable Instant expiresAt) {

        static final NewSuppression EXAMPLE = new NewSuppression(
                SuppressionKeyType.DOMAIN,
                "harbourlane.example",
                null,
                SuppressionReason.EXISTING_CUSTOMER,
                "Signed in February.",
                null);
    }

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get(ALL, "The client's own entries, newest first")
                        .tag(TAG)
                        .role(Role.VIEWER)
                        .params(
                                Param.words("reason", SuppressionReason.class),
                                Param.words("key_type", SuppressionKeyType.class),
                                Param.words("source", SuppressionSource.class),
                                Param.words("level", SuppressionLevel.class),
                                Param.search("Looks for this part of the key."))
                        .lists(SuppressionView.class, Sorting.of("-created_at"), SuppressionView.EXAMPLE)
                        .handledBy(this::list),
                Route.post(ALL, "Somebody is not to be contacted; what is under way is stopped")
                        .tag(TAG)
                        .role(Role.MEMBER)
                        .key(KeyScope.SUPPRESSION_WRITE)
                        .idempotent()
                        .body(NewSuppression.class, NewSuppression.EXAMPLE)
                        .answers(201, SuppressionView.class, SuppressionView.EXAMPLE)
                        .alsoAnswers(200)
                        .handledBy(this::add),
                Route.delete(ALL + "/{id}", "Take an entry of the client's own making back")
                        .tag(TAG)
                        .role(Role.ADMIN)
                        .ifMatch()
                        .problems(ProblemCode.SUPPRESSION_PERMANENT)
                        .handledBy(this::remove));
    }

    private Reply<Page<SuppressionView>> list(Call<None> call) {
        Set<SuppressionLevel> levels = Params.words(call.query(), "level", SuppressionLevel.class);
        if (levels != null && !levels.contains(SuppressionLevel.CLIENT)) {
            return Reply.ok(new Page<>(List.of(), Optional.empty()));
        }
        KeepSuppressions.Page page = keep.list(
                call.scope(),
                new Suppressions.Filter(
                        Params.words(call.query(), "reason", SuppressionReason.class),
                        Params.words(call.query(), "key_type", SuppressionKeyType.class),
                        Params.words(call.query(), "source", SuppressionSource.class),
                        call.query().text("q").orElse(null)),
                call.paging()
                        .after()
                        .map(after -> new Suppressions.After(Params.instant(after), new SuppressionId(after.id())))
                        .orElse(null),
                call.paging().limit());
        List<SuppressionView> views = views(call, page.entries());
        return Reply.ok(new Page<>(
                views,
                page.more()
                        ? Optional.of(Params.at(
                                views.getLast().createdAt(), views.getLast().id()))
                        : Optional.empty()));
    }

    private List<SuppressionView> views(Call<?> call, List<Suppression> entries) {
        List<SuppressionId> ids = entries.stream().map(Suppression::id).toList();
        Map<SuppressionId, CustomerId> behind = customers.keeping(call.scope(), ids);
        Moments.Known stamps = moments.ofAll(call.scope(), Kind.SUPPRESSION, ids);
        return entries.stream()
                .map(entry -> SuppressionView.of(
                        entry, call.scope().clientId().value(), behind.get(entry.id()), stamps.of(entry.id())))
                .toList();
    }

    private Reply<SuppressionView> add(Call<NewSuppression> call) {
        NewSuppression body = call.body();
        KeepSuppressions.Target target;
        if (body.keyType() == SuppressionKeyType.PERSON && body.leadId() != null) {
            target = new KeepSuppressions.Target.Person(new LeadId(body.leadId()));
        } else if (body.keyType() != SuppressionKeyType.PERSON && body.key() != null) {
            target = new KeepSuppressions.Target.ByKey(body.keyType(), body.key());
        } else {
            String member = body.keyType() == SuppressionKeyType.PERSON ? "/lead_id" : "/key";
            return Reply.invalid(List.of(FieldError.of(member, "required", "This says whom the entry names.")));
        }
        KeepSuppressions.NewEntry entry =
                new KeepSuppressions.NewEntry(target, body.reason(), body.notes(), body.expiresAt());
        return switch (keep.add(call.scope(), entry, call.origin())) {
            case KeepSuppressions.Added.Listed(Suppression listed) -> shown(call, listed, 201);
            case KeepSuppressions.Added.Strengthened(Suppression known) -> shown(call, known, 200);
            case KeepSuppressions.Added.LeadNotFound missing -> Reply.notFound();
            case KeepSuppressions.Added.Invalid(String member, InputProblem problem) ->
                Reply.invalid(List.of(FieldError.of("/" + member, problem)));
            case KeepSuppressions.Added.Forbidden refused -> forbidden(call, Role.MEMBER);
        };
    }

    private Reply<SuppressionView> shown(Call<?> call, Suppression entry, int status) {
        SuppressionView view = views(call, List.of(entry)).getFirst();
        return Reply.created(call.path() + "/" + view.id(), view).status(status).version(view.version());
    }

    private Reply<None> remove(Call<None> call) {
        SuppressionId id = call.id("id", SuppressionId::new);
        return switch (keep.remove(call.scope(), id, call.expectedVersion(), call.origin())) {
            case KeepSuppressions.Removed.Gone gone -> Reply.noContent();
            case KeepSuppressions.Removed.NotFound missing -> Reply.notFound();
            case KeepSuppressions.Removed.Permanent(SuppressionReason reason) ->
                Reply.refused(Problem.of(
                                ProblemCode.SUPPRESSION_PERMANENT, "An entry for this reason is not yours to remove.")
                        .with("reason", reason.wire()));
            case KeepSuppressions.Removed.VersionConflict(int version) ->
                Reply.refused(Problem.versionConflict(Optional.of(version)));
            case KeepSuppressions.Removed.Forbidden refused -> forbidden(call, Role.ADMIN);
        };
    }

    private static <V> Reply<V> forbidden(Call<?> call, Role required) {
        return Reply.refused(
                Problem.roleRequired(required.wire(), call.scope().role().wire()));
    }
}
