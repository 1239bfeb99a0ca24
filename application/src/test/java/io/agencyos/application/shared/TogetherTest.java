package io.agencyos.application.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TogetherTest {

    private final List<List<Integer>> rounds = Collections.synchronizedList(new ArrayList<>());

    private List<String> answers(List<Integer> questions) {
        rounds.add(questions);
        if (questions.contains(13)) {
            throw new IllegalArgumentException("13 is not answered");
        }
        return questions.stream().map(question -> "answer " + question).toList();
    }

    @Test
    void who_asks_alone_is_answered_at_once() {
        Together<Integer, String> together = new Together<>(10, this::answers);

        assertThat(together.ask(1)).isEqualTo("answer 1");
        assertThat(together.ask(2)).isEqualTo("answer 2");
        assertThat(rounds).containsExactly(List.of(1), List.of(2));
    }

    @Test
    void those_who_come_during_a_round_share_the_next_ones_which_are_not_larger_than_they_may() throws Exception {
        List<String> heard = duringARound(List.of(1, 2, 3, 4, 5));

        assertThat(heard).containsExactly("answer 1", "answer 2", "answer 3", "answer 4", "answer 5");
        assertThat(rounds.getFirst()).containsExactly(0);
        assertThat(rounds).hasSize(3);
        assertThat(rounds.get(1)).hasSize(3);
        assertThat(rounds.get(2)).hasSize(2);
    }

    @Test
    void as_many_rounds_are_under_way_at_once_as_may_be() throws Exception {
        CountDownLatch bothBegan = new CountDownLatch(2);
        Together<Integer, String> together = new Together<>(2, 10, asked -> {
            bothBegan.countDown();
            awaited(bothBegan);
            return answers(asked);
        });
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            Future<String> one = threads.submit(() -> together.ask(1));
            Future<String> other = threads.submit(() -> together.ask(2));

            assertThat(one.get()).isEqualTo("answer 1");
            assertThat(other.get()).isEqualTo("answer 2");
        }
        assertThat(rounds).containsExactlyInAnyOrder(List.of(1), List.of(2));
        assertThat(together.ask(3)).isEqualTo("answer 3");
    }

    @Test
    void a_bad_question_does_not_fail_its_neighbours() {
        assertThatThrownBy(() -> duringARound(List.of(1, 13, 2)))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("13 is not answered");

        // together they failed, and then each was asked alone
        assertThat(rounds).contains(List.of(1), List.of(13), List.of(2));
    }

    @Test
    void a_database_that_is_down_is_not_asked_once_more_for_everybody() {
        AtomicInteger asked = new AtomicInteger();
        Together<Integer, String> together = new Together<>(10, questions -> {
            asked.incrementAndGet();
            throw new StorageUnavailable("down", new IllegalStateException());
        });

        assertThatThrownBy(() -> together.ask(1)).isInstanceOf(StorageUnavailable.class);
        assertThat(asked).hasValue(1);
        assertThatThrownBy(() -> together.ask(2)).isInstanceOf(StorageUnavailable.class);
    }

    @Test
    void each_of_many_threads_hears_its_own_answer() throws Exception {
        Together<Integer, String> together = new Together<>(3, 7, this::answers);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> asked = IntStream.range(100, 400)
                    .mapToObj(question -> threads.submit(() -> together.ask(question)))
                    .toList();
            for (int i = 0; i < asked.size(); i++) {
                assertThat(asked.get(i).get()).isEqualTo("answer " + (100 + i));
            }
        }
        assertThat(rounds.stream().flatMap(List::stream)).hasSize(300).doesNotHaveDuplicates();
        assertThat(rounds).allMatch(round -> round.size() <= 7);
    }

    /** Asks the question 0, and while it is being answered these in this order; in rounds of at most three. */
    private List<String> duringARound(List<Integer> questions) throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch allAsk = new CountDownLatch(1);
        Together<Integer, String> together = new Together<>(3, asked -> {
            if (asked.contains(0)) {
                begun.countDown();
                awaited(allAsk);
            }
            return answers(asked);
        });
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            threads.submit(() -> together.ask(0));
            begun.await();
            List<Future<String>> asked = new ArrayList<>();
            for (int question : questions) {
                asked.add(threads.submit(() -> together.ask(question)));
                while (together.waiting() < asked.size()) {
                    Thread.onSpinWait();
                }
            }
            allAsk.countDown();
            List<String> heard = new ArrayList<>();
            for (Future<String> one : asked) {
                heard.add(one.get());
            }
            return heard;
        }
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
