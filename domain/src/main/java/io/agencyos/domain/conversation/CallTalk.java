package io.agencyos.domain.conversation;

import io.agencyos.domain.outreach.SpokenWords;
import io.agencyos.domain.outreach.call.CallResult;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a conversation with the assistant came to, by what the person said in it. Source: outreach 10.5, 10.6. */
public final class CallTalk {

    private static final Pattern NOT_RECORDED = Pattern.compile(
            "\\b(?:stop|(?:do not|don't|dont|not to|rather not|not want to|don't want to)(?: be)?) record(?:ed|ing)?\\b"
                    + "|\\bnot (?:happy|ok|okay|comfortable) with (?:the |being )?record(?:ed|ing)\\b"
                    + "|\\bwithout (?:the |a )?recording\\b");
    private static final Pattern NOT_AGAIN = Pattern.compile(
            "\\b(?:do not|don't|dont|stop|never) (?:ever )?(?:call|calling|ring|ringing|phone|phoning)(?: me)?\\b"
                    + "|\\btake me off\\b|\\bremove me\\b");
    private static final Pattern WRONG_NUMBER = Pattern.compile("\\bwrong number\\b");

    private CallTalk() {}

    /** What the person said, without what the assistant said; empty where nobody spoke or nobody wrote it down. */
    public static String wordsOf(String transcript) {
        return SpokenWords.lines(transcript).stream()
                .filter(line -> line.speaker() == SpokenWords.Speaker.LEAD)
                .map(SpokenWords.Line::text)
                .collect(Collectors.joining("\n"));
    }

    /** Whether the person does not want to be called any more, or at all; said plainly, it needs no classifier. */
    public static boolean optsOut(String words) {
        return NOT_AGAIN.matcher(plain(words)).find();
    }

    /** What stands with the call: a wish to be left alone before anything else, a spoken agreement is no meeting yet. */
    public static CallResult resultOf(Intent intent, boolean leftAlone, String words) {
        String said = plain(words);
        if (leftAlone || optsOut(words)) {
            return CallResult.DO_NOT_CALL;
        }
        if (NOT_RECORDED.matcher(said).find()) {
            return CallResult.RECORDING_DECLINED;
        }
        if (WRONG_NUMBER.matcher(said).find()) {
            return CallResult.WRONG_NUMBER;
        }
        if (CallbackWish.isIn(words)) {
            return CallResult.CALLBACK_REQUESTED;
        }
        return switch (intent) {
            case MEETING_REQUEST -> CallResult.MEETING_REQUESTED;
            case INTERESTED -> CallResult.INTERESTED;
            case NOT_INTERESTED -> CallResult.NOT_INTERESTED;
            case UNSUBSCRIBE, ANGRY_OR_COMPLAINT -> CallResult.DO_NOT_CALL;
            case QUESTION, OUT_OF_OFFICE, AUTO_REPLY, REFERRAL, WRONG_PERSON -> CallResult.NO_OUTCOME;
        };
    }

    private static String plain(String words) {
        return words.toLowerCase(Locale.ROOT).replace('\u2019', '\'').replaceAll("\\s+", " ");
    }
}
