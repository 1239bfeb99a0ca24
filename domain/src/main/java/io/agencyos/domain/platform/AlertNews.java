package io.agencyos.domain.platform;

import io.agencyos.domain.shared.JsonText;
import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.id.ClientId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Something new about an alert, to be told to whoever is to hear of it. Source: api 9.17.
 *
 * @param alertId whose news it is
 * @param said what it says
 */
public record AlertNews(UUID alertId, Alert alert, Said said) {

    /** How it reaches somebody. */
    public enum Way implements Vocabulary {
        MAIL,
        CHAT
    }

    /** What is said of an alert, once each. */
    public enum Said implements Vocabulary {
        /** It is open, and for today. */
        WARNING,
        /** It is open, and for now; also said of one that was a warning before. */
        CRITICAL,
        /** Its cause is gone. */
        OVER
    }

    /** What a letter about several is headed with. */
    public static String subject(List<AlertNews> news) {
        if (news.size() == 1) {
            AlertNews only = news.getFirst();
            return "[" + only.said.wire() + "] " + only.alert.title();
        }
        List<String> parts = new ArrayList<>();
        for (Said said : List.of(Said.CRITICAL, Said.WARNING, Said.OVER)) {
            long many = news.stream().filter(one -> one.said == said).count();
            if (many > 0) {
                parts.add(many + " " + said.wire());
            }
        }
        return "Agency OS alerts: " + String.join(", ", parts);
    }

    /** What is said, in plain lines: ids, words and numbers, for an alert holds nothing else. */
    public static String text(List<AlertNews> news) {
        List<String> paragraphs = new ArrayList<>();
        news.forEach(one -> paragraphs.add(one.paragraph()));
        return String.join("\n\n", paragraphs);
    }

    /** The same as the body that an incoming webhook of a chat takes. */
    public static String chat(List<AlertNews> news) {
        return "{\"text\":" + JsonText.of(text(news)) + "}";
    }

    private String paragraph() {
        List<String> lines = new ArrayList<>();
        lines.add("[" + said.wire() + "] " + alert.title());
        if (said != Said.OVER) {
            new TreeMap<>(alert.detail()).forEach((name, value) -> lines.add(name + ": " + value));
        }
        ClientId client = alert.clientId();
        if (client != null) {
            lines.add("client: " + client.text());
        }
        lines.add("source: " + alert.source());
        lines.add("first at " + alert.firstAt() + ", last at " + alert.lastAt() + ", " + alert.count() + "×");
        return String.join("\n", lines);
    }
}
