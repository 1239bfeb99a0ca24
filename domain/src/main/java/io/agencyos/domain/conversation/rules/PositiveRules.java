package io.agencyos.domain.conversation.rules;

import static io.agencyos.domain.conversation.rules.Rule.clause;

import java.util.List;
import java.util.Set;

/** The rules that find a wish to meet and interest. Source: content 4.4, rows meeting_request and interested. */
final class PositiveRules {

    static final List<Rule> MEETING_REQUEST = List.of(
            clause(
                    3,
                    "°(let us|can we|could we|shall we|happy to|keen to|love to|like to|want to|able to|up for|open"
                        + " to|keen for) ~3 (chat|call|talk|meet|catch up|speak|meeting|demo|zoom|connect|coffee|jump"
                        + " on|hop on|conversation|discussion)"),
            clause(
                    3,
                    "°(book|schedule|set up|arrange|organise|lock in|pencil in|put in) ~4"
                            + " (call|meeting|chat|time|demo|zoom|catch up|invite|slot|coffee|me in)"),
            clause(
                    3,
                    "°(send|share|shoot|flick) ~4"
                            + " (calendar|calendly|booking link|invite|availability|time|times)"),
            clause(3, "°(i am|we are) (free|available|around) [on|at|this|next|any|after|from]"),
            clause(
                    3,
                    "°(W|tomorrow|next week|this week|morning|afternoon|am|pm) ~3"
                            + " (works|suits|is good|is fine|would work|would suit|is best|is better)"),
            clause(
                    3,
                    "°(how about|what about|can you do|could do|can do|could we do|can we do) ~2"
                            + " (W|tomorrow|next week|HOUR MINUTE|NUM (am|pm))"),
            clause(3, "°give (me|us) a (call|ring|buzz|bell)"),
            clause(3, "°(call|ring|phone) (me|us) (on|at|tomorrow|after|this|next|back|phone number|PHONE|W)"),
            clause(3, "°when (are you|can you|would you be|is a good|suits)"),
            clause(3, "°(do|take|squeeze in|rather have) a [quick|short] (call|chat|meeting|conversation|zoom)"),
            clause(3, "°(time|availability|slot|slots) ~2 (for a|to|on|with) ~1 (chat|call|meet|talk|me|the|W)"),
            clause(3, "°(have|got) ~2 (availability|times)"),
            clause(3, "°what times"),
            clause(3, "°(in|into) (the|my|your) (diary|calendar)"),
            clause(3, "°(calendar|calendly|diary) (is|link|looks|look)"),
            clause(3, "°(book|put|pop|slot) ~2 in"),
            clause(3, "°(like|want) ~1 demo"),
            clause(3, "°to a (phone call|call|meeting)"),
            clause(3, "°sit down with"),
            clause(3, "°(are you|you) (free|available|around)"),
            clause(3, "°DAY ~2 TIME"),
            clause(3, "°TIME ~2 DAY"),
            clause(3, "°(talk|speak|call|chat) ~2 (then|DAY|TIME)"),
            clause(3, "°phone (me|us)"),
            clause(3, "°(face to face|in person)"),
            clause(2, "°DAY or DAY"),
            clause(2, "°(half an hour|NUM minutes) ~2 DAY"),
            clause(2, "°(free|available) [on|at|this|next] (W|tomorrow|week|afternoon|morning|anytime)"));

    private static final Set<String> STRONG_OPENERS = Set.of("yes", "yep", "yeah", "possibly", "definitely");
    private static final Set<String> WEAK_OPENERS = Set.of("sure", "ok", "okay");
    private static final WordPattern IF_INTERESTED = WordPattern.of("(if|when) ~6 interested");

    static final List<Rule> INTERESTED = List.of(
            clause(3, "°(tell me|tell us|know|hear|hearing|learn|learning|find out|finding out|see) more"),
            clause(
                    3,
                    "°(send|share|email|flick|shoot|forward) [me|us|it|that|some|over|through|them|along] ~4"
                            + " (info|information|details|pricing|deck|proposal|case study|case studies|examples|more"
                            + "|through|over)"),
            clause(3, "°(i am|we are|very|definitely|quite|might be|could be|would be) ~1 interested")
                    .unlessClause(PositiveRules::ifInterested),
            clause(3, "°keen (to|for|on)"),
            clause(3, "°(yes please|count me in|go for it)"),
            clause(3, "°(next step|next steps|get started)"),
            clause(3, "°(piqued|like the sound|love this)"),
            clause(3, "°(would|definitely) ~3 (consider|look at|explore)"),
            clause(
                    3,
                    "°(put together|see|share|send|forward) ~3"
                            + " (proposal|quote|statement|brochure|report|audit|sample|packages|numbers)"),
            clause(2, "°interested").unlessClause(PositiveRules::ifInterested),
            clause(2, "°keen"),
            clause(2, "°(exactly|just) what we (need|want|are after)"),
            clause(2, "°(good|great) idea"),
            clause(2, "°(good|great) fit"),
            clause(2, "°(sounds|looks|seems) ~1 (good|great|interesting|promising|perfect|useful)"),
            clause(2, "°(go ahead|i am keen|we are keen|thumbs_up)"),
            clause(2, "°worth (a chat|exploring|a look|discussing)"),
            clause(2, "°(good|perfect|great) timing"),
            clause(2, "°(we|i) (need|have been looking|are looking|could use) (for|at|to|help|some|a|more)"),
            clause(2, "°i am in $"),
            new Rule("first word yes", 2, reading -> opensWith(reading, STRONG_OPENERS)),
            clause(1, "°(curious|intrigued|makes sense|open to)"),
            new Rule("first word sure", 1, reading -> opensWith(reading, WEAK_OPENERS)));

    private PositiveRules() {}

    private static boolean ifInterested(Words clause) {
        return IF_INTERESTED.matchesSomewhereIn(clause);
    }

    private static List<Rule.Span> opensWith(Reading reading, Set<String> openers) {
        Reading.Opening opening = reading.opening();
        if (opening.sentence() < 0) {
            return List.of();
        }
        Reading.Sentence sentence = reading.sentences().get(opening.sentence());
        Words clause = sentence.clauses().get(opening.clause());
        boolean opens = openers.contains(clause.at(0)) && !sentence.words().hasNegator();
        return opens ? List.of(new Rule.Span(clause, 0, 1)) : List.of();
    }
}
