package io.agencyos.domain.conversation.rules;

import io.agencyos.domain.conversation.Objection;
import io.agencyos.domain.conversation.Sentiment;
import io.agencyos.domain.conversation.Topic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Word lists that describe a reply beside its intent: sentiment, objections, topics. Source: content 4.4. */
final class Lexicon {

    private record Word(String text, WordPattern pattern) {
        static List<Word> list(String words) {
            return List.of(words.split("\\|")).stream()
                    .map(word -> new Word(word, WordPattern.of(word)))
                    .toList();
        }
    }

    private static final List<Word> POSITIVE =
            Word.list("great|good|excellent|perfect|love|keen|happy|interested|interesting|useful|helpful|impressive"
                    + "|promising|appreciate");
    private static final List<Word> NEGATIVE =
            Word.list("no thanks|no thank you|expensive|pricey|bad|waste|scam|spam|annoying|terrible|disappointed|angry"
                    + "|ridiculous|unacceptable|disgusting|sick of");

    /** In the order of the table; where two objections begin at the same word, the earlier one comes first. */
    private static final Map<Objection, WordPattern> OBJECTIONS = new EnumMap<>(Map.of(
            Objection.TIMING,
            WordPattern.of("not (now|right now|at this stage|at the moment)|next quarter|bad timing|later|too busy|"
                    + NotInterestedRules.TRY_LATER.name() + "|" + NotInterestedRules.TRY_AGAIN.name()),
            Objection.BUDGET,
            WordPattern.of("too expensive|no budget|can not afford|cost"),
            Objection.AUTHORITY,
            WordPattern.of("check with my boss|not my decision|need approval"),
            Objection.NEED,
            WordPattern.of("do not need|no need|not relevant"),
            Objection.COMPETITOR,
            WordPattern.of("already (have|use|using|work with|working with|got)|happy with|in house"),
            Objection.TRUST,
            WordPattern.of("scam|who are you|how did you get|never heard")));

    private static final Map<Topic, WordPattern> TOPICS = new EnumMap<>(Map.of(
            Topic.PRICING, WordPattern.of("price|cost|fee|charge|rate|budget"),
            Topic.TIMING, WordPattern.of("when|how long|start|deadline"),
            Topic.PROCESS, WordPattern.of("how do you|how does|steps|onboarding"),
            Topic.RESULTS, WordPattern.of("results|leads|roi|guarantee|case study"),
            Topic.CONTRACT, WordPattern.of("contract|lock in|term|cancel|cancellation"),
            Topic.TEAM, WordPattern.of("who|team|account manager|offshore"),
            Topic.TECHNOLOGY, WordPattern.of("website|crm|tracking|software"),
            Topic.COMPETITOR, WordPattern.of("agency|provider|supplier"),
            Topic.INTEGRATION, WordPattern.of("integrate|connect|api|hubspot|servicem8|shopify")));

    private Lexicon() {}

    static Sentiment sentiment(Reading reading) {
        var friendly = new HashSet<String>();
        var unfriendly = new HashSet<String>();
        collect(reading, POSITIVE, friendly, unfriendly);
        collect(reading, NEGATIVE, unfriendly, friendly);
        return Sentiment.of(friendly.size(), unfriendly.size());
    }

    private static void collect(Reading reading, List<Word> words, Set<String> plain, Set<String> negated) {
        for (Word word : words) {
            for (Reading.Sentence sentence : reading.sentences()) {
                for (Words clause : sentence.clauses()) {
                    int at = firstMatch(word.pattern(), clause);
                    if (at >= 0) {
                        (clause.negated(at, at) ? negated : plain).add(word.text());
                    }
                }
            }
        }
    }

    static List<Objection> objections(Reading reading) {
        record Place(int sentence, int clause, int word, Objection objection) {}
        var found = new ArrayList<Place>();
        for (Reading.Sentence sentence : reading.sentences()) {
            List<Words> clauses = sentence.clauses();
            for (int i = 0; i < clauses.size(); i++) {
                Words clause = clauses.get(i);
                int index = i;
                OBJECTIONS.forEach((objection, pattern) -> {
                    int at = firstMatch(pattern, clause);
                    if (at >= 0) {
                        found.add(new Place(clause.sentence(), index, at, objection));
                    }
                });
            }
        }
        return found.stream()
                .sorted(Comparator.comparingInt(Place::sentence)
                        .thenComparingInt(Place::clause)
                        .thenComparingInt(Place::word))
                .map(Place::objection)
                .distinct()
                .toList();
    }

    static List<Topic> topics(Reading reading) {
        return TOPICS.entrySet().stream()
                .filter(topic -> reading.sentences().stream()
                        .anyMatch(sentence -> topic.getValue().matchesSomewhereIn(sentence.words())))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static int firstMatch(WordPattern pattern, Words words) {
        for (int start = 0; start < words.size(); start++) {
            if (pattern.mayBeginWith(words.at(start)) && pattern.lengthsAt(words, start) != 0) {
                return start;
            }
        }
        return -1;
    }
}
