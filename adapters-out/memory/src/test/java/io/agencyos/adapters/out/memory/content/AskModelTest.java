package io.agencyos.adapters.out.memory.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.content.AskModel;
import io.agencyos.application.content.AskModel.Answer;
import io.agencyos.application.content.AskModel.NoAnswer;
import io.agencyos.application.content.ContentModel.Said;
import io.agencyos.application.content.HeardAlarm;
import io.agencyos.application.content.ModelQuestion;
import io.agencyos.application.content.ModelQuestion.Limits;
import io.agencyos.application.content.ModelQuestion.Review;
import io.agencyos.application.content.SpendLedger;
import io.agencyos.application.content.SpendOnModels;
import io.agencyos.application.shared.RandomSource;
import io.agencyos.domain.content.budget.AiCost;
import io.agencyos.domain.content.budget.AiTask;
import io.agencyos.domain.content.model.AnswerShape;
import io.agencyos.domain.content.model.ModelClass;
import io.agencyos.domain.platform.Alert;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.VendorFailure.Details;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** content 3.6 and 3.10, anthropic 2 to 4: how a question is put until there is an answer, or none is to be had. */
class AskModelTest {

    private static final ClientId CLIENT = new ClientId(new UUID(0, 2));
    private static final Details DETAILS = Details.of("fake-model", "complete", "told");
    private static final String GOOD = "fine";

    private final FakeContentModel model = new FakeContentModel();
    private final List<Duration> waits = new ArrayList<>();
    private final HeardAlarm alarm = new HeardAlarm();
    private final List<String> booked = new ArrayList<>();
    private long nanos = 1;
    private Instant now = Instant.parse("2026-11-20T10:00:00Z");

    private final SpendOnModels purse = new SpendOnModels() {
        @Override
        public Outcome reserve(ClientId client, AiTask task, String item, String of, AiCost estimate) {
            return new Outcome.Granted(UUID.randomUUID());
        }

        @Override
        public void settle(UUID call, AiCost actual, SpendLedger.Note note) {
            booked.add("settled");
        }

        @Override
        public void release(UUID call, SpendLedger.Note note) {
            booked.add("released");
        }

        @Override
        public int settleStale() {
            return 0;
        }
    };

    private final AskModel ask = new AskModel(
            model,
            purse,
            alarm,
            () -> now,
            new RandomSource() {
                @Override
                public long nextLong() {
                    return 0;
                }

                @Override
                public void nextBytes(byte[] target) {}
            },
            () -> nanos,
            wait -> {
                waits.add(wait);
                nanos += wait.toNanos();
            });

    private ModelQuestion question(Limits limits) {
        return new ModelQuestion(
                CLIENT,
                AiTask.VOICE_KB,
                "lead",
                ModelClass.LARGE,
                "test/1",
                "Write one word that says how it is going, and nothing else at all.",
                Map.of(),
                Map.of(),
                new AnswerShape.Fields(Map.of("word", new AnswerShape.Text(10))),
                4_000,
                limits,
                answer -> GOOD.equals(answer.get("word"))
                        ? new Review(List.of(), false)
                        : new Review(List.of("word: not that one"), "hopeless".equals(answer.get("word"))));
    }

    private Result<Answer, NoAnswer> asked() {
        return asked(new Limits(15, AiCost.dollars("2.00"), Duration.ofSeconds(180)));
    }

    private Result<Answer, NoAnswer> asked(Limits limits) {
        return ask.ask(question(limits));
    }

    private static Answer answer(Result<Answer, NoAnswer> result) {
        return result.fold(answer -> answer, none -> {
            throw new AssertionError(none.toString());
        });
    }

    private static String code(Result<Answer, NoAnswer> result) {
        return result.fold(
                answer -> {
                    throw new AssertionError(answer.toString());
                },
                NoAnswer::code);
    }

    private static Said.Answer says(String word) {
        return new Said.Answer(Map.of("word", word), "{\"word\":\"" + word + "\"}");
    }

    @Test // content 3.6: 3 attempts at 1 and 4 s, a fifth less or more
    void a_service_that_is_overloaded_is_asked_three_times() {
        model.failNext(new VendorFailure.Unavailable(DETAILS), new VendorFailure.Unavailable(DETAILS));
        model.sayNext(says(GOOD));
        assertThat(answer(asked()).turns()).isEqualTo(1);
        assertThat(waits).containsExactly(Duration.ofMillis(800), Duration.ofMillis(3_200));
        assertThat(booked).containsExactly("released", "released", "settled");

        model.failNext(
                new VendorFailure.Unavailable(DETAILS),
                new VendorFailure.Unavailable(DETAILS),
                new VendorFailure.Unavailable(DETAILS));
        assertThat(code(asked())).isEqualTo("unavailable");
        assertThat(model.asked()).hasSize(6);
    }

    @Test // content 3.6: Retry-After ≤ 30 s is honoured; a longer one is the caller's
    void a_wait_that_the_vendor_asks_for_is_kept_up_to_half_a_minute() {
        model.failNext(new VendorFailure.RateLimited(DETAILS, Duration.ofSeconds(3)));
        model.sayNext(says(GOOD));
        answer(asked());
        assertThat(waits).containsExactly(Duration.ofSeconds(3));

        model.failNext(new VendorFailure.RateLimited(DETAILS, Duration.ofSeconds(31)));
        assertThat(code(asked())).isEqualTo("rate_limited");
        assertThat(model.asked()).hasSize(3);
    }

    @Test // anthropic 4: what nobody can mend is not repeated
    void refusals_of_the_account_are_final() {
        model.failNext(new VendorFailure.OutOfCredits(DETAILS));
        assertThat(code(asked())).isEqualTo("out_of_credits");
        model.failNext(new VendorFailure.Unauthorized(DETAILS));
        assertThat(code(asked())).isEqualTo("unauthorized");
        assertThat(waits).isEmpty();
        assertThat(alarm.raised())
                .as("index 2: staff hear of it")
                .extracting(Alert::fingerprint)
                .containsExactly("model_account:out_of_credits", "model_account:unauthorized");
    }

    @Test // index 2: what staff were told ends by itself, and is asked of no store while nothing was told
    void an_account_that_answers_again_is_no_trouble_any_more() {
        model.sayNext(says(GOOD), says(GOOD));
        answer(asked());
        answer(asked());
        assertThat(alarm.over()).as("what an earlier process told").containsExactly("model_account");
        model.failNext(new VendorFailure.OutOfCredits(DETAILS));
        assertThat(code(asked())).isEqualTo("out_of_credits");
        assertThat(alarm.over()).hasSize(1);
        model.sayNext(says(GOOD));
        answer(asked());
        assertThat(alarm.over()).hasSize(2);
    }

    @Test // anthropic 4: a lost answer costs money, so that it is paid, and repeating is safe
    void an_answer_that_was_lost_is_paid_for_and_asked_for_again() {
        model.failNext(new VendorFailure.Timeout(DETAILS.asAmbiguous()));
        model.sayNext(says(GOOD));
        answer(asked());
        assertThat(booked).containsExactly("settled", "settled");
    }

    @Test // content 3.6: the deadline covers the whole run, waits included
    void a_wait_that_would_outlive_the_deadline_is_not_begun() {
        model.failNext(new VendorFailure.RateLimited(DETAILS, Duration.ofSeconds(20)));
        assertThat(code(asked(new Limits(15, AiCost.dollars("2.00"), Duration.ofSeconds(20)))))
                .isEqualTo("rate_limited");
        assertThat(waits).isEmpty();
    }

    @Test // content 3.6: the cost limit is tested before each turn with the worst case of that turn
    void a_turn_that_may_cost_more_than_is_left_is_not_begun() {
        assertThat(code(asked(new Limits(15, AiCost.dollars("0.05"), Duration.ofSeconds(180)))))
                .isEqualTo("call_limit");
        assertThat(model.asked()).isEmpty();
        assertThat(booked).isEmpty();
        assertThat(code(asked(new Limits(0, AiCost.dollars("2.00"), Duration.ofSeconds(180)))))
                .isEqualTo("call_limit");
    }

    @Test // content 3.6: invalid → one re-ask naming the violations; anthropic test 7
    void what_is_wrong_is_told_once() {
        model.sayNext(says("bad"), says(GOOD));
        assertThat(answer(asked()).turns()).isEqualTo(2);
        assertThat(model.asked().getLast().turn().corrections())
                .singleElement()
                .satisfies(wrong -> assertThat(wrong.violations()).containsExactly("word: not that one"));

        model.sayNext(says("bad"), says("much too long"));
        assertThat(code(asked())).isEqualTo("invalid");
        model.sayNext(new Said.NoObject("Sure!"), says(GOOD));
        answer(asked());
        model.sayNext(says("hopeless"));
        assertThat(code(asked())).isEqualTo("invalid");
        assertThat(model.asked()).hasSize(7);
    }

    @Test // anthropic 1, test 2: doubled once, at most 8,192; a cut answer is never read
    void an_answer_that_was_cut_gets_room_once() {
        model.sayNext(new Said.Cut(), says(GOOD));
        answer(asked());
        assertThat(model.asked().getLast().turn().longest()).isEqualTo(8_000);
        model.sayNext(new Said.Cut(), new Said.Cut());
        assertThat(code(asked())).isEqualTo("truncated");
    }

    @Test
    void a_refusal_is_final() {
        model.sayNext(new Said.Declined("refused"));
        assertThat(code(asked())).isEqualTo("refused");
    }

    @Test // content 3.11 rule 4: output that repeats ≥ 30 characters of the instructions
    void an_answer_that_gives_its_instructions_away_is_rejected() {
        model.sayNext(new Said.Answer(Map.of("word", GOOD), "{\"word\":\"fine\"} one word that says how it is going"));
        assertThat(code(asked())).isEqualTo("invalid");
    }

    @Test // anthropic 4, test 9: the class switches to the fallback, one alert
    void a_model_that_is_gone_is_stood_in_for_and_staff_hear_of_it_once() {
        model.failNext(new VendorFailure.Invalid(DETAILS.withVendorCode(AskModel.RETIRED), "model", "no such model"));
        model.sayNext(says(GOOD), says(GOOD));
        assertThat(answer(asked()).model()).isEqualTo("fake-fallback");
        assertThat(answer(asked()).model()).isEqualTo("fake-fallback");
        assertThat(alarm.raised()).extracting(Alert::fingerprint).containsExactly("model_retired:large");
        assertThat(model.asked()).hasSize(3);

        now = now.plus(Duration.ofHours(24));
        model.sayNext(says(GOOD));
        assertThat(answer(asked()).model()).as("looked for again").isEqualTo("fake-large");
    }

    @Test // content 0: absent is no error and no cost
    void where_no_model_is_connected_nothing_is_spent() {
        model.offer(EnumSet.of(ModelClass.SMALL));
        assertThat(code(asked())).isEqualTo("not_configured");
        assertThat(booked).isEmpty();
    }
}
