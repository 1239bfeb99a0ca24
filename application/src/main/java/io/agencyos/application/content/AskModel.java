package io.agencyos.application.content;

import io.agencyos.application.content.ContentModel.Correction;
import io.agencyos.application.content.ContentModel.Exchange;
import io.agencyos.application.content.ContentModel.Quote;
import io.agencyos.application.content.ContentModel.Said;
import io.agencyos.application.content.ContentModel.Turn;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.RandomSource;
import io.agencyos.domain.content.budget.AiCost;
import io.agencyos.domain.content.model.AnswerShape;
import io.agencyos.domain.content.model.ModelClass;
import io.agencyos.domain.content.model.TokenUse;
import io.agencyos.domain.platform.Alert;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Puts a question to a model until there is an answer that may be used, or none is to be had: each exchange is paid for before it
 * begins, fits what is left of the question's money and time, and what is wrong with an answer is told once. No failure is thrown,
 * since nobody's work stands or falls with a model. Never called inside a unit of work. Source: content 3.6, 3.10, anthropic 2 to 4.
 */
public final class AskModel {

    /** The vendor's word, of all vendors, for a model that is there no more. */
    public static final String RETIRED = "model_retired";

    private static final String ACCOUNT = "model_account";

    private static final int ATTEMPTS = 3;
    private static final int WAIT_GROWS_BY = 4;
    private static final int FIFTH = 5;
    private static final int LONGEST_ANSWER = 8_192;
    private static final int ECHO = 30;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final Duration LOOKED_AGAIN = Duration.ofHours(24);

    private final ContentModel model;
    private final SpendOnModels money;
    private final Alarm alarm;
    private final ClockPort clock;
    private final RandomSource random;
    private final LongSupplier nanoTime;
    private final Consumer<Duration> pause;
    private final Map<ModelClass, Instant> retired = new ConcurrentHashMap<>();
    private final Set<ClientId> refused = ConcurrentHashMap.newKeySet();
    /** A process that begins does not know what an earlier one told of. */
    private final AtomicBoolean mayStandOpen = new AtomicBoolean(true);

    /**
     * @param alarm tells staff
     * @param nanoTime the process's own monotonic clock
     * @param pause waits, or returns at once where waiting was broken off
     */
    public AskModel(
            ContentModel model,
            SpendOnModels money,
            Alarm alarm,
            ClockPort clock,
            RandomSource random,
            LongSupplier nanoTime,
            Consumer<Duration> pause) {
        this.model = model;
        this.money = money;
        this.alarm = alarm;
        this.clock = clock;
        this.random = random;
        this.nanoTime = nanoTime;
        this.pause = pause;
    }

    /** What staff hear of the account; outside of any unit of work. */
    public interface Alarm {

        void raise(Alert alert);

        /** What stands open of this source is over. */
        void over(String source, Instant at);
    }

    /** An answer that has its shape and obeys its rules. */
    public record Answer(Map<String, Object> value, String model, AiCost cost, TokenUse use, int turns) {}

    /**
     * Why there is none.
     *
     * @param code {@code not_configured}, {@code budget_exhausted}, {@code call_limit}, {@code deadline}, {@code invalid},
     *     {@code truncated}, {@code refused}, {@code too_long}, or the kind of the vendor's failure
     * @param told for people and logs: neither secrets nor anybody's words
     */
    public record NoAnswer(String code, String told, AiCost cost) {

        /** Nobody is connected: not a failure, and not worth a line. */
        public boolean nobodyThere() {
            return code.equals("not_configured");
        }

        /** What nobody's question is answered for just now: no model, no account that works, no money of the day. */
        public boolean ofEverybody() {
            return nobodyThere()
                    || code.equals("budget_exhausted")
                    || code.equals("unauthorized")
                    || code.equals("out_of_credits");
        }

        /** The money is gone: a cheaper way may be open. */
        public boolean tooDear() {
            return code.equals("budget_exhausted") || code.equals("call_limit");
        }
    }

    /** Asks; the deadline covers all of it. */
    public Result<Answer, NoAnswer> ask(ModelQuestion question) {
        return new Talk(question).result();
    }

    /** One question on its way. */
    private final class Talk {

        private final ModelQuestion question;
        private final long begun = nanoTime.getAsLong();
        private ModelClass by;
        private Turn turn;
        private AiCost spent = AiCost.ZERO;
        private TokenUse use = TokenUse.NONE;
        private int turns;
        private int failures;
        private boolean mended;
        private boolean lengthened;

        Talk(ModelQuestion question) {
            this.question = question;
            this.by = standing(question.by());
            this.turn = question.turn();
        }

        Result<Answer, NoAnswer> result() {
            Optional<Result<Answer, NoAnswer>> end = Optional.empty();
            while (end.isEmpty()) {
                end = step();
            }
            return end.get();
        }

        private Duration left() {
            return question.limits().deadline().minusNanos(nanoTime.getAsLong() - begun);
        }

        private Optional<Result<Answer, NoAnswer>> step() {
            if (turns == question.limits().turns()) {
                return none("call_limit", "no turns left");
            }
            if (!left().isPositive()) {
                return none("deadline", "no time left");
            }
            Optional<Quote> quote = model.quote(question.client(), by, turn);
            if (quote.isEmpty()) {
                return none("not_configured", "no model of class " + by.wire());
            }
            AiCost most = quote.get().most();
            if (spent.plus(most).compareTo(question.limits().most()) > 0) {
                return none("call_limit", "the next turn may cost more than is left");
            }
            return switch (money.reserve(
                    question.client(),
                    question.task(),
                    question.item(),
                    quote.get().model(),
                    most)) {
                case SpendOnModels.Outcome.Granted(UUID call) -> exchange(call, most);
                case SpendOnModels.Outcome.Refused(SpendOnModels.Limit limit, AiCost used, AiCost cap) ->
                    none("budget_exhausted", "budget of the " + limit.name().toLowerCase(Locale.ROOT));
                case SpendOnModels.Outcome.NotFound() -> none("invalid", "no such client");
            };
        }

        private Optional<Result<Answer, NoAnswer>> exchange(UUID call, AiCost most) {
            long asked = nanoTime.getAsLong();
            Result<Exchange, VendorFailure> result;
            try {
                result = model.completeStructured(question.client(), by, turn, left());
            } catch (RuntimeException defect) {
                money.settle(call, most, note(TokenUse.NONE, asked, "defect"));
                throw defect;
            }
            return switch (result) {
                case Result.Ok<Exchange, VendorFailure>(Exchange exchange) -> {
                    money.settle(call, exchange.cost(), note(exchange.use(), asked, null));
                    spent = spent.plus(exchange.cost());
                    use = use.plus(exchange.use());
                    turns++;
                    failures = 0;
                    works(question.client());
                    yield heard(exchange);
                }
                case Result.Err<Exchange, VendorFailure>(VendorFailure failure) -> {
                    if (failure.ambiguous()) {
                        // it may have been answered, and then it is billed
                        money.settle(call, most, note(TokenUse.NONE, asked, failure.kind()));
                        spent = spent.plus(most);
                    } else {
                        money.release(call, note(TokenUse.NONE, asked, failure.kind()));
                    }
                    yield failed(failure);
                }
            };
        }

        private SpendLedger.Note note(TokenUse tokens, long asked, @Nullable String failure) {
            return new SpendLedger.Note(
                    question.promptVersion(), tokens, Duration.ofNanos(nanoTime.getAsLong() - asked), failure);
        }

        private Optional<Result<Answer, NoAnswer>> heard(Exchange exchange) {
            return switch (exchange.said()) {
                case Said.Answer(Map<String, Object> value, String text) -> judged(exchange, value, text);
                case Said.NoObject(String text) -> again(text, List.of("the answer has to be one JSON object"));
                case Said.Cut() -> longer();
                case Said.Declined(String code) -> none(code, "the model does not answer");
            };
        }

        private Optional<Result<Answer, NoAnswer>> judged(Exchange exchange, Map<String, Object> raw, String text) {
            Map<String, Object> value = new LinkedHashMap<>();
            raw.forEach((name, each) -> value.put(name, AnswerShape.tidied(each)));
            List<String> violations = question.shape().violations(value);
            if (!violations.isEmpty()) {
                return again(text, violations);
            }
            if (repeats(question.instructions(), text)) {
                return none("invalid", "the answer repeats its instructions");
            }
            ModelQuestion.Review review = question.rules().apply(value);
            if (review.violations().isEmpty()) {
                return Optional.of(Result.ok(new Answer(value, exchange.model(), spent, use, turns)));
            }
            return review.hopeless()
                    ? none("invalid", "the answer claims what is not so")
                    : again(text, review.violations());
        }

        /** What is wrong is told once. */
        private Optional<Result<Answer, NoAnswer>> again(String text, List<String> violations) {
            if (mended) {
                return none("invalid", "the answer breaks " + violations.size() + " rules");
            }
            mended = true;
            turn = turn.after(new Correction(text, violations));
            return Optional.empty();
        }

        /** A cut answer is never read; there is room for one twice as long, once. */
        private Optional<Result<Answer, NoAnswer>> longer() {
            int doubled = Math.min(LONGEST_ANSWER, turn.longest() * 2);
            if (lengthened || doubled == turn.longest()) {
                return none("truncated", "the answer is too long");
            }
            lengthened = true;
            turn = turn.within(doubled);
            return Optional.empty();
        }

        private Optional<Result<Answer, NoAnswer>> failed(VendorFailure failure) {
            if (failure instanceof VendorFailure.Invalid
                    && RETIRED.equals(failure.details().vendorCode())
                    && by != ModelClass.FALLBACK) {
                retire(by, failure);
                by = ModelClass.FALLBACK;
                return Optional.empty();
            }
            if (failure instanceof VendorFailure.Unauthorized || failure instanceof VendorFailure.OutOfCredits) {
                tell(question.client(), failure);
            }
            failures++;
            Optional<Duration> wait = waitAfter(failure);
            if (failures == ATTEMPTS || wait.isEmpty() || wait.get().compareTo(left()) >= 0) {
                return none(failure.kind(), failure.told());
            }
            pause.accept(wait.get());
            return Thread.currentThread().isInterrupted()
                    ? none("deadline", "waiting was broken off")
                    : Optional.empty();
        }

        private Optional<Duration> waitAfter(VendorFailure failure) {
            return switch (failure) {
                case VendorFailure.RateLimited limited ->
                    Optional.of(limited.retryAfter()).filter(wait -> wait.compareTo(LONGEST_WAIT) <= 0);
                case VendorFailure.Unavailable down -> Optional.of(backoff());
                case VendorFailure.Timeout late -> Optional.of(backoff());
                case VendorFailure.Unauthorized f -> Optional.empty();
                case VendorFailure.OutOfCredits f -> Optional.empty();
                case VendorFailure.Invalid f -> Optional.empty();
                case VendorFailure.NotFound f -> Optional.empty();
                case VendorFailure.Conflict f -> Optional.empty();
            };
        }

        /** 1 s, then 4 s, a fifth more or less. */
        private Duration backoff() {
            long base = Duration.ofSeconds(1).toNanos();
            for (int i = 1; i < failures; i++) {
                base *= WAIT_GROWS_BY;
            }
            long fifth = base / FIFTH;
            return Duration.ofNanos(base - fifth + Math.floorMod(random.nextLong(), 2 * fifth + 1));
        }

        private Optional<Result<Answer, NoAnswer>> none(String code, String told) {
            return Optional.of(Result.err(new NoAnswer(code, told, spent)));
        }
    }

    /** Whether an answer holds so much of the instructions in one piece that it gives them away. Source: content 3.11 rule 4. */
    private static boolean repeats(String instructions, String answer) {
        String told = instructions.replaceAll("\\s+", " ");
        String said = answer.replaceAll("\\\\n|\\s+", " ");
        for (int at = 0; at + ECHO <= told.length(); at++) {
            if (said.contains(told.substring(at, at + ECHO))) {
                return true;
            }
        }
        return false;
    }

    private ModelClass standing(ModelClass wanted) {
        Instant since = retired.get(wanted);
        return since != null && clock.now().isBefore(since.plus(LOOKED_AGAIN)) ? ModelClass.FALLBACK : wanted;
    }

    /** An account that is refused or empty is staff's to mend; while the alert is open it is the same one. */
    private void tell(ClientId client, VendorFailure failure) {
        refused.add(client);
        mayStandOpen.set(true);
        alarm.raise(Alert.of(
                ACCOUNT + ":" + failure.kind(),
                Alert.Severity.WARNING,
                ACCOUNT,
                null,
                "The account for language models does not work; rules write",
                Map.of("kind", failure.kind(), "told", failure.told()),
                clock.now()));
    }

    /** Nobody has to close what answers again; an installation of which nothing was told asks no store for it. */
    private void works(ClientId client) {
        refused.remove(client);
        if (refused.isEmpty() && mayStandOpen.compareAndSet(true, false)) {
            alarm.over(ACCOUNT, clock.now());
        }
    }

    /** Staff hear of it once; the class is looked for again a day later, or after a restart. */
    private void retire(ModelClass gone, VendorFailure failure) {
        Instant now = clock.now();
        retired.put(gone, now);
        alarm.raise(Alert.of(
                "model_retired:" + gone.wire(),
                Alert.Severity.CRITICAL,
                "models",
                null,
                "The model of class " + gone.wire() + " is there no more; the fallback answers",
                Map.of("class", gone.wire(), "told", failure.told()),
                now));
    }
}
