package io.agencyos.adapters.out.memory.content;

import io.agencyos.application.content.ContentModel;
import io.agencyos.domain.content.budget.AiCost;
import io.agencyos.domain.content.model.AnswerShape;
import io.agencyos.domain.content.model.ModelClass;
import io.agencyos.domain.content.model.ModelPrices;
import io.agencyos.domain.content.model.TokenUse;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Stream;

/** A model that says the least that fits the shape, unless it is told what to say or how to fail. Thread-safe. */
public final class FakeContentModel implements ContentModel {

    /** What it says where it was told nothing. */
    public static final String LEAST = "Noted, thank you.";

    private static final long MICROS_PER_TOKEN = 2;

    /** What was asked of it. */
    public record Asked(ClientId client, ModelClass of, Turn turn) {}

    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final Deque<VendorFailure> failures = new ArrayDeque<>();
    private final Deque<Said> scripted = new ArrayDeque<>();
    private volatile Set<ModelClass> classes =
            Collections.unmodifiableSet(EnumSet.of(ModelClass.SMALL, ModelClass.LARGE, ModelClass.FALLBACK));
    private volatile Function<Turn, Map<String, Object>> mind =
            turn -> least(turn.shape()) instanceof Map<?, ?> map ? named(map) : Map.of();

    /** Which classes it has models of. */
    public void offer(Set<ModelClass> offered) {
        classes = Set.copyOf(offered);
    }

    /** What it answers from now on. */
    public void answer(Function<Turn, Map<String, Object>> thought) {
        mind = thought;
    }

    /** What it says next, one after the other, before it answers again. */
    public synchronized void sayNext(Said... next) {
        scripted.addAll(List.of(next));
    }

    /** How it fails next, one after the other. */
    public synchronized void failNext(VendorFailure... next) {
        failures.addAll(List.of(next));
    }

    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    @Override
    public Optional<Quote> quote(ClientId client, ModelClass of, Turn turn) {
        return classes.contains(of)
                ? Optional.of(new Quote(name(of), cost(of, letters(turn), turn.longest())))
                : Optional.empty();
    }

    private static String name(ModelClass of) {
        return "fake-" + of.wire();
    }

    private static long letters(Turn turn) {
        return turn.instructions().length()
                + Stream.concat(turn.context().values().stream(), turn.data().values().stream())
                        .mapToLong(String::length)
                        .sum();
    }

    private static AiCost cost(ModelClass of, long letters, long output) {
        long factor = of == ModelClass.LARGE ? 10 : 1;
        return new AiCost((ModelPrices.tokens(letters) + output) * MICROS_PER_TOKEN * factor);
    }

    @Override
    public Result<Exchange, VendorFailure> completeStructured(
            ClientId client, ModelClass of, Turn turn, Duration within) {
        if (!classes.contains(of)) {
            return Result.err(new VendorFailure.Unauthorized(
                    VendorFailure.Details.of("fake-model", "complete", "fake-model is not configured")));
        }
        asked.add(new Asked(client, of, turn));
        VendorFailure failure;
        Said said;
        synchronized (this) {
            failure = failures.poll();
            said = failure == null ? scripted.poll() : null;
        }
        if (failure != null) {
            return Result.err(failure);
        }
        if (said == null) {
            Map<String, Object> value = mind.apply(turn);
            said = new Said.Answer(value, value.toString());
        }
        long output = Math.min(turn.longest(), 100);
        return Result.ok(new Exchange(
                name(of),
                new TokenUse(ModelPrices.tokens(letters(turn)), output, 0, 0),
                cost(of, letters(turn), output),
                said));
    }

    /** The least that has this shape. */
    public static Object least(AnswerShape shape) {
        return switch (shape) {
            case AnswerShape.Text text -> LEAST;
            case AnswerShape.Many many -> Collections.nCopies(Math.max(1, many.fewest()), least(many.each()));
            case AnswerShape.Fields object -> {
                Map<String, Object> fields = new LinkedHashMap<>();
                object.fields().forEach((name, each) -> fields.put(name, least(each)));
                yield fields;
            }
        };
    }

    private static Map<String, Object> named(Map<?, ?> map) {
        Map<String, Object> named = new LinkedHashMap<>();
        map.forEach((name, value) -> named.put(String.valueOf(name), value));
        return named;
    }
}
