package io.agencyos.adapters.in.rest.deal;

import static io.agencyos.adapters.in.rest.card.Uploaded.part;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.FieldErrors;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.Page;
import io.agencyos.adapters.in.http.route.Param;
import io.agencyos.adapters.in.http.route.RateLimit;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.http.route.Sorting;
import io.agencyos.adapters.in.http.route.Upload;
import io.agencyos.adapters.in.rest.card.Params;
import io.agencyos.adapters.in.rest.card.Uploaded;
import io.agencyos.application.deal.Fault;
import io.agencyos.application.deal.ImportBooks;
import io.agencyos.application.deal.SaleUseCases;
import io.agencyos.application.deal.store.BookImports;
import io.agencyos.application.lead.intake.UnreadableLeadFile;
import io.agencyos.domain.client.identity.KeyScope;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.deal.BookImport;
import io.agencyos.domain.shared.id.ImportId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Files of customers and of whom not to contact. Source: api 9.14. */
public final class BookImportRoutes implements RouteGroup {

    private static final Set<String> PARTS = Set.of("column_map");

    private final ImportBooks imports;

    public BookImportRoutes(SaleUseCases sales) {
        imports = sales.importBooks();
    }

    /**
     * A row that could not be read.
     *
     * @param row the row of the file; its header is row 1
     */
    public record RowError(int row, @Nullable String error) {}

    /**
     * A file that came in; {@code errors} are the first hundred.
     *
     * @param kind what the rows of the file are: customers, or whom not to contact
     * @param status whether rows are still read, all of them were, or the import was taken back, wholly or but for what had
     *     changed since
     * @param imported rows that made an entry
     * @param skipped rows that said nothing new
     * @param failed rows that could not be taken
     * @param added the same as imported, as it is called of lists of whom not to contact
     * @param duplicate the same as skipped
     * @param invalid the same as failed
     * @param errors rows that could not be read, the first hundred
     */
    public record ImportView(
            UUID id,
            UUID clientId,
            BookImport.Kind kind,
            @Nullable String fileName,
            BookImport.Status status,
            int rowsTotal,
            int imported,
            int updated,
            int skipped,
            int failed,
            int added,
            int duplicate,
            int invalid,
            List<RowError> errors,
            Instant createdAt,
            @Nullable Instant undoneAt,
            @Nullable UUID undoneBy) {

        static final ImportView EXAMPLE = new ImportView(
                UUID.fromString("019baaaa-0000-7000-8000-000000000081"),
                UUID.fromString("019baaaa-0000-7000-8000-000000000001"),
                BookImport.Kind.CUSTOMERS,
                "customers.csv",
                BookImport.Status.DONE,
                120,
                110,
                4,
                5,
                1,
                110,
                5,
                1,
                List.of(new RowError(17, "Row 17: no domain and no address")),
                Instant.parse("2026-03-02T01:00:00Z"),
                null,
                null);

        static ImportView of(BookImport run, List<BookImport.Row> errors) {
            BookImport.Counts counts = run.counts();
            return new ImportView(
                    run.id().value(),
                    run.clientId().value(),
                    run.kind(),
                    run.fileName(),
                    run.status(),
                    counts.rows(),
                    counts.imported(),
                    counts.updated(),
                    counts.skipped(),
                    counts.failed(),
                    counts.imported(),
                    counts.skipped(),
                    counts.failed(),
                    errors.stream()
                            .map(row -> new RowError(row.line(), row.error()))
                            .toList(),
                    run.createdAt(),
                    run.undoneAt(),
                    run.undoneBy() == null ? null : run.undoneBy().value());
        }

        static ImportView of(ImportBooks.Listed listed) {
            return of(listed.run(), listed.errors());
        }
    }

    /**
     * What was taken back, and how many entries had to stay.
     *
     * @param removed entries that were taken away again
     */
    public record UndoneView(ImportView importRun, int removed, int kept) {
        static final UndoneView EXAMPLE = new UndoneView(ImportView.EXAMPLE, 110, 0);
    }

    @Override
    public List<Route<?, ?>> routes() {
        return Stream.concat(
                        of("/customers/imports", BookImport.Kind.CUSTOMERS, "Customers", KeyScope.CUSTOMERS_WRITE)
                                .stream(),
                        of(
                                "/suppressions/imports",
                                BookImport.Kind.SUPPRESSIONS,
                                "Suppression",
                                KeyScope.SUPPRESSION_WRITE)
                                .stream())
                .toList();
    }

    private List<Route<?, ?>> of(String path, BookImport.Kind kind, String tag, KeyScope scope) {
        String all = Route.C + path;
        return List.of(
                Route.get(all, "The files that came in, newest first")
                        .tag(tag)
                        .role(Role.VIEWER)
                        .lists(ImportView.class, Sorting.of("-created_at"), ImportView.EXAMPLE)
                        .handledBy(call -> list(call, kind)),
                Route.post(all, "Takes a file (parts file and column_map as JSON); the same file again changes nothing")
                        .tag(tag)
                        .role(Role.ADMIN)
                        .key(scope)
                        .idempotent()
                        .limited(RateLimit.TRANSFER)
                        .upload()
                        .answers(201, ImportView.class, ImportView.EXAMPLE)
                        .handledBy(call -> take(call, kind)),
                Route.get(all + "/{import_id}", "One file that came in")
                        .tag(tag)
                        .role(Role.VIEWER)
                        .answers(ImportView.class, ImportView.EXAMPLE)
                        .handledBy(call -> imports.find(call.scope(), kind, call.id("import_id", ImportId::new))
                                .<Reply<ImportView>>map(found -> Reply.ok(ImportView.of(found)))
                                .orElseGet(Reply::notFound)),
                Route.post(all + "/{import_id}/undo", "Takes a file back, as far as nothing it made was changed since")
                        .tag(tag)
                        .role(Role.ADMIN)
                        .idempotent()
                        .params(Param.flag(
                                Route.DRY_RUN, "Tells how many would be removed and kept, and does nothing of it."))
                        .answers(UndoneView.class, UndoneView.EXAMPLE)
                        .handledBy(call -> undo(call, kind)));
    }

    private Reply<Page<ImportView>> list(Call<None> call, BookImport.Kind kind) {
        ImportBooks.Page page = imports.list(
                call.scope(),
                kind,
                call.paging()
                        .after()
                        .map(after -> new BookImports.After(Params.instant(after), new ImportId(after.id())))
                        .orElse(null),
                call.paging().limit());
        List<ImportView> views =
                page.runs().stream().map(run -> ImportView.of(run, List.of())).toList();
        return Reply.ok(new Page<>(
                views,
                page.more()
                        ? Optional.of(Params.at(
                                page.runs().getLast().createdAt(),
                                views.getLast().id()))
                        : Optional.empty()));
    }

    private Reply<ImportView> take(Call<None> call, BookImport.Kind kind) {
        FieldErrors errors = new FieldErrors();
        Upload upload = call.files().get("file");
        if (upload == null) {
            errors.add(part("file", "required", "The part file is required."));
        }
        call.form().keySet().stream()
                .filter(name -> !PARTS.contains(name))
                .forEach(name -> errors.add(part(name, "unknown_field", "There is no part of this name.")));
        Map<String, String> columns = Uploaded.columns(call.form().get("column_map"), errors);
        if (upload == null || !errors.isEmpty()) {
            return Reply.invalid(errors);
        }
        ImportBooks.Request request =
                new ImportBooks.Request(kind, Uploaded.name(upload), Uploaded.bytes(upload), columns);
        return switch (imports.take(call.scope(), request, call.origin())) {
            case ImportBooks.Outcome.Taken(ImportBooks.Listed run) ->
                Reply.created(call.path() + "/" + run.run().id().text(), ImportView.of(run));
            case ImportBooks.Outcome.Unreadable(UnreadableLeadFile cause) ->
                Reply.invalid(List.of(part("file", cause.code(), "The file cannot be read as a table.")));
            case ImportBooks.Outcome.TooManyRows(int rows) ->
                Reply.invalid(List.of(part(
                        "file",
                        "too_many_rows",
                        "A file has at most " + ImportBooks.MAX_ROWS + " rows; this one has " + rows + ".")));
            case ImportBooks.Outcome.BadColumns(List<Fault> faults) -> Faults.invalid(faults);
            case ImportBooks.Outcome.Forbidden refused -> Faults.forbidden(call, Role.ADMIN);
        };
    }

    private Reply<UndoneView> undo(Call<None> call, BookImport.Kind kind) {
        ImportId id = call.id("import_id", ImportId::new);
        boolean trial = call.query().flag(Route.DRY_RUN);
        return switch (trial
                ? imports.tryUndo(call.scope(), kind, id)
                : imports.undo(call.scope(), kind, id, call.origin())) {
            case ImportBooks.Undone.Done(ImportBooks.Listed run, int removed, int kept) ->
                Reply.ok(new UndoneView(ImportView.of(run), removed, kept));
            case ImportBooks.Undone.NotFound missing -> Reply.notFound();
            case ImportBooks.Undone.Forbidden refused -> Faults.forbidden(call, Role.ADMIN);
        };
    }
}
