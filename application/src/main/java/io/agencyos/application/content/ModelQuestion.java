package io.agencyos.application.content;

import io.agencyos.domain.content.budget.AiCost;
import io.agencyos.domain.content.budget.AiTask;
import io.agencyos.domain.content.model.AnswerShape;
import io.agencyos.domain.content.model.ModelClass;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What somebody wants to know of a model, and what it may cost.
 *
 * @param item what the task's own cap is counted for
 * @param promptVersion names the instructions: other words have another one
 * @param longest tokens of the answer, at first
 * @param rules what the answer has to obey beside its shape; asked of an answer that has it
 */
public record ModelQuestion(
        ClientId client,
        AiTask task,
        String item,
        ModelClass by,
        String promptVersion,
        String instructions,
        Map<String, String> context,
        Map<String, String> data,
        AnswerShape shape,
        int longest,
        Limits limits,
        Function<Map<String, Object>, Review> rules) {

    /** Of one question with everything that is asked again: exchanges, money, time with the waits. Source: content 3.6. */
    public record Limits(int turns, AiCost most, Duration deadline) {}

    /**
     * What the rules say of an answer.
     *
     * @param violations empty where it is good
     * @param hopeless not worth asking again
     */
    public record Review(List<String> violations, boolean hopeless) {

        public Review {
            violations = List.copyOf(violations);
        }
    }

    /** The same put to another class, within other limits. */
    public ModelQuestion by(ModelClass other, Limits within) {
        return new ModelQuestion(
                client, task, item, other, promptVersion, instructions, context, data, shape, longest, within, rules);
    }

    ContentModel.Turn turn() {
        return new ContentModel.Turn(instructions, context, data, List.of(), shape, longest);
    }
}
