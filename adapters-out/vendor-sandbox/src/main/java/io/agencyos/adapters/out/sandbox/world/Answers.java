package io.agencyos.adapters.out.sandbox.world;

import io.agencyos.adapters.out.sandbox.population.Recipient;
import io.agencyos.adapters.out.sandbox.truth.Channel;
import io.agencyos.adapters.out.sandbox.truth.MessageFeatures;
import io.agencyos.adapters.out.sandbox.truth.PlantedTruth;
import io.agencyos.adapters.out.sandbox.truth.ReplyIntent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What people do with short messages, where nothing but an answer is ever seen: texts and LinkedIn. */
public final class Answers {

    private static final List<String> STOPS = List.of("STOP", "Stop.", "STOP please", "unsubscribe");

    private final Reactions reactions;

    public Answers(Reactions reactions) {
        this.reactions = reactions;
    }

    /**
     * The future of one message, decided at its delivery.
     *
     * @param sender who it is from, as far as the reader can tell
     * @param ordinal the n-th message from this sender to this person
     * @param saidStop whether the person had said stop before
     */
    public List<Reaction> to(
            Channel channel,
            String sender,
            Recipient reader,
            String text,
            Instant delivered,
            int ordinal,
            boolean saidStop) {
        String key = channel + " " + sender + " " + reader.address() + " " + ordinal;
        Instant at = Reactions.awake(
                delivered.plus(reactions.lag(Reactions.LONGEST_ANSWERING_MINUTES, "answering", key)), reader);
        if (saidStop) {
            return reactions.dice.hits(PlantedTruth.ANGRY_AFTER_STOP, "angered", key)
                    ? List.of(replied(channel, ReplyIntent.ANGRY_OR_COMPLAINT, reader, at, key))
                    : List.of();
        }
        MessageFeatures features = MessageFeatures.of("", text, reader.company());
        int odds = PlantedTruth.replyOdds(channel, reader.traits(), delivered, features, ordinal);
        if (!reactions.dice.hits(odds, "reply", key)) {
            return reactions.dice.hits(PlantedTruth.UNSUBSCRIBES, "unsubscribe", key)
                    ? List.of(replied(channel, ReplyIntent.UNSUBSCRIBE, reader, at, key))
                    : List.of();
        }
        ReplyIntent intent = reactions.intent(reader, key);
        List<Reaction> future = new ArrayList<>(List.of(replied(channel, intent, reader, at, key)));
        reactions.booking(intent, reader, at, key).ifPresent(future::add);
        return future;
    }

    private Reaction replied(Channel channel, ReplyIntent intent, Recipient reader, Instant at, String key) {
        String words = channel == Channel.SMS && intent == ReplyIntent.UNSUBSCRIBE
                ? reactions.dice.pick(STOPS, "stop", key)
                : reactions.texts.person(intent, reader, key);
        return new Reaction.Replied(at, intent, words);
    }
}
