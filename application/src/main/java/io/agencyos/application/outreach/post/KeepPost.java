package io.agencyos.application.outreach.post;

import io.agencyos.application.outreach.store.PostAccount;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.outreach.PostalAddress;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.FieldProblem;
import io.agencyos.domain.shared.id.LeadId;
import java.math.BigDecimal;
import java.util.List;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/** Whether a client writes letters, by what, for how much, and what became of them. Source: outreach 12, vendors/direct-mail. */
@PrimaryPort
public interface KeepPost {

    /** @param connected whether the client has an account at a post office */
    record Shown(PostAccount account, boolean connected) {}

    /**
     * What an admin wants.
     *
     * @param monthlyAud null for no limit but that of the day
     * @param from where pieces come back to; letters need it
     */
    record Wish(
            boolean enabled,
            @Nullable BigDecimal monthlyAud,
            @Nullable PostalAddress from) {}

    /** What became of a wish. */
    sealed interface Outcome {

        record Kept(Shown shown) implements Outcome {}

        record Invalid(List<FieldProblem> problems) implements Outcome {
            public Invalid {
                problems = List.copyOf(problems);
            }
        }

        /** Admins decide about money. */
        record RoleRequired() implements Outcome {}
    }

    /** One letter; {@code cents} is what it was approved for, null where that is not known any more. */
    record Letter(PostPieces.Piece piece, @Nullable Integer cents) {}

    Shown show(TenantScope scope);

    Outcome keep(TenantScope scope, Wish wish, Origin origin);

    /** Letters that were ordered, latest first; of one lead where it is named. */
    List<Letter> letters(TenantScope scope, @Nullable LeadId lead, PostPieces.@Nullable After after, int limit);
}
