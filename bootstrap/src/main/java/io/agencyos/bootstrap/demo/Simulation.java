package io.agencyos.bootstrap.demo;

import io.agencyos.adapters.out.sandbox.VendorSandbox;
import io.agencyos.application.outreach.OutreachStage;
import io.agencyos.bootstrap.product.Product;
import io.agencyos.domain.shared.ClientId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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

    private final Product product;
    private final VendorSandbox sandbox;
    private final DemoClock clock;
    private final DemoState state;
    private final List<Cast> casts;
    private final ExecutorService lanes = Executors.newVirtualThreadPerTaskExecutor();

    Simulation(Product product, VendorSandbox sandbox, DemoClock clock, DemoState state, List<Cast> casts) {
        this.product = product;
        this.sandbox = sandbox;
        this.clock = clock;
        this.state = state;
        this.casts = casts;
    }

    /** Lives through a day from wherever it stands in it. */
    void live(LocalDate day) {
        for (Instant look : Timetable.of(day)) {
            if (look.isAfter(clock.now())) {
                state.reached(look);
                pass(look);
            }
        }
        side(cast -> product.conversation().pollReplies().poll(cast.client()));
        digest();
    }

    /** One look at the world. */
    private void pass(Instant now) {
        clock.moveTo(now);
        sandbox.pump(now);
        digest();
        side(Cast::book);
        side(cast -> work(cast.client()));
        side(Cast::decide);
    }

    /** What goes out during the last look still arrives. */
    void settle() {
        Instant end = clock.now().plus(Duration.ofMinutes(10));
        state.reached(end);
        clock.moveTo(end);
        sandbox.pump(end);
        digest();
    }

    /** One worker takes what came in, in its order: what comes at once is folded together. */
    private void digest() {
        for (int i = 0;
                i < ROUNDS && product.conversation().processInbox().run(BATCH).taken() == BATCH;
                i++) {
            // the next batch
        }
    }

    private void work(ClientId client) {
        product.salesforge().upkeep().catchUp(client);
        for (OutreachStage stage : product.outreach().loop()) {
            for (int i = 0; i < ROUNDS && stage.run(client, BATCH) > 0; i++) {
                // the next batch of the same stage
            }
        }
    }

    private interface Turn {
        void of(Cast cast);
    }

    /** Every client at the same time, as several processes would serve them. */
    private void side(Turn turn) {
        together(casts.stream().<Runnable>map(cast -> () -> turn.of(cast)).toList());
    }

    private void together(List<Runnable> turns) {
        List<Future<?>> running = turns.stream().<Future<?>>map(lanes::submit).toList();
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
