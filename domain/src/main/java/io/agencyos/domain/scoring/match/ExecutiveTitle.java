package io.agencyos.domain.scoring.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a title is one of those that justify research. Source: content 1.9, executive. */
public final class ExecutiveTitle {

    private static final Set<String> WORDS = Set.of(
            "ceo",
            "cto",
            "cfo",
            "cmo",
            "coo",
            "cpo",
            "ciso",
            "chief",
            "founder",
            "cofounder",
            "president",
            "vp",
            "svp",
            "evp",
            "director");

    private static final Set<String> OWNERS = Set.of("owner", "partner");
    private static final Set<String> NOT_OWNERS_OF_A_COMPANY = Set.of("product", "process", "account", "business");

    private ExecutiveTitle() {}

    public static boolean is(@Nullable String title) {
        if (title == null) {
            return false;
        }
        List<String> words = words(title.toLowerCase(Locale.ROOT));
        for (int i = 0; i < words.size(); i++) {
            boolean headOf = words.get(i).equals("head")
                    && i + 1 < words.size()
                    && words.get(i + 1).equals("of");
            if (headOf || WORDS.contains(words.get(i))) {
                return true;
            }
        }
        int last = words.size() - 1;
        return last >= 0
                && OWNERS.contains(words.get(last))
                && (last == 0 || !NOT_OWNERS_OF_A_COMPANY.contains(words.get(last - 1)));
    }

    private static List<String> words(String title) {
        List<String> words = new ArrayList<>();
        int at = 0;
        while (at < title.length()) {
            int from = at;
            while (at < title.length() && WordIndex.isAlphanumeric(title.charAt(at))) {
                at++;
            }
            if (at > from) {
                words.add(title.substring(from, at));
            } else {
                at++;
            }
        }
        return words;
    }
}
