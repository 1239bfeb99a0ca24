package io.agencyos.domain.conversation.rules;

import static io.agencyos.domain.conversation.rules.Rule.clause;
import static io.agencyos.domain.conversation.rules.Rule.whole;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The rules that find "no" and "later". Source: content 4.4, rows not_interested. */
final class NotInterestedRules {

    static final Rule TRY_LATER = clause(
            2,
            "(try|trying|ask|check|touch base|reach out|circle back|come back|contact|call|get back|revisit) ~4"
                + " (next|later|in|after|when) ~3 (year|quarter|month|months|weeks|q1|q2|q3|q4|eofy|christmas|MONTH)");
    static final Rule TRY_AGAIN = clause(2, "(ask|try) me again");

    private static final List<Rule> PLAIN_NO = List.of(
            clause(3, "(not|never) ~3 (interested|keen)"),
            clause(3, "no interest"),
            clause(3, "no thanks|no thank you|no but thanks|nah|thumbs_down|hard pass"),
            clause(3, "not for (us|me)"),
            clause(3, "(will|going to|have to) pass"),
            clause(3, "pass (on this|for now|this time)"),
            clause(3, "do not [really] (need|want|require)"),
            clause(3, "rather not"),
            clause(3, "is [a|still] [hard|firm] no"),
            clause(3, "(say|saying) no"),
            clause(3, "(so|be|me) [it is] [a] no"),
            clause(3, "never again"),
            clause(3, "(does|do) not interest"),
            clause(3, "decided against"),
            clause(3, "(decided|agreed|chosen) not to"),
            clause(3, "(decided|agreed|chosen) to go ~4 direction"),
            clause(3, "not (proceed|proceeding|going ahead|going there|taking on|taking any)"),
            clause(3, "(will|would) not be (needing|requiring|using|proceeding)"),
            new Rule("the last clause of a sentence is only no", 3, NotInterestedRules::closingNo));

    private static final List<Rule> REASONS = List.of(
            clause(2, "not ~4 (looking|seeking|in the market|after)"),
            clause(2, "no (need|point|opportunity|value)"),
            clause(2, "not ~2 (see|seeing) ~3 (need|value|point|benefit)"),
            clause(2, "(have|got) (this|it|that|everything) ~1 (covered|sorted|handled)"),
            clause(2, "under contract"),
            clause(2, "(just|already|recently) ~1 (signed|renewed)"),
            clause(2, "our ~1 (existing|current) (agency|provider|supplier|firm)"),
            clause(2, "(stick|sticking|staying) with"),
            clause(2, "(happy|content) where"),
            clause(
                    2,
                    "(my|our) ~1 (nephew|niece|wife|husband|brother|sister|cousin|son|daughter|brother in law) ~1"
                            + " (does|runs|handles|manages|looks after)"),
            clause(2, "we do not (do|use|outsource)"),
            clause(2, "not ~2 (my|our) thing"),
            clause(2, "too late"),
            clause(2, "bad timing|timing is not|timing is off"),
            clause(2, "(they are|he is|she is) doing ~2 job"),
            clause(2, "not ~4 (priority|good time|right time|good fit|right fit|fit|relevant)"),
            clause(
                    2,
                    "not (right now|now|at this stage|at this time|at the moment|this year|this quarter|today|yet"
                            + "|currently)"),
            clause(
                    2,
                    "too expensive|too pricey|can not afford|no budget|out of ~1 budget"
                            + "|budget is ~1 (gone|frozen|spent|tight)"),
            clause(2, "(if|when) (i|we) (am|are|were) [ever] interested"),
            clause(
                    2,
                    "°(happy|set|sorted|good|covered|fine) [already|all|here]"
                            + " (with|as is|thanks|cheers|mate|for now|internally)"),
            clause(2, "°(already|currently) (have|use|using|work with|working with|got|engaged|with)"),
            clause(2, "°(have|got|use) (an|our|a) ~1 (agency|in house|internal|team)"),
            clause(2, "°(do|does|handle|manage|run) ~4 (in house|internally|ourselves|myself)"),
            TRY_LATER,
            TRY_AGAIN,
            new Rule("we are all good at the end of a clause", 2, NotInterestedRules::allGood),
            clause(2, "(respectfully|unfortunately|sorry|sadly|still) no $"),
            whole(2, "no first in at most 3 words", NotInterestedRules::shortNo),
            clause(1, "maybe (later|next|another|down the track)"),
            clause(1, "°(too busy|flat out|swamped)"));

    /** All but the bare negation, which needs to know that nothing else hit. */
    static final List<Rule> ALL =
            Stream.concat(PLAIN_NO.stream(), REASONS.stream()).toList();

    private static final WordPattern ALL_GOOD =
            WordPattern.of("(we are|i am|all) [all] (right|good|set|sorted|fine|covered) [here]"
                    + " [thanks|thank you|cheers|mate|for now]");
    private static final int LONGEST_SHORT_NO = 3;
    private static final int LONGEST_BARE_NEGATION = 40;

    private NotInterestedRules() {}

    /** A negator in a short text without a question or a preference; counts 1 when no other rule of any intent hit. */
    static boolean isBareNegation(Reading reading) {
        return !reading.asksSomething()
                && reading.wordCount() <= LONGEST_BARE_NEGATION
                && reading.sentences().stream()
                        .anyMatch(sentence -> sentence.words().hasNegator())
                && reading.sentences().stream().noneMatch(OptOutRules::isPreference);
    }

    private static boolean shortNo(Reading reading) {
        return reading.wordCount() <= LONGEST_SHORT_NO
                && !reading.sentences().isEmpty()
                && reading.sentences().getFirst().words().at(0).equals("no");
    }

    private static List<Rule.Span> closingNo(Reading reading) {
        return reading.sentences().stream()
                .map(sentence -> sentence.clauses().getLast())
                .filter(clause -> clause.size() == 1 && clause.at(0).equals("no"))
                .map(clause -> new Rule.Span(clause, 0, 1))
                .toList();
    }

    private static List<Rule.Span> allGood(Reading reading) {
        var spans = new ArrayList<Rule.Span>();
        for (Reading.Sentence sentence : reading.sentences()) {
            for (Words clause : sentence.clauses()) {
                int start = allGoodAt(clause, reading.reply().personaFirstName());
                if (start >= 0) {
                    spans.add(new Rule.Span(clause, start, clause.size()));
                }
            }
        }
        return spans;
    }

    private static int allGoodAt(Words clause, String personaFirstName) {
        int end = clause.size();
        if (end > 0 && clause.written().getLast().equalsIgnoreCase(personaFirstName)) {
            end--;
        }
        for (int start = 0; start < end; start++) {
            int length = end - start;
            boolean reachesEnd = length < Long.SIZE && (ALL_GOOD.lengthsAt(clause, start) & 1L << length) != 0;
            if (reachesEnd && !clause.negated(start, end)) {
                return start;
            }
        }
        return -1;
    }
}
