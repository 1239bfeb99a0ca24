package io.agencyos.bootstrap.demo;

import io.agencyos.adapters.out.sandbox.VendorSandbox;
import io.agencyos.application.outreach.LoopStage;
import io.agencyos.application.outreach.OutreachStage;
import io.agencyos.application.outreach.RecallTouches;
import io.agencyos.application.shared.IdSource;
import io.agencyos.bootstrap.product.Leaving;
import io.agencyos.bootstrap.product.Product;
import io.agencyos.domain.shared.ClientId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Lets time pass: at each look the sandbox's people live until then, its webhooks reach the product's own server, and the
 * product's jobs run as they do in production, only by this clock.
 */
final class Simulation implements AutoCloseable {

    private static final int BATCH = 200;
    private static final int ROUNDS = 50;

    /** Staff carry a file to the register once a day. */
    private static final Duration FROM_WASH_TO_WASH = Duration.ofHours(20);

    private static final Duration FLOWS_SPREAD = Duration.ofMinutes(10);
    private static final Duration POLL_EVERY = Duration.ofHours(10);

    private final Product product;
    private final VendorSandbox sandbox;
    private final DemoClock clock;
    private final DemoState state;
    private final List<Player> turns;
    /** Of the system's own kind: a lane asks the database all day long, and a virtual thread pays for every wait. */
    private final ExecutorService lanes =
            Executors.newCachedThreadPool(Thread.ofPlatform().name("client-", 1).factory());

    private final DoNotCallOffice office;
    private final RecallTouches recalls;
    private Instant pollAt = Instant.EPOCH;
    private Instant washAt = Instant.EPOCH;

    /** A client's people, and the source of the ids of what they do. */
    private record Player(Cast cast, IdSource ids) {}

    Simulation(
            Product product, VendorSandbox sandbox, DemoClock clock, DemoIds ids, DemoState state, List<Cast> casts) {
        this.product = product;
        this.sandbox = sandbox;
        this.clock = clock;
        this.state = state;
        this.office = new DoNotCallOffice(product.senders().washes(), clock);
        this.recalls = Leaving.recallTouches(product);
        this.turns =
                casts.stream().map(cast -> new Player(cast, ids.ownSource())).toList();
    }

    /** Lives through a day from wherever it stands in it. Flows start by the day; none of them is in a hurry of hours. */
    void live(LocalDate day) {
        boolean begins = true;
        for (Instant look : Timetable.of(day)) {
            if (look.isAfter(clock.now())) {
                state.reached(look);
                pass(look);
                if (begins) {
                    background(look);
                    begins = false;
                }
            }
        }
    }

    /** One look at the world. */
    private void pass(Instant now) {
        clock.moveTo(now);
        sandbox.pump(now);
        poll(now);
        side(cast -> digest(cast.client()));
        side(Cast::book);
        Map<ClientId, Set<LoopStage>> due = product.dueStages().of(EnumSet.allOf(LoopStage.class));
        side(cast -> work(cast.client(), due.getOrDefault(cast.client(), Set.of())));
        side(Cast::decide);
    }

    /** Who was not heard for half a day is not written to. */
    private void poll(Instant now) {
        if (!now.isBefore(pollAt)) {
            side(cast -> product.conversation().pollReplies().poll(cast.client()));
            pollAt = now.plus(POLL_EVERY);
        }
    }

    /** Starts what is due, and lives through the minutes over which the clients' runs are spread, so that none is late. */
    private void background(Instant now) {
        if (!now.isBefore(washAt)) {
            office.wash();
            washAt = now.plus(FROM_WASH_TO_WASH);
        }
        side(cast -> product.conversation().implyDeliveries().imply(cast.client()));
        side(cast -> recalls.recall(cast.client(), BATCH));
        product.background().engine().drain();
        clock.moveTo(now.plus(FLOWS_SPREAD));
        product.background().engine().drain();
    }

    /** What goes out during the last look still arrives. */
    void settle() {
        Instant end = clock.now().plus(Duration.ofMinutes(10));
        state.reached(end);
        clock.moveTo(end);
        sandbox.pump(end);
        side(cast -> digest(cast.client()));
    }

    /**
     * One worker takes what came in for a client, in its order: what comes at once is folded together. The clients' workers
     * do not meet: nobody is a lead of two clients, and what closes an address to all is asked about before the next send.
     */
    private void digest(ClientId client) {
        for (int i = 0;
                i < ROUNDS
                        && product.conversation()
                                        .processInbox()
                                        .run(client, BATCH)
                                        .taken()
                                == BATCH;
                i++) {
            // the next batch
        }
    }

    /** What one stage did may be work for those behind it; where nothing is due, the vendor need not be looked after either. */
    private void work(ClientId client, Set<LoopStage> due) {
        if (due.isEmpty()) {
            return;
        }
        product.salesforge().upkeep().catchUp(client);
        boolean moved = false;
        for (LoopStage name : LoopStage.values()) {
            if (moved || due.contains(name)) {
                moved |= work(client, product.outreach().stage(name)) > 0;
            }
        }
    }

    private static int work(ClientId client, OutreachStage stage) {
        int found = 0;
        int batch = BATCH;
        for (int i = 0; i < ROUNDS && batch >= BATCH; i++) {
            batch = stage.run(client, BATCH);
            found += batch;
        }
        return found;
    }

    private interface Turn {
        void of(Cast cast);
    }

    /** Every client at the same time, as several processes would serve them. */
    private void side(Turn turn) {
        List<Future<?>> running = turns.stream()
                .<Future<?>>map(one -> lanes.submit(() -> DemoIds.from(one.ids(), () -> turn.of(one.cast()))))
                .toList();
        for (Future<?> one : running) {
            try {
                one.get();
            } catch (ExecutionException failed) {
                throw new IllegalStateException("the demonstration stops", failed.getCause());
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", interrupted);
            }
        }
    }

    @Override
    public void close() {
        lanes.close();
    }
}
