package io.agencyos.domain.content;

/** Hard bounds and targets of lengths; characters are code points. Source: content 3.4. */
public final class ChannelBounds {

    /** A range of lengths, both ends included. */
    public record Range(int min, int max) {
        public boolean tooShort(int length) {
            return length < min;
        }

        public boolean tooLong(int length) {
            return length > max;
        }
    }

    public static final Range SUBJECT = new Range(10, 100);
    public static final int SUBJECT_TARGET = 50;
    public static final Range EMAIL_BODY = new Range(50, 3000);
    public static final int EMAIL_WORDS_TARGET = 150;
    public static final int SMS_MIN = 20;
    public static final Range LINKEDIN_NOTE = new Range(20, 300);
    public static final Range LINKEDIN_MESSAGE = new Range(50, 1000);
    public static final Range FIRST_LINKEDIN_MESSAGE = new Range(50, 500);
    public static final Range LINKEDIN_ANSWER = new Range(1, 1000);
    public static final Range VOICE_OPENING = new Range(10, 200);
    public static final Range VOICE_VALUE_PROP = new Range(20, 500);
    public static final Range VOICE_CTA = new Range(10, 200);
    public static final Range VOICE_SCRIPT = new Range(50, 2000);
    public static final Range LETTER_WORDS = new Range(200, 400);

    private ChannelBounds() {}

    /** Code points, so that a character outside the basic plane counts once. */
    public static int characters(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Runs of anything that is not white space. */
    public static int words(String text) {
        String stripped = text.strip();
        return stripped.isEmpty() ? 0 : stripped.split("\\s+").length;
    }

    /** The bounds of a LinkedIn message, by its place in the conversation. */
    public static Range linkedInMessage(boolean answer, boolean first) {
        return answer ? LINKEDIN_ANSWER : first ? FIRST_LINKEDIN_MESSAGE : LINKEDIN_MESSAGE;
    }
}
