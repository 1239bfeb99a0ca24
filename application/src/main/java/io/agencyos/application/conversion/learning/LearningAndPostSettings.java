package io.agencyos.application.conversion.learning;

import io.agencyos.application.client.SettingsElsewhere;
import io.agencyos.application.conversion.learning.store.LearningSettingsStore;
import io.agencyos.application.outreach.store.PostAccount;
import io.agencyos.application.outreach.store.PostBook;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.conversion.LearningSettings;
import io.agencyos.domain.shared.FieldProblem;
import io.agencyos.domain.shared.Money;
import io.agencyos.domain.shared.id.ClientId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The settings of learning and of letters; each keeps one row, whichever address it is changed at. Source: api 9.2. */
public final class LearningAndPostSettings implements SettingsElsewhere {

    private static final int CENTS = 2;

    private final LearningSettingsStore learning;
    private final PostBook post;
    private final Predicate<ClientId> connected;
    private final UnitOfWork units;

    /** @param connected whether the client has an account at a post office; asked outside any unit of work */
    public LearningAndPostSettings(
            LearningSettingsStore learning, PostBook post, Predicate<ClientId> connected, UnitOfWork units) {
        this.learning = learning;
        this.post = post;
        this.connected = connected;
        this.units = units;
    }

    @Override
    public Kept of(ClientId client) {
        LearningSettings learned = learning.of(client);
        PostAccount account = post.account(client);
        BigDecimal budget = account.monthlyAud();
        return new Kept(
                learned.refinement(),
                learned.explore(),
                account.enabled(),
                budget == null ? null : new Money(budget.movePointRight(CENTS).longValueExact()));
    }

    @Override
    public List<FieldProblem> problems(TenantScope scope, Kept wanted) {
        List<FieldProblem> problems = new ArrayList<>();
        if (!wanted.explore().isValid()) {
            problems.add(FieldProblem.of(
                    "explore", "out_of_range", "A share is 0 to 20 percent, that of sourcing 0 to 50."));
        }
        if (wanted.mail() && !connected.test(scope.clientId())) {
            problems.add(FieldProblem.of(
                    "mail/enabled",
                    "post_office_missing",
                    "Connect an account at a post office before letters are written."));
        }
        if (wanted.mail()
                && units.inTenant(scope, () -> post.account(scope.clientId())).from() == null) {
            problems.add(FieldProblem.of(
                    "mail/enabled", "required", "Letters need an address to come back to; see C/post."));
        }
        return problems;
    }

    @Override
    public void save(ClientId client, Kept wanted) {
        LearningSettings learned = learning.of(client);
        LearningSettings other =
                learned.exploring(wanted.explore()).refining(wanted.refinement(), learned.lockedFields());
        if (!other.equals(learned)) {
            learning.save(client, other);
        }
        PostAccount account = post.account(client);
        Money budget = wanted.mailBudget();
        PostAccount letters = new PostAccount(
                wanted.mail(),
                budget == null ? null : BigDecimal.valueOf(budget.cents(), CENTS),
                account.from(),
                account.letterCents());
        if (!of(client).equals(wanted)) {
            post.put(client, letters);
        }
    }
}
