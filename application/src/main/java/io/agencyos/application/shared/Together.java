package io.agencyos.application.shared;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/**
 * Does in one round what several threads ask for at the same moment: whoever asks while as many rounds are under way as may
 * be is served by the next one, and nobody waits for others to come. For work that costs hardly more for many than for one, such as a
 * unit of work. Thread-safe.
 *
 * @param <Q> what is asked
 * @param <A> the answer to one question
 */
public final class Together<Q, A> {

    private final int atOnce;
    private final int most;
    private final Function<List<Q>, List<A>> work;
    private final Deque<Asked<Q, A>> waiting = new ArrayDeque<>();
    private int underWay;

    /** One round at a time. */
    public Together(int most, Function<List<Q>, List<A>> work) {
        this(1, most, work);
    }

    /**
     * @param atOnce rounds under way at the same time, 1 or more: worth more than one where a round waits for a disk
     * @param most questions of one round
     * @param work answers the questions in their order, for all of them or, by an exception, for none: those that failed
     *     together are tried once more one by one, so that a bad question does not fail its neighbours
     */
    public Together(int atOnce, int most, Function<List<Q>, List<A>> work) {
        this.atOnce = atOnce;
        this.most = most;
        this.work = work;
    }

    /** One question, and where whoever asks it waits: until it is answered, or until it is their turn to lead a round. */
    private static final class Asked<Q, A> {

        private final Q question;
        private final CompletableFuture<A> answer = new CompletableFuture<>();
        private final CompletableFuture<Boolean> mayLead = new CompletableFuture<>();

        Asked(Q question) {
            this.question = question;
        }

        /** Whether this one leads the next round. */
        boolean awaitsTurn() {
            return mayLead.join();
        }

        void answered(A given) {
            answer.complete(given);
            mayLead.complete(false);
        }

        void failed(Throwable why) {
            answer.completeExceptionally(why);
            mayLead.complete(false);
        }
    }

    /** The answer; fails as the work failed for this question. */
    public A ask(Q question) {
        Asked<Q, A> mine = new Asked<>(question);
        if (leads(mine) || mine.awaitsTurn()) {
            round(mine);
        }
        try {
            return mine.answer.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (failed.getCause() instanceof Error cause) {
                throw cause;
            }
            throw failed;
        }
    }

    /** How many wait for a round to begin. */
    synchronized int waiting() {
        return waiting.size();
    }

    /** Whoever does not lead at once waits. */
    private synchronized boolean leads(Asked<Q, A> mine) {
        if (underWay < atOnce) {
            underWay++;
            return true;
        }
        waiting.add(mine);
        return false;
    }

    private void round(Asked<Q, A> leader) {
        List<Asked<Q, A>> served = with(leader);
        try {
            serve(served);
        } finally {
            handOver();
        }
    }

    private synchronized List<Asked<Q, A>> with(Asked<Q, A> leader) {
        List<Asked<Q, A>> served = new ArrayList<>();
        served.add(leader);
        while (!waiting.isEmpty() && served.size() < most) {
            served.add(waiting.remove());
        }
        return served;
    }

    /** Whoever waits longest leads the next round, so that nobody works for others for ever. */
    private synchronized void handOver() {
        Asked<Q, A> next = waiting.poll();
        if (next == null) {
            underWay--;
        } else {
            next.mayLead.complete(true);
        }
    }

    private void serve(List<Asked<Q, A>> served) {
        try {
            List<A> answers =
                    work.apply(served.stream().map(one -> one.question).toList());
            for (int i = 0; i < served.size(); i++) {
                served.get(i).answered(answers.get(i));
            }
        } catch (StorageUnavailable down) {
            served.forEach(one -> one.failed(down));
        } catch (RuntimeException failed) {
            if (served.size() == 1) {
                served.getFirst().failed(failed);
            } else {
                served.forEach(one -> serve(List.of(one)));
            }
        } catch (Error broken) {
            served.forEach(one -> one.failed(broken));
            throw broken;
        }
    }
}
