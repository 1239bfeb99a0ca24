package io.agencyos.application.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.allocation.AllocationScenario.Asking;
import io.agencyos.application.scoring.store.LeadScores;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.PersonDetails;
import io.agencyos.domain.lead.Suppression;
import io.agencyos.domain.lead.SuppressionKeyType;
import io.agencyos.domain.scoring.ScoreCause;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A year of a lead to which everything happens, by one seed: the same history in memory and on PostgreSQL. */
public abstract class ScoreHistoryContract extends RescoringSteps {

    private static final List<String> TITLES =
            List.of("CEO", "Head of Growth", "Marketing Manager", "Marketing Intern");
    private static final List<String> INDUSTRIES = List.of("Marketing", "Construction");
    private static final int STEPS = 40;

    @Test // ALS-14, ALS-16, ALS-17: every row of every history adds up, whatever happened
    void whatever_happens_every_score_of_the_history_adds_up() {
        Asking asking = scenario().asking();
        Lead lead = inRoleSince(asking, TODAY.minusDays(100));
        score(lead, ScoreCause.INITIAL);
        Random chance = new Random(20_260_302);
        @Nullable Suppression entry = null;

        for (int step = 0; step < STEPS; step++) {
            scenario().advance(Duration.ofDays(1 + chance.nextInt(15)));
            switch (chance.nextInt(5)) {
                case 0 -> titled(lead, TITLES.get(chance.nextInt(TITLES.size())));
                case 1 -> edit(asking, target(INDUSTRIES.get(chance.nextInt(INDUSTRIES.size()))));
                case 2 ->
                    entry = entry == null ? suppress(asking, SuppressionKeyType.EMAIL, address(lead)) : lifted(entry);
                case 3 -> score(lead, ScoreCause.MANUAL);
                default -> runAll(asking);
            }
            runAll(asking);
        }

        List<LeadScores.Entry> all = scenario()
                .read(
                        lead.clientId(),
                        () -> scenario().on().scoring().scores().history(lead.clientId(), lead.id(), null, 100));
        assertThat(all).allSatisfy(RescoringSteps::addsUp);
        assertThat(all.reversed().stream()
                        .map(one -> one.snapshot().cause().wire()
                                + " " + one.snapshot().score().value()
                                + " " + one.snapshot().tier().wire())
                        .toList())
                .containsExactly(
                        "initial 69 warm",
                        "refresh 52 cool",
                        "icp_changed 42 cool",
                        "refresh 59 cool",
                        "refresh 66 warm",
                        "icp_changed 76 warm",
                        "icp_changed 66 warm",
                        "icp_changed 76 warm",
                        "refresh 58 cool",
                        "icp_changed 48 cool",
                        "deliverability 48 dead",
                        "icp_changed 58 dead",
                        "icp_changed 48 dead",
                        "refresh 53 dead",
                        "deliverability 53 cool",
                        "refresh 63 warm",
                        "icp_changed 73 warm",
                        "refresh 63 warm",
                        "deliverability 63 dead");
    }

    private void titled(Lead lead, String title) {
        Lead now = scenario().reread(lead);
        PersonDetails person = now.person();
        PersonDetails other = new PersonDetails(
                person.firstName(),
                person.lastName(),
                title,
                person.seniority(),
                person.city(),
                person.state(),
                person.country());
        scenario().run(lead.clientId(), () -> {
            leads().update(copy(now, other));
            scenario().scoring().scoreLeads().score(lead.clientId(), List.of(lead.id()), ScoreCause.REFRESH);
        });
    }

    private static Lead copy(Lead lead, PersonDetails person) {
        return lead.change().person(person).lead();
    }

    @Test // scoring 5, ALS-15: deleted rows are invisible to all rules; another client's lead is not found, not
    // forbidden
    void a_deleted_lead_and_one_of_somebody_else_are_not_there() {
        Asking asking = scenario().asking();
        Asking other = scenario().asking();
        Lead kept = scenario().lead(asking);
        Lead gone = scenario().lead(asking);
        scenario()
                .run(
                        asking.client(),
                        () -> leads().deleteAll(
                                        asking.client(),
                                        List.of(gone.id()),
                                        scenario().now()));
        TenantScope member = new TenantScope(asking.client(), null, Role.MEMBER);
        TenantScope stranger = new TenantScope(other.client(), null, Role.OWNER);

        assertThat(scenario().scoring().scoreLeadNow().score(member, gone.id()))
                .isEqualTo(new ScoreLeadNow.Outcome.LeadNotFound());
        assertThat(scenario().scoring().scoreLeadNow().score(stranger, kept.id()))
                .isEqualTo(new ScoreLeadNow.Outcome.LeadNotFound());
        assertThat(scenario().scoring().listScores().list(stranger, kept.id(), null, 10))
                .isEmpty();
        RescoreLeads.Outcome outcome = scenario()
                .scoring()
                .rescoreLeads()
                .rescore(asking.worker(), new RescoreLeads.Request(null, ScoreCause.MANUAL));
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        RescoreLeads.Outcome.Rescored.class,
                        rescored -> assertThat(rescored.summary().total()).isEqualTo(1));
    }
}
