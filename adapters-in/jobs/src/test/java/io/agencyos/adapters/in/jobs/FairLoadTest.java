package io.agencyos.adapters.in.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.out.postgres.outreach.PostgresDueWork;
import io.agencyos.adapters.out.postgres.testing.DeskOnPostgres;
import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.application.outreach.DueStages;
import io.agencyos.application.outreach.OutreachScenario;
import io.agencyos.application.outreach.engine.OutreachStage;
import io.agencyos.application.outreach.store.LoopStage;
import io.agencyos.application.outreach.store.Touches;
import io.agencyos.application.testing.Desk;
import io.agencyos.domain.client.PermissionMode;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.outreach.touch.TouchState;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The stages as the server's jobs run them, under the load of one client. Source: outreach 3.2. */
class FairLoadTest {

    private static final int BACKLOG = 1_000;
    private static final int MOST_TICKS = 2;
    private static final int DOMINANCE = 4;
    private static final int IGNITION = 1;

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    private final AtomicReference<Instant> clock = new AtomicReference<>(OutreachScenario.MONDAY_MORNING);
    private final Desk desk = DeskOnPostgres.at(database, clock);
    private final OutreachScenario large = new OutreachScenario(desk.world(), clock, PermissionMode.AUTOPILOT);
    private final OutreachScenario small = new OutreachScenario(desk.world(), clock, PermissionMode.AUTOPILOT);

    /** At each tick the clients that have work are asked for anew. */
    private FairTurns turns(LoopStage stage) {
        OutreachStage work = large.useCases().stage(stage);
        DueStages due = DueStages.over(new PostgresDueWork(), desk.world().units(), clock::get);
        return new FairTurns(
                stage.name(), () -> List.copyOf(due.of(Set.of(stage)).keySet()), this::weight, work::run, failure -> {
                    throw failure;
                });
    }

    private int weight(ClientId client) {
        return client.equals(large.client()) ? DOMINANCE : IGNITION;
    }

    private static List<Touch> touches(OutreachScenario of) {
        return of.in(() -> of.on()
                .stores()
                .touches()
                .list(of.client(), new Touches.Filter(null, null, EnumSet.allOf(TouchState.class)), null, BACKLOG));
    }

    @Test // outreach 3.2: a backlog of 1,000 must not delay another client by more than two ticks
    void nobody_waits_longer_than_two_ticks_behind_a_thousand_due_touches_of_somebody_else() {
        large.leads(BACKLOG);
        small.leads(5);
        FairTurns plan = turns(LoopStage.PLAN);
        FairTurns draft = turns(LoopStage.DRAFT);
        for (int tick = 1; tick <= MOST_TICKS; tick++) {
            plan.run();
            draft.run();
        }
        assertThat(touches(small)).hasSize(5).extracting(Touch::state).containsOnly(TouchState.READY);
        assertThat(touches(large))
                .as("who has the backlog has its share")
                .hasSizeBetween(1, MOST_TICKS * FairTurns.MOST);

        Instant last = touches(small).stream()
                .map(Touch::scheduledAt)
                .max(Instant::compareTo)
                .orElseThrow();
        small.advance(Duration.between(small.now(), last));
        FairTurns commit = turns(LoopStage.COMMIT);
        FairTurns dispatch = turns(LoopStage.DISPATCH);
        for (int tick = 1; tick <= MOST_TICKS; tick++) {
            commit.run();
            dispatch.run();
        }
        assertThat(touches(small)).extracting(Touch::state).containsOnly(TouchState.SENT);
    }
}
