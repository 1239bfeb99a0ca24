package io.agencyos.domain.conversation.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The questions of a text as they were written, in order. */
final class QuestionText {

    private static final Pattern END = Pattern.compile("\\n|[!?]+|[.](?=\\s|$)");

    private QuestionText() {}

    static List<String> in(String text) {
        var found = new ArrayList<String>();
        Matcher end = END.matcher(text);
        int from = 0;
        while (end.find()) {
            String sentence = text.substring(from, end.start()).strip();
            if (end.group().contains("?") && !sentence.isEmpty()) {
                found.add(sentence + "?");
            }
            from = end.end();
        }
        return List.copyOf(found);
    }
}
