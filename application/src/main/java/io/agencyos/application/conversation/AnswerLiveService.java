package io.agencyos.application.conversation;

import io.agencyos.application.conversation.inbox.LiveAnswer;
import io.agencyos.application.conversation.inbox.LiveAnswer.ToolAnswer;
import io.agencyos.application.conversation.inbox.LiveQuestion;
import io.agencyos.application.conversation.inbox.WebhookInbox.Feed;
import io.agencyos.application.conversation.inbox.WebhookInbox.Key;
import io.agencyos.application.conversation.inbox.WebhookInbox.State;
import io.agencyos.application.conversation.reply.Desk;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.platform.Alert;
import io.agencyos.domain.shared.id.ClientId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A wish is an event like any other, already stored: the inbox is worked at once instead of in a second, and what became of
 * the event is the answer. So nothing is promised that is not stored, and whatever fails is tried again.
 */
final class AnswerLiveService implements AnswerLive {

    private static final String ONE_MOMENT = "One moment please, I have noted it";
    private static final String EXCUSE = "Sorry, we cannot take your call.";

    private final Desk desk;
    private final ProcessInbox inbox;

    AnswerLiveService(Desk desk, ProcessInbox inbox) {
        this.desk = desk;
        this.inbox = inbox;
    }

    @Override
    public Map<String, Object> answer(Asked asked) {
        return asked.reader()
                .answer(
                        asked.client(),
                        switch (asked.question()) {
                            case LiveQuestion.Tools(List<LiveQuestion.Tool> tools) -> done(asked, tools);
                            case LiveQuestion.WhoTalks who -> talks(asked.client());
                        });
    }

    @Override
    public Map<String, Object> later(Asked asked) {
        return asked.reader()
                .answer(
                        asked.client(),
                        switch (asked.question()) {
                            case LiveQuestion.Tools(List<LiveQuestion.Tool> tools) ->
                                new LiveAnswer.ToolAnswers(tools.stream()
                                        .map(tool -> new ToolAnswer(tool, false, ONE_MOMENT))
                                        .toList());
                            case LiveQuestion.WhoTalks who -> new LiveAnswer.NobodyTalks(EXCUSE);
                        });
    }

    private LiveAnswer done(Asked asked, List<LiveQuestion.Tool> tools) {
        Feed feed = new Feed(asked.reader().vendor(), asked.client());
        Map<String, Key> keys = tools.stream()
                .map(LiveQuestion.Tool::eventKey)
                .distinct()
                .collect(Collectors.toMap(key -> key, key -> new Key(feed, key)));
        // who waits on the telephone waits for nobody else's events
        inbox.run(keys.values());
        Map<Key, State> states =
                desk.units().onPlatform(() -> desk.stores().inbox().states(keys.values()));
        return new LiveAnswer.ToolAnswers(tools.stream()
                .map(tool -> answer(asked.client(), tool, states.get(keys.get(tool.eventKey()))))
                .toList());
    }

    private ToolAnswer answer(ClientId client, LiveQuestion.Tool tool, @Nullable State state) {
        boolean kept = state == State.DONE;
        return switch (tool.wish()) {
            // a number that nobody knows is left alone by everybody
            case LEAVE_ALONE ->
                kept || state == State.UNMATCHED
                        ? new ToolAnswer(tool, true, "Done: nobody will call this number again")
                        : notLeftAlone(client, tool);
            case CALL_BACK -> kept ? new ToolAnswer(tool, true, "Noted: you will be called back then") : refused(tool);
            case MEET ->
                kept
                        ? new ToolAnswer(tool, true, "Noted: a colleague will confirm the time in writing")
                        : refused(tool);
            case SLOTS -> new ToolAnswer(tool, false, "I cannot see the calendar right now");
            case UNKNOWN -> new ToolAnswer(tool, false, "not available");
        };
    }

    private static ToolAnswer refused(LiveQuestion.Tool tool) {
        return new ToolAnswer(tool, false, "I could not note that");
    }

    /** The event is tried again; a person should know all the same. Source: vapi 6. */
    private ToolAnswer notLeftAlone(ClientId client, LiveQuestion.Tool tool) {
        desk.inTenant(client, () -> {
            desk.world()
                    .channels()
                    .alerts()
                    .raise(Alert.of(
                            "opt_out_not_stored:" + client.text(),
                            Alert.Severity.CRITICAL,
                            "opt_out_not_stored",
                            client,
                            "Somebody asked in a call not to be called again, and it could not be stored at once.",
                            Map.of("event_key", tool.eventKey()),
                            desk.now()));
            return tool;
        });
        return refused(tool);
    }

    /** Source: outreach 10.5, inbound calls. */
    private LiveAnswer talks(ClientId id) {
        return desk.inTenant(id, () -> desk.world().clients().find(id))
                .filter(client -> client.deletedAt() == null)
                .<LiveAnswer>map(client -> new LiveAnswer.Talks(opening(client), prompt(client)))
                .orElseGet(() -> new LiveAnswer.NobodyTalks(EXCUSE));
    }

    private static String opening(Client client) {
        String name = Optional.ofNullable(client.legalName()).orElse(client.name());
        String contact =
                contact(client).map(at -> " You reach a person at " + at + ".").orElse("");
        return "Hello, this is the automated assistant of " + name + ". We use this number to offer our services to"
                + " businesses." + contact + " If you do not want to be called again, just say so now."
                + " How can I help?";
    }

    private static Optional<String> contact(Client client) {
        return Stream.of(
                        client.contactEmail() == null
                                ? null
                                : client.contactEmail().value(),
                        client.contactPhone() == null
                                ? null
                                : client.contactPhone().e164(),
                        client.websiteUrl())
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static String prompt(Client client) {
        return "You answer calls to a number of " + client.name()
                + ". Say who owns the number, what it is used for and how a person is reached. Say truthfully that you"
                + " are an automated assistant when asked. Who does not want to be called again: use the tool opt_out"
                + " at once, confirm it and end the call. Who wants to be called back or to meet: use the tool for it."
                + " Promise nothing, name no price, ask nothing else, and end the call when asked.";
    }
}
