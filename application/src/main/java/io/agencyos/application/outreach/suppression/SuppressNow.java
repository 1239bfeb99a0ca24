package io.agencyos.application.outreach.suppression;

import io.agencyos.application.lead.store.Suppressions;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.Suppression;
import io.agencyos.domain.lead.SuppressionKeyType;
import io.agencyos.domain.lead.SuppressionReason;
import io.agencyos.domain.lead.SuppressionSource;
import io.agencyos.domain.shared.InputProblem;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.contact.Country;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.SuppressionId;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Entries of the client's list that other work brings, such as its customers. Works inside the caller's unit of work
 * (worker scope) and stops who is under way; the caller locks no lead before. Source: outreach 6.1–6.2.
 */
public interface SuppressNow {

    /** What is to stand on the list, by one key. */
    record Wanted(
            SuppressionReason reason,
            SuppressionSource source,
            @Nullable String note) {}

    /**
     * What stands there now.
     *
     * @param made whether it is new; one that stood before was at most strengthened
     * @param strengthened whether it stood before for a weaker reason
     */
    record Entered(Suppression entry, boolean made, boolean strengthened) {}

    /** Writes them all at once; what stood before is never weakened. */
    Map<Suppressions.Key, Entered> enter(ClientId client, Map<Suppressions.Key, Wanted> wanted);

    /** The same without those that stand for a reason as strong: these are left out of the answer. */
    Map<Suppressions.Key, Entered> enterNew(ClientId client, Map<Suppressions.Key, Wanted> wanted);

    /** The same for people, each under every address of theirs; what stands for one person is taken off together. */
    void enterPeople(ClientId client, Collection<Lead> people, Wanted wanted);

    /** Takes entries away that still stand for one of these reasons; answers which went. */
    Set<SuppressionId> withdraw(ClientId client, Collection<SuppressionId> entries, Set<SuppressionReason> reasons);

    /** The same, of those that nothing was added to since. */
    Set<SuppressionId> withdrawUntouched(
            ClientId client, Collection<SuppressionId> entries, Set<SuppressionReason> reasons);

    /** What a person wrote as a key of this type. */
    Result<Suppressions.Key, InputProblem> read(SuppressionKeyType type, String text, Country home);
}
