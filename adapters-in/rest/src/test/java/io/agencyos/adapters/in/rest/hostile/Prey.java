package io.agencyos.adapters.in.rest.hostile;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What a hostile client has found out so far: ids of the own client's rows, and of another's. */
final class Prey {

    static final Pattern ID = Pattern.compile("[0-9a-f]{8}+-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    /** A place for something in an address, by its name. */
    static final Pattern PARAM = Pattern.compile("\\{([a-z_]+)}");
    /** Stands in every name that the other client gives, and in none of ours. */
    static final String SECRET_WORD = "Zephyrine";

    private static final String SECRET_SMALL = SECRET_WORD.toLowerCase(Locale.ROOT);

    private static final int ENOUGH = 400;

    private final String client;
    private final String strangersClient;
    private final List<String> known = new CopyOnWriteArrayList<>();
    private final Set<String> foreign = ConcurrentHashMap.newKeySet();
    private volatile List<String> foreignInOrder = List.of();
    private volatile boolean strangersTurn;
    private volatile boolean marksEverything;

    Prey(String client, String strangersClient) {
        this.client = client;
        this.strangersClient = strangersClient;
        known.add(client);
    }

    String client() {
        return client;
    }

    String strangersClient() {
        return strangersClient;
    }

    /** From now on the stranger writes the word into everything that takes words, or into names alone. */
    void markEverything(boolean now) {
        marksEverything = now;
    }

    boolean marksEverything() {
        return strangersTurn && marksEverything;
    }

    /** While the stranger sets up, names get the secret word and ids go to the foreign ones. */
    void strangersTurn(boolean now) {
        strangersTurn = now;
    }

    String word(SplittableRandom random) {
        return strangersTurn ? SECRET_WORD : "Kim" + random.nextInt(5);
    }

    /** Takes the ids of an answer that were not in its question. */
    void learn(String question, String answer) {
        ID.matcher(answer)
                .results()
                .map(MatchResult::group)
                .filter(id -> !question.contains(id))
                .forEach(id -> {
                    if (strangersTurn) {
                        foreign.add(id);
                        foreignInOrder = List.copyOf(foreign);
                    } else if (known.size() < ENOUGH && !known.contains(id)) {
                        known.add(id);
                    }
                });
    }

    String known(SplittableRandom random) {
        if (strangersTurn) {
            return foreign(random);
        }
        return known.get(random.nextInt(known.size()));
    }

    /** The ids of one's own rows. */
    List<String> known() {
        return List.copyOf(known);
    }

    /** The ids of the other client's rows. */
    List<String> foreign() {
        return foreignInOrder;
    }

    String foreign(SplittableRandom random) {
        return foreignInOrder.isEmpty() ? strangersClient : foreignInOrder.get(random.nextInt(foreignInOrder.size()));
    }

    /** What of the other client's an answer tells that its question did not. */
    List<String> leaks(String question, String answer) {
        List<String> ids = ID.matcher(answer)
                .results()
                .map(MatchResult::group)
                .filter(foreign::contains)
                .filter(id -> !question.contains(id))
                .toList();
        return tellsSecret(answer) && !tellsSecret(question) ? List.of(SECRET_WORD) : ids;
    }

    /** Addresses carry the word too, in small letters. */
    static boolean tellsSecret(String text) {
        return text.contains(SECRET_WORD) || text.contains(SECRET_SMALL);
    }
}
