package io.agencyos.application.content;

import io.agencyos.domain.content.budget.AiCost;
import io.agencyos.domain.content.model.AnswerShape;
import io.agencyos.domain.content.model.ModelClass;
import io.agencyos.domain.content.model.TokenUse;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/**
 * One exchange with a language model that answers in one JSON object. Asks once and invents nothing: repeating, mending and paying
 * are its caller's ({@link AskModel}). Never called inside a unit of work. Source: content 3.6, anthropic 1 to 4.
 */
@SecondaryPort
public interface ContentModel {

    /**
     * What one exchange says.
     *
     * @param instructions ours, and nobody's words besides
     * @param context what is ours to say, by name
     * @param data other people's words, by name: data, whatever they ask for
     * @param corrections answers that were given before, with what was wrong with each
     * @param longest tokens of the answer
     */
    record Turn(
            String instructions,
            Map<String, String> context,
            Map<String, String> data,
            List<Correction> corrections,
            AnswerShape shape,
            int longest) {

        public Turn {
            context = Collections.unmodifiableMap(new LinkedHashMap<>(context));
            data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
            corrections = List.copyOf(corrections);
        }

        /** The same with one answer more that was wrong. */
        Turn after(Correction correction) {
            return new Turn(
                    instructions,
                    context,
                    data,
                    Stream.concat(corrections.stream(), Stream.of(correction)).toList(),
                    shape,
                    longest);
        }

        /** The same with room for an answer of so many tokens. */
        Turn within(int tokens) {
            return new Turn(instructions, context, data, corrections, shape, tokens);
        }
    }

    /** An answer as it came, and what was wrong with it. */
    record Correction(String answer, List<String> violations) {

        public Correction {
            violations = List.copyOf(violations);
        }
    }

    /**
     * What an exchange is going to be.
     *
     * @param model as its vendor names it
     * @param most that it can cost
     */
    record Quote(String model, AiCost most) {}

    /**
     * What an exchange was.
     *
     * @param model as its vendor names it
     */
    record Exchange(String model, TokenUse use, AiCost cost, Said said) {}

    /** What the model said. */
    sealed interface Said {

        /** @param text as it came */
        record Answer(Map<String, Object> value, String text) implements Said {}

        /** Something else than one JSON object. */
        record NoObject(String text) implements Said {}

        /** The answer is cut off: its rest would have been longer than it may be. */
        record Cut() implements Said {}

        /** It says why it does not answer: {@code refused}, {@code too_long}. */
        record Declined(String code) implements Said {}
    }

    /** What this exchange would be; empty where no model of this class is connected for the client. */
    Optional<Quote> quote(ClientId client, ModelClass of, Turn turn);

    /**
     * Asks once.
     *
     * @param within how long the answer is waited for
     */
    Result<Exchange, VendorFailure> completeStructured(ClientId client, ModelClass of, Turn turn, Duration within);

    /** No model is connected for anybody. */
    static ContentModel none() {
        return new ContentModel() {
            @Override
            public Optional<Quote> quote(ClientId client, ModelClass of, Turn turn) {
                return Optional.empty();
            }

            @Override
            public Result<Exchange, VendorFailure> completeStructured(
                    ClientId client, ModelClass of, Turn turn, Duration within) {
                return Result.err(new VendorFailure.Unauthorized(
                        VendorFailure.Details.of("", "complete", "no model is configured")));
            }
        };
    }
}
