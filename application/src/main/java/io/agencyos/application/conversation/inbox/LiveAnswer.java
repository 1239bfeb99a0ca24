package io.agencyos.application.conversation.inbox;

import java.util.List;

/** What somebody is told who waits while a call goes on. Source: vapi 6, outreach 10.5. */
public sealed interface LiveAnswer {

    /** @param done false where {@code text} says that it could not be done */
    record ToolAnswer(LiveQuestion.Tool tool, boolean done, String text) {}

    /** One for each, in the order of the question. */
    record ToolAnswers(List<ToolAnswer> answers) implements LiveAnswer {

        public ToolAnswers {
            answers = List.copyOf(answers);
        }
    }

    /**
     * A machine that says who owns the number.
     *
     * @param opening client, purpose, contact and the way to be left alone
     * @param prompt what the machine may do
     */
    record Talks(String opening, String prompt) implements LiveAnswer {}

    record NobodyTalks(String excuse) implements LiveAnswer {}
}
