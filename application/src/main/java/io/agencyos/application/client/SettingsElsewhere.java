package io.agencyos.application.client;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.conversion.LearningSettings;
import io.agencyos.domain.shared.FieldProblem;
import io.agencyos.domain.shared.Money;
import io.agencyos.domain.shared.id.ClientId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Settings of a client that other parts of the product keep; shown with the rest of them and changed in one unit with it. */
public interface SettingsElsewhere {

    /** Where nothing else is kept: what the product does by itself, which nobody can change. */
    SettingsElsewhere NONE = new SettingsElsewhere() {
        @Override
        public Kept of(ClientId client) {
            return Kept.DEFAULT;
        }

        @Override
        public List<FieldProblem> problems(TenantScope scope, Kept wanted) {
            return wanted.equals(Kept.DEFAULT)
                    ? List.of()
                    : List.of(FieldProblem.of("", "not_kept", "This installation keeps none of these settings."));
        }

        @Override
        public void save(ClientId client, Kept wanted) {
            if (!wanted.equals(Kept.DEFAULT)) {
                throw new IllegalArgumentException("was named a problem before: " + wanted);
            }
        }
    };

    /**
     * What is kept there.
     *
     * @param refinement whether searches take up what was learned of leads
     * @param explore percent of the traffic that ignores what was learned
     * @param mail whether letters are written
     * @param mailBudget what letters may cost in a month; null for no limit but that of the day
     */
    record Kept(
            boolean refinement,
            LearningSettings.Explore explore,
            boolean mail,
            @Nullable Money mailBudget) {

        static final Kept DEFAULT =
                new Kept(LearningSettings.DEFAULT.refinement(), LearningSettings.DEFAULT.explore(), false, null);
    }

    /** What stands; needs an open unit of work of the tenant. */
    Kept of(ClientId client);

    /** What keeps it from being so, with paths as the API has them; asked outside any unit of work. */
    List<FieldProblem> problems(TenantScope scope, Kept wanted);

    /** Needs an open unit of work of the tenant; an admin or the worker writes. */
    void save(ClientId client, Kept wanted);
}
