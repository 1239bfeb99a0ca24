package io.agencyos.domain.conversation.rules;

import io.agencyos.domain.conversation.Intent;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The intent that the totals of a reply decide for, in the decision order of content 4.4. */
record Verdict(Intent intent, BigDecimal confidence, boolean automated) {

    private static final int SURE = 3;
    private static final int LIKELY = 2;

    /** Ties go to the earlier one. */
    private static final List<Group> BY_TOTAL =
            List.of(Group.WRONG_PERSON, Group.NOT_INTERESTED, Group.MEETING_REQUEST, Group.INTERESTED, Group.QUESTION);

    static Verdict of(ScoreSheet sheet) {
        boolean automated = sheet.total(Group.AUTOMATIC) >= LIKELY;
        return optOutOrAnger(sheet, automated)
                .or(() -> machineOrAbsence(sheet, automated))
                .or(() -> referral(sheet, automated))
                .orElseGet(() -> byTotal(sheet, automated));
    }

    private static Optional<Verdict> optOutOrAnger(ScoreSheet sheet, boolean automated) {
        int anger = sheet.total(Group.ANGER);
        if (automated) {
            return Optional.empty();
        }
        if (isAngry(sheet)) {
            int percent = anger >= 4 || sheet.optOut() ? 95 : 85;
            return verdict(Intent.ANGRY_OR_COMPLAINT, percent, false);
        }
        return sheet.optOut() ? verdict(Intent.UNSUBSCRIBE, 95, false) : Optional.empty();
    }

    static boolean isAngry(ScoreSheet sheet) {
        int anger = sheet.total(Group.ANGER);
        return anger >= SURE || anger >= LIKELY && sheet.optOut();
    }

    private static Optional<Verdict> machineOrAbsence(ScoreSheet sheet, boolean automated) {
        int absent = sheet.total(Group.OUT_OF_OFFICE);
        if (!automated && absent < LIKELY) {
            return Optional.empty();
        }
        if (sheet.total(Group.WRONG_PERSON) >= SURE) {
            return sheet.total(Group.REFERRAL) >= LIKELY
                    ? verdict(Intent.REFERRAL, 85, automated)
                    : verdict(Intent.WRONG_PERSON, 90, automated);
        }
        int saidAbsent = absent - (sheet.hit(AutomaticRules.ABSENT_HEADER) ? 1 : 0);
        boolean wantsSomething =
                sheet.total(Group.MEETING_REQUEST) >= LIKELY || sheet.total(Group.INTERESTED) >= LIKELY;
        if (automated && saidAbsent >= 1 || absent >= LIKELY && !wantsSomething) {
            return verdict(Intent.OUT_OF_OFFICE, bySum(absent + (automated ? 1 : 0)), automated);
        }
        return automated ? verdict(Intent.AUTO_REPLY, bySum(sheet.total(Group.AUTOMATIC)), true) : Optional.empty();
    }

    private static int bySum(int sum) {
        return sum >= 4 ? 95 : sum == 3 ? 90 : 80;
    }

    private static Optional<Verdict> referral(ScoreSheet sheet, boolean automated) {
        int referral = sheet.total(Group.REFERRAL);
        if (referral >= SURE) {
            return verdict(Intent.REFERRAL, referral >= 5 ? 95 : 90, automated);
        }
        if (referral < LIKELY) {
            return Optional.empty();
        }
        if (sheet.total(Group.WRONG_PERSON) >= LIKELY) {
            return verdict(Intent.REFERRAL, 85, automated);
        }
        boolean nothingElse = BY_TOTAL.stream().allMatch(group -> sheet.total(group) < LIKELY);
        return nothingElse ? verdict(Intent.REFERRAL, 80, automated) : Optional.empty();
    }

    private static Verdict byTotal(ScoreSheet sheet, boolean automated) {
        Group highest = BY_TOTAL.stream()
                .max(Comparator.<Group>comparingInt(sheet::total).thenComparing(group -> -BY_TOTAL.indexOf(group)))
                .orElseThrow();
        boolean meets = highest == Group.INTERESTED && sheet.total(Group.MEETING_REQUEST) >= SURE;
        Group chosen = meets ? Group.MEETING_REQUEST : highest;
        int top = sheet.total(chosen);
        if (top == 0) {
            return new Verdict(Intent.QUESTION, BigDecimal.valueOf(30, 2), automated);
        }
        int second = competitors(chosen).mapToInt(sheet::total).max().orElse(0);
        int percent = 50 + 15 * (top - second) + (top >= SURE ? 5 : 0);
        return new Verdict(intentOf(chosen), BigDecimal.valueOf(Math.clamp(percent, 30, 95), 2), automated);
    }

    private static Stream<Group> competitors(Group chosen) {
        return BY_TOTAL.stream().filter(group -> group != chosen && !(isPositive(chosen) && yieldsToPositive(group)));
    }

    private static boolean isPositive(Group group) {
        return group == Group.MEETING_REQUEST || group == Group.INTERESTED;
    }

    private static boolean yieldsToPositive(Group group) {
        return isPositive(group) || group == Group.QUESTION;
    }

    private static Optional<Verdict> verdict(Intent intent, int percent, boolean automated) {
        return Optional.of(new Verdict(intent, BigDecimal.valueOf(percent, 2), automated));
    }

    /** Other intents with a total of at least 2, strongest first. */
    static List<Intent> secondary(ScoreSheet sheet, Intent chosen) {
        return Stream.concat(Stream.of(Group.REFERRAL), BY_TOTAL.stream())
                .filter(group -> sheet.total(group) >= LIKELY)
                .sorted(Comparator.comparingInt(sheet::total).reversed())
                .map(Verdict::intentOf)
                .filter(intent -> intent != chosen)
                .toList();
    }

    private static Intent intentOf(Group group) {
        return switch (group) {
            case OPT_OUT -> Intent.UNSUBSCRIBE;
            case ANGER -> Intent.ANGRY_OR_COMPLAINT;
            case OUT_OF_OFFICE -> Intent.OUT_OF_OFFICE;
            case AUTOMATIC -> Intent.AUTO_REPLY;
            case NOT_INTERESTED -> Intent.NOT_INTERESTED;
            case MEETING_REQUEST -> Intent.MEETING_REQUEST;
            case INTERESTED -> Intent.INTERESTED;
            case WRONG_PERSON -> Intent.WRONG_PERSON;
            case REFERRAL -> Intent.REFERRAL;
            case QUESTION -> Intent.QUESTION;
        };
    }
}
