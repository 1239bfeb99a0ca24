package io.agencyos.adapters.in.rest.lead;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.FieldError;
import io.agencyos.adapters.in.http.route.FileBody;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.Page;
import io.agencyos.adapters.in.http.route.Paging;
import io.agencyos.adapters.in.http.route.Paging.Position;
import io.agencyos.adapters.in.http.route.Param;
import io.agencyos.adapters.in.http.route.Problem;
import io.agencyos.adapters.in.http.route.ProblemCode;
import io.agencyos.adapters.in.http.route.RateLimit;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.http.route.Sorting;
import io.agencyos.adapters.in.rest.card.People;
import io.agencyos.adapters.in.rest.lead.ImportView.Imported;
import io.agencyos.adapters.in.rest.lead.ImportView.Kept;
import io.agencyos.adapters.in.rest.lead.ImportView.Row;
import io.agencyos.adapters.in.rest.lead.ImportView.Trial;
import io.agencyos.adapters.in.rest.lead.ImportView.Undone;
import io.agencyos.adapters.in.rest.lead.LeadLists.LeadList;
import io.agencyos.adapters.in.rest.platform.JobViews;
import io.agencyos.adapters.in.rest.platform.JobViews.Job;
import io.agencyos.application.lead.intake.ListImports;
import io.agencyos.application.lead.intake.UndoImport;
import io.agencyos.application.lead.store.LeadQueries.AfterImport;
import io.agencyos.application.lead.store.LeadQueries.ListedImport;
import io.agencyos.domain.client.identity.KeyScope;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.lead.ImportRowResult;
import io.agencyos.domain.lead.intake.LeadImportRow;
import io.agencyos.domain.shared.id.ImportId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Imports of leads: begun, looked at, taken back. Source: api 9.6. */
public final class ImportRoutes implements RouteGroup {

    private static final int OK = 200;
    private static final int ACCEPTED = 202;
    private static final String TAG = "Imports";
    private static final String IMPORTS = Route.C + "/leads/imports";

    private final LeadUploads uploads;
    private final LeadLists lists;
    private final ListImports imports;
    private final UndoImport undo;
    private final People people;

    public ImportRoutes(LeadUploads uploads, LeadLists lists, ListImports imports, UndoImport undo, People people) {
        this.uploads = uploads;
        this.lists = lists;
        this.imports = imports;
        this.undo = undo;
        this.people = people;
    }

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                Route.post(
                                IMPORTS,
                                "Imports leads: a file by a job (parts file, campaign_id and column_map as JSON), or"
                                        + " up to 1,000 as JSON at once")
                        .tag(TAG)
                        .role(Role.MEMBER)
                        .key(KeyScope.LEADS_WRITE)
                        .idempotent()
                        .limited(RateLimit.TRANSFER)
                        .uploadOr(LeadList.class, LeadList.EXAMPLE)
                        .params(Param.flag(Route.DRY_RUN, "Tells what would come of it and writes nothing."))
                        .answers(ACCEPTED, Job.class, JobViews.JOB)
                        .orAnswers(OK, Trial.class, Trial.EXAMPLE)
                        .orAnswers(OK, Imported.class, Imported.EXAMPLE)
                        .problems(ProblemCode.SUBSCRIPTION_INACTIVE, ProblemCode.BLOCKED, ProblemCode.ALREADY_RUNNING)
                        .handledBy(this::imported),
                Route.get(IMPORTS, "The client's imports")
                        .tag(TAG)
                        .role(Role.VIEWER)
                        .lists(ImportView.class, Sorting.of("-created_at"), ImportView.EXAMPLE)
                        .handledBy(this::list),
                Route.get(IMPORTS + "/{import_id}", "One import")
                        .tag(TAG)
                        .role(Role.VIEWER)
                        .answers(ImportView.class, ImportView.EXAMPLE)
                        .handledBy(this::show),
                Route.get(IMPORTS + "/{import_id}/rows", "The rows of an import and what became of them")
                        .tag(TAG)
                        .role(Role.VIEWER)
                        .params(Param.words("result", ImportRowResult.class))
                        .lists(Row.class, Sorting.of("row"), Row.EXAMPLE)
                        .orAnswers(OK, FileBody.class, ImportRowsFile.EXAMPLE)
                        .handledBy(this::rows),
                Route.post(IMPORTS + "/{import_id}/undo", "Takes an import back as a whole")
                        .tag(TAG)
                        .role(Role.ADMIN)
                        .idempotent()
                        .params(Param.flag(
                                Route.DRY_RUN, "Tells what would be removed, restored and kept, and does none of it."))
                        .answers(Undone.class, Undone.EXAMPLE)
                        .handledBy(this::undo));
    }

    /** A list is imported at once, a file by a job. */
    private Reply<Object> imported(Call<LeadList> call) {
        List<LeadLists.ListedLead> leads = call.body().leads();
        return leads == null ? uploads.imported(call) : lists.imported(call, leads);
    }

    private Reply<Page<ImportView>> list(Call<None> call) {
        Paging paging = call.paging();
        Optional<AfterImport> after = paging.after()
                .map(position ->
                        new AfterImport(Instant.parse(position.keys().getFirst()), new ImportId(position.id())));
        List<ListedImport> rows = imports.list(call.scope(), after, paging.limit() + 1);
        People.Names names = named(call, rows.stream());
        return Reply.ok(Page.of(
                rows,
                paging,
                listed -> ImportView.of(listed, names),
                listed -> new Position(
                        List.of(listed.run().createdAt().toString()),
                        listed.run().id().value())));
    }

    private Reply<ImportView> show(Call<None> call) {
        return imports.show(call.scope(), call.id("import_id", ImportId::new))
                .<Reply<ImportView>>map(found -> Reply.ok(ImportView.of(found, named(call, Stream.of(found))))
                        .version(found.run().version()))
                .orElseGet(Reply::notFound);
    }

    private ImportView shown(Call<None> call, ImportId id) {
        return imports.show(call.scope(), id)
                .map(found -> ImportView.of(found, named(call, Stream.of(found))))
                .orElseThrow();
    }

    private People.Names named(Call<None> call, Stream<ListedImport> shown) {
        return people.named(
                call.scope().clientId(),
                shown.map(listed -> listed.run().undoneBy())
                        .filter(Objects::nonNull)
                        .toList());
    }

    /** A page of them; all of them, where a file is asked for. */
    private Reply<Object> rows(Call<None> call) {
        ImportId id = call.id("import_id", ImportId::new);
        if (imports.show(call.scope(), id).isEmpty()) {
            return Reply.notFound();
        }
        Set<ImportRowResult> results = call.query().words("result", ImportRowResult.class);
        if (call.media().isPresent()) {
            return Reply.ok(
                    ImportRowsFile.of(id, (after, limit) -> imports.rows(call.scope(), id, results, after, limit)));
        }
        Paging paging = call.paging();
        int after = paging.after()
                .map(position -> Integer.parseInt(position.keys().getFirst()))
                .orElse(0);
        List<LeadImportRow> rows = imports.rows(call.scope(), id, results, after, paging.limit() + 1);
        return Reply.ok(Page.of(
                rows, paging, Row::of, row -> new Position(List.of(Integer.toString(row.rowNo())), id.value())));
    }

    private Reply<Undone> undo(Call<None> call) {
        ImportId id = call.id("import_id", ImportId::new);
        boolean trial = call.query().flag(Route.DRY_RUN);
        return switch (trial ? undo.tryUndo(call.scope(), id) : undo.undo(call.scope(), id)) {
            case UndoImport.Outcome.Undone done ->
                Reply.ok(new Undone(
                        shown(call, id),
                        done.removed(),
                        done.restored(),
                        done.kept().stream()
                                .map(kept -> new Kept(kept.row(), kept.lead().value(), kept.reason()))
                                .toList()));
            case UndoImport.Outcome.RoleRequired() ->
                Reply.refused(Problem.roleRequired(
                        Role.ADMIN.wire(), call.scope().role().wire()));
            case UndoImport.Outcome.NotFound() -> Reply.notFound();
        };
    }

    /** A refusal of the part of this name. */
    static FieldError part(String name, String code, String message) {
        return FieldError.of("/" + name, code, message);
    }
}
