package io.agencyos.adapters.in.rest.conversion;

import io.agencyos.application.conversion.report.Figures;
import io.agencyos.application.conversion.report.ReadReports;
import io.agencyos.application.conversion.report.ReplyFigures;
import io.agencyos.domain.conversation.Intent;
import io.agencyos.domain.conversation.Objection;
import io.agencyos.domain.shared.Channel;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Figures of replies, of our answers to them and of what leads ask. Source: api 9.9. */
final class ReplyReportViews {

    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 3, 30);

    private ReplyReportViews() {}

    /**
     * Replies alike.
     *
     * @param channel the channel by which the reply came
     * @param intent what the reply means; null while nobody has read it
     * @param objection what kind of objection it raises; null where it raises none
     * @param replies how many such replies came
     */
    record Line(
            Channel channel,
            @Nullable Intent intent,
            @Nullable Objection objection,
            int replies) {
        static Line of(ReplyFigures.Counted line) {
            return new Line(line.channel(), line.intent(), line.objection(), line.replies());
        }
    }

    /**
     * Answers that took about as long.
     *
     * @param below minutes, exclusive; null for the last class
     * @param answers answers that took so long
     */
    record AnswerClass(@Nullable Integer below, int answers) {}

    /**
     * A question of leads.
     *
     * @param question what was asked, in small letters
     * @param times how often it was asked
     */
    record Question(String question, int times) {}

    /**
     * Replies of the span, those of machines apart.
     *
     * @param total replies of people
     * @param automatic answers of machines, such as notes of absence; {@code total} leaves them out
     * @param items replies of people, by channel, intent and objection
     * @param automaticItems answers of machines, by channel and intent
     * @param answers answers of ours that were sent
     * @param medianMinutesToAnswer the time from a reply to our answer that half of them took at most, in minutes; null
     *     without answers
     * @param meanMinutesToAnswer the mean time from a reply to our answer, in minutes; null without answers
     * @param answerTimes answers by the minutes that they took
     * @param questions what was asked most often
     */
    record View(
            LocalDate from,
            LocalDate to,
            int total,
            int automatic,
            List<Line> items,
            List<Line> automaticItems,
            int answers,
            @Nullable BigDecimal medianMinutesToAnswer,
            @Nullable BigDecimal meanMinutesToAnswer,
            List<AnswerClass> answerTimes,
            List<Question> questions) {

        private static final Integer[] BELOW = {5, 30, 60, 240, 1440, null};

        static final View EXAMPLE = new View(
                FIRST,
                LAST,
                7,
                2,
                List.of(new Line(Channel.EMAIL, Intent.INTERESTED, null, 7)),
                List.of(new Line(Channel.EMAIL, Intent.OUT_OF_OFFICE, null, 2)),
                3,
                new BigDecimal("42.0"),
                new BigDecimal("61.3"),
                List.of(new AnswerClass(5, 0), new AnswerClass(30, 1)),
                List.of(new Question("what does it cost?", 2)));

        static View of(ReadReports.Replies report) {
            List<ReplyFigures.Counted> human = report.counted().stream()
                    .filter(line -> line.intent() == null || !Figures.AUTOMATIC.contains(line.intent()))
                    .toList();
            List<ReplyFigures.Counted> automatic = report.counted().stream()
                    .filter(line -> line.intent() != null && Figures.AUTOMATIC.contains(line.intent()))
                    .toList();
            return new View(
                    report.days().from(),
                    report.days().to(),
                    sum(human),
                    sum(automatic),
                    human.stream().map(Line::of).toList(),
                    automatic.stream().map(Line::of).toList(),
                    report.answers().answers(),
                    report.answers().median(),
                    report.answers().mean(),
                    IntStream.range(0, BELOW.length)
                            .mapToObj(i -> new AnswerClass(
                                    BELOW[i], report.answers().classes().get(i)))
                            .toList(),
                    report.questions().stream()
                            .map(line -> new Question(line.question(), line.times()))
                            .toList());
        }

        private static int sum(List<ReplyFigures.Counted> lines) {
            return lines.stream().mapToInt(ReplyFigures.Counted::replies).sum();
        }
    }
}
