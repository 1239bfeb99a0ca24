package io.agencyos.adapters.out.memory.conversion;

import static io.agencyos.adapters.out.memory.conversion.MemoryFigures.within;
import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;

import io.agencyos.adapters.out.memory.conversation.MemoryReplies;
import io.agencyos.adapters.out.memory.conversation.MemoryThreads;
import io.agencyos.application.conversation.store.Replies;
import io.agencyos.application.conversion.report.Figures;
import io.agencyos.application.conversion.report.ReplyFigures;
import io.agencyos.domain.conversation.ConversationThread;
import io.agencyos.domain.conversation.Intent;
import io.agencyos.domain.conversation.Message;
import io.agencyos.domain.conversation.Objection;
import io.agencyos.domain.conversation.Reply;
import io.agencyos.domain.shared.Channel;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The same counts as the SQL, by walking replies and threads of the other fakes. */
public final class MemoryReplyFigures implements ReplyFigures {

    private static final int[] BOUNDS = {5, 30, 60, 240, 1440};
    private static final BigDecimal SECONDS = BigDecimal.valueOf(60);

    private final MemoryReplies replies;
    private final MemoryThreads threads;

    public MemoryReplyFigures(MemoryReplies replies, MemoryThreads threads) {
        this.replies = replies;
        this.threads = threads;
    }

    private Stream<Reply> of(Figures.Over over) {
        return replies.list(over.client(), Replies.Filter.ALL, null, Integer.MAX_VALUE).stream()
                .filter(reply -> within(over, reply.receivedAt()))
                .filter(reply -> over.campaign() == null
                        || threads.find(over.client(), reply.threadId())
                                .filter(thread -> over.campaign().equals(thread.campaignId()))
                                .isPresent());
    }

    @Override
    public List<Counted> replies(Figures.Over over) {
        record Group(
                Channel channel,
                @Nullable Intent intent,
                @Nullable Objection objection) {}
        return of(over)
                .collect(groupingBy(
                        reply -> new Group(
                                reply.channel(),
                                reply.intent(),
                                reply.reading() == null ? null : reply.reading().objection()),
                        Collectors.counting()))
                .entrySet()
                .stream()
                .map(group -> new Counted(
                        group.getKey().channel(),
                        group.getKey().intent(),
                        group.getKey().objection(),
                        group.getValue().intValue()))
                .sorted(ORDER)
                .toList();
    }

    @Override
    public Answers answers(Figures.Over over) {
        List<BigDecimal> minutes = threads.list(over.client(), null, null, null, Integer.MAX_VALUE).stream()
                .filter(thread -> over.campaign() == null || over.campaign().equals(thread.campaignId()))
                .flatMap(thread -> waits(over, thread).stream())
                .sorted()
                .toList();
        return new Answers(minutes.size(), median(minutes), mean(minutes), classes(minutes));
    }

    private List<BigDecimal> waits(Figures.Over over, ConversationThread thread) {
        List<Message> all = threads.messages(over.client(), thread.id()).stream()
                .sorted(comparing(Message::position))
                .toList();
        List<BigDecimal> waits = new ArrayList<>();
        for (int i = 1; i < all.size(); i++) {
            Message before = all.get(i - 1);
            Message answer = all.get(i);
            if (answer.direction() == Message.Direction.OUT
                    && before.direction() == Message.Direction.IN
                    && within(over, answer.at())) {
                waits.add(BigDecimal.valueOf(
                                Duration.between(before.at(), answer.at()).toSeconds())
                        .divide(SECONDS, 6, RoundingMode.HALF_UP));
            }
        }
        return waits;
    }

    private static @Nullable BigDecimal median(List<BigDecimal> sorted) {
        int middle = sorted.size() / 2;
        return sorted.isEmpty()
                ? null
                : mean(sorted.size() % 2 == 1 ? List.of(sorted.get(middle)) : sorted.subList(middle - 1, middle + 1));
    }

    private static @Nullable BigDecimal mean(List<BigDecimal> minutes) {
        return minutes.isEmpty()
                ? null
                : minutes.stream()
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .divide(BigDecimal.valueOf(minutes.size()), 1, RoundingMode.HALF_UP);
    }

    private static List<Integer> classes(List<BigDecimal> minutes) {
        Integer[] classes = new Integer[BOUNDS.length + 1];
        Arrays.fill(classes, 0);
        minutes.forEach(wait -> classes[
                (int) Arrays.stream(BOUNDS)
                        .filter(bound -> wait.compareTo(BigDecimal.valueOf(bound)) >= 0)
                        .count()]++);
        return List.of(classes);
    }

    @Override
    public List<Question> questions(Figures.Over over, int limit) {
        return of(over)
                .flatMap(
                        reply -> Optional.ofNullable(reply.reading())
                                .flatMap(reading -> Optional.ofNullable(reading.question()))
                                .stream())
                .map(question -> question.strip().toLowerCase(Locale.ROOT))
                .filter(question -> !question.isEmpty())
                .collect(groupingBy(question -> question, Collectors.counting()))
                .entrySet()
                .stream()
                .map(question ->
                        new Question(question.getKey(), question.getValue().intValue()))
                .sorted(comparing(Question::times).reversed().thenComparing(Question::question))
                .limit(limit)
                .toList();
    }
}
