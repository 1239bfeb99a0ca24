package io.agencyos.adapters.in.rest.outreach;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.FieldError;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.Page;
import io.agencyos.adapters.in.http.route.Paging;
import io.agencyos.adapters.in.http.route.Param;
import io.agencyos.adapters.in.http.route.Problem;
import io.agencyos.adapters.in.http.route.ProblemCode;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.http.route.Sorting;
import io.agencyos.adapters.in.http.route.Text;
import io.agencyos.application.lead.store.PlatformSuppressions;
import io.agencyos.application.outreach.suppression.KeepPlatformSuppressions;
import io.agencyos.domain.lead.SuppressionKeyType;
import io.agencyos.domain.lead.SuppressionReason;
import io.agencyos.domain.lead.SuppressionSource;
import io.agencyos.domain.shared.InputProblem;
import io.agencyos.domain.shared.id.SuppressionId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whom nobody of any tenant contacts. Source: api 9.17 {@code P/suppressions}. */
public final class PlatformSuppressionRoutes implements RouteGroup {

    private static final String TAG = "Platform";
    private static final String ALL = Route.P + "/suppressions";
    private static final EntryView EXAMPLE = new EntryView(
            UUID.fromString("019baaaa-0000-7000-8000-000000000071"),
            SuppressionKeyType.EMAIL,
            "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
            SuppressionReason.LEGAL,
            SuppressionSource.PLATFORM,
            "Letter of 3 February",
            Instant.parse("2026-03-02T02:15:04.120Z"));

    private final KeepPlatformSuppressions keep;

    public PlatformSuppressionRoutes(KeepPlatformSuppressions keep) {
        this.keep = keep;
    }

    /**
     * An entry; whom it names is kept as a hash only, so that an erased person stays blocked.
     *
     * @param keyHash a print of whom the entry names; the name itself is not kept
     * @param reason why nobody may write there
     * @param source how the entry came to be
     */
    public record EntryView(
            UUID id,
            SuppressionKeyType keyType,
            String keyHash,
            SuppressionReason reason,
            SuppressionSource source,
            @Nullable String notes,
            Instant createdAt) {

        static EntryView of(PlatformSuppressions.Entry entry) {
            return new EntryView(
                    entry.id().value(),
                    entry.keyType(),
                    entry.fingerprint(),
                    entry.reason(),
                    entry.source(),
                    entry.note(),
                    entry.createdAt());
        }
    }

    /**
     * Whom not to contact.
     *
     * @param key the address, number, profile, domain or company; it is kept as a hash only
     * @param reason why nobody may write there
     */
    public record NewEntry(
            SuppressionKeyType keyType,
            @Text(max = 320) String key,
            SuppressionReason reason,
            @Nullable @Text(max = 2000) String notes) {}

    /** What shows that it may go. */
    public record Evidence(@Text(min = 10, max = 500) String evidence) {}

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get(ALL, "The platform's entries, newest first")
                        .tag(TAG)
                        .platformAdmin()
                        .params(
                                Param.words("key_type", SuppressionKeyType.class),
                                Param.words("reason", SuppressionReason.class),
                                Param.words("source", SuppressionSource.class))
                        .lists(EntryView.class, Sorting.of("-created_at"), EXAMPLE)
                        .handledBy(this::list),
                Route.post(ALL, "Nobody of any tenant contacts this any more")
                        .tag(TAG)
                        .platformAdmin()
                        .body(
                                NewEntry.class,
                                new NewEntry(
                                        SuppressionKeyType.EMAIL,
                                        "priya@harbourlane.example",
                                        SuppressionReason.LEGAL,
                                        "Letter of 3 February"))
                        .answers(201, EntryView.class, EXAMPLE)
                        .alsoAnswers(200)
                        .handledBy(this::add),
                Route.delete(ALL + "/{id}", "Takes an entry away, and those that were written with it")
                        .tag(TAG)
                        .platformAdmin()
                        .body(Evidence.class, new Evidence("Written consent of 4 March, ticket 4711"))
                        .problems(ProblemCode.SUPPRESSION_PERMANENT)
                        .handledBy(this::remove));
    }

    private Reply<None> remove(Call<Evidence> call) {
        return switch (keep.remove(
                call.principal().userId(),
                call.id("id", SuppressionId::new),
                call.body().evidence(),
                call.origin())) {
            case KeepPlatformSuppressions.Removed.Gone gone -> Reply.noContent();
            case KeepPlatformSuppressions.Removed.NotFound none -> Reply.notFound();
            case KeepPlatformSuppressions.Removed.Permanent(SuppressionReason reason) ->
                Reply.refused(
                        Problem.of(ProblemCode.SUPPRESSION_PERMANENT, "An entry for this reason is nobody's to remove.")
                                .with("reason", reason.wire()));
        };
    }

    private Reply<Page<EntryView>> list(Call<None> call) {
        PlatformSuppressions.Filter filter = new PlatformSuppressions.Filter(
                call.query().words("key_type", SuppressionKeyType.class),
                call.query().words("reason", SuppressionReason.class),
                call.query().words("source", SuppressionSource.class));
        PlatformSuppressions.After after = call.paging()
                .after()
                .map(place -> new PlatformSuppressions.After(
                        Instant.parse(place.keys().getFirst()), place.keys().getLast()))
                .orElse(null);
        return Reply.ok(Page.of(
                keep.page(filter, after, call.paging().limit() + 1),
                call.paging(),
                EntryView::of,
                entry -> new Paging.Position(
                        List.of(entry.createdAt().toString(), entry.fingerprint()),
                        entry.id().value())));
    }

    private Reply<EntryView> add(Call<NewEntry> call) {
        NewEntry body = call.body();
        KeepPlatformSuppressions.NewEntry entry =
                new KeepPlatformSuppressions.NewEntry(body.keyType(), body.key(), body.reason(), body.notes());
        return switch (keep.add(call.principal().userId(), entry, call.origin())) {
            case KeepPlatformSuppressions.Added.Listed(PlatformSuppressions.Entry listed) ->
                Reply.created(ALL, EntryView.of(listed));
            case KeepPlatformSuppressions.Added.Strengthened(PlatformSuppressions.Entry known) ->
                Reply.ok(EntryView.of(known));
            case KeepPlatformSuppressions.Added.Invalid(InputProblem problem) ->
                Reply.invalid(List.of(FieldError.of("/key", problem)));
        };
    }
}
