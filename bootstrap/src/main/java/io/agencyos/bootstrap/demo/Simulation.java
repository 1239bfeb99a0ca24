package io.agencyos.bootstrap.demo;

import io.agencyos.adapters.out.sandbox.VendorSandbox;
import io.agencyos.application.conversation.ProcessInbox;
import io.agencyos.application.outreach.engine.OutreachStage;
import io.agencyos.application.outreach.stop.RecallTouches;
import io.agencyos.application.outreach.store.LoopStage;
import io.agencyos.application.shared.IdSource;
import io.agencyos.bootstrap.product.Leaving;
import io.agencyos.bootstrap.product.Product;
import io.agencyos.bootstrap.serve.Uptime;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Lets time pass: at each look the sandbox's people live until then, its webhooks reach the product's own server, and the
 * product's jobs run as they do in production, only by this clock.
 */
final class Simulation implements AutoCloseable {

    private static final int BATCH = 200;

    /** Of a day's starts fewer have room than come due: what is read for the others is read for nothing. */
    private static final int AHEAD_BATCH = 100;

    private static final int ROUNDS = 50;

    /** Staff carry a file to the register once a day. */
    private static final Duration FROM_WASH_TO_WASH = Duration.ofHours(20);

    private static final Duration FLOWS_SPREAD = Duration.ofMinutes(10);

    /**
     * The day's flows read the vendors' lists in the morning, and by whom nobody was heard for half a day nobody is written to:
     * they are read once more in the afternoon, for the evening and for readers elsewhere.
     */
    private static final Duration FROM_FLOWS_TO_POLL = Duration.ofHours(9);

    private final Product product;
    private final VendorSandbox sandbox;
    private final DemoClock clock;
    private final DemoState state;
    private final List<Player> turns;
    private final Lanes lanes = new Lanes();
    private final Lanes.Lane staff = lanes.lane();
    private final DoNotCallOffice office;
    private final RecallTouches recalls;
    private final SideBySide flows;
    private Instant pollAt = Instant.EPOCH;
    private Instant washAt = Instant.EPOCH;

    /** What a client does about the next hours once it has sent what is due. */
    private static final EnumSet<LoopStage> AHEAD = EnumSet.of(LoopStage.PLAN, LoopStage.DRAFT);

    private static final EnumSet<LoopStage> NOW = EnumSet.complementOf(AHEAD);

    /** A client's people, who works off its inbox, the source of the ids of what they do, and the lane on which they do it. */
    private record Player(Cast cast, ProcessInbox inbox, IdSource ids, Lanes.Lane lane) {

        ClientId client() {
            return cast.client();
        }

        void then(Turn turn) {
            lane.then(() -> DemoIds.from(ids, () -> turn.of(this)));
        }
    }

    Simulation(
            Product product, VendorSandbox sandbox, DemoClock clock, DemoIds ids, DemoState state, List<Cast> casts) {
        this.product = product;
        this.sandbox = sandbox;
        this.clock = clock;
        this.state = state;
        this.office = new DoNotCallOffice(product.senders().washes(), clock);
        this.recalls = Leaving.recallTouches(product);
        this.flows = new SideBySide(product.background().engine(), ids, lanes);
        this.turns = casts.stream()
                .map(cast -> new Player(
                        cast,
                        product.conversation().processInbox(new ClientCrew(lanes, ids)),
                        ids.ownSource(),
                        lanes.lane()))
                .toList();
    }

    /**
     * Lives through a day from wherever it stands in it, or until the process is to end. Flows start once a day, when all of
     * the day are due.
     */
    void live(LocalDate day) {
        boolean flowsWait = true;
        for (Instant look : Timetable.of(day)) {
            if (look.isAfter(clock.now()) && !Uptime.isEnding()) {
                state.reached(look);
                pass(look);
                if (flowsWait && !look.isBefore(Timetable.flows(day))) {
                    background(look);
                    flowsWait = false;
                }
            }
        }
    }

    /**
     * One look at the world. What is planned for the hours after it, each client plans once it has sent what is due, while the others
     * still send and the sandbox's people live through these hours: nobody else hears of it before the next look.
     */
    private void pass(Instant now) {
        clock.moveTo(now);
        sandbox.pump(now);
        boolean polls = !now.isBefore(pollAt);
        if (polls) {
            pollAt = Instant.MAX;
        }
        List<Lanes.Lane> sent = turns.stream()
                .map(each -> {
                    AtomicBoolean moved = new AtomicBoolean();
                    each.then(player -> moved.set(look(player, polls)));
                    Lanes.Lane untilHere = each.lane().soFar();
                    each.then(player -> DemoClock.at(now, () -> {
                        plan(player.client(), moved.get());
                        player.cast().decide();
                    }));
                    return untilHere;
                })
                .toList();
        Lanes.await(sent);
    }

    /** What came in, and what is due. */
    private boolean look(Player player, boolean polls) {
        if (polls) {
            product.conversation().pollReplies().poll(player.client());
        }
        digest(player);
        player.cast().book();
        return send(player.client());
    }

    /**
     * Starts what is due, and lives through the minutes over which the clients' runs are spread, so that none is late. What
     * falls due in these minutes starts on the next day: its own runs would be spread over minutes that nobody lives through.
     */
    private void background(Instant now) {
        quiet();
        if (!now.isBefore(washAt)) {
            staff.then(office::wash);
            washAt = now.plus(FROM_WASH_TO_WASH);
        }
        side(player -> {
            product.conversation().implyDeliveries().imply(player.client());
            recalls.recall(player.client(), BATCH);
            prepareCalls(player.client());
        });
        Lanes.await(List.of(staff));
        flows.start();
        flows.work();
        clock.moveTo(now.plus(FLOWS_SPREAD));
        flows.work();
        pollAt = now.plus(FROM_FLOWS_TO_POLL);
    }

    /** What models write of those who are called in the days to come. */
    private void prepareCalls(ClientId client) {
        for (int i = 0;
                i < ROUNDS && product.calling().models().calls().prepare(client).written() > 0;
                i++) {
            // the next leads
        }
    }

    /** What goes out during the last look still arrives. */
    void settle() {
        Instant end = clock.now().plus(Duration.ofMinutes(10));
        state.reached(end);
        clock.moveTo(end);
        sandbox.pump(end);
        side(this::digest);
    }

    /**
     * Takes what came in for a client: what comes at once is folded together, and what different people did is dealt with
     * side by side. The clients do not meet: nobody is a lead of two of them, and what closes an address to all is asked
     * about before the next send.
     */
    private void digest(Player player) {
        for (int i = 0; i < ROUNDS && player.inbox().run(player.client(), BATCH).taken() == BATCH; i++) {
            // the next batch
        }
    }

    /**
     * Sends what is due; where nothing is, the vendor need not be looked after either.
     *
     * @return whether anything was done, which may be work for the stages of the next hours
     */
    private boolean send(ClientId client) {
        Set<LoopStage> due = due(client, NOW);
        if (due.isEmpty()) {
            return false;
        }
        product.salesforge().upkeep().catchUp(client);
        return work(client, due, NOW);
    }

    private void plan(ClientId client, boolean moved) {
        work(client, moved ? AHEAD : due(client, AHEAD), AHEAD);
    }

    private Set<LoopStage> due(ClientId client, Set<LoopStage> asked) {
        return product.dueStages().of(asked).getOrDefault(client, Set.of());
    }

    /** What one stage did may be work for those behind it. */
    private boolean work(ClientId client, Set<LoopStage> due, Set<LoopStage> stages) {
        boolean moved = false;
        for (LoopStage name : stages) {
            if (moved || due.contains(name)) {
                moved |= work(client, product.outreach().stage(name), AHEAD.contains(name) ? AHEAD_BATCH : BATCH) > 0;
            }
        }
        return moved;
    }

    private static int work(ClientId client, OutreachStage stage, int together) {
        int found = 0;
        int batch = together;
        for (int i = 0; i < ROUNDS && batch >= together; i++) {
            batch = stage.run(client, together);
            found += batch;
        }
        return found;
    }

    private interface Turn {
        void of(Player player);
    }

    /** Every client at the same time, as several processes would serve them. */
    private void side(Turn turn) {
        turns.forEach(player -> player.then(turn));
        quiet();
    }

    /** Returns when nobody is at work any more. */
    private void quiet() {
        Lanes.await(turns.stream().map(Player::lane).toList());
    }

    @Override
    public void close() {
        lanes.close();
    }
}
