package io.agencyos.adapters.out.memory.conversation;

import static java.util.Comparator.comparing;

import io.agencyos.adapters.out.memory.kernel.ById;
import io.agencyos.adapters.out.memory.lead.MemoryActivities;
import io.agencyos.adapters.out.memory.outreach.MemorySentLog;
import io.agencyos.adapters.out.memory.outreach.MemorySentLog.SentTouch;
import io.agencyos.application.conversation.store.SentMessages;
import io.agencyos.domain.content.ContentTraits;
import io.agencyos.domain.lead.ActivityAction;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.shared.SearchText;
import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.TouchId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was sent, with what people did with it. */
public final class MemorySentMessages implements SentMessages {

    private final MemorySentLog sentLog;
    private final MemoryActivities activities;

    public MemorySentMessages(MemorySentLog sentLog, MemoryActivities activities) {
        this.sentLog = sentLog;
        this.activities = activities;
    }

    @Override
    public List<SentMessage> list(ClientId client, Filter filter, @Nullable After after, int limit) {
        return all(client)
                .filter(message -> shows(filter, message))
                .filter(message -> after == null || isBehind(message, after))
                .sorted(comparing(SentMessage::at)
                        .thenComparing(ById.ascending(SentMessage::id))
                        .reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<SentMessage> find(ClientId client, TouchId id) {
        return all(client).filter(message -> message.id().equals(id)).findFirst();
    }

    private Stream<SentMessage> all(ClientId client) {
        return sentLog.touches(client).stream()
                .filter(one -> !one.sent().test())
                .map(this::message);
    }

    private static boolean shows(Filter filter, SentMessage message) {
        return (filter.channels() == null
                        || filter.channels().contains(message.kind().channel()))
                && (filter.campaign() == null || filter.campaign().equals(message.campaign()))
                && (filter.from() == null || !message.at().isBefore(filter.from()))
                && (filter.until() == null || message.at().isBefore(filter.until()))
                && (filter.q() == null
                        || SearchText.folded(Objects.requireNonNullElse(message.subject(), "") + "\n" + message.body())
                                .contains(SearchText.folded(filter.q())));
    }

    private static boolean isBehind(SentMessage message, After after) {
        int order = message.at().compareTo(after.at());
        return order < 0
                || order == 0 && message.id().text().compareTo(after.id().text()) < 0;
    }

    private SentMessage message(SentTouch one) {
        Touch touch = one.sent().touch();
        Touch.TouchContent content = Objects.requireNonNull(touch.content(), "what was sent had a text");
        ContentTraits traits = content.traits();
        return new SentMessage(
                touch.id(),
                touch.leadId(),
                touch.campaignId(),
                touch.kind(),
                touch.origin(),
                touch.stepNo(),
                one.sent().at(),
                one.sent().subject(),
                one.sent().mailText(),
                content.templateId(),
                null,
                traits == null
                        ? List.of()
                        : traits.used().stream().map(Vocabulary::wire).sorted().toList(),
                one.delivery(),
                told(touch, ActivityAction.OPENED),
                told(touch, ActivityAction.CLICKED));
    }

    private int told(Touch touch, ActivityAction action) {
        return (int) activities.all().stream()
                .filter(line -> line.clientId().equals(touch.clientId())
                        && touch.id().equals(line.touchId())
                        && line.action() == action)
                .count();
    }
}
