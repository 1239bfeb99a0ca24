package io.agencyos.bootstrap.simulate;

import io.agencyos.application.outreach.DueStages;
import io.agencyos.application.outreach.engine.OutreachStage;
import io.agencyos.application.outreach.store.LoopStage;
import io.agencyos.application.shared.StorageUnavailable;
import io.agencyos.domain.shared.id.ClientId;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** One of the world's processes: does what the product's jobs do, dies and is started anew with nothing remembered. */
final class WorldProcess {

    private static final int BATCH = 50;
    private static final int ROUNDS = 100;

    private final SimulatedWorld world;
    private final WorldProduct.Surroundings around;
    private final FatedUnits units;
    private WorldProduct product;

    WorldProcess(SimulatedWorld world, WorldProduct.Surroundings around, FatedUnits units) {
        this.world = world;
        this.around = around;
        this.units = units;
        this.product = start();
    }

    private WorldProduct start() {
        FatedCalls fated = new FatedCalls(world.fate(), world.time(), span -> world.meanwhile(this, span));
        return around.process(units, world.vendors().lines().struckBy(fated));
    }

    /**
     * Everything that is due now.
     *
     * @param inbox whether something may have come in
     */
    void work(boolean inbox) {
        live(process -> {
            ClientId client = world.client();
            for (int i = 0;
                    inbox
                            && i < ROUNDS
                            && process.conversation()
                                            .processInbox()
                                            .run(client, BATCH)
                                            .taken()
                                    > 0;
                    i++) {
                // the next batch
            }
            Map<ClientId, Set<LoopStage>> due = DueStages.over(around.stores().dueWork(), units, world.time())
                    .of(EnumSet.allOf(LoopStage.class));
            boolean moved = false;
            for (LoopStage stage : LoopStage.values()) {
                if (moved || due.getOrDefault(client, Set.of()).contains(stage)) {
                    moved |= work(client, process.outreach().stage(stage), stage);
                }
            }
        });
    }

    /** Calls are made one after the other, so that the same seed makes the same calls in the same order. */
    private static boolean work(ClientId client, OutreachStage stage, LoopStage name) {
        int batch = name == LoopStage.DISPATCH || name == LoopStage.RECONCILE ? 1 : BATCH;
        int found = 0;
        for (int i = 0; i < ROUNDS; i++) {
            int now = stage.run(client, batch);
            found += now;
            if (now < batch) {
                break;
            }
        }
        return found > 0;
    }

    /** Lives until it is done, dies, or finds no database: then the next time is a new life. */
    void live(Consumer<WorldProduct> life) {
        units.dieAt(world.fate().deathOfThisPass());
        try {
            life.accept(product);
        } catch (ProcessDied end) {
            product = start();
        } catch (StorageUnavailable gone) {
            // the job runner logs it and comes again
        } finally {
            units.dieAt(0);
        }
    }
}
