package io.agencyos.application.outreach.post;

import io.agencyos.application.outreach.store.PostAccount;
import io.agencyos.application.outreach.store.PostBook;
import io.agencyos.application.platform.Actors;
import io.agencyos.application.platform.Audit;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.outreach.PostalAddress;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry;
import io.agencyos.domain.platform.AuditEntry.Change;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.FieldProblem;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One unit: account and audit line stand together. */
public final class KeepPostService implements KeepPost {

    private final PostBook book;
    private final PostPieces pieces;
    private final Predicate<ClientId> connected;
    private final Audit audit;
    private final UnitOfWork units;
    private final ClockPort clock;
    private final IdSource ids;

    /** @param connected asked outside any unit of work */
    public KeepPostService(
            PostBook book,
            PostPieces pieces,
            Predicate<ClientId> connected,
            Audit audit,
            UnitOfWork units,
            ClockPort clock,
            IdSource ids) {
        this.book = book;
        this.pieces = pieces;
        this.connected = connected;
        this.audit = audit;
        this.units = units;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public Shown show(TenantScope scope) {
        boolean linked = connected.test(scope.clientId());
        return units.inTenant(scope, () -> new Shown(book.account(scope.clientId()), linked));
    }

    @Override
    public Outcome keep(TenantScope scope, Wish wish, Origin origin) {
        if (!scope.role().permits(Role.ADMIN)) {
            return new Outcome.RoleRequired();
        }
        boolean linked = connected.test(scope.clientId());
        List<FieldProblem> problems = problems(wish, linked);
        if (!problems.isEmpty()) {
            return new Outcome.Invalid(problems);
        }
        return units.inTenant(scope, () -> {
            PostAccount before = book.account(scope.clientId());
            PostAccount after = new PostAccount(wish.enabled(), wish.monthlyAud(), wish.from(), before.letterCents());
            book.put(scope.clientId(), after);
            audit.append(new AuditEntry(
                    ids.next(),
                    clock.now(),
                    scope.clientId(),
                    Actors.of(scope),
                    AuditAction.UPDATE,
                    AuditEntry.Outcome.OK,
                    "post_account",
                    scope.clientId().value(),
                    Map.of("enabled", new Change(String.valueOf(before.enabled()), String.valueOf(after.enabled()))),
                    Map.of(),
                    origin));
            return new Outcome.Kept(new Shown(after, linked));
        });
    }

    private static List<FieldProblem> problems(Wish wish, boolean linked) {
        List<FieldProblem> problems = new ArrayList<>();
        PostalAddress from = wish.from();
        if (from != null && from.to(null, "the client").problem().isPresent()) {
            problems.add(FieldProblem.of(
                    "return_address",
                    "address_invalid",
                    "Nothing can come back to this address; see state and postcode."));
        }
        if (wish.enabled() && from == null) {
            problems.add(FieldProblem.of("return_address", "required", "Letters need an address to come back to."));
        }
        if (wish.enabled() && !linked) {
            problems.add(FieldProblem.of(
                    "enabled",
                    "post_office_missing",
                    "Connect an account at a post office before letters are written."));
        }
        return problems;
    }

    @Override
    public List<Letter> letters(TenantScope scope, @Nullable LeadId lead, PostPieces.@Nullable After after, int limit) {
        return units.inTenant(
                scope,
                () -> pieces.list(scope.clientId(), lead, after, limit).stream()
                        .map(piece -> new Letter(
                                piece,
                                LetterQuote.read(piece.shownPrice())
                                        .map(LetterQuote::cents)
                                        .orElse(null)))
                        .toList());
    }
}
