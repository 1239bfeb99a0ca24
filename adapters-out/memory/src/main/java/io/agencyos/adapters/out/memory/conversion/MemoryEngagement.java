package io.agencyos.adapters.out.memory.conversion;

import io.agencyos.adapters.out.memory.conversation.MemoryTouchOutcomes;
import io.agencyos.application.conversation.store.Replies;
import io.agencyos.application.conversation.store.TouchOutcome;
import io.agencyos.application.conversion.learning.store.EngagementFacts;
import io.agencyos.application.conversion.learning.store.LearningFacts;
import io.agencyos.domain.conversation.ConversationThread;
import io.agencyos.domain.conversation.Intent;
import io.agencyos.domain.conversation.Message;
import io.agencyos.domain.conversation.Reply;
import io.agencyos.domain.conversation.ThreadOutcome;
import io.agencyos.domain.conversion.detect.Conversations;
import io.agencyos.domain.conversion.detect.Conversations.Wait;
import io.agencyos.domain.conversion.detect.Engagement;
import io.agencyos.domain.conversion.detect.Engagement.Group;
import io.agencyos.domain.conversion.detect.Engagement.Minutes;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.MessageId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The same figures by walking facts, outcomes and threads. */
public final class MemoryEngagement implements EngagementFacts {

    private static final Set<Intent> MACHINES = Set.of(Intent.OUT_OF_OFFICE, Intent.AUTO_REPLY);
    private static final Set<ThreadOutcome> CONVERTED = Set.of(ThreadOutcome.CONVERTED, ThreadOutcome.MEETING_BOOKED);

    private final MemoryLearningFacts facts;
    private final LearningTables tables;
    private final MemoryTouchOutcomes outcomes;

    public MemoryEngagement(MemoryLearningFacts facts, LearningTables tables, MemoryTouchOutcomes outcomes) {
        this.facts = facts;
        this.tables = tables;
        this.outcomes = outcomes;
    }

    private record Mail(boolean converted, Instant sentAt, TouchOutcome outcome) {

        @Nullable
        Integer toOpen() {
            return minutes(sentAt, outcome.openedAt());
        }

        @Nullable
        Integer toClick() {
            return minutes(sentAt, outcome.clickedAt());
        }

        @Nullable
        Integer openToClick() {
            Instant opened = outcome.openedAt();
            return opened == null ? null : minutes(opened, outcome.clickedAt());
        }

        private static @Nullable Integer minutes(Instant from, @Nullable Instant to) {
            return to == null
                    ? null
                    : (int) Math.max(0, Duration.between(from, to).toMinutes());
        }
    }

    @Override
    public Engagement engagement(ClientId client, LearningFacts.Span span) {
        List<Mail> mails = facts.touchesOf(client, span)
                .filter(fact -> fact.mix().startsWith(Channel.EMAIL.wire() + '|'))
                .map(fact -> new Mail(fact.converted(), fact.sentAt(), outcomes.of(client, fact.touch())))
                .toList();
        Map<List<Boolean>, long[]> groups = new LinkedHashMap<>();
        mails.forEach(mail -> {
            long[] counts = groups.computeIfAbsent(
                    List.of(mail.outcome().openedAt() != null, mail.outcome().clickedAt() != null, mail.converted()),
                    none -> new long[2]);
            counts[0]++;
            counts[1] += mail.outcome().opens();
        });
        return new Engagement(
                groups.entrySet().stream()
                        .map(each -> new Group(
                                each.getKey().get(0),
                                each.getKey().get(1),
                                each.getKey().get(2),
                                each.getValue()[0],
                                each.getValue()[1]))
                        .toList(),
                new Engagement.Times(
                        minutes(mails, mail -> true, Mail::toOpen),
                        minutes(mails, mail -> true, Mail::toClick),
                        minutes(mails, mail -> true, Mail::openToClick),
                        minutes(mails, Mail::converted, Mail::toOpen),
                        minutes(mails, Mail::converted, Mail::toClick)));
    }

    private static Minutes minutes(List<Mail> mails, Predicate<Mail> which, Function<Mail, @Nullable Integer> took) {
        List<Integer> sorted = mails.stream()
                .filter(which)
                .map(took)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        return sorted.isEmpty()
                ? Minutes.NONE
                : new Minutes(
                        sorted.size(),
                        sorted.stream().mapToLong(Integer::longValue).sum(),
                        within(sorted, 50),
                        within(sorted, 80));
    }

    private static int within(List<Integer> sorted, int percent) {
        return sorted.get((sorted.size() * percent + 99) / 100 - 1);
    }

    private record Said(ConversationThread thread, List<Message> messages) {

        boolean converted() {
            return thread.outcome() != null && CONVERTED.contains(thread.outcome());
        }

        long theirs() {
            return messages.stream().filter(Said::isTheirs).count();
        }

        List<Long> answers() {
            List<Long> minutes = new ArrayList<>();
            for (int i = 1; i < messages.size(); i++) {
                if (isTheirs(messages.get(i)) && !isTheirs(messages.get(i - 1))) {
                    minutes.add(Duration.between(
                                    messages.get(i - 1).at(), messages.get(i).at())
                            .toMinutes());
                }
            }
            return minutes;
        }

        Optional<Wait> reaction() {
            Instant first = messages.stream()
                    .filter(Said::isTheirs)
                    .map(Message::at)
                    .min(Instant::compareTo)
                    .orElseThrow();
            return messages.stream()
                    .filter(each -> !isTheirs(each) && each.at().isAfter(first))
                    .map(Message::at)
                    .min(Instant::compareTo)
                    .map(at -> Wait.of(Duration.between(first, at).toMinutes()));
        }

        private static boolean isTheirs(Message message) {
            return message.direction() == Message.Direction.IN;
        }
    }

    @Override
    public Conversations conversations(ClientId client, LearningFacts.Span span) {
        List<Reply> replies = tables.replies().list(client, Replies.Filter.ALL, null, Integer.MAX_VALUE);
        Set<MessageId> machines = replies.stream()
                .filter(MemoryEngagement::isMachine)
                .map(Reply::messageId)
                .collect(Collectors.toSet());
        Map<Channel, List<Said>> byChannel = tables.sent()
                .threads()
                .rows()
                .filter(thread ->
                        thread.clientId().equals(client) && MemoryLearningFacts.within(thread.startedAt(), span))
                .map(thread -> new Said(
                        thread,
                        tables.sent().messages(client, thread.id()).stream()
                                .filter(message -> !machines.contains(message.id()))
                                .toList()))
                .filter(said -> said.theirs() > 0)
                .collect(Collectors.groupingBy(said -> said.thread().channel()));
        Map<Wait, long[]> waits = new EnumMap<>(Wait.class);
        byChannel.values().stream()
                .flatMap(List::stream)
                .forEach(said -> said.reaction().ifPresent(wait -> {
                    long[] counts = waits.computeIfAbsent(wait, none -> new long[2]);
                    counts[0]++;
                    counts[1] += said.converted() ? 1 : 0;
                }));
        return new Conversations(
                byChannel.entrySet().stream()
                        .map(each -> onChannel(each.getKey(), each.getValue(), replies))
                        .toList(),
                waits.entrySet().stream()
                        .map(each -> new Conversations.Reaction(each.getKey(), each.getValue()[0], each.getValue()[1]))
                        .toList());
    }

    private static Conversations.OnChannel onChannel(Channel channel, List<Said> all, List<Reply> replies) {
        Map<String, Long> sentiments = new HashMap<>();
        all.forEach(said -> replies.stream()
                .filter(reply -> reply.threadId().equals(said.thread().id()) && !isMachine(reply))
                .flatMap(reply -> Optional.ofNullable(reply.reading()).stream())
                .forEach(reading -> sentiments.merge(reading.sentiment().label().wire(), 1L, Long::sum)));
        return new Conversations.OnChannel(
                channel.wire(),
                all.size(),
                all.stream().mapToLong(said -> said.messages().size()).sum(),
                all.stream().mapToLong(Said::theirs).sum(),
                all.stream().mapToLong(said -> said.answers().size()).sum(),
                all.stream()
                        .flatMap(said -> said.answers().stream())
                        .mapToLong(Long::longValue)
                        .sum(),
                all.stream().filter(Said::converted).count(),
                sentiments);
    }

    private static boolean isMachine(Reply reply) {
        Intent intent = reply.intent();
        return intent != null && MACHINES.contains(intent);
    }
}
