package io.agencyos.adapters.out.sandbox.world;

import io.agencyos.adapters.out.sandbox.dice.Dice;
import io.agencyos.adapters.out.sandbox.population.Recipient;
import io.agencyos.adapters.out.sandbox.truth.Channel;
import io.agencyos.adapters.out.sandbox.truth.MessageFeatures;
import io.agencyos.adapters.out.sandbox.truth.PlantedTruth;
import io.agencyos.adapters.out.sandbox.truth.ReplyIntent;
import io.agencyos.adapters.out.sandbox.world.Reaction.BounceClass;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Decides, at the moment of delivery and once for all, what a reader will do with a message. */
public final class Reactions {

    private static final Pattern LINK = Pattern.compile("https?://[^\\s\"'<>]+");
    private static final int WAKES = 7;
    private static final int SLEEPS = 21;
    private static final int LONGEST_READING_MINUTES = 26 * 60;
    static final int LONGEST_ANSWERING_MINUTES = 30 * 60;

    final Dice dice;
    final ReplyTexts texts;

    public Reactions(Dice dice) {
        this.dice = dice;
        this.texts = new ReplyTexts(dice);
    }

    /**
     * The future of one message.
     *
     * @param ordinal the n-th message from this sender to this person
     * @param saidStop whether the person had said stop before
     */
    public List<Reaction> to(Mail mail, Recipient reader, Instant delivered, int ordinal, boolean saidStop) {
        String key = mail.sender() + " " + reader.address() + " " + ordinal;
        Optional<Reaction> bounce = bounce(reader, delivered, key);
        if (bounce.isPresent()) {
            return List.of(bounce.get());
        }
        List<Reaction> reactions = new ArrayList<>(scanner(mail, delivered, key));
        Optional<ReplyIntent> machine = machine(key);
        if (machine.isPresent()) {
            Instant at = delivered.plusSeconds(dice.between(20, 90, "machine-lag", key));
            reactions.add(new Reaction.Replied(at, machine.get(), texts.machine(machine.get(), reader, at, key)));
        } else if (saidStop) {
            reactions.addAll(angered(reader, delivered, key));
        } else {
            reactions.addAll(person(mail, reader, delivered, ordinal, key));
        }
        reactions.sort(Comparator.comparing(Reaction::at));
        return reactions;
    }

    private Optional<Reaction> bounce(Recipient reader, Instant delivered, String key) {
        Instant at = delivered.plusSeconds(dice.between(5, 180, "bounce-lag", key));
        if (reader.traits().deadAddress()) {
            return Optional.of(
                    new Reaction.Bounced(at, BounceClass.HARD, "550 5.1.1 User unknown: " + reader.address()));
        }
        if (dice.hits(PlantedTruth.SOFT_BOUNCES, "soft", key)) {
            return Optional.of(
                    new Reaction.Bounced(at, BounceClass.SOFT, "452 4.2.2 Mailbox full: " + reader.address()));
        }
        return dice.hits(PlantedTruth.POLICY_BOUNCES, "policy", key)
                ? Optional.of(new Reaction.Bounced(at, BounceClass.POLICY, "554 5.7.1 Message refused by policy"))
                : Optional.empty();
    }

    private List<Reaction> scanner(Mail mail, Instant delivered, String key) {
        if (!dice.hits(PlantedTruth.SCANNER_OPENS, "scanner", key)) {
            return List.of();
        }
        Instant at = delivered.plusSeconds(dice.between(2, 45, "scanner-lag", key));
        List<Reaction> seen = new ArrayList<>(List.of(new Reaction.Opened(at, true)));
        if (dice.hits(PlantedTruth.SCANNER_CLICKS, "scanner-click", key)) {
            links(mail).forEach(url -> seen.add(new Reaction.Clicked(at.plusSeconds(1), true, url)));
        }
        return seen;
    }

    private Optional<ReplyIntent> machine(String key) {
        if (dice.hits(PlantedTruth.OUT_OF_OFFICE, "away", key)) {
            return Optional.of(ReplyIntent.OUT_OF_OFFICE);
        }
        return dice.hits(PlantedTruth.AUTO_REPLIES, "auto", key)
                ? Optional.of(ReplyIntent.AUTO_REPLY)
                : Optional.empty();
    }

    private List<Reaction> angered(Recipient reader, Instant delivered, String key) {
        if (!dice.hits(PlantedTruth.ANGRY_AFTER_STOP, "angered", key)) {
            return List.of();
        }
        Instant at = awake(delivered.plus(lag(LONGEST_READING_MINUTES, "reading", key)), reader);
        return List.of(
                new Reaction.Opened(at, false),
                reply(ReplyIntent.ANGRY_OR_COMPLAINT, reader, at.plusSeconds(240), key));
    }

    private List<Reaction> person(Mail mail, Recipient reader, Instant delivered, int ordinal, String key) {
        MessageFeatures features = MessageFeatures.of(mail.subject(), mail.body(), reader.company());
        boolean replies = dice.hits(
                PlantedTruth.replyOdds(Channel.EMAIL, reader.traits(), delivered, features, ordinal), "reply", key);
        if (!replies && !dice.hits(PlantedTruth.OPENS, "open", key)) {
            return List.of();
        }
        Instant opened = awake(delivered.plus(lag(LONGEST_READING_MINUTES, "reading", key)), reader);
        List<Reaction> reactions = new ArrayList<>(List.of(new Reaction.Opened(opened, false)));
        List<String> links = links(mail);
        if (!links.isEmpty() && dice.hits(PlantedTruth.CLICKS, "click", key)) {
            reactions.add(new Reaction.Clicked(opened.plusSeconds(30), false, links.getFirst()));
        }
        if (replies) {
            Instant at = awake(opened.plus(lag(LONGEST_ANSWERING_MINUTES, "answering", key)), reader);
            ReplyIntent intent = intent(reader, key);
            reactions.add(reply(intent, reader, at, key));
            booking(intent, reader, at, key).ifPresent(reactions::add);
        } else if (dice.hits(PlantedTruth.UNSUBSCRIBES, "unsubscribe", key)) {
            reactions.add(new Reaction.Unsubscribed(opened.plusSeconds(75)));
        } else if (dice.hits(PlantedTruth.COMPLAINS, "complain", key)) {
            reactions.add(new Reaction.Complained(opened.plusSeconds(20)));
        }
        return reactions;
    }

    ReplyIntent intent(Recipient reader, String key) {
        Map<ReplyIntent, Integer> mix = PlantedTruth.intents(reader.traits());
        int roll = dice.between(0, 999, "intent", key);
        for (ReplyIntent intent : ReplyIntent.values()) {
            roll -= mix.getOrDefault(intent, 0);
            if (roll < 0) {
                return intent;
            }
        }
        throw new IllegalStateException("the planted intents do not sum to 1000");
    }

    private Reaction reply(ReplyIntent intent, Recipient reader, Instant at, String key) {
        return new Reaction.Replied(at, intent, texts.person(intent, reader, key));
    }

    Optional<Reaction> booking(ReplyIntent intent, Recipient reader, Instant replied, String key) {
        if (!intent.positive() || !dice.hits(PlantedTruth.bookingOdds(intent, reader.traits()), "books", key)) {
            return Optional.empty();
        }
        Instant booked = awake(replied.plus(Duration.ofMinutes(dice.between(60, 2_880, "booking-lag", key))), reader);
        ZonedDateTime day = booked.atZone(reader.traits().zone()).plusDays(dice.between(2, 6, "meeting-day", key));
        while (day.getDayOfWeek().getValue() > 5) {
            day = day.plusDays(1);
        }
        Instant meeting = day.withHour(dice.between(9, 16, "meeting-hour", key))
                .withMinute(0)
                .withSecond(0)
                .withNano(0)
                .toInstant();
        return Optional.of(new Reaction.Booked(booked, meeting));
    }

    /** People who sleep answer in the morning. */
    static Instant awake(Instant at, Recipient reader) {
        ZonedDateTime local = at.atZone(reader.traits().zone());
        if (local.getHour() >= SLEEPS) {
            return local.plusDays(1).withHour(WAKES).toInstant();
        }
        return local.getHour() < WAKES ? local.withHour(WAKES).toInstant() : at;
    }

    /** Mostly soon, sometimes late: the cube of an even draw, stretched to the longest. */
    Duration lag(int longestMinutes, Object... about) {
        long draw = dice.perMillion(about);
        long cube = draw * draw / 1_000_000 * draw / 1_000_000;
        return Duration.ofSeconds(120 + cube * longestMinutes * 60 / 1_000_000);
    }

    private static List<String> links(Mail mail) {
        Matcher matcher = LINK.matcher(mail.body());
        List<String> links = new ArrayList<>();
        while (matcher.find()) {
            if (!OptOutLink.isOne(matcher.group())) {
                links.add(matcher.group());
            }
        }
        return links;
    }
}
