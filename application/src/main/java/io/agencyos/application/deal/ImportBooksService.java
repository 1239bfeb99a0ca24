package io.agencyos.application.deal;

import io.agencyos.application.deal.store.BookImports;
import io.agencyos.application.deal.store.Customers;
import io.agencyos.application.deal.store.DealPorts;
import io.agencyos.application.lead.intake.LeadFile;
import io.agencyos.application.lead.intake.LeadFiles;
import io.agencyos.application.lead.intake.UnreadableLeadFile;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.deal.BookImport;
import io.agencyos.domain.deal.Customer;
import io.agencyos.domain.lead.SuppressionReason;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry.Change;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.contact.Country;
import io.agencyos.domain.shared.id.ImportId;
import io.agencyos.domain.shared.id.SuppressionId;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The file is read whole before anything is written; then part by part, each in a transaction with its results. */
final class ImportBooksService implements ImportBooks {

    private static final int PART = 1_000;

    private final DealPorts ports;
    private final BookImports imports;
    private final CustomerBook book;
    private final Purchases purchases;
    private final LeadFiles files;
    private final UnitOfWork units;
    private final ClockPort clock;
    private final IdSource ids;

    ImportBooksService(
            DealPorts ports,
            BookImports imports,
            CustomerBook book,
            Purchases purchases,
            LeadFiles files,
            UnitOfWork units,
            ClockPort clock,
            IdSource ids) {
        this.ports = ports;
        this.imports = imports;
        this.book = book;
        this.purchases = purchases;
        this.files = files;
        this.units = units;
        this.clock = clock;
        this.ids = ids;
    }

    private static boolean mayNot(TenantScope scope) {
        return !scope.role().permits(Role.ADMIN);
    }

    @Override
    public Outcome take(TenantScope scope, Request request, Origin origin) {
        if (mayNot(scope)) {
            return new Outcome.Forbidden();
        }
        List<LeadFile.Row> rows = new ArrayList<>();
        Result<BookColumns, List<Fault>> columns;
        try (LeadFile file = files.open(() -> new ByteArrayInputStream(request.content()))) {
            columns = BookColumns.of(request.kind(), file.headers(), request.columnMap());
            file.rows().forEachRemaining(rows::add);
        } catch (UnreadableLeadFile broken) {
            return new Outcome.Unreadable(broken);
        }
        if (rows.size() > MAX_ROWS) {
            return new Outcome.TooManyRows(rows.size());
        }
        return switch (columns) {
            case Result.Err<BookColumns, List<Fault>>(List<Fault> faults) -> new Outcome.BadColumns(faults);
            case Result.Ok<BookColumns, List<Fault>>(BookColumns found) ->
                new Outcome.Taken(taken(scope, request, found, rows, origin));
        };
    }

    private Listed taken(
            TenantScope scope, Request request, BookColumns columns, List<LeadFile.Row> rows, Origin origin) {
        BookImport run = begin(scope, request, origin);
        for (int from = 0; from < rows.size(); from += PART) {
            run = part(scope, run, columns, rows.subList(from, Math.min(rows.size(), from + PART)));
        }
        BookImport counted = run;
        return units.inTenant(scope.asWorker(), () -> listed(imports.update(counted.done())));
    }

    private BookImport begin(TenantScope scope, Request request, Origin origin) {
        return units.inTenant(scope.asWorker(), () -> {
            DealTrail trail = new DealTrail(ports, ids, scope, origin, clock.now());
            BookImport begun = new BookImport(
                    new ImportId(ids.next()),
                    scope.clientId(),
                    request.kind(),
                    request.fileName(),
                    BookImport.Status.RUNNING,
                    BookImport.Counts.NONE,
                    trail.now(),
                    null,
                    null,
                    0);
            imports.insert(begun);
            trail.audit(
                    "customer_import",
                    begun.id().value(),
                    AuditAction.IMPORT,
                    Map.of("kind", new Change(null, request.kind().wire())));
            return begun;
        });
    }

    private BookImport part(TenantScope scope, BookImport run, BookColumns columns, List<LeadFile.Row> rows) {
        List<Customer> buyers = new ArrayList<>();
        BookImport after = units.inTenant(scope.asWorker(), () -> {
            buyers.clear();
            List<BookImport.Row> results = switch (run.kind()) {
                case CUSTOMERS -> {
                    CustomerRows.Taken taken = new CustomerRows(run, columns, book, clock.now()).take(rows);
                    buyers.addAll(taken.buyers());
                    yield taken.rows();
                }
                case SUPPRESSIONS -> new SuppressionRows(run, columns, book.suppress(), home(scope)).take(rows);
            };
            imports.addRows(run.clientId(), run.id(), results);
            return imports.update(run.counted(run.counts().plus(results)));
        });
        purchases.tell(scope.clientId(), buyers);
        return after;
    }

    private Country home(TenantScope scope) {
        return ports.clients().find(scope.clientId()).map(Client::country).orElse(Country.AUSTRALIA);
    }

    private Listed listed(BookImport run) {
        return new Listed(run, imports.failed(run.clientId(), run.id(), MAX_ERRORS));
    }

    @Override
    public Page list(TenantScope scope, BookImport.Kind kind, BookImports.@Nullable After after, int limit) {
        List<BookImport> found = units.inTenant(scope, () -> imports.list(scope.clientId(), kind, after, limit + 1));
        boolean more = found.size() > limit;
        return new Page(more ? found.subList(0, limit) : found, more);
    }

    @Override
    public Optional<Listed> find(TenantScope scope, BookImport.Kind kind, ImportId id) {
        return units.inTenant(
                scope,
                () -> imports.find(scope.clientId(), id)
                        .filter(run -> run.kind() == kind)
                        .map(this::listed));
    }

    @Override
    public Undone undo(TenantScope scope, BookImport.Kind kind, ImportId id, Origin origin) {
        if (mayNot(scope)) {
            return new Undone.Forbidden();
        }
        return units.inTenant(
                scope.asWorker(),
                () -> imports.findForUpdate(scope.clientId(), id)
                        .filter(run -> run.kind() == kind)
                        .<Undone>map(
                                run -> run.isUndone() ? new Undone.Done(listed(run), 0, 0) : undone(scope, run, origin))
                        .orElseGet(Undone.NotFound::new));
    }

    @Override
    public Undone tryUndo(TenantScope scope, BookImport.Kind kind, ImportId id) {
        if (mayNot(scope)) {
            return new Undone.Forbidden();
        }
        try {
            return units.<Undone>inTenant(scope.asWorker(), () -> {
                Optional<BookImport> run =
                        imports.findForUpdate(scope.clientId(), id).filter(found -> found.kind() == kind);
                if (run.isPresent() && !run.get().isUndone()) {
                    throw new Tried(listed(run.get()), undone(scope, run.get(), Origin.NONE));
                }
                return run.<Undone>map(found -> new Undone.Done(listed(found), 0, 0))
                        .orElseGet(Undone.NotFound::new);
            });
        } catch (Tried tried) {
            return tried.would;
        }
    }

    /** Carries what an undo would do out of its unit of work, which leaves nothing behind. */
    private static final class Tried extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Undone would;

        Tried(Listed run, Undone.Done done) {
            super("tried, not done", null, false, false);
            would = new Undone.Done(run, done.removed(), done.kept());
        }
    }

    private Undone.Done undone(TenantScope scope, BookImport run, Origin origin) {
        DealTrail trail = new DealTrail(ports, ids, scope, origin, clock.now());
        List<BookImport.Row> made = imports.rows(run.clientId(), run.id()).stream()
                .filter(row -> row.result() == BookImport.RowResult.IMPORTED)
                .toList();
        List<Customers.Kept> customers = ports.customers()
                .findAll(
                        run.clientId(),
                        made.stream()
                                .map(BookImport.Row::customer)
                                .filter(Objects::nonNull)
                                .collect(Collectors.toSet()));
        List<Customers.Kept> untouched = customers.stream()
                .filter(kept -> kept.customer().version() == 0)
                .toList();
        ports.customers()
                .deleteAll(
                        run.clientId(),
                        untouched.stream().map(kept -> kept.customer().id()).toList(),
                        trail.now());
        Set<SuppressionId> needed = customers.stream()
                .filter(kept -> kept.customer().version() > 0)
                .flatMap(kept -> Optional.ofNullable(kept.block()).stream())
                .map(Customers.Block::entry)
                .collect(Collectors.toSet());
        List<SuppressionId> entries = made.stream()
                .map(BookImport.Row::entry)
                .filter(Objects::nonNull)
                .filter(entry -> !needed.contains(entry))
                .toList();
        Set<SuppressionId> gone =
                book.suppress().withdrawUntouched(run.clientId(), entries, SuppressionReason.REMOVABLE_BY_CLIENTS);
        int removed = run.kind() == BookImport.Kind.CUSTOMERS ? untouched.size() : gone.size();
        int kept = made.size() - removed;
        boolean whole = kept == 0 && gone.size() == entries.size();
        trail.audit(
                "customer_import",
                run.id().value(),
                AuditAction.UPDATE,
                Map.of("status", new Change(run.status().wire(), whole ? "undone" : "partly_undone")));
        BookImport after = imports.update(run.undone(whole, trail.now(), scope.userId()));
        return new Undone.Done(listed(after), removed, kept);
    }
}
