package io.agencyos.application.conversion.report;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import io.agencyos.domain.conversation.Intent;
import io.agencyos.domain.conversation.Objection;
import io.agencyos.domain.shared.Channel;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;

/** Counts over replies, each in one question to the store. Needs an open unit of work of the tenant. Source: content 4.8. */
@SecondaryPort
public interface ReplyFigures {

    /** @param intent null while it is not read */
    record Counted(
            Channel channel,
            @Nullable Intent intent,
            @Nullable Objection objection,
            int replies) {}

    Comparator<Counted> ORDER = comparing(Counted::channel)
            .thenComparing(Counted::intent, nullsLast(naturalOrder()))
            .thenComparing(Counted::objection, nullsLast(naturalOrder()));

    /** The replies of the span, by channel, intent and objection. */
    List<Counted> replies(Figures.Over over);

    /**
     * How soon the client's people answered, in minutes from the lead's message before; by class: below 5, 30, 60, 240,
     * 1440 minutes, and later.
     */
    record Answers(
            int answers,
            @Nullable BigDecimal median,
            @Nullable BigDecimal mean,
            List<Integer> classes) {
        public Answers {
            classes = List.copyOf(classes);
        }
    }

    Answers answers(Figures.Over over);

    /** What leads asked, in lower case. */
    record Question(String question, int times) {}

    /** Most often asked first. */
    List<Question> questions(Figures.Over over, int limit);
}
